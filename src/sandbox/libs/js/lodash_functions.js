// lodash: functions and utilities.
(function (load, native) {
  "use strict";
  const base = load("lodash/base");
  const { flattened, isIterateeCall } = load("lodash/collections");
  const { iteratee, toInteger } = base;
  const _ = {};
  const later = (run, wait) => native.scope.setTimeout(run, wait);
  const requireFunction = (run) => {
    if (typeof run !== "function") throw new TypeError("Expected a function");
    return run;
  };

  _.identity = base.identity;
  _.noop = () => {};
  _.constant = (value) => () => value;
  _.stubTrue = () => true;
  _.stubFalse = () => false;
  _.stubArray = () => [];
  _.stubObject = () => ({});
  _.stubString = () => "";
  _.now = () => Date.now();
  _.castArray = (...values) => (values.length ? (Array.isArray(values[0]) ? values[0] : [values[0]]) : []);
  _.defaultTo = (value, fallback) => (value == null || value !== value ? fallback : value);
  _.times = (count, step) => {
    count = toInteger(count);
    if (count < 1 || count > Number.MAX_SAFE_INTEGER) return [];
    const run = typeof step === "function" ? step : base.identity;
    const made = [];
    for (let i = 0; i < count; i++) made.push(run(i));
    return made;
  };
  let ids = 0;
  _.uniqueId = (prefix) => `${base.toString(prefix)}${++ids}`;
  _.attempt = (run, ...values) => {
    try {
      return run(...values);
    } catch (error) {
      return base.isError(error) ? error : new Error(error);
    }
  };
  _.lt = (left, right) => ordered(left, right, (a, b) => a < b);
  _.lte = (left, right) => ordered(left, right, (a, b) => a <= b);
  _.gt = (left, right) => ordered(left, right, (a, b) => a > b);
  _.gte = (left, right) => ordered(left, right, (a, b) => a >= b);
  function ordered(left, right, test) {
    return typeof left === "string" && typeof right === "string"
      ? test(left, right)
      : test(base.toNumber(left), base.toNumber(right));
  }

  const limited = (count, run) => {
    let result;
    requireFunction(run);
    count = toInteger(count);
    return function (...values) {
      if (--count > 0) result = run.apply(this, values);
      if (count <= 1) run = count <= 0 ? undefined : run;
      return result;
    };
  };
  _.before = limited;
  _.once = (run) => limited(2, run);
  _.after = (count, run) => {
    requireFunction(run);
    count = toInteger(count);
    return function (...values) {
      return --count < 1 ? run.apply(this, values) : undefined;
    };
  };
  const capped = (run, count) =>
    function (...values) {
      return run.apply(this, values.slice(0, count));
    };
  _.ary = (run, count, guard) =>
    capped(requireFunction(run), guard || count === undefined ? run.length : Math.max(toInteger(count), 0));
  _.unary = (run) => capped(requireFunction(run), 1);
  _.negate = (predicate) => {
    requireFunction(predicate);
    return function (...values) {
      return !predicate.apply(this, values);
    };
  };
  _.flip = (run) =>
    function (...values) {
      return requireFunction(run).apply(this, values.reverse());
    };
  _.rest = (run, start) => {
    requireFunction(run);
    start = Math.max(start === undefined ? run.length - 1 : toInteger(start), 0);
    return function (...values) {
      return run.apply(this, [...Array.from({ length: start }, (_, i) => values[i]), values.slice(start)]);
    };
  };
  _.spread = (run, start) => {
    requireFunction(run);
    start = start == null ? 0 : Math.max(toInteger(start), 0);
    return function (...values) {
      return run.apply(this, [...values.slice(0, start), ...(values[start] || [])]);
    };
  };
  _.overArgs = (run, ...changes) => {
    const maps = flattened(changes, Infinity).map(iteratee);
    return function (...values) {
      return run.apply(
        this,
        values.map((value, i) => (maps[i] ? maps[i].call(this, value) : value)),
      );
    };
  };
  _.rearg = (run, ...places) => {
    const order = flattened(places, Infinity);
    return function (...values) {
      const moved = values.slice();
      order.forEach((from, to) => {
        if (to < values.length || from < values.length) moved[to] = values[from];
      });
      return run.apply(this, moved);
    };
  };
  _.memoize = (run, resolver) => {
    requireFunction(run);
    const memoized = function (...values) {
      const key = resolver ? resolver.apply(this, values) : values[0];
      if (memoized.cache.has(key)) return memoized.cache.get(key);
      const result = run.apply(this, values);
      memoized.cache = memoized.cache.set(key, result) || memoized.cache;
      return result;
    };
    memoized.cache = new (_.memoize.Cache || Map)();
    return memoized;
  };
  _.memoize.Cache = Map;
  _.wrap = (value, wrapper) => _.partial(typeof wrapper === "function" ? wrapper : base.identity, value);
  _.delay = (run, wait, ...values) => later(() => requireFunction(run)(...values), base.toNumber(wait) || 0);
  _.defer = (run, ...values) => later(() => requireFunction(run)(...values), 1);

  // Arguments left open with the function's own placeholder are filled from those of the call.
  const filled = (held, values, placeholder) => {
    const rest = values.slice();
    return [held.map((value) => (value === placeholder ? rest.shift() : value)), rest];
  };
  _.partial = function partial(run, ...held) {
    requireFunction(run);
    return function bound(...values) {
      const [front, rest] = filled(held, values, _.partial.placeholder);
      return run.apply(this, [...front, ...rest]);
    };
  };
  _.partialRight = function partialRight(run, ...held) {
    return function bound(...values) {
      const open = held.filter((value) => value === _.partialRight.placeholder).length;
      const front = values.slice(0, Math.max(values.length - open, 0));
      const [back] = filled(held, values.slice(front.length), _.partialRight.placeholder);
      return requireFunction(run).apply(this, [...front, ...back]);
    };
  };
  _.bind = function bind(run, self, ...held) {
    requireFunction(run);
    return function bound(...values) {
      const [front, rest] = filled(held, values, _.bind.placeholder);
      return new.target ? new run(...front, ...rest) : run.apply(self, [...front, ...rest]);
    };
  };
  _.bindKey = function bindKey(object, key, ...held) {
    return function bound(...values) {
      const [front, rest] = filled(held, values, _.bindKey.placeholder);
      return object[key](...front, ...rest);
    };
  };
  _.bindAll = (object, ...names) => {
    for (const name of flattened(names, Infinity)) object[name] = _.bind(object[name], object);
    return object;
  };
  const curried = (right) =>
    function curry(run, arity, guard) {
      const wanted = guard || arity === undefined ? run.length : toInteger(arity);
      const placeholder = () => (right ? _.curryRight.placeholder : _.curry.placeholder);
      const collect = (held) =>
        function (...values) {
          const open = held.filter((value) => value === placeholder()).length;
          let all;
          if (right) {
            const front = values.slice(0, Math.max(values.length - open, 0));
            all = [...front, ...filledSome(held, values.slice(front.length), placeholder())];
          } else {
            const rest = values.slice();
            all = [...held.map((value) => (value === placeholder() && rest.length ? rest.shift() : value)), ...rest];
          }
          const complete = all.filter((value) => value !== placeholder()).length;
          return complete >= wanted ? run.apply(this, all) : collect(all);
        };
      return collect([]);
    };
  const filledSome = (held, values, placeholder) => {
    const rest = values.slice();
    return held.map((value) => (value === placeholder && rest.length ? rest.shift() : value));
  };
  _.curry = curried(false);
  _.curryRight = curried(true);

  _.debounce = (run, wait, options) => {
    requireFunction(run);
    wait = base.toNumber(wait) || 0;
    const { leading = false, trailing = true } = options || {};
    const { scope } = native;
    let timer, held, result;
    const fire = () => {
      timer = undefined;
      if (trailing && held) result = run.apply(held.self, held.values);
      held = undefined;
      return result;
    };
    function debounced(...values) {
      const first = timer === undefined;
      if (!first) scope.clearTimeout(timer);
      held = { self: this, values };
      if (first && leading) {
        result = run.apply(this, values);
        held = undefined;
      }
      timer = scope.setTimeout(fire, wait);
      return result;
    }
    debounced.cancel = () => {
      if (timer !== undefined) scope.clearTimeout(timer);
      timer = held = undefined;
    };
    debounced.flush = () => {
      if (timer === undefined) return result;
      scope.clearTimeout(timer);
      return fire();
    };
    return debounced;
  };
  _.throttle = (run, wait, options) => {
    requireFunction(run);
    const { leading = true, trailing = true } = options || {};
    const { scope } = native;
    let timer, held, result;
    const tick = () => {
      timer = undefined;
      if (!trailing || !held) return;
      const { self, values } = held;
      held = undefined;
      result = run.apply(self, values);
      timer = scope.setTimeout(tick, wait);
    };
    function throttled(...values) {
      if (timer !== undefined || !leading) {
        held = { self: this, values };
        if (timer === undefined) timer = scope.setTimeout(tick, wait);
        return result;
      }
      result = run.apply(this, values);
      timer = scope.setTimeout(tick, wait);
      return result;
    }
    throttled.cancel = () => {
      if (timer !== undefined) scope.clearTimeout(timer);
      timer = held = undefined;
    };
    throttled.flush = () => {
      if (timer !== undefined) scope.clearTimeout(timer);
      tick();
      return result;
    };
    return throttled;
  };

  const composed =
    (backwards) =>
    (...runs) => {
      const list = flattened(runs, Infinity).map(requireFunction);
      if (backwards) list.reverse();
      return function (...values) {
        let result = list.length ? list[0].apply(this, values) : values[0];
        for (const run of list.slice(1)) result = run.call(this, result);
        return result;
      };
    };
  _.flow = composed(false);
  _.flowRight = composed(true);
  const over =
    (collect) =>
    (...changes) => {
      const list = flattened(changes, 1).map(iteratee);
      return function (...values) {
        return collect(list, (run) => run.apply(this, values));
      };
    };
  _.over = over((list, run) => list.map(run));
  _.overEvery = over((list, run) => list.every(run));
  _.overSome = over((list, run) => list.some(run));
  _.cond = (pairs) => {
    const list = pairs.map(([test, run]) => [iteratee(test), requireFunction(run)]);
    return function (...values) {
      for (const [test, run] of list) if (test.apply(this, values)) return run.apply(this, values);
      return undefined;
    };
  };
  _.nthArg =
    (index) =>
    (...values) => {
      index = toInteger(index);
      return values[index < 0 ? values.length + index : index];
    };
  _.tap = (value, run) => {
    run(value);
    return value;
  };
  _.thru = (value, run) => run(value);
  _.isIterateeCall = isIterateeCall;
  return _;
});
