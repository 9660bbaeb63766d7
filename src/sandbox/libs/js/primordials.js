// Built-in functions as they were before any script ran, so that a script that replaces
// `Array.prototype.slice` or `Error` changes its own world only.
(function () {
  "use strict";
  const { apply, ownKeys } = Reflect;
  const { bind, call } = Function.prototype;
  const bound = (method) => apply(bind, call, [method]);
  const TypedArray = Object.getPrototypeOf(Uint8Array);
  const getter = (object, name) => bound(Object.getOwnPropertyDescriptor(object, name).get);
  const tagOf = getter(TypedArray.prototype, Symbol.toStringTag);
  const bufferOf = getter(TypedArray.prototype, "buffer");
  const offsetOf = getter(TypedArray.prototype, "byteOffset");
  const lengthOf = getter(TypedArray.prototype, "byteLength");
  const viewBufferOf = getter(DataView.prototype, "buffer");
  const viewOffsetOf = getter(DataView.prototype, "byteOffset");
  const viewLengthOf = getter(DataView.prototype, "byteLength");
  const bufferLengthOf = getter(ArrayBuffer.prototype, "byteLength");
  const { isView } = ArrayBuffer;
  const Bytes = Uint8Array;
  const decodeURIComponent_ = decodeURIComponent;
  const escape_ = escape;

  function isBuffer(value) {
    try {
      bufferLengthOf(value);
      return true;
    } catch {
      return false;
    }
  }

  // The bytes behind a buffer or a typed array of plain numbers; undefined for anything else.
  function bytesOf(value) {
    if (isView(value)) {
      const tag = tagOf(value);
      if (tag === undefined || tag === "BigInt64Array" || tag === "BigUint64Array") return undefined;
      return new Bytes(bufferOf(value), offsetOf(value), lengthOf(value));
    }
    return isBuffer(value) ? new Bytes(value) : undefined;
  }

  // The bytes behind anything that the Web calls a BufferSource; undefined for anything else.
  function sourceBytes(value) {
    if (!isView(value)) return isBuffer(value) ? new Bytes(value) : undefined;
    if (tagOf(value) !== undefined) return new Bytes(bufferOf(value), offsetOf(value), lengthOf(value));
    return new Bytes(viewBufferOf(value), viewOffsetOf(value), viewLengthOf(value));
  }

  return Object.freeze({
    apply,
    ownKeys,
    bound,
    bytesOf,
    sourceBytes,
    isBuffer,
    isView,
    tagOf,
    bufferOf,
    decodeUtf8: (text) => decodeURIComponent_(escape_(text)),
    splice: bound(Array.prototype.splice),
    slice: bound(Array.prototype.slice),
    isArray: Array.isArray,
    objectCreate: Object.create,
    hasOwn: Object.hasOwn,
    defineProperty: Object.defineProperty,
    isInteger: Number.isInteger,
    floor: Math.floor,
    ceil: Math.ceil,
    max: Math.max,
    min: Math.min,
    fromCharCode: String.fromCharCode,
    charCodeAt: bound(String.prototype.charCodeAt),
    charAt: bound(String.prototype.charAt),
    indexOf: bound(String.prototype.indexOf),
    substr: bound(String.prototype.substr),
    isWellFormed: bound(String.prototype.isWellFormed),
    split: bound(String.prototype.split),
    parseInteger: parseInt,
    Bytes,
    DOMException,
    Error,
    TypeError,
    RangeError,
    URIError,
    Promise,
    Proxy,
    WeakMap,
  });
});
