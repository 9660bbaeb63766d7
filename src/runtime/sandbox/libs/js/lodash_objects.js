// lodash: objects.
(function (load) {
  "use strict";
  const base = load("lodash/base");
  const { isArray } = Array;
  const _ = {};
  const { keys, keysIn, iteratee, castPath, toKey } = base;
  const UNSAFE = ["__proto__", "constructor", "prototype"];

  function put(object, key, value) {
    if (key === "__proto__") Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
    else object[key] = value;
  }

  function assigner(names, choose) {
    return (object, ...sources) => {
      object = Object(object);
      const guard = sources.length > 2 && base.isObject(sources[2]) && sources[2][sources[1]] === sources[0];
      for (const source of guard ? sources.slice(0, 1) : sources) {
        if (source == null) continue;
        for (const key of names(source)) choose(object, key, source[key], source);
      }
      return object;
    };
  }
  function withCustom(names) {
    return (object, ...rest) => {
      const custom = typeof rest[rest.length - 1] === "function" && rest.length > 1 ? rest.pop() : undefined;
      const assign = assigner(names, (target, key, value, source) => {
        const made = custom ? custom(target[key], value, key, target, source) : undefined;
        put(target, key, made === undefined ? value : made);
      });
      return assign(object, ...rest);
    };
  }
  _.assign = assigner(keys, put);
  _.assignIn = _.extend = assigner(keysIn, put);
  _.assignWith = withCustom(keys);
  _.assignInWith = _.extendWith = withCustom(keysIn);
  _.defaults = assigner(keysIn, (object, key, value) => {
    const held = object[key];
    if (held === undefined || (base.eq(held, Object.prototype[key]) && !Object.hasOwn(object, key))) object[key] = value;
  });
  _.defaultsDeep = (object, ...sources) => _.mergeWith(object, ...sources, function defaulted(held, value) {
    if (base.isObject(held) && base.isObject(value)) return _.mergeWith(held, value, defaulted);
    return held === undefined ? value : held;
  });

  function mergeInto(object, source, custom, seen) {
    if (object === source) return object;
    for (const key of keysIn(source)) {
      if (UNSAFE.includes(key) && (key === "__proto__" || typeof object[key] === "function")) continue;
      const value = source[key];
      if (base.isObject(value)) {
        mergeDeep(object, source, key, custom, seen);
      } else {
        let made = custom ? custom(object[key], value, `${key}`, object, source) : undefined;
        if (made === undefined) made = value;
        if (made !== undefined || !(key in object)) put(object, key, made);
      }
    }
    return object;
  }
  function mergeDeep(object, source, key, custom, seen) {
    const held = object[key];
    const value = source[key];
    if (seen.has(value)) {
      put(object, key, seen.get(value));
      return;
    }
    let made = custom ? custom(held, value, `${key}`, object, source) : undefined;
    if (made === undefined) {
      const list = isArray(value);
      const typed = base.isTypedArray(value);
      made = value;
      let deep = true;
      if (list || typed) {
        if (isArray(held)) made = held;
        else if (base.isArrayLikeObject(held)) made = Array.from(held);
        else if (typed) {
          deep = false;
          made = value.slice();
        } else made = [];
      } else if (base.isPlainObject(value) || base.isArguments(value)) {
        if (base.isArguments(held)) made = _.toPlainObject(held);
        else made = base.isObject(held) && typeof held !== "function" ? held : emptyLike(value);
      } else deep = false;
      if (deep) {
        seen.set(value, made);
        mergeInto(made, value, custom, seen);
        seen.delete(value);
      }
    }
    put(object, key, made);
  }
  _.merge = (object, ...sources) => mergeAll(object, sources, undefined);
  _.mergeWith = (object, ...sources) => {
    const custom = typeof sources[sources.length - 1] === "function" ? sources.pop() : undefined;
    return mergeAll(object, sources, custom);
  };
  function mergeAll(object, sources, custom) {
    object = Object(object);
    for (const source of sources) if (source != null) mergeInto(object, source, custom, new Map());
    return object;
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
    if (!isArray(value) && Object.getPrototypeOf(made) !== Object.getPrototypeOf(value) && base.isError(value)) return parent === undefined ? {} : value;
    seen.set(value, made);
    const inner = (item, name) => (deep ? copy(item, deep, custom, name, value, seen) : item);
    if (base.isMap(value)) value.forEach((item, name) => made.set(name, inner(item, name)));
    else if (base.isSet(value)) value.forEach((item) => made.add(inner(item, item)));
    else if (!base.isTypedArray(value) && !isLeaf(value)) {
      for (const name of base.ownEnumerable(value)) put(made, name, inner(value[name], name));
    }
    return made;
  }
  const isLeaf = (value) => base.isDate(value) || base.isRegExp(value) || base.isArrayBuffer(value) || base.isString(value) || base.isNumber(value) || base.isBoolean(value) || base.isSymbol(value);
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
    if (base.isString(value) || base.isNumber(value) || base.isBoolean(value) || base.isSymbol(value)) return Object(value.valueOf());
    if (base.isError(value) || base.isWeakMap(value) || base.isWeakSet(value) || value instanceof Promise) return undefined;
    return emptyLike(value);
  }
  const customized = (custom) => (typeof custom === "function" ? custom : undefined);
  _.clone = (value) => copy(value, false, undefined, undefined, undefined, new Map());
  _.cloneDeep = (value) => copy(value, true, undefined, undefined, undefined, new Map());
  _.cloneWith = (value, custom) => copy(value, false, customized(custom), undefined, undefined, new Map());
  _.cloneDeepWith = (value, custom) => copy(value, true, customized(custom), undefined, undefined, new Map());

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
      if (!(Object.hasOwn(place, name) && base.eq(held, next)) || (next === undefined && !(name in place))) place[name] = next;
      place = place[name];
    }
    return object;
  }
  _.set = (object, path, value) => (object == null ? object : setPath(object, path, value));
  _.setWith = (object, path, value, custom) => (object == null ? object : setPath(object, path, value, customized(custom)));
  _.update = (object, path, updater) => (object == null ? object : setPath(object, path, updater(base.baseGet(object, path))));
  _.updateWith = (object, path, updater, custom) => (object == null ? object : setPath(object, path, updater(base.baseGet(object, path)), customized(custom)));
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
    for (const path of paths(names)) if (base.hasIn(object, path)) setPath(made, castPath(path, object), base.get(object, path));
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
    return [...keysIn(object), ...Object.getOwnPropertySymbols(Object(object)).filter((symbol) => Object.prototype.propertyIsEnumerable.call(object, symbol))];
  };
  _.omit = (object, ...names) => {
    if (object == null) return {};
    const wanted = paths(names).map((path) => castPath(path, object));
    let made = {};
    for (const key of allKeysIn(object)) put(made, key, object[key]);
    if (wanted.some((path) => path.length > 1)) made = _.cloneDeepWith(made, (value, key, parent) => (parent === undefined || base.isPlainObject(value) || isArray(value) ? undefined : value));
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
    for (const key of keys(object)) made[object[key] != null && typeof object[key].toString !== "function" ? Object.prototype.toString.call(object[key]) : object[key]] = key;
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
  _.toPlainObject = (value) => {
    const made = {};
    for (const key of keysIn(value)) put(made, key, value[key]);
    return made;
  };
  _.at = (object, ...names) => flat(names).map((path) => (object == null ? undefined : base.get(object, path)));

  for (const name of ["get", "has", "hasIn", "isMatch", "isMatchWith", "conformsTo", "toPath", "property", "matches", "matchesProperty", "iteratee", "identity", "isEqual", "isEqualWith", "eq"]) _[name] = base[name];
  _.matches = base.matches;
  _.conforms = (source) => {
    const kept = _.cloneDeep(source);
    return (object) => base.conformsTo(object, kept);
  };
  _.propertyOf = (object) => (path) => (object == null ? undefined : base.baseGet(object, path));
  _.method = (path, ...values) => (object) => _.invoke(object, path, ...values);
  _.methodOf = (object, ...values) => (path) => _.invoke(object, path, ...values);
  return _;
})
