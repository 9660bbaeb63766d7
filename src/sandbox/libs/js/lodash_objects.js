// lodash: objects.
(function (load) {
  "use strict";
  const base = load("lodash/base");
  const { isArray } = Array;
  const _ = {};
  const { keys, keysIn, iteratee, castPath, toKey } = base;
  const UNSAFE = ["__proto__", "constructor", "prototype"];

  const { copies, put, emptyLike } = load("lodash/copy");
  Object.assign(_, copies, load("lodash/merge"));
  const customized = (custom) => (typeof custom === "function" ? custom : undefined);

  function setPath(object, path, value, custom) {
    if (!base.isObject(object)) return object;
    const names = castPath(path, object);
    let place = object;
    for (let i = 0; i < names.length && place != null; i++) {
      const name = toKey(names[i]);
      if (UNSAFE.includes(name)) return object;
      let next = value;
      if (i < names.length - 1) {
        const held = place[name];
        next = custom ? custom(held, name, place) : undefined;
        if (next === undefined) next = base.isObject(held) ? held : base.isIndex(names[i + 1]) ? [] : {};
      }
      const held = place[name];
      if (!(Object.hasOwn(place, name) && base.eq(held, next)) || (next === undefined && !(name in place)))
        place[name] = next;
      place = place[name];
    }
    return object;
  }
  _.set = (object, path, value) => (object == null ? object : setPath(object, path, value));
  _.setWith = (object, path, value, custom) =>
    object == null ? object : setPath(object, path, value, customized(custom));
  _.update = (object, path, updater) =>
    object == null ? object : setPath(object, path, updater(base.baseGet(object, path)));
  _.updateWith = (object, path, updater, custom) =>
    object == null ? object : setPath(object, path, updater(base.baseGet(object, path)), customized(custom));
  _.unset = (object, path) => {
    if (object == null) return true;
    const names = castPath(path, object);
    const parent = names.length < 2 ? object : base.baseGet(object, names.slice(0, -1));
    return parent == null || delete parent[toKey(names[names.length - 1])];
  };
  _.result = (object, path, fallback) => {
    let names = castPath(path, object);
    if (!names.length) {
      names = [undefined];
      object = undefined;
    }
    for (const name of names) {
      let value = object == null ? undefined : object[toKey(name)];
      if (value === undefined) return typeof fallback === "function" ? fallback.call(object) : fallback;
      object = typeof value === "function" ? value.call(object) : value;
    }
    return object;
  };
  _.invoke = (object, path, ...values) => {
    const names = castPath(path, object);
    const parent = names.length < 2 ? object : base.baseGet(object, names.slice(0, -1));
    const method = parent == null ? parent : parent[toKey(names[names.length - 1])];
    return method == null ? undefined : method.apply(parent, values);
  };

  const flat = (lists) => lists.flat(Infinity);
  const paths = (lists) => lists.flatMap((item) => (isArray(item) || base.isArguments(item) ? [...item] : [item]));
  _.pick = (object, ...names) => {
    const made = {};
    if (object == null) return made;
    for (const path of paths(names))
      if (base.hasIn(object, path)) setPath(made, castPath(path, object), base.get(object, path));
    return made;
  };
  _.pickBy = (object, predicate) => {
    const test = iteratee(predicate);
    const made = {};
    for (const key of allKeysIn(object)) if (test(object[key], key)) put(made, key, object[key]);
    return made;
  };
  const allKeysIn = (object) => {
    if (object == null) return [];
    return [
      ...keysIn(object),
      ...Object.getOwnPropertySymbols(Object(object)).filter((symbol) =>
        Object.prototype.propertyIsEnumerable.call(object, symbol),
      ),
    ];
  };
  _.omit = (object, ...names) => {
    if (object == null) return {};
    const wanted = paths(names).map((path) => castPath(path, object));
    let made = {};
    for (const key of allKeysIn(object)) put(made, key, object[key]);
    if (wanted.some((path) => path.length > 1))
      made = _.cloneDeepWith(made, (value, key, parent) =>
        parent === undefined || base.isPlainObject(value) || isArray(value) ? undefined : value,
      );
    for (const path of wanted) _.unset(made, path);
    return made;
  };
  _.omitBy = (object, predicate) => {
    const test = iteratee(predicate);
    return _.pickBy(object, (value, key) => !test(value, key));
  };

  _.keys = keys;
  _.keysIn = keysIn;
  _.values = (object) => (object == null ? [] : keys(object).map((key) => object[key]));
  _.valuesIn = (object) => (object == null ? [] : keysIn(object).map((key) => object[key]));
  const pairs = (names) => (object) => {
    if (base.isMap(object)) return [...object];
    if (base.isSet(object)) return [...object].map((value) => [value, value]);
    return names(object).map((key) => [key, object[key]]);
  };
  _.toPairs = _.entries = pairs(keys);
  _.toPairsIn = _.entriesIn = pairs(keysIn);
  _.fromPairs = (list) => {
    const made = {};
    for (const pair of list || []) put(made, pair[0], pair[1]);
    return made;
  };
  _.mapValues = (object, change) => {
    const map = iteratee(change);
    const made = {};
    for (const key of keys(object)) put(made, key, map(object[key], key, object));
    return made;
  };
  _.mapKeys = (object, change) => {
    const map = iteratee(change);
    const made = {};
    for (const key of keys(object)) put(made, map(object[key], key, object), object[key]);
    return made;
  };
  _.invert = (object) => {
    const made = {};
    for (const key of keys(object))
      made[
        object[key] != null && typeof object[key].toString !== "function"
          ? Object.prototype.toString.call(object[key])
          : object[key]
      ] = key;
    return made;
  };
  _.invertBy = (object, change) => {
    const map = iteratee(change);
    const made = {};
    for (const key of keys(object)) {
      const name = map(object[key]);
      if (Object.hasOwn(made, name)) made[name].push(key);
      else made[name] = [key];
    }
    return made;
  };
  _.transform = (object, change, accumulator) => {
    const listLike = isArray(object) || base.isBuffer(object) || base.isTypedArray(object);
    const step = iteratee(change);
    if (accumulator == null) {
      if (listLike) accumulator = isArray(object) ? [] : [];
      else accumulator = base.isObject(object) && typeof object.constructor === "function" ? emptyLike(object) : {};
    }
    const names = listLike ? [...object.keys()] : keys(object);
    for (const name of names) if (step(accumulator, object[name], name, object) === false) break;
    return accumulator;
  };
  const looper = (names, backwards) => (object, step) => {
    if (object == null) return object;
    const run = iteratee(step);
    const list = names(object);
    for (const key of backwards ? list.reverse() : list) if (run(object[key], key, object) === false) break;
    return object;
  };
  _.forIn = looper(keysIn);
  _.forInRight = looper(keysIn, true);
  _.forOwn = looper(keys);
  _.forOwnRight = looper(keys, true);
  const keyFinder = (backwards) => (object, predicate) => {
    const test = iteratee(predicate);
    const list = keys(object);
    return (backwards ? list.reverse() : list).find((key) => test(object[key], key, object));
  };
  _.findKey = keyFinder(false);
  _.findLastKey = keyFinder(true);
  _.functions = (object) => keys(object).filter((key) => typeof object[key] === "function");
  _.functionsIn = (object) => keysIn(object).filter((key) => typeof object[key] === "function");
  _.create = (parent, properties) => {
    const made = Object.create(base.isObject(parent) ? parent : Object.prototype);
    return properties == null ? made : _.assign(made, properties);
  };
  _.at = (object, ...names) => flat(names).map((path) => (object == null ? undefined : base.get(object, path)));

  for (const name of [
    "get",
    "has",
    "hasIn",
    "isMatch",
    "isMatchWith",
    "conformsTo",
    "toPath",
    "property",
    "matches",
    "matchesProperty",
    "iteratee",
    "identity",
    "isEqual",
    "isEqualWith",
    "eq",
  ])
    _[name] = base[name];
  _.matches = base.matches;
  _.conforms = (source) => {
    const kept = _.cloneDeep(source);
    return (object) => base.conformsTo(object, kept);
  };
  _.propertyOf = (object) => (path) => (object == null ? undefined : base.baseGet(object, path));
  _.method =
    (path, ...values) =>
    (object) =>
      _.invoke(object, path, ...values);
  _.methodOf =
    (object, ...values) =>
    (path) =>
      _.invoke(object, path, ...values);
  return _;
});
