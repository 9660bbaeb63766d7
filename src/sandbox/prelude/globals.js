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

  // The globals as they are before any script ran, and whether one was replaced that was still to be made.
  const settled = { __proto__: null };
  let isReplaced = false;
  const provide = (name, get) => kit.define(scope, name, {
    __proto__: null,
    configurable: true,
    get() {
      const value = get();
      kit.hide(scope, name, value);
      settled[name] = value;
      return value;
    },
    set(value) {
      isReplaced = true;
      kit.hide(scope, name, value);
    },
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
    kit.each(['console', ...settings.builtins], (name) => {
      if (kit.has(kit.descriptor(scope, name), 'value')) { settled[name] = scope[name]; }
    });
  };

  // What a script assigns without declaring it is an enumerable member of the global object.
  let left = { __proto__: null };
  kit.noteLeaks = () => {
    const names = kit.keys(scope);
    if (!names.length) { return false; }
    const now = { __proto__: null };
    kit.each(names, (name) => {
      now[name] = true;
      if (!left[name]) { host.leaked(kit.wellFormed(name)); }
    });
    left = now;
    return true;
  };

  // Takes away what scripts left; false when they changed what was there before. Few scripts can change more than
  // what they find without asking for it.
  const FREE = ['require', 'eval'];
  kit.restartGlobals = (areReached) => {
    kit.each(kit.keys(scope), (name) => { delete scope[name]; });
    left = { __proto__: null };
    let isSame = !isReplaced;
    kit.each(areReached ? kit.keys(settled) : FREE, (name) => { if (!kit.is(scope[name], settled[name])) { isSame = false; } });
    return isSame;
  };

  kit.globalValue = (name) => scope[name];
})
