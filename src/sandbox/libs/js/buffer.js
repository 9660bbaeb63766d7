// Node's Buffer: bytes with text encodings and number readers.
(function (load, native, primordials) {
  "use strict";
  const { Bytes, isArray, sourceBytes, isBuffer: isArrayBuffer, TypeError, RangeError } = primordials;
  const setBytes = primordials.bound(Bytes.prototype.set);
  const MAX = 0x3fffffff;

  const { encodingOf, isEncoding, bytesOfText, textOfBytes } = load("buffer/text");

  function plainBytes(buffer) {
    return new Bytes(buffer.buffer, buffer.byteOffset, buffer.length);
  }

  class NodeBuffer extends Bytes {
    toString(encoding, start, end) {
      const from = clamp(start, 0, this.length);
      const to = clamp(end, this.length, this.length);
      if (to <= from) return "";
      return textOfBytes(plainBytes(this).subarray(from, to), encoding);
    }
    toLocaleString(encoding, start, end) {
      return this.toString(encoding, start, end);
    }
    toJSON() {
      const data = [];
      for (let i = 0; i < this.length; i++) data[i] = this[i];
      return { type: "Buffer", data };
    }
    inspect() {
      const text = native.hexText(plainBytes(this).subarray(0, 50)).replace(/(..)(?=.)/g, "$1 ");
      const rest = this.length > 50 ? ` ... ${this.length - 50} more bytes` : "";
      return `<Buffer ${text}${rest}>`;
    }
    get parent() {
      return this.buffer;
    }
    get offset() {
      return this.byteOffset;
    }
    equals(other) {
      requireBytes(other, "otherBuffer");
      return this === other || compare(this, other) === 0;
    }
    compare(target, targetStart, targetEnd, start, end) {
      requireBytes(target, "target");
      const theirs = target.subarray(targetStart || 0, targetEnd === undefined ? target.length : targetEnd);
      return compare(this.subarray(start || 0, end === undefined ? this.length : end), theirs);
    }
    slice(start, end) {
      return this.subarray(start, end);
    }
    subarray(start, end) {
      const view = plainBytes(this).subarray(start, end);
      return new NodeBuffer(view.buffer, view.byteOffset, view.length);
    }
    copy(target, targetStart, start, end) {
      const from = clamp(start, 0, this.length);
      const to = clamp(end, this.length, this.length);
      const at = clamp(targetStart, 0, target.length);
      const count = primordials.max(primordials.min(to - from, target.length - at), 0);
      setBytes(target, plainBytes(this).subarray(from, from + count), at);
      return count;
    }
    write(text, offset, length, encoding) {
      if (typeof offset === "string") [offset, length, encoding] = [0, undefined, offset];
      else if (typeof length === "string") [length, encoding] = [undefined, length];
      const at = clamp(offset, 0, this.length);
      const room = this.length - at;
      const bytes = bytesOfText(text, encoding);
      let count = primordials.min(bytes.length, length === undefined ? room : length, room);
      // A character of several bytes is written whole or not at all.
      if (encodingOf(encoding) === "utf8") while (count < bytes.length && (bytes[count] & 0xc0) === 0x80) count--;
      setBytes(this, bytes.subarray(0, count), at);
      return count;
    }
    fill(value, start, end, encoding) {
      if (typeof start === "string") [start, end, encoding] = [0, undefined, start];
      else if (typeof end === "string") [end, encoding] = [undefined, end];
      const from = clamp(start, 0, this.length);
      const to = clamp(end, this.length, this.length);
      const pattern =
        typeof value === "string"
          ? bytesOfText(value, encoding)
          : typeof value === "number" || typeof value === "boolean" || value == null
            ? [value & 255]
            : sourceBytes(value);
      for (let i = from; i < to; i++) this[i] = pattern.length ? pattern[(i - from) % pattern.length] : 0;
      return this;
    }
    indexOf(value, offset, encoding) {
      return find(this, value, offset, encoding, 1);
    }
    lastIndexOf(value, offset, encoding) {
      return find(this, value, offset, encoding, -1);
    }
    includes(value, offset, encoding) {
      return this.indexOf(value, offset, encoding) !== -1;
    }
    swap16() {
      return swapped(this, 2);
    }
    swap32() {
      return swapped(this, 4);
    }
    swap64() {
      return swapped(this, 8);
    }
    readUIntBE(offset, width) {
      let value = 0;
      for (let i = 0; i < width; i++) value = value * 256 + this[inRange(this, offset, width) + i];
      return value;
    }
    readUIntLE(offset, width) {
      let value = 0;
      for (let i = width - 1; i >= 0; i--) value = value * 256 + this[inRange(this, offset, width) + i];
      return value;
    }
    readIntBE(offset, width) {
      return signed(this.readUIntBE(offset, width), width);
    }
    readIntLE(offset, width) {
      return signed(this.readUIntLE(offset, width), width);
    }
    writeUIntBE(value, offset, width) {
      offset = inRange(this, offset, width);
      checkValue(value, 0, 2 ** (8 * width) - 1);
      for (let i = width - 1, rest = value; i >= 0; i--, rest = primordials.floor(rest / 256)) this[offset + i] = rest;
      return offset + width;
    }
    writeUIntLE(value, offset, width) {
      offset = inRange(this, offset, width);
      checkValue(value, 0, 2 ** (8 * width) - 1);
      for (let i = 0, rest = value; i < width; i++, rest = primordials.floor(rest / 256)) this[offset + i] = rest;
      return offset + width;
    }
    writeIntBE(value, offset, width) {
      checkValue(value, -(2 ** (8 * width - 1)), 2 ** (8 * width - 1) - 1);
      return this.writeUIntBE(value < 0 ? value + 2 ** (8 * width) : value, offset, width);
    }
    writeIntLE(value, offset, width) {
      checkValue(value, -(2 ** (8 * width - 1)), 2 ** (8 * width - 1) - 1);
      return this.writeUIntLE(value < 0 ? value + 2 ** (8 * width) : value, offset, width);
    }
  }

  function requireBytes(value, name) {
    if (!(value instanceof Bytes)) {
      throw new TypeError(`The "${name}" argument must be an instance of Buffer or Uint8Array.`);
    }
  }

  function clamp(index, missing, limit) {
    index = index === undefined ? missing : primordials.floor(+index) || 0;
    return primordials.min(primordials.max(index, 0), limit);
  }

  function inRange(buffer, offset, width) {
    if (offset === undefined) offset = 0;
    if (typeof offset !== "number") throw new TypeError('The "offset" argument must be of type number.');
    if (!primordials.isInteger(offset) || offset < 0 || offset + width > buffer.length) {
      throw new RangeError(`The value of "offset" is out of range. Received ${offset}`);
    }
    return offset;
  }

  function checkValue(value, least, most) {
    if (value < least || value > most) {
      throw new RangeError(
        `The value of "value" is out of range. It must be >= ${least} and <= ${most}. Received ${value}`,
      );
    }
  }

  function signed(value, width) {
    return value >= 2 ** (8 * width - 1) ? value - 2 ** (8 * width) : value;
  }

  function swapped(buffer, width) {
    if (buffer.length % width) throw new RangeError(`Buffer size must be a multiple of ${width * 8}-bits`);
    for (let i = 0; i < buffer.length; i += width)
      plainBytes(buffer)
        .subarray(i, i + width)
        .reverse();
    return buffer;
  }

  function compare(left, right) {
    const shared = primordials.min(left.length, right.length);
    for (let i = 0; i < shared; i++) {
      if (left[i] !== right[i]) return left[i] < right[i] ? -1 : 1;
    }
    return left.length === right.length ? 0 : left.length < right.length ? -1 : 1;
  }

  function find(buffer, value, offset, encoding, step) {
    if (typeof offset === "string") [offset, encoding] = [undefined, offset];
    const wanted =
      typeof value === "string" ? bytesOfText(value, encoding) : typeof value === "number" ? [value & 255] : value;
    const last = buffer.length - wanted.length;
    let at = offset === undefined ? (step > 0 ? 0 : last) : primordials.floor(+offset) || 0;
    if (at < 0) at = step > 0 ? primordials.max(buffer.length + at, 0) : buffer.length + at;
    if (step < 0) at = primordials.min(at, last);
    for (; at >= 0 && at <= last; at += step) {
      let same = 0;
      while (same < wanted.length && buffer[at + same] === wanted[same]) same++;
      if (same === wanted.length) return at;
    }
    return -1;
  }

  load("buffer/numbers")(NodeBuffer, inRange, checkValue);

  function checkSize(size) {
    if (typeof size !== "number") throw new TypeError('The "size" argument must be of type number.');
    if (!(size >= 0 && size <= MAX)) throw new RangeError(`The value of "size" is out of range. Received ${size}`);
  }

  function wrap(bytes) {
    return new NodeBuffer(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  function from(value, encoding, length) {
    if (typeof value === "string") return wrap(bytesOfText(value, encoding));
    if (isArrayBuffer(value)) return new NodeBuffer(value, encoding, length);
    if (typeof value === "object" && value !== null) {
      const primitive = typeof value.valueOf === "function" ? value.valueOf() : value;
      if (primitive !== value && primitive !== null && primitive !== undefined)
        return from(primitive, encoding, length);
      if (value.type === "Buffer" && isArray(value.data)) return wrap(Bytes.from(value.data));
      if (isArray(value) || primordials.isView(value) || typeof value.length === "number")
        return wrap(Bytes.from(value));
    }
    throw new TypeError(
      "The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object.",
    );
  }

  // Scripts call it with and without `new`, and inherit from it.
  function Buffer(value, encoding, length) {
    if (typeof value === "number") return Buffer.alloc(value);
    return from(value, encoding, length);
  }
  Buffer.prototype = NodeBuffer.prototype;
  primordials.defineProperty(NodeBuffer.prototype, "constructor", {
    value: Buffer,
    configurable: true,
    writable: true,
  });
  for (const maker of [Buffer, NodeBuffer]) {
    primordials.defineProperty(maker, Symbol.species, { value: NodeBuffer, configurable: true });
  }

  Buffer.poolSize = 8192;
  Buffer.from = from;
  Buffer.of = (...items) => wrap(Bytes.from(items));
  Buffer.alloc = (size, fill, encoding) => {
    checkSize(size);
    const made = new NodeBuffer(size);
    return fill === undefined || fill === 0 ? made : made.fill(fill, encoding);
  };
  Buffer.allocUnsafe = Buffer.allocUnsafeSlow = (size) => Buffer.alloc(size);
  Buffer.isBuffer = (value) => value instanceof NodeBuffer;
  Buffer.isEncoding = isEncoding;
  Buffer.byteLength = (value, encoding) =>
    typeof value === "string" ? bytesOfText(value, encoding).length : value.byteLength;
  Buffer.compare = (left, right) => {
    requireBytes(left, "buf1");
    requireBytes(right, "buf2");
    return compare(left, right);
  };
  Buffer.concat = (list, total) => {
    if (!isArray(list)) throw new TypeError('The "list" argument must be an instance of Array.');
    let length = 0;
    for (const item of list) {
      requireBytes(item, "list");
      length += item.length;
    }
    const made = Buffer.alloc(total === undefined ? length : total);
    let at = 0;
    for (const item of list) {
      if (at >= made.length) break;
      setBytes(made, item.subarray(0, made.length - at), at);
      at += item.length;
    }
    return made;
  };
  if (!native.newman) {
    Buffer.copyBytesFrom = (view, offset, length) => {
      const start = (offset || 0) * view.BYTES_PER_ELEMENT;
      const end = length === undefined ? view.byteLength : start + length * view.BYTES_PER_ELEMENT;
      return wrap(Bytes.from(sourceBytes(view).subarray(start, end)));
    };
  }

  const { atob, btoa } = load("base64");
  const module = {
    Buffer,
    SlowBuffer: (size) => Buffer.alloc(+size || 0),
    INSPECT_MAX_BYTES: 50,
    kMaxLength: native.newman ? 0x7fffffff : 4294967296,
  };
  if (native.newman) return module;
  module.kStringMaxLength = 536870888;
  module.constants = { MAX_LENGTH: module.kMaxLength, MAX_STRING_LENGTH: module.kStringMaxLength };
  module.atob = atob;
  module.btoa = btoa;
  module.isUtf8 = (bytes) => native.utf8Text(sourceBytes(bytes), true) !== null;
  module.isAscii = (bytes) => sourceBytes(bytes).every((byte) => byte < 128);
  module.transcode = (bytes, fromEncoding, toEncoding) =>
    wrap(bytesOfText(textOfBytes(sourceBytes(bytes), fromEncoding), toEncoding));
  return module;
});
