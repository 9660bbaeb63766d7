// structuredClone.
(function (load, native, primordials) {
  "use strict";
  const { TypeError, RangeError, DOMException } = primordials;

  function structuredClone(value) {
    if (arguments.length === 0) throw new TypeError('The "value" argument must be specified');
    return cloned(value, new Map());
  }
  function cloned(value, seen) {
    const refuse = () =>
      new DOMException(
        `${typeof value === "symbol" ? value.toString() : value} could not be cloned.`,
        "DataCloneError",
      );
    if (typeof value === "function" || typeof value === "symbol") throw refuse();
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    const keep = (made) => {
      seen.set(value, made);
      return made;
    };
    if (["Boolean", "Number", "String", "BigInt"].includes(kind) && !Array.isArray(value))
      return keep(Object(value.valueOf()));
    if (value instanceof Date) return keep(new Date(+value));
    if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
    if (primordials.isBuffer(value)) return keep(value.slice(0));
    if (primordials.isView(value)) {
      const buffer = cloned(value.buffer, seen);
      if (primordials.tagOf(value) === undefined) return keep(new DataView(buffer, value.byteOffset, value.byteLength));
      const Type = {
        Int8Array,
        Uint8Array,
        Uint8ClampedArray,
        Int16Array,
        Uint16Array,
        Int32Array,
        Uint32Array,
        Float32Array,
        Float64Array,
        BigInt64Array,
        BigUint64Array,
      }[primordials.tagOf(value)];
      return keep(new Type(buffer, value.byteOffset, value.length));
    }
    if (value instanceof Map) {
      const made = keep(new Map());
      for (const [key, item] of [...value]) made.set(cloned(key, seen), cloned(item, seen));
      return made;
    }
    if (value instanceof Set) {
      const made = keep(new Set());
      for (const item of [...value]) made.add(cloned(item, seen));
      return made;
    }
    if (value instanceof Error) {
      const Type = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }[value.name] || Error;
      const made = keep(new Type(value.message));
      made.stack = value.stack;
      return made;
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) throw refuse();
    const made = keep(Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) made[key] = cloned(value[key], seen);
    return made;
  }

  return { structuredClone };
});
