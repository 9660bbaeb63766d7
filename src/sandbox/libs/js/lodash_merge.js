// lodash: assigning and merging.
(function (load) {
  "use strict";
  const base = load("lodash/base");
  const { put, emptyLike } = load("lodash/copy");
  const { keys, keysIn } = base;
  const { isArray } = Array;
  const _ = {};
  const UNSAFE = ["__proto__", "constructor", "prototype"];

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
    if (held === undefined || (base.eq(held, Object.prototype[key]) && !Object.hasOwn(object, key)))
      object[key] = value;
  });
  _.defaultsDeep = (object, ...sources) =>
    _.mergeWith(object, ...sources, function defaulted(held, value) {
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

  _.toPlainObject = (value) => {
    const made = {};
    for (const key of keysIn(value)) put(made, key, value[key]);
    return made;
  };
  return _;
});
