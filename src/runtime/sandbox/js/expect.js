// `pm.expect` and `pm.request.to`: the assertions of chai that scripts use, and Postman's own.
(function (kit) {
  'use strict';
  const { isFunction, isObject, isString } = kit;

  class AssertionError extends Error {
    constructor(message) {
      super(message);
      kit.hide(this, 'name', 'AssertionError');
    }
  }

  const show = (value) => kit.inspect(value, true);
  const kind = (value) => Object.prototype.toString.call(value).slice(8, -1).toLowerCase();

  const equal = (a, b, seen = []) => {
    if (Object.is(a, b)) { return true; }
    if (!isObject(a) || !isObject(b) || kind(a) !== kind(b)) { return false; }
    if (kind(a) === 'date') { return a.getTime() === b.getTime(); }
    if (kind(a) === 'regexp') { return String(a) === String(b); }
    if (seen.some(([x, y]) => x === a && y === b)) { return true; }
    const pairs = seen.concat([[a, b]]);
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length &&
      keys.every((key) => Object.prototype.hasOwnProperty.call(b, key) && equal(a[key], b[key], pairs));
  };

  const sizeOf = (value) => (value instanceof Map || value instanceof Set ? value.size : value.length);

  const isEmpty = (value) => {
    if (isString(value) || Array.isArray(value) || value instanceof Map || value instanceof Set) { return sizeOf(value) === 0; }
    return isObject(value) && Object.keys(value).length === 0;
  };

  const at = (value, path) => path.split(/\.|\[(\d+)\]/).filter(Boolean).reduce((found, key) => kit.get(found, key), value);

  // An assertion is a subject, the flags that words like `not` and `deep` set, and the check that ends it.
  class Assertion {
    constructor(subject, message, flags) {
      kit.hide(this, 'subject', subject);
      kit.hide(this, 'message', message);
      kit.hide(this, 'flags', flags || {});
    }
  }

  const check = (assertion, holds, expected) => {
    const { subject, message, flags } = assertion;
    if (Boolean(holds) === !flags.not) { return; }
    throw new AssertionError(`${message ? `${message}: ` : ''}expected ${show(subject)} to ${flags.not ? 'not ' : ''}${expected}`);
  };
  const same = (assertion, a, b) => (assertion.flags.deep ? equal(a, b) : a === b);

  const includes = (assertion, wanted) => {
    const { subject } = assertion;
    if (isString(subject)) { return subject.includes(wanted); }
    if (subject instanceof Set) { return subject.has(wanted); }
    if (Array.isArray(subject)) { return subject.some((each) => same(assertion, each, wanted)); }
    return isObject(subject) && isObject(wanted) &&
      Object.keys(wanted).every((key) => same(assertion, subject[key], wanted[key]));
  };

  const property = function (name, ...wanted) {
    const { subject, flags } = this;
    const value = flags.nested ? at(subject, String(name)) : kit.get(subject, name);
    const found = flags.nested ? value !== undefined : !kit.isNil(subject) &&
      (flags.own ? kit.has(subject, name) : name in Object(subject));
    check(this, found && (!wanted.length || same(this, value, wanted[0])),
      `have ${flags.deep ? 'deep ' : ''}property ${show(name)}${wanted.length ? ` of ${show(wanted[0])}` : ''}`);
    return new Assertion(value, this.message);
  };

  const type = function (wanted) {
    const article = /^[aeiou]/i.test(wanted) ? 'an' : 'a';
    check(this, kind(this.subject) === String(wanted).toLowerCase(), `be ${article} ${wanted}`);
    return this;
  };

  const length = function (wanted) {
    check(this, sizeOf(Object(this.subject)) === wanted, `have a length of ${wanted}`);
    return this;
  };

  const keys = function (...wanted) {
    const list = wanted.flat().flatMap((each) => (isObject(each) ? Object.keys(each) : [each]));
    const own = Object.keys(Object(this.subject));
    const has = this.flags.any ? list.some((key) => own.includes(key)) : list.every((key) => own.includes(key));
    const exact = this.flags.any || this.flags.contains || own.length === list.length;
    check(this, has && exact, `have key${list.length > 1 ? 's' : ''} ${list.map(show).join(', ')}`);
    return this;
  };

  const throws = function (wanted, text) {
    let thrown;
    let threw = false;
    try { this.subject(); } catch (error) { thrown = error; threw = true; }
    const pattern = isFunction(wanted) ? text : wanted;
    const message = String(kit.get(thrown, 'message', thrown));
    const fits = (!isFunction(wanted) || thrown instanceof wanted) &&
      (kit.isNil(pattern) || (pattern instanceof RegExp ? pattern.test(message) : message.includes(pattern)));
    check(this, threw && fits, 'throw an error');
    return this;
  };

  const members = function (wanted) {
    const list = this.subject;
    const every = wanted.every((each) => list.some((own) => same(this, own, each)));
    check(this, every && (this.flags.contains || list.length === wanted.length), `have the same members as ${show(wanted)}`);
    return this;
  };

  const compared = (holds, words) => function (wanted) {
    const value = this.flags.length ? sizeOf(this.subject) : this.subject;
    check(this, holds(value, wanted), `${words} ${show(wanted)}`);
    return this;
  };
  const above = compared((a, b) => a > b, 'be above');
  const least = compared((a, b) => a >= b, 'be at least');
  const below = compared((a, b) => a < b, 'be below');
  const most = compared((a, b) => a <= b, 'be at most');
  const eql = function (wanted) { check(this, equal(this.subject, wanted), `deeply equal ${show(wanted)}`); return this; };
  const strict = function (wanted) {
    check(this, same(this, this.subject, wanted), `${this.flags.deep ? 'deeply ' : ''}equal ${show(wanted)}`);
    return this;
  };
  const include = function (wanted) { check(this, includes(this, wanted), `include ${show(wanted)}`); return this; };
  const match = function (wanted) { check(this, wanted.test(this.subject), `match ${String(wanted)}`); return this; };
  const instance = function (wanted) { check(this, this.subject instanceof wanted, `be an instance of ${wanted.name}`); return this; };

  const methods = {
    equal: strict, equals: strict, eq: strict, eql, eqls: eql, match, matches: match, keys, key: keys, members,
    throw: throws, throws, Throw: throws, instanceof: instance, instanceOf: instance, property,
    above, gt: above, greaterThan: above, least, gte: least, below, lt: below, lessThan: below, most, lte: most,
    lengthOf: length,
    within(low, high) {
      const value = this.flags.length ? sizeOf(this.subject) : this.subject;
      check(this, value >= low && value <= high, `be within ${low}..${high}`);
      return this;
    },
    ownProperty(...args) { return property.apply(new Assertion(this.subject, this.message, { ...this.flags, own: true }), args); },
    string(wanted) { check(this, isString(this.subject) && this.subject.includes(wanted), `contain ${show(wanted)}`); return this; },
    oneOf(list) { check(this, list.some((each) => same(this, each, this.subject)), `be one of ${show(list)}`); return this; },
    closeTo(wanted, delta) { check(this, Math.abs(this.subject - wanted) <= delta, `be close to ${wanted} +/- ${delta}`); return this; },
    satisfy(test) { check(this, test(this.subject), `satisfy ${show(test)}`); return this; },
    respondTo(name) { check(this, isFunction(kit.get(this.subject, name)), `respond to ${show(name)}`); return this; },
    header(name, ...wanted) {
      const { headers } = this.subject;
      check(this, headers.has(name) && (!wanted.length || headers.has(name, wanted[0])), `have header with key ${show(name)}`);
      return this;
    },
    body(...wanted) {
      const text = String(kit.get(this.subject, 'body', ''));
      check(this, wanted.length ? text === String(wanted[0]) : text !== '', 'have body');
      return this;
    },
  };

  // Words that are a check in themselves.
  const checks = {
    ok: (value) => value, true: (value) => value === true, false: (value) => value === false,
    null: (value) => value === null, undefined: (value) => value === undefined, NaN: Number.isNaN,
    exist: (value) => !kit.isNil(value), empty: isEmpty, arguments: (value) => kind(value) === 'arguments',
    finite: Number.isFinite, extensible: Object.isExtensible, sealed: Object.isSealed, frozen: Object.isFrozen,
  };
  const flags = { not: 'not', deep: 'deep', nested: 'nested', own: 'own', any: 'any', all: 'all', ordered: 'ordered' };
  const words = ['to', 'be', 'been', 'is', 'that', 'which', 'and', 'has', 'have', 'with', 'at', 'of', 'same', 'but', 'does', 'still', 'also'];

  // A word that also takes an argument: `a`, `include`, `length`.
  const callable = (assertion, method, flag) => new Proxy(method, {
    apply: (target, self, args) => target.apply(assertion, args),
    get: (target, key) => (key in Assertion.prototype ?
      new Assertion(assertion.subject, assertion.message, { ...assertion.flags, [flag]: true })[key] : target[key]),
  });

  const define = (name, get) => kit.define(Assertion.prototype, name, { __proto__: null, configurable: true, get });
  for (const name of Object.keys(methods)) { kit.hide(Assertion.prototype, name, methods[name]); }
  for (const word of words) { define(word, function () { return this; }); }
  for (const name of Object.keys(flags)) {
    define(name, function () { return new Assertion(this.subject, this.message, { ...this.flags, [flags[name]]: true }); });
  }
  for (const name of Object.keys(checks)) {
    define(name, function () {
      const { subject, message, flags: { not } } = this;
      // Chai words the two opposites as each other.
      if (not && (name === 'true' || name === 'false') && checks[name](subject)) {
        throw new AssertionError(`${message ? `${message}: ` : ''}expected ${show(subject)} to be ${name === 'false'}`);
      }
      check(this, checks[name](subject), name === 'exist' ? 'exist' : `be ${name}`);
      return this;
    });
  }
  for (const name of ['a', 'an']) { define(name, function () { return callable(this, type, 'a'); }); }
  for (const name of ['include', 'includes', 'contain', 'contains']) {
    define(name, function () { return callable(this, include, 'contains'); });
  }
  define('length', function () { return callable(this, length, 'length'); });

  const KNOWN_MISSING = [
    'change', 'changes', 'increase', 'increases', 'decrease', 'decreases', 'by', 'itself', 'ownPropertyDescriptor',
    'haveOwnPropertyDescriptor', 'approximately', 'jsonBody', 'jsonSchema', 'status', 'statusCode', 'responseTime',
    'responseSize', 'success', 'error', 'clientError', 'serverError', 'json', 'cookies', 'postmanRequest',
    'postmanResponse', 'postmanRequestOrResponse', 'withBody', 'info', 'redirection', 'accepted', 'badRequest',
    'unauthorized', 'unauthorised', 'forbidden', 'notFound', 'rateLimited', 'statusReason', 'statusCodeClass',
  ];
  for (const name of KNOWN_MISSING) { define(name, () => kit.missing(`pm.expect(…).${name}`)); }

  const expect = (subject, message) => new Assertion(subject, message);
  expect.fail = (message) => { throw new AssertionError(isString(message) ? message : 'expect.fail()'); };
  return expect;
})
