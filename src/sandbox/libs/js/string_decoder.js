// Decodes bytes that arrive in pieces: what is incomplete waits for the next piece.
(function (load) {
  "use strict";
  const { Buffer } = load("buffer");

  // How many bytes at the end are the beginning of a character that is not all there.
  function incomplete(bytes, encoding) {
    if (encoding === "utf16le") return bytes.length % 2;
    if (encoding === "base64") return bytes.length % 3;
    if (encoding !== "utf8") return 0;
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
      return needed > back ? back : 0;
    }
    return 0;
  }

  const NAMES = { "utf-8": "utf8", ucs2: "utf16le", "ucs-2": "utf16le", "utf-16le": "utf16le", binary: "latin1" };

  class StringDecoder {
    constructor(encoding) {
      const name = `${encoding || "utf8"}`.toLowerCase();
      if (!Buffer.isEncoding(name)) throw new Error(`Unknown encoding: ${encoding}`);
      this.encoding = NAMES[name] || name;
      this._held = Buffer.alloc(0);
    }
    write(bytes) {
      const all = Buffer.concat([this._held, bytes]);
      const cut = all.length - incomplete(all, this.encoding);
      this._held = all.slice(cut);
      return all.toString(this.encoding, 0, cut);
    }
    end(bytes) {
      const text = bytes && bytes.length ? this.write(bytes) : "";
      const rest = this._held;
      this._held = Buffer.alloc(0);
      return text + rest.toString(this.encoding);
    }
  }

  return { StringDecoder };
});
