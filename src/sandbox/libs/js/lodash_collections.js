// lodash: collections and numbers.
(function (load, native) {
  "use strict";
  const base = load("lodash/base");
  const objects = load("lodash/objects");
  const { isArray } = Array;
  const { iteratee, isArrayLike, keys } = base;
  const _ = {};

  // Values with their keys: indexes of what is like an array, own names of anything else.
  function entries(collection) {
    if (collection == null) return [];
    if (!isArrayLike(collection)) return keys(collection).map((key) => [key, collection[key]]);
    const list = [];
    for (let i = 0; i < collection.length; i++) list.push([i, collection[i]]);
    return list;
  }
  const valuesOf = (collection) => entries(collection).map(([, value]) => value);

  const each = (backwards) => (collection, step) => {
    const run = iteratee(step);
    if (isArrayLike(collection)) {
      // The length may change on the way, as in lodash.
      if (backwards) for (let i = collection.length - 1; i >= 0 && run(collection[i], i, collection) !== false; i--);
      else for (let i = 0; i < collection.length && run(collection[i], i, collection) !== false; i++);
      return collection;
    }
    const list = entries(collection);
    for (const [key, value] of backwards ? list.reverse() : list) if (run(value, key, collection) === false) break;
    return collection;
  };
  _.forEach = _.each = each(false);
  _.forEachRight = _.eachRight = each(true);
  _.map = (collection, change) => {
    const map = iteratee(change);
    return entries(collection).map(([key, value]) => map(value, key, collection));
  };
  _.filter = (collection, predicate) => {
    const test = iteratee(predicate);
    return entries(collection)
      .filter(([key, value]) => test(value, key, collection))
      .map(([, value]) => value);
  };
  _.reject = (collection, predicate) => {
    const test = iteratee(predicate);
    return _.filter(collection, (value, key) => !test(value, key, collection));
  };
  _.every = (collection, predicate, guard) => {
    const test = iteratee(guard && isIterateeCall(collection, predicate, guard) ? undefined : predicate);
    return entries(collection).every(([key, value]) => test(value, key, collection));
  };
  _.some = (collection, predicate, guard) => {
    const test = iteratee(guard && isIterateeCall(collection, predicate, guard) ? undefined : predicate);
    return entries(collection).some(([key, value]) => test(value, key, collection));
  };
  // Whether a method was itself handed to something like `map` and got (value, index, list).
  function isIterateeCall(value, index, object) {
    return (
      base.isObject(object) &&
      (typeof index === "number" ? isArrayLike(object) : typeof index === "string" && index in object) &&
      base.eq(object[index], value)
    );
  }
  _.isIterateeCall = isIterateeCall;
  const finder = (backwards) => (collection, predicate, from) => {
    const test = iteratee(predicate);
    let list = entries(collection);
    if (from !== undefined) {
      from = base.toInteger(from);
      const start = from < 0 ? Math.max(list.length + from, 0) : from;
      list = backwards ? list.slice(0, start + 1) : list.slice(start);
    }
    const found = (backwards ? list.reverse() : list).find(([key, value]) => test(value, key, collection));
    return found && found[1];
  };
  _.find = finder(false);
  _.findLast = finder(true);
  _.includes = (collection, value, from, guard) => {
    const text = base.isString(collection);
    const list = text ? collection : valuesOf(collection);
    from = from && !guard ? base.toInteger(from) : 0;
    if (from < 0) from = Math.max(list.length + from, 0);
    return text
      ? from <= list.length && list.indexOf(value, from) > -1
      : list.slice(from).some((item) => base.eq(item, value));
  };
  _.size = (collection) => {
    if (collection == null) return 0;
    if (base.isString(collection)) return [...`${collection}`].length;
    if (isArrayLike(collection)) return collection.length;
    return base.isMap(collection) || base.isSet(collection) ? collection.size : keys(collection).length;
  };
  const reducer =
    (backwards) =>
    (collection, step, ...initial) => {
      const run = iteratee(step);
      const list = backwards ? entries(collection).reverse() : entries(collection);
      let accumulator = initial.length ? initial[0] : (list.shift() || [])[1];
      for (const [key, value] of list) accumulator = run(accumulator, value, key, collection);
      return accumulator;
    };
  _.reduce = reducer(false);
  _.reduceRight = reducer(true);
  const aggregator = (initial, add) => (collection, change) => {
    const map = iteratee(change);
    const made = initial();
    for (const value of valuesOf(collection)) add(made, map(value), value);
    return made;
  };
  const object = () => ({});
  _.groupBy = aggregator(object, (made, key, value) =>
    Object.hasOwn(made, key) ? made[key].push(value) : (made[key] = [value]),
  );
  _.countBy = aggregator(object, (made, key) => (made[key] = Object.hasOwn(made, key) ? made[key] + 1 : 1));
  _.keyBy = aggregator(object, (made, key, value) => (made[key] = value));
  _.partition = aggregator(
    () => [[], []],
    (made, key, value) => made[key ? 0 : 1].push(value),
  );
  _.invokeMap = (collection, path, ...values) =>
    _.map(collection, (value) =>
      typeof path === "function" ? path.apply(value, values) : objects.invoke(value, path, ...values),
    );
  _.flatMap = (collection, change) => _.map(collection, change).flatMap((item) => spreadable(item));
  _.flatMapDeep = (collection, change) => flattened(_.map(collection, change), Infinity);
  _.flatMapDepth = (collection, change, depth) =>
    flattened(_.map(collection, change), depth === undefined ? 1 : base.toInteger(depth));
  const spreadable = (item) => (isArray(item) || base.isArguments(item) ? [...item] : [item]);
  function flattened(list, depth) {
    const made = [];
    for (const item of list || []) {
      if (depth > 0 && (isArray(item) || base.isArguments(item))) made.push(...flattened([...item], depth - 1));
      else made.push(item);
    }
    return made;
  }
  _.flattened = flattened;

  // Ascending: usual values, then symbols, null, undefined and NaN.
  function order(value) {
    return value !== value ? 4 : value === undefined ? 3 : value === null ? 2 : base.isSymbol(value) ? 1 : 0;
  }
  function compare(left, right) {
    if (order(left) !== order(right)) return order(left) - order(right);
    return left > right ? 1 : left < right ? -1 : 0;
  }
  _.compareAscending = compare;
  function sorted(collection, changes, orders) {
    const maps = (changes.length ? changes : [base.identity]).map((change) =>
      isArray(change) && change.length === 1
        ? base.property(change[0])
        : isArray(change) && orders
          ? (value) => base.get(value, change)
          : iteratee(change),
    );
    return valuesOf(collection)
      .map((value, index) => ({ value, index, marks: maps.map((map) => map(value)) }))
      .sort((left, right) => {
        for (let i = 0; i < maps.length; i++) {
          const difference = compare(left.marks[i], right.marks[i]);
          if (difference) return orders && orders[i] === "desc" ? -difference : difference;
        }
        return left.index - right.index;
      })
      .map(({ value }) => value);
  }
  _.sortBy = (collection, ...changes) => {
    if (collection == null) return [];
    if (changes.length > 1 && isIterateeCall(collection, changes[0], changes[1])) changes = [];
    else if (changes.length > 2 && isIterateeCall(changes[0], changes[1], changes[2])) changes = [changes[0]];
    return sorted(collection, flattened(changes, 1));
  };
  _.orderBy = (collection, changes, orders) => {
    if (collection == null) return [];
    const list = (value) => (isArray(value) ? value : value == null ? [] : [value]);
    return sorted(collection, list(changes), list(orders).map(base.toString));
  };
  const randomIndex = (count) => Math.floor(Math.random() * count);
  _.sample = (collection) => {
    const list = valuesOf(collection);
    return list[randomIndex(list.length)];
  };
  _.shuffle = (collection) => {
    const list = valuesOf(collection);
    for (let i = 0; i < list.length; i++) {
      const other = i + randomIndex(list.length - i);
      [list[i], list[other]] = [list[other], list[i]];
    }
    return list;
  };
  _.sampleSize = (collection, count, guard) => {
    count = guard || count === undefined ? 1 : base.toInteger(count);
    return _.shuffle(collection).slice(0, Math.max(count, 0));
  };
  _.toArray = (value) => {
    if (!value) return [];
    if (base.isString(value)) return [...`${value}`];
    if (isArrayLike(value)) return Array.from(value);
    if (typeof value[Symbol.iterator] === "function") return [...value];
    return valuesOf(value);
  };

  // numbers
  _.clamp = (number, least, most) => {
    if (most === undefined) [least, most] = [undefined, least];
    const bound = (value) => (value === undefined ? value : base.toNumber(value) || 0);
    return base.clampNumber(base.toNumber(number), bound(least), bound(most));
  };
  _.inRange = (number, start, end) => {
    start = base.toFinite(start);
    if (end === undefined) [start, end] = [0, start];
    else end = base.toFinite(end);
    number = base.toNumber(number);
    return number >= Math.min(start, end) && number < Math.max(start, end);
  };
  _.random = (least, most, floating) => {
    if (floating && typeof floating !== "boolean" && isIterateeCall(least, most, floating)) most = floating = undefined;
    if (floating === undefined) {
      if (typeof most === "boolean") [floating, most] = [most, undefined];
      else if (typeof least === "boolean") [floating, least] = [least, undefined];
    }
    if (least === undefined && most === undefined) [least, most] = [0, 1];
    else {
      least = base.toFinite(least);
      if (most === undefined) [least, most] = [0, least];
      else most = base.toFinite(most);
    }
    if (least > most) [least, most] = [most, least];
    if (floating || least % 1 || most % 1) {
      const random = Math.random();
      return Math.min(least + random * (most - least + parseFloat(`1e-${`${random}`.length - 1}`)), most);
    }
    return least + Math.floor(Math.random() * (most - least + 1));
  };
  const rounding = (name) => (number, precision) => {
    number = base.toNumber(number);
    precision = precision == null ? 0 : Math.min(base.toInteger(precision), 292);
    if (!precision || !isFinite(number)) return Math[name](number);
    const shift = (value, by) => {
      const [digits, exponent] = `${base.toString(value)}e`.split("e");
      return `${digits}e${+exponent + by}`;
    };
    return +shift(Math[name](+shift(number, precision)), -precision);
  };
  _.ceil = rounding("ceil");
  _.floor = rounding("floor");
  _.round = rounding("round");
  const arithmetic = (run, empty) => (left, right) => {
    if (left === undefined && right === undefined) return empty;
    if (left === undefined) return right;
    if (right === undefined) return left;
    if (typeof left === "string" || typeof right === "string") return run(base.toString(left), base.toString(right));
    return run(base.isSymbol(left) ? NaN : +left, base.isSymbol(right) ? NaN : +right);
  };
  _.add = arithmetic((left, right) => left + right, 0);
  _.subtract = arithmetic((left, right) => left - right, 0);
  _.multiply = arithmetic((left, right) => left * right, 1);
  _.divide = arithmetic((left, right) => left / right, 1);
  _.sumBy = (list, change) => {
    const map = iteratee(change);
    let sum;
    for (const value of list || []) {
      const item = map(value);
      if (item !== undefined) sum = sum === undefined ? item : sum + item;
    }
    return list && list.length ? sum : 0;
  };
  _.sum = (list) => _.sumBy(list);
  _.meanBy = (list, change) => (list && list.length ? _.sumBy(list, change) / list.length : NaN);
  _.mean = (list) => _.meanBy(list);
  const extreme = (better) => (list, change) => {
    const map = iteratee(change);
    let best;
    let mark;
    for (const value of list || []) {
      const item = map(value);
      if (item == null || item !== item || base.isSymbol(item)) continue;
      if (mark === undefined || better(item, mark)) [best, mark] = [value, item];
    }
    return best;
  };
  _.maxBy = extreme((left, right) => left > right);
  _.minBy = extreme((left, right) => left < right);
  _.max = (list) => _.maxBy(list);
  _.min = (list) => _.minBy(list);
  return _;
});
