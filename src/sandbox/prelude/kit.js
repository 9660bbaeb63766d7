// What the rest of the prelude works with: built-in functions as they were before any script ran.
//
// A script may overwrite `Array.prototype.map` or `JSON.stringify`; in Postman that breaks Postman's own
// objects for the rest of the run, and the objects in the other files behave alike. But whatever
// carries a result back to Rust goes through this kit only, so a script cannot falsify its own outcome.
(function (host, settings) {
  'use strict';
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const kit = { __proto__: null };

  kit.host = host;
  kit.settings = settings;
  kit.engine = settings.engine;
  kit.Array = Array;
  kit.String = String;
  kit.Error = Error;
  kit.Object = Object;
  kit.Function = Function;
  kit.Proxy = Proxy;
  kit.Promise = Promise;
  kit.create = Object.create;
  kit.keys = Object.keys;
  kit.names = Object.getOwnPropertyNames;
  kit.define = Object.defineProperty;
  kit.descriptor = Object.getOwnPropertyDescriptor;
  kit.prototypeOf = Object.getPrototypeOf;
  kit.isArray = Array.isArray;
  kit.isView = ArrayBuffer.isView;
  kit.is = Object.is;
  kit.apply = Reflect.apply;
  kit.construct = Reflect.construct;
  kit.ownKeys = Reflect.ownKeys;
  kit.reflectGet = Reflect.get;
  kit.parse = JSON.parse;
  kit.stringify = JSON.stringify;
  kit.hasOwn = Object.hasOwn;
  kit.tagOf = uncurry(Object.prototype.toString);
  kit.slice = uncurry(Array.prototype.slice);
  kit.join = uncurry(Array.prototype.join);
  kit.text = uncurry(String.prototype.slice);
  kit.replace = uncurry(String.prototype.replace);
  kit.startsWith = uncurry(String.prototype.startsWith);
  kit.test = uncurry(RegExp.prototype.test);
  kit.regexpSource = uncurry(RegExp.prototype.toString);
  kit.isoDate = uncurry(Date.prototype.toISOString);
  kit.dateValue = uncurry(Date.prototype.getTime);
  kit.symbolText = uncurry(Symbol.prototype.toString);
  kit.bigintText = uncurry(BigInt.prototype.toString);
  kit.wellFormed = uncurry(String.prototype.toWellFormed);
  kit.mapEach = uncurry(Map.prototype.forEach);
  kit.setEach = uncurry(Set.prototype.forEach);
  kit.then = uncurry(Promise.prototype.then);

  kit.isFunction = (value) => typeof value === 'function';
  kit.isString = (value) => typeof value === 'string';
  // Arrays and functions count too, as everywhere in Postman's own code.
  kit.isObject = (value) => value !== null && (typeof value === 'object' || typeof value === 'function');
  kit.isNil = (value) => value === null || value === undefined;
  kit.has = (object, key) => !kit.isNil(object) && kit.hasOwn(object, key);
  // Reads through null and undefined, as many of Postman's own functions do.
  kit.get = (object, key, fallback) => {
    const value = kit.isNil(object) ? undefined : object[key];
    return value === undefined ? fallback : value;
  };
  kit.hide = (object, key, value) =>
    kit.define(object, key, { __proto__: null, value, writable: true, configurable: true, enumerable: false });

  // Makes an ordinary member. One descriptor serves all, because making one takes longer than using it.
  const ordinary = { __proto__: null, value: undefined, writable: true, configurable: true, enumerable: true };
  kit.own = (object, key, value) => {
    ordinary.value = value;
    kit.define(object, key, ordinary);
    ordinary.value = undefined;
  };

  // What something belongs to is told by a member that nothing lists.
  const hidden = { __proto__: null, value: undefined, writable: true, configurable: true, enumerable: false };
  kit.setParent = (object, parent) => {
    hidden.value = parent;
    kit.define(object, '__parent', hidden);
    hidden.value = undefined;
  };

  // A loop that scripts cannot get into, unlike `for … of`, which asks the array for its iterator.
  kit.each = (list, visit) => {
    for (let i = 0; i < list.length; i += 1) { visit(list[i], i); }
  };

  kit.isPlainObject = (value) => {
    if (value === null || typeof value !== 'object') { return false; }
    const prototype = kit.prototypeOf(value);
    return prototype === null || prototype === kit.Object.prototype;
  };

  // A member that Postman has and this sandbox has not: named to the reader the moment it is touched.
  kit.missing = (name) => host.missing(name);

  // Keeps the same members readable under one more object without evaluating them now.
  kit.lazy = (object, key, build) =>
    kit.define(object, key, {
      __proto__: null,
      configurable: true,
      enumerable: true,
      get() {
        const value = build();
        kit.own(object, key, value);
        return value;
      },
      set(value) { kit.own(object, key, value); },
    });

  // Classes of Postman's collection SDK by name; each file is evaluated when one of its classes is first used.
  kit.sdk = { __proto__: null };
  kit.classes = { __proto__: null };
  kit.provide = (file, names) => {
    for (let i = 0; i < names.length; i += 1) {
      kit.lazy(kit.sdk, names[i], () => {
        if (!kit.classes[names[i]]) { host.load(file)(kit); }
        return kit.classes[names[i]];
      });
    }
  };
  kit.provide('property', ['PropertyBase', 'Property', 'Description']);
  kit.provide('list', ['PropertyList']);
  kit.provide('variables', ['Variable', 'VariableList']);
  kit.provide('variable_scope', ['VariableScope', 'MutationTracker']);
  kit.provide('url', ['QueryParam', 'Url']);
  kit.provide('header', ['Header', 'HeaderList']);
  kit.provide('body', ['FormParam', 'RequestBody']);
  kit.provide('request', ['RequestAuth', 'ProxyConfig', 'Certificate', 'Request']);
  kit.lazy(kit, 'inspect', () => host.load('inspect')(kit));
  kit.lazy(kit, 'localize', () => host.load('locale')(kit));
  kit.lazy(kit, 'sweeten', () => host.load('sugar')(kit));
  kit.lazy(kit, 'liquidJson', () => host.load('json')(kit));
  kit.provide('cookies', ['Cookie', 'CookieList', 'CookieJar']);
  return kit;
})
