// Text of logged values: strings as they are, anything else on one line.
(function (kit) {
  'use strict';
  // A line stops growing here, so that a script cannot fill memory by logging one value.
  const LONGEST = 100_000;
  const DEEPEST = 6;
  const MOST_ITEMS = 100;
  const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
  const QUOTE = /'/;
  const SPECIAL = /[\n\t\r\b\f\v\\]/g;
  const ESCAPES = { __proto__: null, '\n': '\\n', '\t': '\\t', '\r': '\\r', '\b': '\\b', '\f': '\\f', '\v': '\\v', '\\': '\\\\' };

  const quoted = (text) => {
    const escaped = kit.replace(text, SPECIAL, (character) => ESCAPES[character]);
    return kit.test(QUOTE, escaped) ? `"${escaped}"` : `'${escaped}'`;
  };

  const functionText = (value) => {
    const kind = value.constructor && value.constructor.name ? value.constructor.name : 'Function';
    return typeof value.name === 'string' && value.name ? `[${kind}: ${value.name}]` : `[${kind}]`;
  };

  const primitiveText = (value) => {
    if (typeof value === 'symbol') { return kit.symbolText(value); }
    if (typeof value === 'bigint') { return `${kit.bigintText(value)}n`; }
    return typeof value === 'string' ? quoted(value) : kit.String(value);
  };

  // Collects pieces up to the longest line.
  const writer = () => {
    const state = { text: '' };
    state.full = () => state.text.length > LONGEST;
    state.put = (piece) => { if (!state.full()) { state.text += piece; } };
    return state;
  };

  const item = (out, first) => out.put(first ? ' ' : ', ');

  const writeArray = (out, array, write) => {
    const { length } = array;
    if (!length) { return out.put('[]'); }
    out.put('[');
    for (let i = 0; i < length && i < MOST_ITEMS && !out.full(); i += 1) {
      item(out, i === 0);
      write(array[i]);
    }
    if (length > MOST_ITEMS) { out.put(`, ... ${length - MOST_ITEMS} more item${length > MOST_ITEMS + 1 ? 's' : ''}`); }
    return out.put(' ]');
  };

  const writeObject = (out, object, write) => {
    const keys = kit.keys(object);
    if (!keys.length) { return out.put('{}'); }
    out.put('{');
    for (let i = 0; i < keys.length && !out.full(); i += 1) {
      item(out, i === 0);
      out.put(`${kit.test(IDENTIFIER, keys[i]) ? keys[i] : quoted(keys[i])}: `);
      write(object[keys[i]]);
    }
    return out.put(' }');
  };

  const writeEntries = (out, name, size, each) => {
    out.put(`${name}(${size}) {`);
    each();
    out.put(size ? ' }' : '}');
  };

  const writeMap = (out, map, write) => writeEntries(out, 'Map', map.size, () => {
    let first = true;
    kit.mapEach(map, (value, key) => {
      item(out, first);
      first = false;
      write(key);
      out.put(' => ');
      write(value);
    });
  });

  const writeSet = (out, set, write) => writeEntries(out, 'Set', set.size, () => {
    let first = true;
    kit.setEach(set, (value) => {
      item(out, first);
      first = false;
      write(value);
    });
  });

  const dateText = (date) => {
    const time = kit.dateValue(date);
    return time === time ? kit.isoDate(date) : 'null';
  };

  const writers = {
    __proto__: null,
    '[object Date]': (out, value) => out.put(dateText(value)),
    '[object RegExp]': (out, value) => out.put(kit.regexpSource(value)),
    '[object Map]': writeMap,
    '[object Set]': writeSet,
    '[object WeakMap]': (out) => out.put('[WeakMap]'),
    '[object WeakSet]': (out) => out.put('[WeakSet]'),
    '[object ArrayBuffer]': (out, value) => out.put(`[ArrayBuffer { byteLength: ${value.byteLength} }]`),
    '[object Number]': (out, value) => out.put(kit.String(+value)),
    '[object String]': (out, value, write, depth) => (depth ? write(`${value}`) : out.put(`${value}`)),
    '[object Boolean]': (out, value) => out.put(`${value}`),
  };

  const writeValue = (out, value, depth, above) => {
    if (typeof value === 'function') { return out.put(functionText(value)); }
    if (value === null || typeof value !== 'object') { return out.put(primitiveText(value)); }
    for (let link = above; link; link = link.above) {
      if (link.value === value) { return out.put('[Circular *1]'); }
    }
    const tag = kit.tagOf(value);
    const here = { value, above };
    const write = (inner) => writeValue(out, inner, depth + 1, here);
    if (tag !== '[object Date]' && typeof value.toJSON === 'function' && !kit.isView(value)) {
      const json = value.toJSON();
      if (json !== value) { return writeValue(out, json, depth, here); }
    }
    if (value instanceof kit.Error) {
      return writeValue(out, { type: 'Error', name: value.name, message: value.message }, depth, here);
    }
    if (depth > DEEPEST) { return out.put(kit.isArray(value) ? '[Array]' : '[Object]'); }
    if (kit.isView(value)) {
      out.put(`${value.constructor.name}(${value.length}) `);
      return writeArray(out, value, write);
    }
    if (kit.isArray(value)) { return writeArray(out, value, write); }
    return (writers[tag] || writeObject)(out, value, write, depth);
  };

  return (value, quoteText) => {
    if (typeof value === 'string' && !quoteText) {
      return value.length > LONGEST ? kit.text(value, 0, LONGEST) : value;
    }
    const out = writer();
    try { writeValue(out, value, 0, undefined); } catch { out.put('[unreadable]'); }
    return out.text;
  };
})
