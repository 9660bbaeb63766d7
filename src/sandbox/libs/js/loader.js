// Builds each library when it is first asked for and watches for members that are not there.
(function (native, primordials) {
  "use strict";
  const { defineProperty, objectCreate, hasOwn, split, Error } = primordials;
  const built = objectCreate(null);
  let members;

  // Library behind each name that scripts may require.
  const PUBLIC = { __proto__: null };
  for (const name of split(
    "ajv assert atob backbone btoa buffer chai cheerio crypto-js csv-parse/lib/sync events fs " +
      "lodash moment os path postman-collection punycode querystring stream string_decoder timers " +
      "tv4 url util uuid xml2js",
    " ",
  )) {
    PUBLIC[name] = true;
  }

  // Global names: library and, where the global is but a part of it, the member.
  const GLOBALS = {
    __proto__: null,
    CryptoJS: ["crypto-js"],
    _: ["lodash3"],
    Buffer: ["buffer", "Buffer"],
    atob: ["atob"],
    btoa: ["btoa"],
    cheerio: ["cheerio"],
    tv4: ["tv4"],
    Backbone: ["backbone"],
    xml2Json: ["xml2json"],
  };
  if (!native.newman) {
    for (const name of split(
      "crypto TextEncoder TextDecoder URL URLSearchParams structuredClone queueMicrotask " +
        "AbortController AbortSignal Event EventTarget DOMException Crypto CryptoKey SubtleCrypto",
      " ",
    )) {
      GLOBALS[name] = ["web", name];
    }
    for (const name of split(
      "Intl Blob File ReadableStream WritableStream TransformStream TextEncoderStream " +
        "TextDecoderStream CompressionStream DecompressionStream ByteLengthQueuingStrategy " +
        "CountQueuingStrategy",
      " ",
    )) {
      GLOBALS[name] = undefined;
    }
  }

  // Reading a member that Postman's library has and ours lacks is reported.
  function watch(target, library, names) {
    for (const name of split(names, " ")) {
      if (name in target) continue;
      defineProperty(target, name, {
        configurable: true,
        enumerable: false,
        get() {
          native.missing(library, name);
          return undefined;
        },
        set(value) {
          defineProperty(this, name, {
            value,
            configurable: true,
            enumerable: true,
            writable: true,
          });
        },
      });
    }
  }

  function watchLibrary(name, library) {
    members = members || native.members()(native.newman);
    const parts = members[name] || [];
    for (let i = 0; i < parts.length; i++) watch(parts[i].part(library), parts[i].label, parts[i].names);
  }

  function build(name) {
    if (name === "crypto-js") return native.cryptoJs(primordials);
    if (name === "atob" || name === "btoa") return load("base64")[name];
    const factory = native.source(name);
    return factory === undefined ? undefined : factory(load, native, primordials);
  }

  function load(name) {
    if (hasOwn(built, name)) return built[name];
    const library = build(name);
    built[name] = library;
    if (library !== undefined) watchLibrary(name, library);
    return library;
  }

  function require(name) {
    if (PUBLIC[name] === undefined) throw new Error(`Cannot find module '${name}'`);
    return load(name);
  }

  function global(name) {
    const place = GLOBALS[name];
    if (place === undefined) {
      if (name in GLOBALS) native.missing(name, "");
      return undefined;
    }
    const library = load(place[0]);
    return place.length === 1 ? library : library[place[1]];
  }

  const globalNames = [];
  for (const name in GLOBALS) globalNames[globalNames.length] = name;

  function defineGlobals(target) {
    for (let i = 0; i < globalNames.length; i++) {
      const name = globalNames[i];
      const replace = (value) =>
        defineProperty(target, name, {
          value,
          configurable: true,
          enumerable: false,
          writable: true,
        });
      defineProperty(target, name, {
        configurable: true,
        enumerable: false,
        get() {
          const value = global(name);
          if (value !== undefined) replace(value);
          return value;
        },
        set: replace,
      });
    }
  }

  const module = (name) => (PUBLIC[name] === undefined ? undefined : load(name));
  return { require, module, global, globalNames, defineGlobals };
});
