// lodash 4 as `require("lodash")` gives it.
(function (load, native) {
  "use strict";
  function lodash(value) {
    return lodash.isWrapped(value) ? value : lodash.wrapValue(value, false);
  }
  const base = load("lodash/base");
  const TYPES =
    "isArguments isArray isArrayBuffer isArrayLike isArrayLikeObject isBoolean isBuffer isDate isElement isEmpty " +
    "isError isFinite isFunction isInteger isLength isMap isNaN isNative isNil isNull isNumber isObject " +
    "isObjectLike isPlainObject isRegExp isSafeInteger isSet isString isSymbol isTypedArray isUndefined isWeakMap " +
    "isWeakSet toFinite toInteger toLength toNumber toPath toSafeInteger toString";
  for (const name of TYPES.split(" ")) lodash[name] = base[name];
  Object.assign(lodash, load("lodash/objects"), load("lodash/collections"), load("lodash/arrays"));
  Object.assign(lodash, load("lodash/functions"), load("lodash/strings"));
  for (const name of ["flattened", "isIterateeCall", "compareAscending"]) delete lodash[name];
  lodash.noConflict = () => lodash;
  lodash.runInContext = () => lodash;
  lodash.VERSION = native.newman ? "4.17.21" : "4.18.1";
  lodash.templateSettings.imports._ = lodash;
  load("lodash/chain")(lodash);
  for (const name of ["bind", "bindKey", "curry", "curryRight", "partial", "partialRight"])
    lodash[name].placeholder = lodash;
  Object.defineProperty(lodash, "_", { value: lodash, enumerable: true });
  return lodash;
});
