// Request and what only it holds: auth, proxy, certificate.
(function (kit) {
  'use strict';
  const { isObject, isString, isNil, has } = kit;
  const { Description, Property, PropertyBase, Url, HeaderList, RequestBody, VariableList } = kit.sdk;

  class RequestAuth extends Property {
    constructor(options, parent) {
      super(options);
      if (parent) { this.setParent(parent); }
      if (has(options, 'type')) { this.use(options.type); }
      for (const type of Object.keys(Object(options))) {
        if (type !== 'type') { this.update(options[type], type); }
      }
    }

    #parameters(type, options) {
      if (!VariableList.isVariableList(this[type])) { this[type] = new VariableList(this); }
      if (Array.isArray(options) || VariableList.isVariableList(options)) { this[type].assimilate(options); }
      else { this[type].syncFromObject(options, false, false); }
    }

    update(options, type) {
      const wanted = type || this.type;
      if (isObject(options) && RequestAuth.isValidType(wanted)) { this.#parameters(wanted, options); }
    }

    use(type, options) {
      if (!RequestAuth.isValidType(type)) { return; }
      this.type = type;
      this.#parameters(type, options);
    }

    current() { throw new Error('`Request#current` has been discontinued, use `Request#parameters` instead.'); }
    parameters() { return this[this.type]; }

    clear(type) {
      if (!RequestAuth.isValidType(type) || !VariableList.isVariableList(this[type])) { return; }
      this[type].clear();
      if (type !== this.type) { delete this[type]; }
    }

    static isValidType(type) { return isString(type) && type !== 'type'; }
  }

  // Kept as given: neither changes the bytes that are sent.
  class ProxyConfig extends Property {
    constructor(options) { super(options); Object.assign(this, options); }
  }
  class Certificate extends Property {
    constructor(options) { super(options); Object.assign(this, options); }
  }

  const methodOf = (options) => (isNil(options.method) ? 'GET' : String(options.method).toUpperCase());

  kit.makePart = {
    __proto__: null,
    url: (url) => new Url(url),
    headers: (header, request) => new HeaderList(request, header),
    body: (body) => new RequestBody(body),
    auth: (auth) => new RequestAuth(auth),
    description: (description) => new Description(description),
  };

  class Request extends Property {
    #given;

    constructor(options) {
      super(options);
      const given = isString(options) ? { url: options } : options || {};
      this.#given = given;
      if (kit.isDescribedInFile(given)) { kit.part(this, 'description'); }
      kit.part(this, 'url');
      kit.part(this, 'headers');
      this.method = methodOf(given);
      if (has(given, 'body')) { kit.part(this, 'body'); }
      if (given.auth) { kit.part(this, 'auth'); }
      if (given.proxy) { this.proxy = new ProxyConfig(given.proxy); }
      if (given.certificate) { this.certificate = new Certificate(given.certificate); }
    }

    update(options) {
      if (!options) { return; }
      if (has(options, 'url')) { this.url.update(options.url); }
      if (options.header) { this.headers.repopulate(options.header); }
      if (has(options, 'method')) { this.method = methodOf(options); }
      if (has(options, 'body')) { this.body = new RequestBody(options.body); }
      if (options.auth) { this.auth = new RequestAuth(options.auth); }
      if (options.proxy) { this.proxy = new ProxyConfig(options.proxy); }
      if (options.certificate) { this.certificate = new Certificate(options.certificate); }
    }

    authorizeUsing(type, options) {
      if (isObject(type) && isNil(options)) { ({ type, ...options } = type); }
      if (type === null) {
        delete this.auth;
        return;
      }
      if (!RequestAuth.isValidType(type)) { return; }
      if (this.auth) { this.auth.clear(type); } else { this.auth = new RequestAuth(null, this); }
      this.auth.use(type, options);
    }

    getHeaders(options) {
      const { enabled, ignoreCase, multiValue, sanitizeKeys } = options || {};
      return this.headers.toObject(enabled, !ignoreCase, multiValue, sanitizeKeys);
    }

    forEachHeader(callback) { this.headers.all().forEach((header) => callback(header, this)); }
    addHeader(header) { this.headers.add(header); }

    removeHeader(toRemove, options) {
      const ignoreCase = Boolean(options && options.ignoreCase);
      const fold = (name) => (ignoreCase ? name.toLowerCase() : name);
      const name = isString(toRemove) ? toRemove : toRemove.key;
      if (name) { this.headers.remove((header) => fold(header.key) === fold(name)); }
    }

    upsertHeader(header) {
      if (!header || !header.key) { return; }
      const existing = this.headers.find({ key: header.key });
      if (existing) { existing.value = header.value; } else { this.headers.add(header); }
    }

    addQueryParams(params) { this.url.addQueryParams(params); }
    removeQueryParams(params) { this.url.removeQueryParams(params); }

    size() {
      const declared = this.headers.get('Content-Length');
      const isDeclared = declared && !Number.isNaN(parseFloat(declared)) && Number.isFinite(Number(declared));
      const body = isDeclared ? parseInt(declared, 10) : (this.body ? kit.host.utf8Length(this.body.toString()) : 0);
      const header = `${this.method} ${this.url.getPathWithQuery()} HTTP/X.X\r\n\r\n`.length + this.headers.contentSize();
      return { body, header, total: body + header, source: isDeclared ? 'CONTENT-LENGTH' : 'COMPUTED' };
    }

    toJSON() {
      const json = PropertyBase.toJSON(this);
      if (Array.isArray(json.header) && !json.header.length) { delete json.header; }
      return json;
    }

    clone() { return new Request(this.toJSON()); }

    static givenOf(request) { return request.#given; }

    // A part may be asked for through an object that inherits from a request.
    static behind(object) {
      let request = object;
      while (!(#given in request)) { request = kit.prototypeOf(request); }
      return request;
    }

    static isRequest(object) { return object instanceof Request; }
  }

  kit.givenOf = Request.givenOf;
  kit.requestBehind = Request.behind;
  delete Request.givenOf;
  delete Request.behind;

  // The assertions of `pm.request.to`.
  kit.define(Request.prototype, 'to', {
    __proto__: null, configurable: true, get() { return kit.expect(this).to; },
  });

  Object.assign(kit.classes, { RequestAuth, ProxyConfig, Certificate, Request });
})
