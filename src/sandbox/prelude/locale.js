// Numbers, dates and order of texts as Postman's engine writes them where nothing else is set: for the United States.
(function (kit) {
  'use strict';
  const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

  const numberText = (value) => {
    if (Number.isNaN(value)) { return 'NaN'; }
    if (!Number.isFinite(value)) { return value < 0 ? '-∞' : '∞'; }
    const plain = Math.abs(value) >= 1e21 ? String(BigInt(value)) : value.toFixed(3);
    const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+?)0*)?$/.exec(plain);
    return sign + grouped(whole) + (/[1-9]/.test(fraction) ? `.${fraction}` : '');
  };

  const withoutZeros = (text) => text.replace(/^0/, '').replace(/\/0/, '/').replace(/, 0/, ', ');

  // Letters by their base first, then by their accents, then small before capital.
  const RANKS = { __proto__: null };
  Array.from('_-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$0123456789').forEach((character, i) => { RANKS[character] = i; });
  const rank = (character) => (character in RANKS ? RANKS[character] : 1000 + character.codePointAt(0));
  const order = (a, b) => {
    for (let i = 0; i < a.length && i < b.length; i += 1) {
      if (a[i] !== b[i]) { return rank(a[i]) < rank(b[i]) ? -1 : 1; }
    }
    return Math.sign(a.length - b.length);
  };
  const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const swapped = (text) => Array.from(text, (each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase())).join('');
  const compare = (a, b) => order(Array.from(bare(a)), Array.from(bare(b))) ||
    order(Array.from(a.normalize('NFD').toLowerCase()), Array.from(b.normalize('NFD').toLowerCase())) ||
    order(Array.from(swapped(a)), Array.from(swapped(b)));

  // Other countries' ways are not known here.
  const noticed = (name, args) => { if (args.some((each) => each !== undefined)) { kit.missing(`${name} with a locale`); } };
  const localize = (prototype, name, text) => {
    const native = prototype[name];
    kit.hide(prototype, name, { [name](...args) {
      noticed(name, args);
      return text(this, native);
    } }[name]);
  };

  localize(Number.prototype, 'toLocaleString', (number) => numberText(+number));
  localize(BigInt.prototype, 'toLocaleString', (number) => `${number < 0n ? '-' : ''}${grouped(String(number).replace('-', ''))}`);
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    localize(Date.prototype, name, (date, native) => withoutZeros(native.call(date)));
  }
  kit.hide(String.prototype, 'localeCompare', { localeCompare(other, ...args) {
    noticed('localeCompare', args);
    return compare(String(this), String(other));
  } }.localeCompare);
  return () => {};
})
