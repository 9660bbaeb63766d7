// lodash: shallow and deep copies.
(function (load) {
  "use strict";
  const base = load("lodash/base");
  const { isArray } = Array;
  const _ = {};

  function put(object, key, value) {
    if (key === "__proto__")
      Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
    else object[key] = value;
  }

  function emptyLike(value) {
    const parent = Object.getPrototypeOf(value);
    return typeof value.constructor === "function" && !base.isPrototype(value) ? Object.create(parent) : {};
  }
  function copy(value, deep, custom, key, parent, seen) {
    if (custom) {
      const made = parent === undefined ? custom(value) : custom(value, key, parent, seen);
      if (made !== undefined) return made;
    }
    if (!base.isObject(value)) return value;
    if (typeof value === "function") return parent === undefined ? {} : value;
    if (seen.has(value)) return seen.get(value);
    const made = shell(value);
    if (made === undefined) return parent === undefined ? {} : value;
    if (!isArray(value) && Object.getPrototypeOf(made) !== Object.getPrototypeOf(value) && base.isError(value))
      return parent === undefined ? {} : value;
    seen.set(value, made);
    const inner = (item, name) => (deep ? copy(item, deep, custom, name, value, seen) : item);
    if (base.isMap(value)) value.forEach((item, name) => made.set(name, inner(item, name)));
    else if (base.isSet(value)) value.forEach((item) => made.add(inner(item, item)));
    else if (!base.isTypedArray(value) && !isLeaf(value)) {
      for (const name of base.ownEnumerable(value)) put(made, name, inner(value[name], name));
    }
    return made;
  }
  const isLeaf = (value) =>
    base.isDate(value) ||
    base.isRegExp(value) ||
    base.isArrayBuffer(value) ||
    base.isString(value) ||
    base.isNumber(value) ||
    base.isBoolean(value) ||
    base.isSymbol(value);
  function shell(value) {
    if (isArray(value)) {
      const made = new Array(value.length);
      if (value.length && typeof value[0] === "string" && Object.hasOwn(value, "index")) {
        made.index = value.index;
        made.input = value.input;
      }
      return made;
    }
    if (base.isDate(value)) return new Date(+value);
    if (base.isRegExp(value)) {
      const made = new RegExp(value.source, /\w*$/.exec(value)[0]);
      made.lastIndex = value.lastIndex;
      return made;
    }
    if (base.isMap(value)) return new Map();
    if (base.isSet(value)) return new Set();
    if (base.isBuffer(value)) return load("buffer").Buffer.from(value);
    if (base.isTypedArray(value) || base.isArrayBuffer(value)) return value.slice(0);
    if (base.isString(value) || base.isNumber(value) || base.isBoolean(value) || base.isSymbol(value))
      return Object(value.valueOf());
    if (base.isError(value) || base.isWeakMap(value) || base.isWeakSet(value) || value instanceof Promise)
      return undefined;
    return emptyLike(value);
  }
  const customized = (custom) => (typeof custom === "function" ? custom : undefined);
  _.clone = (value) => copy(value, false, undefined, undefined, undefined, new Map());
  _.cloneDeep = (value) => copy(value, true, undefined, undefined, undefined, new Map());
  _.cloneWith = (value, custom) => copy(value, false, customized(custom), undefined, undefined, new Map());
  _.cloneDeepWith = (value, custom) => copy(value, true, customized(custom), undefined, undefined, new Map());

  return { copies: _, put, emptyLike };
});
