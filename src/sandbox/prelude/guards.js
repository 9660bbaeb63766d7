// The engine asks between steps of a script whether its time is up, but not inside a few of its own loops. What could
// keep it there for long is checked first: lists longer than memory could hold, searches of huge texts for huge texts,
// objects that share their members so often that writing them out never ends.
(function (kit) {
  'use strict';
  const { host } = kit;
  const LONGEST_LIST = 1 << 23;
  const LONGEST_SEARCH = 1 << 29;

  const refuse = () => host.overrun();
  const isLong = (list) => list !== null && typeof list === 'object' && list.length > LONGEST_LIST;

  // Puts `checked` in the place of a method, under its name.
  const replace = (object, name, make) => {
    const native = object[name];
    const { [name]: method } = { [name](...args) { return make(native, this, args); } };
    kit.define(method, 'length', { __proto__: null, value: native.length, configurable: true });
    kit.hide(object, name, method);
  };

  const checkedList = (native, self, args) => {
    if (isLong(self)) { refuse(); }
    return kit.apply(native, self, args);
  };
  const lists = [
    'reverse', 'copyWithin', 'shift', 'unshift', 'splice', 'slice', 'join', 'sort', 'toLocaleString', 'fill', 'toReversed',
    'toSpliced', 'with',
  ];
  for (const name of lists) { replace(Array.prototype, name, checkedList); }

  replace(Array.prototype, 'concat', (native, self, args) => {
    if (isLong(self)) { refuse(); }
    for (let i = 0; i < args.length; i += 1) { if (isLong(args[i])) { refuse(); } }
    return kit.apply(native, self, args);
  });

  const flattened = (into, list, depth) => {
    for (let i = 0; i < list.length; i += 1) {
      if (!(i in list)) { continue; }
      if (depth >= 1 && kit.isArray(list[i])) { flattened(into, list[i], depth - 1); } else { into[into.length] = list[i]; }
    }
    return into;
  };
  replace(Array.prototype, 'flat', (native, self, args) => {
    if (isLong(self)) { refuse(); }
    const depth = args[0] === undefined ? 1 : +args[0];
    return depth > 1 ? flattened([], kit.Object(self), depth) : kit.apply(native, self, args);
  });

  replace(String, 'raw', (native, self, args) => {
    if (args[0] && isLong(args[0].raw)) { refuse(); }
    return kit.apply(native, self, args);
  });

  const checkedSearch = (native, self, args) => {
    const wanted = args[0];
    if (typeof wanted === 'string' && wanted.length > 64 && self !== null && self !== undefined &&
      self.length * wanted.length > LONGEST_SEARCH) { refuse(); }
    return kit.apply(native, self, args);
  };
  for (const name of ['indexOf', 'lastIndexOf', 'includes', 'split', 'replace', 'replaceAll']) {
    replace(String.prototype, name, checkedSearch);
  }

  // A function that sees each member brings the engine back between two of them.
  const same = (key, value) => value;
  const write = JSON.stringify;
  // For what came out of JSON and is therefore finite.
  kit.stringifyPlain = write;
  kit.stringify = (value, replacer, space) => write(value, replacer === undefined || replacer === null ? same : replacer, space);
  replace(JSON, 'stringify', (native, self, args) => kit.stringify(args[0], args[1], args[2]));
})
