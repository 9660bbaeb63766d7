// `pm.request`, made part by part, so that only what a script touched is looked at for changes.
(function (kit) {
  'use strict';
  const { host } = kit;
  const NAMES = ['url', 'headers', 'body', 'auth'];
  const IN_FILE = {
    __proto__: null, url: 'url', headers: 'header', body: 'body', auth: 'auth', description: 'description',
  };

  const plain = (value) => (value && typeof value.toJSON === 'function' ? value.toJSON() : value);

  // What tells later whether a part changed: a form by its rows, anything else by its text. The texts of the last
  // definition are kept, because the next script is likely to meet the same.
  const last = { __proto__: null };
  const textOf = (key, definition, value) => {
    const known = last[key];
    if (known && known.definition === definition) { return known.text; }
    const text = partText(key, value);
    last[key] = { __proto__: null, definition, text };
    return text;
  };

  // A part of which the host knows that its rows have no more than key, value, whether they are disabled, and a text
  // that describes them.
  const plainPart = (owner, key, json) => {
    if (key === 'headers') { return kit.newHeaders(owner, json); }
    if (key === 'url') { return kit.newUrl(json); }
    if (!kit.isFormOnly(json)) { return undefined; }
    kit.current.rows = json.urlencoded;
    return kit.newForm(json.urlencoded);
  };

  const ofFile = (owner, key) => {
    const definition = host.part(IN_FILE[key]);
    const isPlain = host.hasPlainRows(IN_FILE[key]);
    const value = kit.build(definition, (json) => (isPlain && plainPart(owner, key, json)) || kit.makePart[key](json, owner));
    const isForm = key === 'body' && kit.current.rows !== undefined;
    kit.current.texts[key] = isForm ? undefined : textOf(key, definition, value);
    return value;
  };

  // The definition of a request without its parts, which wait in the file until they are looked at.
  const SHELL = Symbol('parts are in the file');

  const made = (owner, key) => {
    const given = kit.givenOf(owner);
    if (given === kit.current.shell) { return ofFile(owner, key); }
    const make = (json) => kit.makePart[key](json, owner);
    return given[SHELL] ? kit.build(host.part(IN_FILE[key]), make) : make(given[IN_FILE[key]]);
  };

  const settle = (owner, key, value) => {
    if (owner === kit.current.request) { kit.current.settled[key] = true; }
    kit.own(owner, key, value);
  };

  // A part of a request that is made when it is first looked at.
  const waiting = (key) => ({
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      const owner = kit.requestBehind(this);
      const value = made(owner, key);
      settle(owner, key, value);
      return value;
    },
    set(value) { settle(kit.requestBehind(this), key, value); },
  });
  const WAITING = { __proto__: null };
  kit.each(kit.keys(IN_FILE), (key) => { WAITING[key] = waiting(key); });
  kit.part = (request, key) => { kit.define(request, key, WAITING[key]); };
  kit.isDescribedInFile = (definition) => kit.isObject(definition) && definition[SHELL] === DESCRIBED;
  const DESCRIBED = Symbol('with a description');

  // Keeps the parts that were not looked at for a later script that may find this request again.
  kit.keepParts = () => {
    const { request, shell, settled } = kit.current;
    if (!request) { return; }
    kit.each(NAMES, (key) => {
      if (!settled[key]) { shell[IN_FILE[key]] = kit.parse(host.part(IN_FILE[key])); }
    });
    shell[SHELL] = false;
  };

  kit.request = () => {
    const { current } = kit;
    if (!current.request) {
      const { Request } = kit.sdk;
      current.texts = { __proto__: null };
      current.settled = { __proto__: null };
      current.request = kit.build(host.shell(), (given) => {
        const shell = given[0];
        shell[SHELL] = given[1] ? DESCRIBED : true;
        current.shell = shell;
        return new Request(shell);
      });
      current.method = current.request.method;
    }
    return current.request;
  };

  const partText = (key, value) => {
    const text = key === 'url' ? kit.urlText(value) : undefined;
    if (text !== undefined) { return text; }
    // Postman's own objects come out as finite copies; anything else may be anything.
    const write = value instanceof kit.sdk.PropertyBase ? kit.stringifyPlain : kit.stringify;
    try { return write(plain(value)) || 'null'; } catch {
      host.warn(`what it made of \`pm.request.${key}\` cannot be written as JSON, so it is lost`);
      return undefined;
    }
  };

  // A form with numbers in the place of rows that stand in the file; undefined for one that is as in the file.
  const changedForm = (body) => {
    const { rows, isSame } = kit.formWritten(body, kit.current.rows);
    if (isSame && kit.isSameForm(body)) { return undefined; }
    const json = kit.bodyWithoutForm(body);
    json.urlencoded = rows;
    return kit.stringifyPlain(json);
  };

  const changedPart = (key, value) => {
    const { rows, texts } = kit.current;
    if (key === 'body' && rows && kit.isForm(value)) {
      // What cannot be written goes the long way, and is named there.
      try { return changedForm(value); } catch { return partText(key, value); }
    }
    // Headers that are no list any more are not written under the name that is read.
    const isGone = key === 'headers' && !(value && value._postman_propertyIsList && value.members.length);
    const text = isGone ? 'null' : partText(key, value);
    return text === texts[key] ? undefined : text;
  };

  // Whether a part still waits to be looked at. Only a script that defines properties can hide that it touched one.
  const isWaiting = (request, key) => {
    const { settled, traits } = kit.current;
    if (!traits.defines) { return !settled[key]; }
    const property = kit.descriptor(request, key);
    return property !== undefined && property.get !== undefined;
  };

  const reportPart = (request, key) => {
    const isInFile = key === 'url' || key === 'headers' || kit.hasOwn(kit.current.shell, key);
    const isThere = kit.hasOwn(request, key);
    if (isThere ? isInFile && isWaiting(request, key) : !isInFile) { return; }
    const text = isThere ? changedPart(key, request[key]) : 'null';
    if (text !== undefined) { host.changedPart(IN_FILE[key], text); }
  };

  // Tells the changed parts, under their names in the file; `null` for one that is gone.
  kit.reportParts = () => {
    const { request, method } = kit.current;
    if (!request) { return; }
    for (let i = 0; i < NAMES.length; i += 1) { reportPart(request, NAMES[i]); }
    if (request.method !== method) { host.changedPart('method', kit.stringify(request.method) || 'null'); }
  };
})
