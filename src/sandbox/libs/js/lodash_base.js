// lodash: conversions, paths and iteratees, on which the rest builds, with types and equality.
(function (load, native, primordials) {
  "use strict";
  const { isArray } = primordials;
  const { types } = load("lodash/types");
  const _ = { ...types };

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
  _.toSafeInteger = (value) =>
    value
      ? clampNumber(_.toInteger(value), -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
      : value === 0
        ? value
        : 0;
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

  _.toKey = (value) =>
    typeof value === "string" || _.isSymbol(value) ? value : Object.is(value, -0) ? "-0" : `${value}`;
  _.toPath = (value) =>
    isArray(value) ? value.map(_.toKey) : _.isSymbol(value) ? [value] : parsePath(_.toString(value));

  function parsePath(text) {
    const keys = [];
    if (text.charCodeAt(0) === 46) keys.push("");
    text.replace(
      /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g,
      (match, number, quote, quoted) => {
        keys.push(quote ? quoted.replace(/\\(\\)?/g, "$1") : number || match);
        return "";
      },
    );
    return keys;
  }

  // A key that the object has as it is wins over the path that it spells.
  _.castPath = (value, object) => {
    if (isArray(value)) return value;
    if (typeof value === "number" || value == null || typeof value === "boolean" || _.isSymbol(value)) return [value];
    if (/^\w*$/.test(value) || !/[.[\]]/.test(value) || (object != null && value in Object(object))) return [value];
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
  _.has = (object, path) =>
    object != null && hasPath(object, path, (item, key) => Object.prototype.hasOwnProperty.call(item, key));
  _.hasIn = (object, path) => object != null && hasPath(object, path, (item, key) => key in Object(item));

  function isIndex(value, length) {
    const limit = length === undefined ? Number.MAX_SAFE_INTEGER : length;
    return (
      (typeof value === "number" || (typeof value !== "symbol" && /^(?:0|[1-9]\d*)$/.test(value))) &&
      value > -1 &&
      value % 1 === 0 &&
      value < limit
    );
  }
  _.isIndex = isIndex;

  _.isPrototype = (value) => {
    const maker = value && value.constructor;
    return value === ((typeof maker === "function" && maker.prototype) || Object.prototype);
  };
  _.keys = (object) => {
    if (object == null) return [];
    if (typeof object === "string" || !_.isArrayLike(object))
      return Object.keys(Object(object)).filter((key) => key !== "constructor" || !_.isPrototype(object));
    const keys = [];
    for (let i = 0; i < object.length; i++) keys.push(`${i}`);
    for (const key of Object.keys(object))
      if (!isIndex(key, object.length) && !(_.isTypedArray(object) && key === "length")) keys.push(key);
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

  const equal = load("lodash/equal")(_);
  _.isEqual = (left, right) => equal(left, right);
  _.isEqualWith = (left, right, custom) => equal(left, right, typeof custom === "function" ? custom : undefined);
  _.isMatchWith = (object, source, custom) => {
    custom = typeof custom === "function" ? custom : undefined;
    const keys = _.keys(source);
    if (object == null) return !keys.length;
    return keys.every((key) => {
      const verdict = custom ? custom(object[key], source[key], key, object, source) : undefined;
      if (verdict !== undefined) return !!verdict;
      if (source[key] === undefined || object[key] === undefined)
        return key in Object(object) && object[key] === source[key];
      return equal(source[key], object[key], undefined, true);
    });
  };
  _.isMatch = (object, source) => object === source || _.isMatchWith(object, source);
  _.conformsTo = (object, source) =>
    source == null ||
    _.keys(source).every((key) => object != null && key in Object(object) && source[key](object[key]));

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
});
