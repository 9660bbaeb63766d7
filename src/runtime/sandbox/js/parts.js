// `pm.request`, made part by part, so that only what a script touched is looked at for changes.
(function (kit) {
  'use strict';
  const NAMES = { __proto__: null, url: 'url', headers: 'header', body: 'body', auth: 'auth' };
  const TRACK = Symbol('parts as the script found them');

  const plain = (value) => (value && typeof value.toJSON === 'function' ? value.toJSON() : value);

  const own = (value) => ({ __proto__: null, value, writable: true, configurable: true, enumerable: true });

  kit.part = (request, key, build) => kit.define(request, key, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      const value = build();
      kit.define(request, key, own(value));
      if (request[TRACK]) { request[TRACK][key] = kit.stringifyPlain(plain(value)); }
      return value;
    },
    set(value) { kit.define(request, key, own(value)); },
  });

  kit.request = () => {
    const { current } = kit;
    if (!current.request) {
      const request = new kit.sdk.Request(kit.parse(kit.host.request()));
      kit.hide(request, TRACK, { __proto__: null });
      current.request = request;
      current.method = request.method;
      current.parts = { __proto__: null };
      kit.each(kit.keys(NAMES), (key) => { current.parts[key] = kit.hasOwn(request, key); });
    }
    return current.request;
  };

  const partText = (key, value) => {
    // Postman's own objects come out as finite copies; anything else may be anything.
    const write = value instanceof kit.sdk.PropertyBase ? kit.stringifyPlain : kit.stringify;
    try { return write(plain(value)) || 'null'; } catch {
      kit.host.warn(`what it made of \`pm.request.${key}\` cannot be written as JSON, so it is lost`);
      return kit.current.request[TRACK][key];
    }
  };

  const changedPart = (request, key) => {
    const property = kit.descriptor(request, key);
    if (property && property.get) { return undefined; }
    if (!property) { return kit.current.parts[key] ? 'null' : undefined; }
    const { value } = property;
    // Headers that are no list any more are not written under the name that is read.
    const isGone = key === 'headers' && !(value && value._postman_propertyIsList && value.members.length);
    const text = isGone ? 'null' : partText(key, value);
    return text === request[TRACK][key] ? undefined : text;
  };

  // The changed parts, under their names in the file; `null` for one that is gone.
  kit.reportParts = () => {
    const { request, method } = kit.current;
    if (!request) { return; }
    kit.each(kit.keys(NAMES), (key) => {
      const text = changedPart(request, key);
      if (text !== undefined) { kit.host.changedPart(NAMES[key], text); }
    });
    if (request.method !== method) { kit.host.changedPart('method', kit.stringify(request.method) || 'null'); }
  };
})
