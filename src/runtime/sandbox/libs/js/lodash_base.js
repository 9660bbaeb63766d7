// lodash: types, conversions, paths, equality and iteratees, on which the rest builds.
(function (load, native, primordials) {
  "use strict";
  const { isArray, isView, tagOf } = primordials;
  const _ = {};
  const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);

  _.isArray = isArray;
  _.isObjectLike = (value) => typeof value === "object" && value !== null;
  _.isObject = (value) => (typeof value === "object" && value !== null) || typeof value === "function";
  _.isFunction = (value) => typeof value === "function";
  _.isUndefined = (value) => value === undefined;
  _.isNull = (value) => value === null;
  _.isNil = (value) => value === undefined || value === null;
  _.isString = (value) => typeof value === "string" || (!isArray(value) && _.isObjectLike(value) && tag(value) === "String");
  _.isNumber = (value) => typeof value === "number" || (_.isObjectLike(value) && tag(value) === "Number");
  _.isBoolean = (value) => value === true || value === false || (_.isObjectLike(value) && tag(value) === "Boolean");
  _.isSymbol = (value) => typeof value === "symbol" || (_.isObjectLike(value) && tag(value) === "Symbol");
  _.isNaN = (value) => _.isNumber(value) && value != +value;
  _.isFinite = (value) => typeof value === "number" && isFinite(value);
  _.isInteger = (value) => Number.isInteger(value);
  _.isSafeInteger = (value) => Number.isSafeInteger(value);
  _.isLength = (value) => typeof value === "number" && value > -1 && value % 1 === 0 && value <= Number.MAX_SAFE_INTEGER;
  _.isArrayLike = (value) => value != null && _.isLength(value.length) && typeof value !== "function";
  _.isArrayLikeObject = (value) => _.isObjectLike(value) && _.isArrayLike(value);
  _.isDate = (value) => _.isObjectLike(value) && tag(value) === "Date";
  _.isRegExp = (value) => _.isObjectLike(value) && tag(value) === "RegExp";
  _.isMap = (value) => value instanceof Map;
  _.isSet = (value) => value instanceof Set;
  _.isWeakMap = (value) => value instanceof WeakMap;
  _.isWeakSet = (value) => value instanceof WeakSet;
  _.isArguments = (value) => _.isObjectLike(value) && tag(value) === "Arguments";
  _.isArrayBuffer = (value) => _.isObjectLike(value) && tag(value) === "ArrayBuffer";
  _.isTypedArray = (value) => isView(value) && tagOf(value) !== undefined;
  // Newman's bundled lodash does not see the sandbox's Buffer.
  _.isBuffer = (value) => !native.newman && _.isTypedArray(value) && load("buffer").Buffer.isBuffer(value);
  _.isElement = () => false;
  _.isNative = (value) => typeof value === "function" && /\[native code\]/.test(Function.prototype.toString.call(value));
  _.isPlainObject = (value) => {
    if (!_.isObjectLike(value) || tag(value) !== "Object") return false;
    const parent = Object.getPrototypeOf(value);
    if (parent === null) return true;
    const maker = Object.hasOwn(parent, "constructor") && parent.constructor;
    return typeof maker === "function" && maker instanceof maker && Function.prototype.toString.call(maker) === Function.prototype.toString.call(Object);
  };
  _.isError = (value) => {
    if (!_.isObjectLike(value)) return false;
    const kind = tag(value);
    return kind === "Error" || kind === "DOMException" || (typeof value.message === "string" && typeof value.name === "string" && !_.isPlainObject(value));
  };
  _.isEmpty = (value) => {
    if (value == null) return true;
    if (_.isArrayLike(value) && (isArray(value) || typeof value === "string" || typeof value.splice === "function" || _.isTypedArray(value) || _.isArguments(value))) return !value.length;
    if (_.isMap(value) || _.isSet(value)) return !value.size;
    for (const key in value) if (Object.hasOwn(value, key)) return false;
    return true;
  };

  _.toNumber = (value) => {
    if (typeof value === "number") return value;
    if (_.isSymbol(value)) return NaN;
    if (_.isObject(value)) {
      const other = typeof value.valueOf === "function" ? value.valueOf() : value;
      value = _.isObject(other) ? `${other}` : other;
    }
    if (typeof value !== "string") return value === 0 ? value : +value;
    value = value.trim();
    return /^[-+]0[xbo]/i.test(value) ? NaN : +value;
  };
  _.toFinite = (value) => {
    if (!value) return value === 0 ? value : 0;
    value = _.toNumber(value);
    if (value === Infinity || value === -Infinity) return (value < 0 ? -1 : 1) * Number.MAX_VALUE;
    return value === value ? value : 0;
  };
  _.toInteger = (value) => {
    const number = _.toFinite(value);
    return number - (number % 1) || 0;
  };
  _.toLength = (value) => (value ? clampNumber(_.toInteger(value), 0, 4294967295) : 0);
  _.toSafeInteger = (value) => (value ? clampNumber(_.toInteger(value), -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) : value === 0 ? value : 0);
  _.toString = (value) => (value == null ? "" : textOf(value));
  const textOf = (value) => {
    if (typeof value === "string") return value;
    if (isArray(value)) return `${value.map(textOf)}`;
    if (_.isSymbol(value)) return Symbol.prototype.toString.call(value);
    return Object.is(value, -0) ? "-0" : `${value}`;
  };
  function clampNumber(number, least, most) {
    if (number !== number) return number;
    if (most !== undefined && number > most) number = most;
    return least !== undefined && number < least ? least : number;
  }
  _.clampNumber = clampNumber;
  _.eq = (left, right) => left === right || (left !== left && right !== right);

  _.toKey = (value) => (typeof value === "string" || _.isSymbol(value) ? value : Object.is(value, -0) ? "-0" : `${value}`);
  _.toPath = (value) => (isArray(value) ? value.map(_.toKey) : _.isSymbol(value) ? [value] : parsePath(_.toString(value)));

  function parsePath(text) {
    const keys = [];
    if (text.charCodeAt(0) === 46) keys.push("");
    text.replace(/[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g, (match, number, quote, quoted) => {
      keys.push(quote ? quoted.replace(/\\(\\)?/g, "$1") : number || match);
      return "";
    });
    return keys;
  }

  // A key that the object has as it is wins over the path that it spells.
  _.castPath = (value, object) => {
    if (isArray(value)) return value;
    if (typeof value === "number" || value == null || typeof value === "boolean" || _.isSymbol(value)) return [value];
    if ((/^\w*$/.test(value) || !/[.[\]]/.test(value)) || (object != null && value in Object(object))) return [value];
    return parsePath(_.toString(value));
  };

  const baseGet = (object, path) => {
    const keys = _.castPath(path, object);
    let index = 0;
    while (object != null && index < keys.length) object = object[_.toKey(keys[index++])];
    return index && index === keys.length ? object : undefined;
  };
  _.get = (object, path, fallback) => {
    const found = object == null ? undefined : baseGet(object, path);
    return found === undefined ? fallback : found;
  };
  _.baseGet = baseGet;
  const hasPath = (object, path, test) => {
    const keys = _.castPath(path, object);
    if (object == null) return false;
    let found = false;
    let index = 0;
    for (; index < keys.length; index++) {
      found = object != null && test(object, _.toKey(keys[index]));
      if (!found) break;
      object = object[_.toKey(keys[index])];
    }
    if (found || index + 1 < keys.length || object == null) return found;
    const key = keys[keys.length - 1];
    return _.isLength(object.length) && isIndex(key, object.length) && (isArray(object) || _.isArguments(object));
  };
  _.has = (object, path) => object != null && hasPath(object, path, (item, key) => Object.prototype.hasOwnProperty.call(item, key));
  _.hasIn = (object, path) => object != null && hasPath(object, path, (item, key) => key in Object(item));

  function isIndex(value, length) {
    const limit = length === undefined ? Number.MAX_SAFE_INTEGER : length;
    return (typeof value === "number" || (typeof value !== "symbol" && /^(?:0|[1-9]\d*)$/.test(value))) && value > -1 && value % 1 === 0 && value < limit;
  }
  _.isIndex = isIndex;

  _.isPrototype = (value) => {
    const maker = value && value.constructor;
    return value === ((typeof maker === "function" && maker.prototype) || Object.prototype);
  };
  _.keys = (object) => {
    if (object == null) return [];
    if (typeof object === "string" || !_.isArrayLike(object)) return Object.keys(Object(object)).filter((key) => key !== "constructor" || !_.isPrototype(object));
    const keys = [];
    for (let i = 0; i < object.length; i++) keys.push(`${i}`);
    for (const key of Object.keys(object)) if (!isIndex(key, object.length) && !(_.isTypedArray(object) && key === "length")) keys.push(key);
    return keys;
  };
  _.keysIn = (object) => {
    const keys = [];
    if (object == null) return keys;
    if (_.isArrayLike(object)) for (let i = 0; i < object.length; i++) keys.push(`${i}`);
    for (const key in Object(object)) {
      if (_.isArrayLike(object) && isIndex(key, object.length)) continue;
      if (key === "constructor" && (_.isPrototype(object) || !Object.hasOwn(object, key))) continue;
      keys.push(key);
    }
    return keys;
  };

  // Deep equality; `custom` may decide a pair, and `partial` lets the left side have more.
  function equal(left, right, custom, partial, seen) {
    if (custom) {
      const verdict = custom.call(undefined, left, right);
      if (verdict !== undefined) return !!verdict;
    }
    return equalWithin(left, right, custom, partial, seen);
  }
  function equalWithin(left, right, custom, partial, seen) {
    if (left === right) return true;
    if (left == null || right == null || (!_.isObjectLike(left) && !_.isObjectLike(right))) return left !== left && right !== right;
    return equalObjects(left, right, custom, partial, seen || new Map());
  }
  function equalObjects(left, right, custom, partial, seen) {
    const kind = _.isArguments(left) ? "Object" : tag(left);
    const other = _.isArguments(right) ? "Object" : tag(right);
    if (kind !== other) return false;
    switch (kind) {
      case "Boolean":
      case "Date":
      case "Number":
        return _.eq(+left, +right);
      case "Error":
        return left.name == right.name && left.message == right.message;
      case "RegExp":
      case "String":
        return left == `${right}`;
      case "Symbol":
        return Symbol.prototype.valueOf.call(left) === Symbol.prototype.valueOf.call(right);
      case "ArrayBuffer":
        return equalBytes(new Uint8Array(left), new Uint8Array(right));
      case "Promise":
      case "WeakMap":
      case "WeakSet":
        return false;
    }
    if (seen.has(left) && seen.has(right)) return seen.get(left) === right && seen.get(right) === left;
    seen.set(left, right);
    seen.set(right, left);
    const result = equalParts(left, right, kind, custom, partial, seen);
    seen.delete(left);
    seen.delete(right);
    return result;
  }
  function equalBytes(left, right) {
    if (left.length !== right.length) return false;
    for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
    return true;
  }
  function equalParts(left, right, kind, custom, partial, seen) {
    const pair = (a, b, key) => {
      const verdict = custom ? (partial ? custom(b, a, key, right, left) : custom(a, b, key, left, right)) : undefined;
      return verdict === undefined ? equalWithin(a, b, custom, partial, seen) : !!verdict;
    };
    if (kind === "Map") {
      if (left.size !== right.size && !(partial && right.size > left.size)) return false;
      return equalUnordered([...left], [...right], (a, b) => equalWithin(a[0], b[0], custom, partial, seen) && equalWithin(a[1], b[1], custom, partial, seen));
    }
    if (kind === "Set") {
      if (left.size !== right.size && !(partial && right.size > left.size)) return false;
      return equalUnordered([...left], [...right], (a, b) => equalWithin(a, b, custom, partial, seen));
    }
    if (isArray(left) || _.isTypedArray(left)) {
      if (left.length !== right.length && !(partial && right.length > left.length)) return false;
      if (partial) return equalUnordered([...left], [...right], (a, b) => pair(a, b, undefined));
      for (let i = 0; i < left.length; i++) if (!pair(left[i], right[i], i)) return false;
      return true;
    }
    const keys = ownEnumerable(left);
    const others = ownEnumerable(right);
    if (keys.length !== others.length && !partial) return false;
    for (const key of keys) {
      if (partial ? !(key in right) : !Object.prototype.hasOwnProperty.call(right, key)) return false;
    }
    for (const key of keys) if (!pair(left[key], right[key], key)) return false;
    if (partial || "constructor" in left === false || keys.includes("constructor")) return true;
    const a = left.constructor;
    const b = right.constructor;
    return a === b || !("constructor" in left && "constructor" in right) || (typeof a === "function" && a instanceof a && typeof b === "function" && b instanceof b);
  }
  function equalUnordered(left, right, same) {
    const free = right.slice();
    return left.every((a) => {
      const at = free.findIndex((b) => same(a, b));
      if (at < 0) return false;
      free.splice(at, 1);
      return true;
    });
  }
  function ownEnumerable(object) {
    const symbols = Object.getOwnPropertySymbols(object).filter((symbol) => Object.prototype.propertyIsEnumerable.call(object, symbol));
    return [..._.keys(object), ...symbols];
  }
  _.ownEnumerable = ownEnumerable;

  _.isEqual = (left, right) => equal(left, right);
  _.isEqualWith = (left, right, custom) => equal(left, right, typeof custom === "function" ? custom : undefined);
  _.isMatchWith = (object, source, custom) => {
    custom = typeof custom === "function" ? custom : undefined;
    const keys = _.keys(source);
    if (object == null) return !keys.length;
    return keys.every((key) => {
      const verdict = custom ? custom(object[key], source[key], key, object, source) : undefined;
      if (verdict !== undefined) return !!verdict;
      if (source[key] === undefined || object[key] === undefined) return key in Object(object) && object[key] === source[key];
      return equal(source[key], object[key], undefined, true);
    });
  };
  _.isMatch = (object, source) => object === source || _.isMatchWith(object, source);
  _.conformsTo = (object, source) => source == null || _.keys(source).every((key) => object != null && key in Object(object) && source[key](object[key]));

  _.property = (path) => (object) => (object == null ? undefined : baseGet(object, path));
  _.matches = (source) => {
    const kept = load("lodash/objects").cloneDeep(source);
    return (object) => _.isMatch(object, kept);
  };
  _.matchesProperty = (path, value) => {
    const kept = load("lodash/objects").cloneDeep(value);
    return (object) => {
      const found = _.get(object, path);
      return found === undefined && found === kept ? _.hasIn(object, path) : equal(kept, found, undefined, true);
    };
  };
  _.identity = (value) => value;

  // What lodash makes of a function, a property path, an object, or a pair.
  _.iteratee = (value) => {
    if (typeof value === "function") return value;
    if (value == null) return _.identity;
    if (isArray(value)) return _.matchesProperty(value[0], value[1]);
    return typeof value === "object" ? _.matches(value) : _.property(value);
  };

  return _;
})
