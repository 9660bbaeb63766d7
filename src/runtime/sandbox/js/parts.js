// `pm.request`, made part by part, so that only what a script touched is looked at for changes.
(function (kit) {
  'use strict';
  const { host } = kit;
  const NAMES = ['url', 'headers', 'body', 'auth'];
  const IN_FILE = { __proto__: null, url: 'url', headers: 'header', body: 'body', auth: 'auth' };

  const plain = (value) => (value && typeof value.toJSON === 'function' ? value.toJSON() : value);

  // Used again and again, because making one takes longer than using it.
  const own = { __proto__: null, value: undefined, writable: true, configurable: true, enumerable: true };
  const settle = (request, key, value) => {
    own.value = value;
    kit.define(request, key, own);
    own.value = undefined;
  };

  // What tells later whether a part changed: a form by its rows, anything else by its text. The texts of the last
  // definition are kept, because the next script is likely to meet the same.
  const last = { __proto__: null };
  const textOf = (key, definition, value) => {
    const known = last[key];
    if (known && known.definition === definition) { return known.text; }
    const text = kit.stringifyPlain(plain(value));
    last[key] = { __proto__: null, definition, text };
    return text;
  };
  const track = (key, definition, value) => {
    const source = key === 'body' && value.mode === 'urlencoded' && host.isPlainForm() ? kit.sourceOf(value.urlencoded) : undefined;
    return source ? { __proto__: null, source, text: kit.stringifyPlain(kit.bodyWithoutForm(value)) } :
      { __proto__: null, source, text: textOf(key, definition, value) };
  };

  const ofFile = (key, make) => {
    const definition = host.part(IN_FILE[key]);
    const value = kit.build(definition, make);
    kit.current.tracks[key] = track(key, definition, value);
    return value;
  };

  // The definition of a request without its parts, which wait in the file until they are looked at.
  const SHELL = Symbol('parts are in the file');

  const made = (key, given, make) => {
    if (given === kit.current.shell) { return ofFile(key, make); }
    return given[SHELL] ? kit.build(host.part(IN_FILE[key]), make) : make(given[IN_FILE[key]]);
  };

  // Defines a part of a request that is made when it is first looked at.
  kit.part = (request, key, given, make) => kit.define(request, key, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      const value = made(key, given, make);
      settle(request, key, value);
      return value;
    },
    set(value) { settle(request, key, value); },
  });

  // Keeps the parts that were not looked at for a later script that may find this request again.
  kit.keepParts = () => {
    const { request, shell } = kit.current;
    if (!request) { return; }
    kit.each(NAMES, (key) => {
      const property = kit.descriptor(request, key);
      if (property && property.get) { shell[IN_FILE[key]] = kit.parse(host.part(IN_FILE[key])); }
    });
    shell[SHELL] = false;
  };

  kit.request = () => {
    const { current } = kit;
    if (!current.request) {
      const { Request } = kit.sdk;
      current.tracks = { __proto__: null };
      current.request = kit.build(host.shell(), (shell) => {
        shell[SHELL] = true;
        current.shell = shell;
        return new Request(shell);
      });
      current.method = current.request.method;
    }
    return current.request;
  };

  const partText = (key, value) => {
    // Postman's own objects come out as finite copies; anything else may be anything.
    const write = value instanceof kit.sdk.PropertyBase ? kit.stringifyPlain : kit.stringify;
    try { return write(plain(value)) || 'null'; } catch {
      host.warn(`what it made of \`pm.request.${key}\` cannot be written as JSON, so it is lost`);
      return undefined;
    }
  };

  // A form with numbers in the place of rows that stand in the file; undefined for one that is as in the file.
  const changedForm = (body, text) => {
    const { rows, isSame } = kit.formWritten(body);
    const rest = kit.bodyWithoutForm(body);
    if (isSame && kit.stringifyPlain(rest) === text) { return undefined; }
    rest.urlencoded = rows;
    return kit.stringifyPlain(rest);
  };

  const NOT_READ = { __proto__: null, text: undefined };
  const changedPart = (request, key) => {
    const property = kit.descriptor(request, key);
    if (property && property.get) { return undefined; }
    const { shell, tracks } = kit.current;
    const isInFile = key === 'url' || key === 'headers' || kit.hasOwn(shell, key);
    if (!property) { return isInFile ? 'null' : undefined; }
    const { value } = property;
    const known = tracks[key] || NOT_READ;
    if (known.source && kit.isForm(value, known.source)) {
      // What cannot be written goes the long way, and is named there.
      try { return changedForm(value, known.text); } catch { return partText(key, value); }
    }
    // Headers that are no list any more are not written under the name that is read.
    const isGone = key === 'headers' && !(value && value._postman_propertyIsList && value.members.length);
    const text = isGone ? 'null' : partText(key, value);
    return text === known.text ? undefined : text;
  };

  // Tells the changed parts, under their names in the file; `null` for one that is gone.
  kit.reportParts = () => {
    const { request, method } = kit.current;
    if (!request) { return; }
    kit.each(NAMES, (key) => {
      const text = changedPart(request, key);
      if (text !== undefined) { host.changedPart(IN_FILE[key], text); }
    });
    if (request.method !== method) { host.changedPart('method', kit.stringify(request.method) || 'null'); }
  };
})
