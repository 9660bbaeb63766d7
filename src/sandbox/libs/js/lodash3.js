// lodash 3.10 as the global `_`, told in terms of lodash 4: other names, a `this` for callbacks,
// and `(list, "key", value)` shorthands.
(function (load, native) {
  "use strict";
  const four = load("lodash");
  function lodash(value) {
    return lodash.isWrapped(value) ? value : lodash.wrapValue(value, false);
  }

  const SAME =
    "throttle " +
    "after ary assign at before bind bindAll bindKey chunk compact constant create curry curryRight debounce " +
    "defaults defaultsDeep defer delay difference drop dropRight fill flattenDeep flow flowRight functions " +
    "initial intersection invert keys keysIn matches matchesProperty memoize method methodOf negate once " +
    "partial partialRight property propertyOf pull pullAt range rearg set shuffle slice spread take takeRight " +
    "tap thru times toArray toPlainObject union unzip values valuesIn without wrap xor zip add camelCase ceil " +
    "deburr endsWith escapeRegExp floor get gt gte has identity inRange isArguments isArray isBoolean isDate " +
    "isElement isEmpty isError isFinite isFunction isNaN isNative isNull isNumber isObject isPlainObject " +
    "isRegExp isString isTypedArray isUndefined kebabCase last lastIndexOf lt lte noop now pad parseInt random " +
    "repeat result round size snakeCase startCase startsWith template trim unescape uniqueId words includes " +
    "indexOf escape attempt";
  for (const name of SAME.split(" ")) lodash[name] = four[name];

  // A callback bound to its `this`, or the shorthands for a property, a property with its value, an object.
  function callback(value, self, given) {
    if (typeof value === "function") return self === undefined ? value : (...values) => value.apply(self, values);
    if (value == null) return four.identity;
    if (typeof value === "object") return four.matches(value);
    return given ? four.matchesProperty(value, self) : four.property(value);
  }
  const withCallback = (run) => (collection, step, self) => run(collection, callback(step, self, self !== undefined));
  const CALLBACK =
    "dropRightWhile dropWhile filter findIndex findKey findLast findLastIndex findLastKey forEach forEachRight " +
    "forIn forInRight forOwn forOwnRight groupBy map mapKeys mapValues partition reject remove takeRightWhile " +
    "takeWhile every some find countBy";
  for (const name of CALLBACK.split(" ")) lodash[name] = withCallback(four[name]);
  lodash.indexBy = withCallback(four.keyBy);
  lodash.sortBy = (collection, step, self) =>
    four.isIterateeCall && self ? four.sortBy(collection) : four.sortBy(collection, callback(step, self));
  lodash.callback = lodash.iteratee = (value, self) => callback(value, self);
  lodash.times = (count, step, self) => four.times(count, callback(step, self));
  const reducer =
    (run) =>
    (collection, step, ...rest) => {
      const bound = callback(step, rest[1]);
      return rest.length ? run(collection, bound, rest[0]) : run(collection, bound);
    };
  lodash.reduce = reducer(four.reduce);
  lodash.reduceRight = reducer(four.reduceRight);
  lodash.transform = (object, step, accumulator, self) => four.transform(object, callback(step, self), accumulator);

  lodash.pluck = (collection, path) => four.map(collection, four.property(path));
  lodash.where = (collection, source) => four.filter(collection, four.matches(source));
  lodash.findWhere = (collection, source) => four.find(collection, four.matches(source));
  lodash.pairs = four.toPairs;
  lodash.zipObject = (names, values) => {
    if (names && names.length && !values && !Array.isArray(names[0])) return four.zipObject(names, []);
    return values ? four.zipObject(names, values) : four.fromPairs(names);
  };
  lodash.first = four.head;
  lodash.rest = four.tail;
  lodash.restParam = four.rest;
  lodash.modArgs = four.overArgs;
  lodash.padLeft = four.padStart;
  lodash.padRight = four.padEnd;
  lodash.trimLeft = four.trimStart;
  lodash.trimRight = four.trimEnd;
  lodash.trunc = (text, options) => four.truncate(text, typeof options === "number" ? { length: options } : options);
  lodash.capitalize = four.upperFirst;
  lodash.invoke = (collection, path, ...values) => four.invokeMap(collection, path, ...values);
  lodash.flatten = (list, deep, guard) =>
    deep && typeof deep === "boolean" && !guard ? four.flattenDeep(list) : four.flatten(list);
  lodash.uniq = (list, sorted, step, self) => {
    if (sorted != null && typeof sorted !== "boolean") [step, self] = [sorted, step];
    return step == null || typeof step === "number" ? four.uniq(list) : four.uniqBy(list, callback(step, self));
  };
  const extreme = (best, empty) => (collection, step, self) => {
    if (step === undefined || (self !== undefined && typeof self === "object" && typeof step === "number")) {
      const found = best(four.values(collection), four.identity);
      return found === undefined ? empty : found;
    }
    const found = best(
      four.isArrayLike(collection) ? four.toArray(collection) : four.values(collection),
      callback(step, self),
    );
    return found === undefined ? empty : found;
  };
  lodash.max = extreme(four.maxBy, -Infinity);
  lodash.min = extreme(four.minBy, Infinity);
  lodash.sum = (collection, step, self) =>
    four.reduce(collection, (sum, value, key) => sum + (+callback(step, self)(value, key, collection) || 0), 0);
  lodash.sortByAll = (collection, ...steps) => four.sortBy(collection, ...steps);
  lodash.sortByOrder = (collection, steps, orders) =>
    four.orderBy(
      collection,
      steps,
      []
        .concat(orders === undefined ? [] : orders)
        .map((order) => (order === false ? "desc" : order === true ? "asc" : order)),
    );
  lodash.sample = (collection, count, guard) =>
    count == null || guard ? four.sample(collection) : four.sampleSize(collection, count);
  lodash.sortedIndex = (list, value, step, self) =>
    step == null ? four.sortedIndex(list, value) : four.sortedIndexBy(list, value, callback(step, self));
  lodash.sortedLastIndex = (list, value, step, self) =>
    step == null ? four.sortedLastIndex(list, value) : four.sortedLastIndexBy(list, value, callback(step, self));
  const custom = (plain, withCustom) => (value, custom, self) =>
    typeof custom === "function" ? withCustom(value, (...values) => custom.apply(self, values)) : plain(value);
  lodash.clone = (value, deep, step, self) => {
    if (typeof deep === "boolean")
      return deep ? lodash.cloneDeep(value, step, self) : custom(four.clone, four.cloneWith)(value, step, self);
    return custom(four.clone, four.cloneWith)(value, deep, step);
  };
  lodash.cloneDeep = custom(four.cloneDeep, four.cloneDeepWith);
  lodash.isEqual = (left, right, step, self) =>
    typeof step === "function"
      ? four.isEqualWith(left, right, (...values) => step.apply(self, values))
      : four.isEqual(left, right);
  lodash.isMatch = (object, source, step, self) =>
    typeof step === "function"
      ? four.isMatchWith(object, source, (...values) => step.apply(self, values))
      : four.isMatch(object, source);
  const mixing =
    (plain, withCustom) =>
    (object, ...sources) =>
      typeof sources[sources.length - 1] === "function" && sources.length > 1
        ? withCustom(object, ...sources)
        : plain(object, ...sources);
  lodash.assign = mixing(four.assign, four.assignWith);
  lodash.merge = mixing(four.merge, four.mergeWith);
  const choosing =
    (plain, by) =>
    (object, ...names) =>
      typeof names[0] === "function" ? by(object, callback(names[0], names[1])) : plain(object, ...names);
  lodash.pick = choosing(four.pick, four.pickBy);
  lodash.omit = choosing(four.omit, four.omitBy);
  const zipping =
    (run) =>
    (...lists) => {
      const self = typeof lists[lists.length - 2] === "function" ? lists.pop() : undefined;
      const step = lists.pop();
      return run(lists, typeof step === "function" ? (...values) => step.apply(self, values) : undefined);
    };
  lodash.zipWith = zipping((lists, step) => four.unzipWith(lists, step));
  lodash.unzipWith = (list, step, self) => four.unzipWith(list, step && ((...values) => step.apply(self, values)));

  const ALIASES = {
    all: "every",
    any: "some",
    contains: "includes",
    include: "includes",
    eq: "isEqual",
    detect: "find",
    foldl: "reduce",
    foldr: "reduceRight",
    inject: "reduce",
    head: "first",
    collect: "map",
    each: "forEach",
    eachRight: "forEachRight",
    extend: "assign",
    methods: "functions",
    object: "zipObject",
    select: "filter",
    tail: "rest",
    unique: "uniq",
    backflow: "flowRight",
    compose: "flowRight",
  };
  for (const alias in ALIASES) lodash[alias] = lodash[ALIASES[alias]];

  lodash.noConflict = () => lodash;
  lodash.runInContext = () => lodash;
  lodash.support = {};
  lodash.templateSettings = four.templateSettings;
  lodash.VERSION = "3.10.2";
  load("lodash/chain")(lodash);
  const list = (name, run) =>
    Object.defineProperty(lodash.prototype, name, {
      configurable: true,
      writable: true,
      enumerable: true,
      value(...values) {
        return run.call(this, ...values);
      },
    });
  list("concat", function (...values) {
    return lodash.wrapValue([].concat(this.__wrapped__, ...values), this.__chain__);
  });
  list("join", function (separator) {
    const text = [].join.call(this.__wrapped__, separator);
    return this.__chain__ ? lodash.wrapValue(text, true) : text;
  });
  list("reverse", function () {
    return lodash.wrapValue(
      Array.isArray(this.__wrapped__) ? this.__wrapped__.reverse() : this.__wrapped__,
      this.__chain__,
    );
  });
  list("replace", function (...values) {
    const text = `${this.__wrapped__}`.replace(...values);
    return this.__chain__ ? lodash.wrapValue(text, true) : text;
  });
  list("split", function (...values) {
    return lodash.wrapValue(`${this.__wrapped__}`.split(...values), this.__chain__);
  });
  Object.defineProperty(lodash, "_", { value: lodash, enumerable: true });
  return lodash;
});
