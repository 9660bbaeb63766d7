// What the Sugar library adds to the language's own objects in Postman. Few scripts know that they use it:
// `list.each(…)` and `list.first()` look like JavaScript. The members that scripts are likely to use are here; the
// others are named when touched.
(function (kit) {
  'use strict';
  const { isFunction, isString, isNil } = kit;
  const equal = (a, b) => kit.library('_').isEqual(a, b);

  // Lists are searched for a value, by a function, or by what a regular expression fits.
  const matcher = (wanted) => {
    if (isFunction(wanted)) { return wanted; }
    return wanted instanceof RegExp ? (each) => wanted.test(each) : (each) => equal(each, wanted);
  };
  const mapped = (map) => {
    if (isFunction(map)) { return map; }
    return isNil(map) ? (each) => each : (each) => each[map];
  };
  const list = (values) => [].concat(...values);
  const isBlankValue = (value) => isNil(value) || Number.isNaN(value);
  const best = (items, map, isBetter) => {
    const value = mapped(map);
    return items.reduce((found, each) => (found === undefined || isBetter(value(each), value(found)) ? each : found), undefined);
  };
  const sum = (items, map) => items.map(mapped(map)).reduce((total, each) => total + each, 0);
  const flat = (items, depth) => items.reduce((into, each) => into.concat(Array.isArray(each) && depth > 0 ?
    flat(each, depth - 1) : [each]), []);
  const shifted = (number, precision, round) => {
    const scale = 10 ** (precision || 0);
    return round(number * scale) / scale;
  };
  const steps = (from, to, by, visit) => {
    const found = [];
    for (let n = from; by > 0 ? n <= to : n >= to; n += by) {
      found.push(n);
      if (visit) { visit(n); }
    }
    return found;
  };
  const later = (unit) => function (count) { this.setTime(this.getTime() + count * unit); return this; };

  const added = {
    'Array.prototype': {
      each(visit) {
        for (let i = 0; i < this.length; i += 1) { if (visit.call(this, this[i], i, this) === false) { break; } }
        return this;
      },
      first(count) { return count === undefined ? this[0] : this.slice(0, count); },
      last(count) { return count === undefined ? this[this.length - 1] : this.slice(Math.max(0, this.length - count)); },
      from(index) { return this.slice(index); },
      to(index) { return this.slice(0, index); },
      clone() { return this.slice(); },
      isEmpty() { return this.every(isBlankValue); },
      compact(all) { return this.filter((each) => !isBlankValue(each) && (!all || each)); },
      unique(map) {
        const value = mapped(map);
        return this.filter((each, i) => this.findIndex((other) => equal(value(other), value(each))) === i);
      },
      union(...others) { return list([this, ...others]).unique(); },
      intersect(...others) { return this.unique().filter((each) => list(others).any(each)); },
      subtract(...others) { return this.filter((each) => !list(others).some((other) => equal(other, each))); },
      include(item, index) { return this.clone().add(item, index); },
      exclude(...wanted) { return this.clone().remove(...wanted); },
      add(item, index) {
        const at = isNil(index) || Number.isNaN(+index) ? this.length : +index;
        this.splice(at, 0, ...[].concat(item));
        return this;
      },
      insert(item, index) { return this.add(item, index); },
      remove(...wanted) {
        for (const each of wanted) {
          const isWanted = matcher(each);
          for (let i = this.length - 1; i >= 0; i -= 1) { if (isWanted(this[i], i, this)) { this.splice(i, 1); } }
        }
        return this;
      },
      removeAt(start, end) {
        if (start !== undefined) { this.splice(start, end === undefined ? 1 : end - start + 1); }
        return this;
      },
      sum(map) { return sum(this, map); },
      average(map) { return this.length ? sum(this, map) / this.length : 0; },
      min(map) { return best(this, map, (a, b) => a < b); },
      max(map) { return best(this, map, (a, b) => a > b); },
      any(wanted) { return this.some(matcher(wanted)); },
      all(wanted) { return this.every(matcher(wanted)); },
      none(wanted) { return !this.some(matcher(wanted)); },
      count(wanted) { return wanted === undefined ? this.length : this.filter(matcher(wanted)).length; },
      findAll(wanted) { return this.filter(matcher(wanted)); },
      flatten(depth) { return flat(this, depth === undefined ? Infinity : depth); },
      sortBy(map, descending) {
        const value = mapped(map);
        const order = (a, b) => (a < b ? -1 : Number(a > b));
        const sorted = this.slice().sort((a, b) => order(value(a), value(b)));
        return descending ? sorted.reverse() : sorted;
      },
      groupBy(map) {
        const groups = {};
        for (const each of this) { (groups[mapped(map)(each)] = groups[mapped(map)(each)] || []).push(each); }
        return groups;
      },
    },
    'String.prototype': {
      has(wanted) { return this.search(wanted instanceof RegExp ? wanted : RegExp(kit.library('_').escapeRegExp(wanted))) !== -1; },
      isBlank() { return this.trim().length === 0; },
      first(count = 1) { return this.slice(0, count); },
      last(count = 1) { return this.slice(Math.max(0, this.length - count)); },
      from(index) { return this.slice(index); },
      to(index) { return this.slice(0, index); },
      chars() { return this.split(''); },
      lines() { return this.trim().split('\n'); },
      words() { return this.trim().split(/\s+/); },
      codes() { return this.split('').map((each) => each.charCodeAt(0)); },
      reverse() { return this.split('').reverse().join(''); },
      remove(wanted) { return this.replace(wanted, ''); },
      add(text, index) { return index === undefined ? this + text : this.slice(0, index) + text + this.slice(index); },
      insert(text, index) { return this.add(text, index); },
      compact() { return this.trim().replace(/\s+/g, ' '); },
      escapeURL(all) { return all ? encodeURIComponent(this) : encodeURI(this); },
      unescapeURL(all) { return all ? decodeURI(this) : decodeURIComponent(this); },
      encodeBase64() { return kit.library('btoa')(unescape(encodeURIComponent(this))); },
      decodeBase64() { return decodeURIComponent(escape(kit.library('atob')(this))); },
      escapeHTML() { return this.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'); },
      unescapeHTML() { return this.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'); },
      escapeRegExp() { return RegExp.escape(String(this)); },
      toNumber(base) { return base ? parseInt(this, base) : parseFloat(this); },
    },
    'Number.prototype': {
      abs() { return Math.abs(this); },
      pow(power) { return this ** power; },
      sqrt() { return Math.sqrt(this); },
      round(precision) { return shifted(+this, precision, Math.round); },
      ceil(precision) { return shifted(+this, precision, Math.ceil); },
      floor(precision) { return shifted(+this, precision, Math.floor); },
      hex(width = 1) { return this.toString(16).padStart(width, '0'); },
      pad(width, sign) { return (this < 0 ? '-' : (sign ? '+' : '')) + String(Math.abs(this)).padStart(width, '0'); },
      chr() { return String.fromCharCode(this); },
      isInteger() { return this % 1 === 0; },
      isEven() { return this % 2 === 0; },
      isOdd() { return this % 1 === 0 && this % 2 !== 0; },
      isMultipleOf(other) { return this % other === 0; },
      toNumber() { return +this; },
      times(visit) { for (let i = 0; i < this; i += 1) { visit.call(this, i); } return +this; },
      upto(to, visit, by = 1) { return steps(+this, to, by, visit); },
      downto(to, visit, by = 1) { return steps(+this, to, -by, visit); },
    },
    Object: {
      isArray: Array.isArray,
      isString: (value) => kit.tagOf(value) === '[object String]',
      isNumber: (value) => kit.tagOf(value) === '[object Number]',
      isBoolean: (value) => kit.tagOf(value) === '[object Boolean]',
      isFunction: (value) => kit.tagOf(value) === '[object Function]',
      isDate: (value) => kit.tagOf(value) === '[object Date]',
      isRegExp: (value) => kit.tagOf(value) === '[object RegExp]',
      isObject: (value) => kit.isPlainObject(value),
      isNaN: (value) => Object.isNumber(value) && Number.isNaN(+value),
      isEmpty: (value) => Object.keys(value).length === 0,
      size: (value) => Object.keys(value).length,
      has: (value, key) => kit.has(value, key),
      equal: (a, b) => equal(a, b),
      clone: (value, deep) => (deep ? kit.library('_').cloneDeep(value) : kit.library('_').clone(value)),
      merge: (target, source) => Object.assign(target, source),
      each(object, visit) {
        for (const key of Object.keys(object)) { if (visit.call(object, key, object[key], object) === false) { break; } }
        return object;
      },
    },
    'Function.prototype': {
      fill(...filled) { const self = this; return function (...rest) { return self.call(this, ...filled, ...rest); }; },
      once() {
        let done = false;
        let value;
        const self = this;
        return function (...args) { if (!done) { done = true; value = self.apply(this, args); } return value; };
      },
    },
    'Date.prototype': {
      addMilliseconds: later(1), addSeconds: later(1e3), addMinutes: later(6e4), addHours: later(36e5),
      addDays(count) { this.setDate(this.getDate() + count); return this; },
      addWeeks(count) { this.setDate(this.getDate() + 7 * count); return this; },
      clone() { return new Date(this.getTime()); },
      isValid() { return !Number.isNaN(this.getTime()); },
      iso() { return this.toISOString(); },
    },
    RegExp: { escape: (text) => text.replace(/[\\/'*+?|()[\]{}.^$-]/g, '\\$&') },
    'RegExp.prototype': { getFlags() { return this.flags; } },
  };

  const owners = {
    __proto__: null, Array, String, Object, Number, Date, RegExp, 'Array.prototype': Array.prototype,
    'String.prototype': String.prototype, 'Number.prototype': Number.prototype, 'Function.prototype': Function.prototype,
    'Date.prototype': Date.prototype, 'RegExp.prototype': RegExp.prototype,
  };

  const name = (owner, member) => kit.define(owners[owner], member, {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() { return kit.missing(`${owner}.${member}`); },
    set(value) {
      kit.define(this, member, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
    },
  });

  const known = { __proto__: null };
  for (const [owner, members] of kit.settings.sugar) {
    for (const member of members.split(' ')) {
      (known[member] = known[member] || []).push(owner);
    }
  }

  const sweeten = (member) => {
    const places = known[member];
    if (!places) { return; }
    known[member] = undefined;
    for (const owner of places) {
      // This engine's own `RegExp.escape` is newer than any that Postman runs on.
      if (kit.hasOwn(owners[owner], member) && member !== 'escape') { continue; }
      if (kit.has(added[owner], member)) { kit.hide(owners[owner], member, added[owner][member]); }
      else { name(owner, member); }
    }
  };

  // Members of these rely on each other, so they come together.
  for (const owner of kit.keys(added)) { kit.each(kit.keys(added[owner]), sweeten); }
  return (names) => { kit.each(names.includes('*') ? kit.keys(known) : names, sweeten); };
})
