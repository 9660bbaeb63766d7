// lodash: the wrapper behind `_(value)` and `_.chain(value)`.
(function () {
  "use strict";
  // Methods whose result ends an implicit chain, so that `_(list).sum()` is a number.
  const ENDING =
    "add attempt camelCase capitalize ceil clamp clone cloneDeep cloneDeepWith cloneWith conformsTo deburr " +
    "defaultTo divide each eachRight endsWith eq escape escapeRegExp every find findIndex findKey findLast " +
    "findLastIndex findLastKey first floor forEach forEachRight forIn forInRight forOwn forOwnRight get gt " +
    "gte has hasIn head identity includes indexOf inRange invoke isArguments isArray isArrayBuffer isArrayLike " +
    "isArrayLikeObject isBoolean isBuffer isDate isElement isEmpty isEqual isEqualWith isError isFinite " +
    "isFunction isInteger isLength isMap isMatch isMatchWith isNaN isNative isNil isNull isNumber isObject " +
    "isObjectLike isPlainObject isRegExp isSafeInteger isSet isString isSymbol isTypedArray isUndefined " +
    "isWeakMap isWeakSet join kebabCase last lastIndexOf lowerCase lowerFirst lt lte max maxBy mean meanBy " +
    "min minBy stubArray stubFalse stubObject stubString stubTrue multiply nth noConflict noop now pad " +
    "padEnd padStart parseInt random reduce reduceRight repeat result round runInContext sample shift size " +
    "snakeCase some sortedIndex sortedIndexBy sortedIndexOf sortedLastIndex sortedLastIndexBy " +
    "sortedLastIndexOf startCase startsWith subtract sum sumBy template times toFinite toInteger toLength " +
    "toLower toNumber toSafeInteger toString toUpper trim trimEnd trimStart truncate unescape uniqueId " +
    "upperCase upperFirst pop " +
    // lodash 3
    "all any contains detect foldl foldr include inject findWhere trunc padLeft padRight trimLeft trimRight";
  const ends = new Set(ENDING.split(" "));
  const MUTATORS = { push: true, sort: true, splice: true, unshift: true, pop: false, shift: false };

  return function addChain(_) {
    const wrap = (value, chained) => {
      const made = Object.create(_.prototype);
      made.__wrapped__ = value;
      made.__chain__ = chained;
      return made;
    };
    const define = (name, run) => {
      Object.defineProperty(_.prototype, name, { value: run, configurable: true, writable: true, enumerable: true });
    };
    const method = (name, run) =>
      define(name, function (...values) {
        const result = run.apply(_, [this.__wrapped__, ...values]);
        return ends.has(name) && !this.__chain__ ? result : wrap(result, this.__chain__);
      });

    _.wrapValue = wrap;
    _.chain = (value) => wrap(_.isWrapped(value) ? value.__wrapped__ : value, true);
    _.isWrapped = (value) => typeof value === "object" && value !== null && Object.hasOwn(value, "__wrapped__");
    _.mixin = (target, source, options) => {
      if (typeof source !== "object" && typeof source !== "function") [target, source] = [_, target];
      if (options === undefined && target === source) return target;
      for (const name of Object.keys(source)) {
        if (typeof source[name] !== "function") continue;
        target[name] = source[name];
        if (target === _) method(name, source[name]);
      }
      return target;
    };
    for (const name of Object.keys(_))
      if (typeof _[name] === "function" && name !== "wrapValue" && name !== "isWrapped") method(name, _[name]);
    for (const name in MUTATORS) {
      define(name, function (...values) {
        const list = Array.isArray(this.__wrapped__) ? this.__wrapped__ : [];
        const result = list[name](...values);
        return MUTATORS[name] ? wrap(list, this.__chain__) : this.__chain__ ? wrap(result, true) : result;
      });
    }
    const value = function () {
      return this.__wrapped__;
    };
    for (const name of ["value", "valueOf", "toJSON", "run"]) define(name, value);
    define("toString", function () {
      return `${this.__wrapped__}`;
    });
    define("commit", function () {
      return wrap(this.__wrapped__, this.__chain__);
    });
    define("chain", function () {
      return wrap(this.__wrapped__, true);
    });
    define("plant", function (other) {
      return wrap(_.isWrapped(other) ? other.__wrapped__ : other, this.__chain__);
    });
    define("next", function () {
      this.__values__ = this.__values__ || [...this.__wrapped__];
      this.__index__ = this.__index__ || 0;
      const done = this.__index__ >= this.__values__.length;
      return { done, value: done ? undefined : this.__values__[this.__index__++] };
    });
    define(Symbol.iterator, function () {
      return this;
    });
    for (const name of ["wrapValue", "isWrapped"]) Object.defineProperty(_, name, { enumerable: false });
  };
});
