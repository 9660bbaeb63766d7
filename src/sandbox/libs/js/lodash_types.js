// lodash: what kind of value something is.
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
  _.isString = (value) =>
    typeof value === "string" || (!isArray(value) && _.isObjectLike(value) && tag(value) === "String");
  _.isNumber = (value) => typeof value === "number" || (_.isObjectLike(value) && tag(value) === "Number");
  _.isBoolean = (value) => value === true || value === false || (_.isObjectLike(value) && tag(value) === "Boolean");
  _.isSymbol = (value) => typeof value === "symbol" || (_.isObjectLike(value) && tag(value) === "Symbol");
  _.isNaN = (value) => _.isNumber(value) && value != +value;
  _.isFinite = (value) => typeof value === "number" && isFinite(value);
  _.isInteger = (value) => Number.isInteger(value);
  _.isSafeInteger = (value) => Number.isSafeInteger(value);
  _.isLength = (value) =>
    typeof value === "number" && value > -1 && value % 1 === 0 && value <= Number.MAX_SAFE_INTEGER;
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
  _.isNative = (value) =>
    typeof value === "function" && /\[native code\]/.test(Function.prototype.toString.call(value));
  _.isPlainObject = (value) => {
    if (!_.isObjectLike(value) || tag(value) !== "Object") return false;
    const parent = Object.getPrototypeOf(value);
    if (parent === null) return true;
    const maker = Object.hasOwn(parent, "constructor") && parent.constructor;
    return (
      typeof maker === "function" &&
      maker instanceof maker &&
      Function.prototype.toString.call(maker) === Function.prototype.toString.call(Object)
    );
  };
  _.isError = (value) => {
    if (!_.isObjectLike(value)) return false;
    const kind = tag(value);
    return (
      kind === "Error" ||
      kind === "DOMException" ||
      (typeof value.message === "string" && typeof value.name === "string" && !_.isPlainObject(value))
    );
  };
  _.isEmpty = (value) => {
    if (value == null) return true;
    if (
      _.isArrayLike(value) &&
      (isArray(value) ||
        typeof value === "string" ||
        typeof value.splice === "function" ||
        _.isTypedArray(value) ||
        _.isArguments(value))
    )
      return !value.length;
    if (_.isMap(value) || _.isSet(value)) return !value.size;
    for (const key in value) if (Object.hasOwn(value, key)) return false;
    return true;
  };

  return { tag, types: _ };
});
