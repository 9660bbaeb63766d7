// `atob` and `btoa`: Newman's sandbox has lenient packages, the current one the Web's own.
(function (load, native, primordials) {
  "use strict";
  const { charCodeAt } = primordials;
  const replace = primordials.bound(String.prototype.replace);
  const test = primordials.bound(RegExp.prototype.test);
  const fromLatin1 = (text) => {
    const bytes = new primordials.Bytes(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = charCodeAt(text, i);
    return bytes;
  };

  if (native.newman) {
    return {
      atob(text) {
        const source = load("buffer").Buffer.from(text, "base64");
        return native.latin1Text(source);
      },
      btoa(value) {
        const { Buffer } = load("buffer");
        const bytes = Buffer.isBuffer(value) ? value : fromLatin1(value.toString());
        return native.base64Text(bytes, false);
      },
    };
  }

  const failure = (message) => {
    return new primordials.DOMException(message, "InvalidCharacterError");
  };

  function atob(input) {
    if (arguments.length === 0) throw new primordials.TypeError('The "input" argument is missing');
    let text = replace(`${input}`, /[\t\n\f\r ]/g, "");
    if (text.length % 4 === 0) text = replace(text, /==?$/, "");
    if (text.length % 4 === 1 || test(/[^A-Za-z0-9+/]/, text)) {
      const reason =
        text.length % 4 === 1 && !test(/[^A-Za-z0-9+/]/, text)
          ? "The string to be decoded is not correctly encoded."
          : "Invalid character";
      throw failure(reason);
    }
    return native.latin1Text(native.base64Bytes(text));
  }

  function btoa(input) {
    if (arguments.length === 0) throw new primordials.TypeError('The "input" argument is missing');
    const text = `${input}`;
    for (let i = 0; i < text.length; i++) {
      if (charCodeAt(text, i) > 255) throw failure("Invalid character");
    }
    return native.base64Text(fromLatin1(text), false);
  }

  return { atob, btoa };
});
