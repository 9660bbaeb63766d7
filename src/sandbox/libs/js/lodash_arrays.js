// lodash: arrays.
(function (load) {
  "use strict";
  const base = load("lodash/base");
  const collections = load("lodash/collections");
  const { isArray } = Array;
  const { iteratee, eq, toInteger, isArrayLikeObject } = base;
  const { flattened, isIterateeCall } = collections;
  const _ = {};
  const listOf = (list) => (list == null ? [] : Array.from(list));
  const last = (list) => (list && list.length ? list[list.length - 1] : undefined);

  // SameValueZero membership, by key where an iteratee is given, or by a comparator.
  function seenBy(map, same) {
    if (same) {
      const held = [];
      return {
        has: (value) => held.some((other) => same(value, other)),
        hasIn: (value) => held.some((other) => same(other, value)),
        add: (value) => held.push(value),
      };
    }
    const held = new Set();
    return {
      has: (value) => held.has(map(value)),
      hasIn: (value) => held.has(map(value)),
      add: (value) => held.add(map(value)),
    };
  }

  _.chunk = (list, size, guard) => {
    size = (guard ? isIterateeCall(list, size, guard) : size === undefined) ? 1 : Math.max(toInteger(size), 0);
    const made = [];
    if (size < 1) return made;
    for (let i = 0; i < (list ? list.length : 0); i += size) made.push(listOf(list).slice(i, i + size));
    return made;
  };
  _.compact = (list) => listOf(list).filter(Boolean);
  _.concat = (list, ...values) => [...(isArray(list) ? list : arguments_(list)), ...flattened(values, 1)];
  const arguments_ = (value) => (value === undefined ? [] : [value]);
  const counted = (cut) => (list, count, guard) => {
    count = guard || count === undefined ? 1 : toInteger(count);
    return cut(listOf(list), Math.max(count, 0));
  };
  _.drop = counted((list, count) => list.slice(count));
  _.dropRight = counted((list, count) => list.slice(0, Math.max(list.length - count, 0)));
  _.take = counted((list, count) => list.slice(0, count));
  _.takeRight = counted((list, count) => list.slice(Math.max(list.length - count, 0)));
  const edge = (list, predicate, backwards) => {
    const test = iteratee(predicate);
    const items = listOf(list);
    let at = backwards ? items.length - 1 : 0;
    while (at >= 0 && at < items.length && test(items[at], at, list)) at += backwards ? -1 : 1;
    return [items, at];
  };
  _.dropWhile = (list, predicate) => {
    const [items, at] = edge(list, predicate);
    return items.slice(at);
  };
  _.dropRightWhile = (list, predicate) => {
    const [items, at] = edge(list, predicate, true);
    return items.slice(0, at + 1);
  };
  _.takeWhile = (list, predicate) => {
    const [items, at] = edge(list, predicate);
    return items.slice(0, at);
  };
  _.takeRightWhile = (list, predicate) => {
    const [items, at] = edge(list, predicate, true);
    return items.slice(at + 1);
  };
  _.fill = (list, value, start, end) =>
    list && list.length
      ? start && typeof start !== "number" && isIterateeCall(list, value, start)
        ? list.fill(value)
        : list.fill(value, start === undefined ? 0 : toInteger(start), end === undefined ? list.length : toInteger(end))
      : [];
  _.findIndex = (list, predicate, from) => {
    const test = iteratee(predicate);
    const length = list == null ? 0 : list.length;
    let at = from == null ? 0 : toInteger(from);
    if (at < 0) at = Math.max(length + at, 0);
    for (; at < length; at++) if (test(list[at], at, list)) return at;
    return -1;
  };
  _.findLastIndex = (list, predicate, from) => {
    const test = iteratee(predicate);
    const length = list == null ? 0 : list.length;
    let at = length - 1;
    if (from !== undefined)
      at = toInteger(from) < 0 ? Math.max(length + toInteger(from), 0) : Math.min(toInteger(from), length - 1);
    for (; at >= 0; at--) if (test(list[at], at, list)) return at;
    return -1;
  };
  _.indexOf = (list, value, from) => _.findIndex(list, (item) => eq(item, value), from);
  _.lastIndexOf = (list, value, from) => _.findLastIndex(list, (item) => eq(item, value), from);
  _.sortedIndexBy = (list, value, change) => position(list, value, change, false);
  _.sortedLastIndexBy = (list, value, change) => position(list, value, change, true);
  _.sortedIndex = (list, value) => position(list, value, undefined, false);
  _.sortedLastIndex = (list, value) => position(list, value, undefined, true);
  _.sortedIndexOf = (list, value) => {
    const at = list && list.length ? _.sortedIndex(list, value) : 0;
    return list && at < list.length && eq(list[at], value) ? at : -1;
  };
  _.sortedLastIndexOf = (list, value) => {
    const at = (list && list.length ? _.sortedLastIndex(list, value) : 0) - 1;
    return at >= 0 && eq(list[at], value) ? at : -1;
  };
  function position(list, value, change, after) {
    const map = iteratee(change);
    const mark = map(value);
    let low = 0;
    let high = list == null ? 0 : list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const difference = collections.compareAscending(map(list[middle]), mark);
      if (after ? difference <= 0 : difference < 0) low = middle + 1;
      else high = middle;
    }
    return high;
  }
  _.head = _.first = (list) => (list && list.length ? list[0] : undefined);
  _.last = last;
  _.initial = (list) => listOf(list).slice(0, -1);
  _.tail = (list) => listOf(list).slice(1);
  _.nth = (list, index) => {
    index = toInteger(index);
    return list && list.length ? list[index < 0 ? list.length + index : index] : undefined;
  };
  _.join = (list, separator) => (list == null ? "" : Array.prototype.join.call(list, separator));
  _.reverse = (list) => (list == null ? list : Array.prototype.reverse.call(list));
  _.slice = (list, start, end) => {
    if (end && typeof end !== "number" && isIterateeCall(list, start, end)) return listOf(list);
    return listOf(list).slice(start == null ? 0 : toInteger(start), end === undefined ? undefined : toInteger(end));
  };
  _.flatten = (list) => flattened(list, 1);
  _.flattenDeep = (list) => flattened(list, Infinity);
  _.flattenDepth = (list, depth) => flattened(list, depth === undefined ? 1 : toInteger(depth));

  const lists = (values) =>
    flattened(
      values.filter(isArrayLikeObject).map((value) => listOf(value)),
      1,
    );
  function unique(list, map, same) {
    const seen = seenBy(map || base.identity, same);
    return listOf(list)
      .filter((value) => !seen.has(value) && (seen.add(value), true))
      .map((value) => (Object.is(value, -0) ? 0 : value));
  }
  function without(list, values, map, same) {
    if (!isArrayLikeObject(list)) return [];
    const seen = seenBy(map || base.identity, same);
    for (const value of values) seen.add(value);
    return listOf(list).filter((value) => !seen.has(value));
  }
  function shared(sources, map, same) {
    const [first, ...rest] = sources.map((source) => (isArrayLikeObject(source) ? listOf(source) : []));
    if (first === undefined) return [];
    const others = rest.map((list) => {
      const seen = seenBy(map || base.identity, same);
      list.forEach(seen.add);
      return seen;
    });
    return unique(first, map, same).filter((value) => others.every((seen) => seen.has(value)));
  }
  function exclusive(sources, map, same) {
    const all = sources.filter(isArrayLikeObject).map(listOf);
    return unique(
      all.flatMap((list, at) => without(list, all.filter((_, other) => other !== at).flat(), map, same)),
      map,
      same,
    );
  }
  // The plain form, the form with an iteratee last, and the form with a comparator last.
  function family(name, run) {
    _[name] = (...sources) => run(sources);
    _[`${name}By`] = (...sources) => {
      const change = last(sources);
      return isArrayLikeObject(change) ? run(sources, base.identity) : run(sources.slice(0, -1), iteratee(change));
    };
    _[`${name}With`] = (...sources) => {
      const same = last(sources);
      return typeof same === "function" ? run(sources.slice(0, -1), undefined, same) : run(sources);
    };
  }
  family("difference", ([list, ...values], map, same) => without(list, lists(values), map, same));
  family("intersection", shared);
  family("union", (sources, map, same) => unique(lists(sources), map, same));
  family("xor", exclusive);
  _.uniq = (list) => unique(list);
  _.uniqBy = (list, change) => unique(list, iteratee(change));
  _.uniqWith = (list, same) => unique(list, undefined, typeof same === "function" ? same : undefined);
  _.sortedUniq = (list) => listOf(list).filter((value, at, all) => at === 0 || !eq(value, all[at - 1]));
  _.sortedUniqBy = (list, change) => {
    const map = iteratee(change);
    return listOf(list).filter((value, at, all) => at === 0 || !eq(map(value), map(all[at - 1])));
  };
  _.without = (list, ...values) => without(list, values);
  const pulled = (list, values, map, same) => {
    if (!list || !list.length) return list;
    const kept = without(list, values, map, same);
    list.length = 0;
    for (const value of kept) list.push(value);
    return list;
  };
  _.pullAll = (list, values) => (values && values.length ? pulled(list, values) : list);
  _.pullAllBy = (list, values, change) => (values && values.length ? pulled(list, values, iteratee(change)) : list);
  _.pullAllWith = (list, values, same) => (values && values.length ? pulled(list, values, undefined, same) : list);
  _.pull = (list, ...values) => _.pullAll(list, values);
  _.pullAt = (list, ...indexes) => {
    const wanted = flattened(indexes, 1);
    const taken = wanted.map((index) => (list == null ? undefined : list[index]));
    for (const index of [...new Set(wanted.map(Number))].sort((left, right) => right - left))
      if (list && base.isIndex(index, list.length)) list.splice(index, 1);
    return taken;
  };
  _.remove = (list, predicate) => {
    const test = iteratee(predicate);
    const taken = [];
    if (!list) return taken;
    const places = [];
    for (let i = 0; i < list.length; i++)
      if (test(list[i], i, list)) {
        taken.push(list[i]);
        places.push(i);
      }
    for (const place of places.reverse()) list.splice(place, 1);
    return taken;
  };
  _.unzip = (groups) => {
    const rows = listOf(groups).filter(isArrayLikeObject);
    const width = Math.max(0, ...rows.map((row) => row.length));
    return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
  };
  _.zip = (...rows) => _.unzip(rows);
  _.unzipWith = (groups, change) => {
    const rows = _.unzip(groups);
    return change == null ? rows : rows.map((row) => change(...row));
  };
  _.zipWith = (...rows) => {
    const change = typeof last(rows) === "function" ? rows.pop() : undefined;
    return _.unzipWith(rows, change);
  };
  _.zipObject = (names, values) => {
    const made = {};
    listOf(names).forEach((name, at) => {
      made[name] = values ? values[at] : undefined;
    });
    return made;
  };
  _.zipObjectDeep = (names, values) => {
    const made = {};
    listOf(names).forEach((name, at) => load("lodash/objects").set(made, name, values ? values[at] : undefined));
    return made;
  };
  const ranger = (backwards) => (start, end, step) => {
    if (step && typeof step !== "number" && isIterateeCall(start, end, step)) end = step = undefined;
    start = base.toFinite(start);
    if (end === undefined) [start, end] = [0, start];
    else end = base.toFinite(end);
    step = step === undefined ? (start < end ? 1 : -1) : base.toFinite(step);
    const count = Math.max(Math.ceil((end - start) / (step || 1)), 0);
    const made = new Array(count);
    for (let i = 0; i < count; i++) made[backwards ? count - 1 - i : i] = start + i * step;
    return made;
  };
  _.range = ranger(false);
  _.rangeRight = ranger(true);
  return _;
});
