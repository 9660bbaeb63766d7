// TextEncoder and TextDecoder.
(function (load, native, primordials) {
  "use strict";
  const { Bytes, sourceBytes, TypeError, RangeError } = primordials;
  const toWellFormed = primordials.bound(String.prototype.toWellFormed);

  class TextEncoder {
    get encoding() {
      return "utf-8";
    }
    encode(text = "") {
      return native.utf8Bytes(toWellFormed(`${text}`));
    }
    encodeInto(text, target) {
      let read = 0;
      let written = 0;
      for (const c of `${text}`) {
        const bytes = native.utf8Bytes(toWellFormed(c));
        if (written + bytes.length > target.length) break;
        target.set(bytes, written);
        written += bytes.length;
        read += c.length;
      }
      return { read, written };
    }
  }

  const LABELS = {
    "utf-8": "utf-8",
    utf8: "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    latin1: "windows-1252",
    ascii: "windows-1252",
    "iso-8859-1": "windows-1252",
    "windows-1252": "windows-1252",
    "us-ascii": "windows-1252",
    "utf-16le": "utf-16le",
    "utf-16": "utf-16le",
  };
  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #held = new Bytes(0);
    #started = false;
    constructor(label = "utf-8", options) {
      const encoding = LABELS[`${label}`.trim().toLowerCase()];
      if (!encoding) throw new RangeError(`The "${label}" encoding is not supported`);
      this.#encoding = encoding;
      this.#fatal = !!(options && options.fatal);
      this.#ignoreBOM = !!(options && options.ignoreBOM);
    }
    get encoding() {
      return this.#encoding;
    }
    get fatal() {
      return this.#fatal;
    }
    get ignoreBOM() {
      return this.#ignoreBOM;
    }
    decode(source, options) {
      let bytes = source === undefined ? new Bytes(0) : sourceBytes(source);
      if (!bytes)
        throw new TypeError(
          'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.',
        );
      const { Buffer } = load("buffer");
      bytes = this.#held.length ? Buffer.concat([this.#held, bytes]) : bytes;
      const stream = !!(options && options.stream);
      const cut = stream && this.#encoding === "utf-8" ? bytes.length - unfinished(bytes) : bytes.length;
      this.#held = bytes.slice(cut);
      let text;
      if (this.#encoding === "utf-16le") text = Buffer.from(bytes).toString("utf16le");
      else if (this.#encoding === "windows-1252") text = native.latin1Text(new Bytes(bytes));
      else text = native.utf8Text(new Bytes(bytes.subarray(0, cut)), this.#fatal);
      if (text === null || text === undefined)
        throw Object.assign(new TypeError("The encoded data was not valid for encoding utf-8"), {
          code: "ERR_ENCODING_INVALID_ENCODED_DATA",
        });
      if (!this.#ignoreBOM && !this.#started && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      this.#started = stream && (this.#started || text.length > 0);
      return text;
    }
  }
  function unfinished(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
      return needed > back ? back : 0;
    }
    return 0;
  }

  return { TextEncoder, TextDecoder };
});
