// The names of Postman's first scripting interface: `postman.*`, `environment`, `globals`, `data`, `request`,
// `tests` and the libraries that are global. Each works, and says once a script that it is deprecated.
(function (kit) {
  'use strict';
  const { isFunction, has } = kit;
  const isOld = kit.engine === 'newman';

  const OLD_ALTERNATIVES = {
    __proto__: null,
    tests: 'pm.test()', globals: 'pm.globals', environment: 'pm.environment', data: 'pm.iterationData',
    request: 'pm.request', _: "require('lodash')", CryptoJS: "require('crypto-js')", atob: "require('atob')",
    btoa: "require('btoa')", tv4: "require('ajv')", xml2Json: "require('xml2js')", Backbone: "require('backbone')",
    cheerio: "require('cheerio')", 'postman.setNextRequest': 'pm.execution.setNextRequest()',
  };
  const NEW_ALTERNATIVES = {
    __proto__: null,
    ...OLD_ALTERNATIVES,
    atob: undefined, btoa: undefined, Backbone: '',
    'postman.setEnvironmentVariable': 'pm.environment.set()',
    'postman.getEnvironmentVariable': 'pm.environment.get()',
    'postman.clearEnvironmentVariables': 'pm.environment.clear()',
    'postman.clearEnvironmentVariable': 'pm.environment.unset()',
    'postman.setGlobalVariable': 'pm.globals.set()',
    'postman.getGlobalVariable': 'pm.globals.get()',
    'postman.clearGlobalVariables': 'pm.globals.clear()',
    'postman.clearGlobalVariable': 'pm.globals.unset()',
    'postman.getResponseCookie': 'pm.cookies.get()',
    'postman.getResponseHeader': 'pm.response.headers.get()',
  };
  const alternatives = isOld ? OLD_ALTERNATIVES : NEW_ALTERNATIVES;

  const advice = (name) => {
    if (name === 'CryptoJS' && !isOld) { return ' Use global "crypto" object instead.'; }
    return alternatives[name] ? ` Use "${alternatives[name]}" instead.` : '';
  };

  const deprecate = (name) => {
    const { current } = kit;
    if (!current.running || has(current.deprecated, name) || alternatives[name] === undefined) { return; }
    current.deprecated[name] = true;
    kit.host.console('warn', `Using "${name}" is deprecated.${advice(name)}`);
  };

  // A global whose object is asked for only when it is touched. The traps are those of Postman, and beyond them
  // whatever it takes to look like the object itself.
  const global = (target, warn, shell, noteRead = () => {}) => new kit.Proxy(shell, {
    __proto__: null,
    get(_, key) {
      warn(key);
      const value = target()[key];
      noteRead(key, value);
      return value;
    },
    set(_, key, value) { warn(key); target()[key] = value; return false; },
    apply(_, self, args) { warn(''); return kit.apply(target(), self, args); },
    has(_, key) { return key in target(); },
    deleteProperty(_, key) { return delete target()[key]; },
    defineProperty(_, key, descriptor) {
      kit.define(target(), key, { ...descriptor, configurable: true });
      return true;
    },
    ownKeys() { return kit.ownKeys(target()); },
    getPrototypeOf() { return kit.prototypeOf(target()); },
    getOwnPropertyDescriptor(_, key) {
      const descriptor = kit.descriptor(target(), key);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
  const tracked = (name, target, shell = {}) => global(target, () => deprecate(name), shell);

  // Grouped values of the enabled rows, as scripts of that time expect them.
  const formValues = (rows) => {
    const values = {};
    for (const { key, value, disabled } of rows) {
      if (disabled) { continue; }
      if (!values[key]) { values[key] = value; }
      else if (Array.isArray(values[key])) { values[key].push(value); }
      else { values[key] = [values[key], value]; }
    }
    return values;
  };

  const bodyData = (body) => {
    if (!body || body.isEmpty()) { return {}; }
    const content = body[body.mode];
    if (body.mode === 'raw') { return content || {}; }
    if (body.mode === 'file') { return kit.get(content, 'content') || {}; }
    return body.mode === 'graphql' ? {} : formValues(isFunction(content.all) ? content.all() : content);
  };

  // A copy made from the request as the script found it; changes have no effect.
  const requestCopy = () => {
    const request = new kit.sdk.Request(kit.parse(kit.host.request()));
    return {
      id: kit.info().requestId,
      name: kit.info().requestName,
      description: request.description ? request.description.toString() : undefined,
      headers: request.headers.toObject(true, false, true, true),
      method: request.method,
      url: request.url.toString(),
      data: bodyData(request.body),
    };
  };

  // `environment` and `globals` show the variables as they were when the script began, so the copy is made
  // before the first change at the latest.
  const snapshot = (name) => {
    const { current } = kit;
    const scope = kit.scope(name);
    if (!current[name]) { current[name] = kit.listOf(scope).syncToObject(); }
    return current[name];
  };
  kit.snapshot = snapshot;

  const variables = (name) => global(() => snapshot(name), () => deprecate(name), {}, (key, value) => {
    // Asked by the language itself.
    const isOwn = typeof key !== 'string' || key === 'toJSON' || key === 'then';
    if (!isOwn && (kit.isNil(value) || value === '')) { kit.readUnset(kit.scope(name), key); }
  });

  const asText = (value) => (value && isFunction(value.toString) ? value.toString() : value);

  class PostmanLegacyInterface {
    setEnvironmentVariable(key, value) {
      const text = asText(value);
      const copy = snapshot('environment');
      kit.scope('environment').set(key, text);
      copy[key] = text;
    }

    getEnvironmentVariable(key) { return kit.scope('environment').get(key); }

    clearEnvironmentVariables() {
      const copy = snapshot('environment');
      for (const key of Object.keys(copy)) { delete copy[key]; }
      kit.scope('environment').clear();
    }

    clearEnvironmentVariable(key) {
      const copy = snapshot('environment');
      if (key) { delete copy[key]; }
      kit.scope('environment').unset(key);
    }

    setGlobalVariable(key, value) {
      const text = asText(value);
      const copy = snapshot('globals');
      kit.scope('globals').set(key, text);
      copy[key] = text;
    }

    getGlobalVariable(key) { return kit.scope('globals').get(key); }

    clearGlobalVariables() {
      const copy = snapshot('globals');
      for (const key of Object.keys(copy)) { delete copy[key]; }
      kit.scope('globals').clear();
    }

    clearGlobalVariable(key) {
      const copy = snapshot('globals');
      if (key) { delete copy[key]; }
      kit.scope('globals').unset(key);
    }

    setNextRequest(name) { kit.current.next = { name }; }
  }

  const library = (name, shell) => tracked(name, () => kit.library(name), shell);
  const postmanUse = (key) => { deprecate(isOld ? 'postman.setNextRequest' : `postman.${kit.String(key)}`); };

  const own = (name, build) => tracked(name, () => (kit.current.made[name] = kit.current.made[name] || build()));

  // The same for every script; what lies behind them is the running script's own.
  kit.legacyGlobals = () => ({
    __proto__: null,
    _: library('_', () => undefined),
    CryptoJS: library('CryptoJS', {}),
    atob: library('atob', () => undefined),
    btoa: library('btoa', () => undefined),
    tv4: library('tv4', {}),
    xml2Json: library('xml2Json', () => undefined),
    Backbone: library('Backbone', {}),
    cheerio: library('cheerio', () => undefined),
    tests: tracked('tests', () => kit.current.tests),
    globals: variables('globals'),
    environment: variables('environment'),
    data: tracked('data', () => kit.data()),
    request: own('request', requestCopy),
    postman: global(() => legacyInterface, postmanUse, {}),
  });
  const legacyInterface = new PostmanLegacyInterface();

  // `tests` is an assertion for each of its members.
  kit.legacyAssertions = () => {
    const { tests, assertions } = kit.current;
    kit.each(kit.keys(tests), (name) => {
      const passed = Boolean(tests[name]);
      assertions[assertions.length] = {
        __proto__: null, name, passed, skipped: false, error: passed ? null : `expected ${kit.String(tests[name])} to be truthy`,
      };
    });
  };
})
