// The names that a script finds, and what becomes of those that this sandbox lacks.
(function (kit) {
  'use strict';
  const { host, settings } = kit;
  const scope = kit.Function('return this')();

  // Stands in for something that Postman has: reading a member or calling it names it to the reader.
  kit.absent = (name, isFunction) => {
    const lacking = () => new Error(`${name} is not available here`);
    return new kit.Proxy(isFunction ? function absent() {} : {}, {
      __proto__: null,
      get(target, key) {
        if (typeof key === 'string' && key !== 'toJSON') { host.missing(name); }
        return undefined;
      },
      apply() { host.missing(name); throw lacking(); },
      construct() { host.missing(name); throw lacking(); },
    });
  };

  const OBJECTS = { __proto__: null, crypto: true, Intl: true, Backbone: true, tv4: true, CryptoJS: true };

  // The results of `crypto.subtle` are computed elsewhere in Postman, and a script that does not wait is over by then.
  const answeredLater = (subtle) => {
    const methods = kit.prototypeOf(subtle);
    for (const name of kit.names(methods)) {
      const native = methods[name];
      if (name === 'constructor' || typeof native !== 'function') { continue; }
      kit.hide(methods, name, function (...args) {
        const result = kit.apply(native, this, args);
        return new kit.Promise((resolve) => { kit.answerLater(() => { resolve(result); }); });
      });
    }
  };

  // A library by the name of its global; made once a run.
  const libraries = { __proto__: null };
  kit.library = (name) => {
    if (!(name in libraries)) {
      const found = settings.absent.includes(name) ? undefined : host.library(name);
      if (name === 'crypto' && found !== undefined) { answeredLater(found.subtle); }
      libraries[name] = found === undefined ? kit.absent(name, !OBJECTS[name]) : found;
    }
    return libraries[name];
  };

  const notFound = (name) => {
    const error = new Error(`Cannot find module '${name}'`);
    error.code = 'MODULE_NOT_FOUND';
    return error;
  };

  const LACKING = [
    'CertificateList', 'Collection', 'Event', 'EventList', 'Item', 'ItemGroup', 'Response', 'Script', 'UrlMatchPattern',
    'UrlMatchPatternList', 'ProxyConfigList', 'Version',
  ];
  const collectionSdk = () => {
    const sdk = {};
    for (const name of kit.keys(kit.sdk)) {
      if (name !== 'CookieJar') { kit.lazy(sdk, name, () => kit.sdk[name]); }
    }
    for (const name of LACKING) { kit.lazy(sdk, name, () => kit.absent(`require("postman-collection").${name}`, true)); }
    return sdk;
  };

  const modules = { __proto__: null };
  kit.requireModule = (name) => {
    const key = `${name}`;
    if (!(key in modules)) {
      const found = key === 'postman-collection' ? collectionSdk() : host.module(key);
      if (found === undefined && !settings.modules.includes(key)) { throw notFound(key); }
      modules[key] = found === undefined ? kit.absent(`require("${key}")`, true) : found;
    }
    return modules[key];
  };

  const provide = (name, get) => kit.define(scope, name, {
    __proto__: null,
    configurable: true,
    get() {
      const value = get();
      kit.hide(scope, name, value);
      return value;
    },
    set(value) { kit.hide(scope, name, value); },
  });

  // The engine's own globals that Postman's has not go; those it has and the engine has not come from a library.
  kit.settleGlobals = () => {
    for (const name of kit.names(scope)) {
      if (!settings.builtins.includes(name)) { delete scope[name]; }
    }
    for (const name of settings.builtins) {
      if (settings.lazy.includes(name) || !kit.hasOwn(scope, name)) { provide(name, () => kit.library(name)); }
    }
    // Code from `new Function` finds a console that says nothing.
    const silent = () => {};
    kit.hide(scope, 'console', { log: silent, warn: silent, debug: silent, info: silent, error: silent });
    kit.hide(scope, 'require', (name) => kit.requireModule(name));
  };

  kit.globalValue = (name) => scope[name];
})
