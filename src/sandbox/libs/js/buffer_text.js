// Buffer: text encodings.
(function (load, native, primordials) {
  "use strict";
  const { Bytes, TypeError } = primordials;
  const toWellFormed = primordials.bound(String.prototype.toWellFormed);
  const lower = primordials.bound(String.prototype.toLowerCase);

  const ENCODINGS = {
    __proto__: null,
    utf8: "utf8",
    "utf-8": "utf8",
    hex: "hex",
    base64: "base64",
    base64url: "base64url",
    ascii: "ascii",
    latin1: "latin1",
    binary: "latin1",
    ucs2: "utf16le",
    "ucs-2": "utf16le",
    utf16le: "utf16le",
    "utf-16le": "utf16le",
  };

  // The package in Newman's sandbox is older than this encoding.
  if (native.newman) delete ENCODINGS.base64url;

  function encodingOf(name) {
    if (name === undefined || name === null || name === "") return "utf8";
    const known = ENCODINGS[lower(`${name}`)];
    if (known === undefined) throw new TypeError(`Unknown encoding: ${name}`);
    return known;
  }

  function hexBytes(text) {
    const bytes = new Bytes(text.length >>> 1);
    for (let i = 0; i < bytes.length; i++) {
      const pair = text[2 * i] + text[2 * i + 1];
      if (!/^[0-9a-f]{2}$/i.test(pair)) return bytes.subarray(0, i);
      bytes[i] = primordials.parseInteger(pair, 16);
    }
    return bytes;
  }

  function unitBytes(text, width) {
    const bytes = new Bytes(text.length * width);
    for (let i = 0; i < text.length; i++) {
      const unit = primordials.charCodeAt(text, i);
      bytes[i * width] = unit;
      if (width === 2) bytes[2 * i + 1] = unit >>> 8;
    }
    return bytes;
  }

  function bytesOfText(text, encoding) {
    switch (encodingOf(encoding)) {
      case "hex":
        return hexBytes(text);
      case "base64":
      case "base64url":
        return native.base64Bytes(toWellFormed(text));
      case "ascii":
      case "latin1":
        return unitBytes(text, 1);
      case "utf16le":
        return unitBytes(text, 2);
      default:
        return native.utf8Bytes(toWellFormed(text));
    }
  }

  function unitText(bytes) {
    let text = "";
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      text += primordials.fromCharCode(bytes[i] | (bytes[i + 1] << 8));
    }
    return text;
  }

  function textOfBytes(bytes, encoding) {
    switch (encodingOf(encoding)) {
      case "hex":
        return native.hexText(bytes);
      case "base64":
        return native.base64Text(bytes, false);
      case "base64url":
        return native.base64Text(bytes, true);
      case "ascii":
        return native.latin1Text(Bytes.from(bytes, (byte) => byte & 0x7f));
      case "latin1":
        return native.latin1Text(bytes);
      case "utf16le":
        return unitText(bytes);
      default:
        return native.utf8Text(bytes, false);
    }
  }

  const isEncoding = (name) => typeof name === "string" && name !== "" && ENCODINGS[lower(name)] !== undefined;
  return { encodingOf, isEncoding, bytesOfText, textOfBytes };
});
