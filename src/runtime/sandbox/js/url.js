// Url and QueryParam: an address in parts, as scripts see it (nothing resolved, nothing percent-encoded).
(function (kit) {
  'use strict';
  const { isFunction, isObject, isString, has } = kit;
  const { Property, PropertyBase, PropertyList, VariableList } = kit.sdk;

  // Only what would change the structure is escaped, and never inside `{{…}}`.
  const reserved = (text, isKey) => {
    const escaped = text.replaceAll('&', '%26').replaceAll('#', '%23');
    return isKey ? escaped.replaceAll('=', '%3D') : escaped;
  };
  const tokens = kit.engine === 'newman' ? /(\{\{[^{}]*[&#=][^{}]*\}\})/ : /(\{\{[^{}]*\}\})/;
  const normalized = (text, isKey) => (/[&#=]/.test(text) ?
    text.split(tokens).map((piece, i) => (i % 2 ? piece : reserved(piece, isKey))).join('') : text);

  class QueryParam extends Property {
    constructor(options) {
      super(options);
      this.update(options);
    }

    update(param) {
      const given = typeof param === 'string' ? QueryParam.parseSingle(param) : param;
      const isNothing = given === null || given === undefined;
      this.key = isNothing ? undefined : given.key;
      this.value = isNothing ? undefined : given.value;
      if (!isNothing && kit.hasOwn(param, 'system')) { this.system = param.system; }
    }

    valueOf() { return isString(this.value) ? this.value : ''; }
    toString() { return QueryParam.unparseSingle(this); }

    static parse(query) { return isString(query) ? query.split('&').map(QueryParam.parseSingle) : []; }

    // An empty piece before the last one, as in `a=1&&b=2`, has neither key nor value.
    static parseSingle(param, index, all) {
      if (param === '' && typeof index === 'number' && Array.isArray(all) && index !== all.length - 1) {
        return { key: null, value: null };
      }
      const equals = isString(param) ? param.indexOf('=') : -1;
      return equals < 0 ? { key: param.substr(0, param.length), value: null } :
        { key: param.slice(0, equals), value: param.slice(equals + 1) };
    }

    static unparse(params) {
      if (!params) { return ''; }
      if (!Array.isArray(params) && !PropertyList.isPropertyList(params)) {
        return Object.keys(params).map((key) => QueryParam.unparseSingle({ key, value: params[key] })).join('&');
      }
      return params.filter((param) => param.disabled !== true).map((param) => QueryParam.unparseSingle(param)).join('&');
    }

    static unparseSingle(param) {
      if (!param) { return ''; }
      const key = isString(param.key) ? normalized(param.key, true) : '';
      return isString(param.value) ? `${key}=${normalized(param.value, false)}` : key;
    }
  }
  QueryParam._postman_propertyIndexKey = 'key';
  QueryParam._postman_propertyAllowsMultipleValues = true;

  // `{{…}}` may hold any separator, so it is masked by one character while the text is taken apart.
  const asIs = (piece) => piece;
  const masked = (text) => {
    if (!text.includes('{{')) { return { plain: text, unmask: asIs }; }
    let mask = '_';
    for (let code = 0xe000; text.includes(mask); code += 1) { mask = String.fromCharCode(code); }
    const found = [];
    const plain = text.replace(/\{\{[^{}]*\}\}/g, (token) => { found.push(token); return mask; });
    const unmask = (piece) => {
      if (Array.isArray(piece)) { return piece.map(unmask); }
      return isString(piece) ? piece.replaceAll(mask, () => found.shift()) : piece;
    };
    return { plain, unmask };
  };

  const cutAfter = (rest, separator) => {
    const at = rest.text.indexOf(separator);
    if (at < 0) { return undefined; }
    const tail = rest.text.slice(at + 1);
    rest.text = rest.text.slice(0, at);
    return tail;
  };

  const cutBefore = (rest, separator, at) => {
    if (at < 0) { return undefined; }
    const head = rest.text.slice(0, at);
    rest.text = rest.text.slice(at + separator.length);
    return head;
  };

  const cutPort = (rest) => {
    const at = rest.text.lastIndexOf(':');
    if (at < 0 || rest.text.includes(']', at)) { return undefined; }
    const port = rest.text.slice(at + 1);
    rest.text = rest.text.slice(0, at);
    return port;
  };

  const credentials = (text) => {
    if (text === undefined) { return undefined; }
    const colon = text.indexOf(':');
    return colon < 0 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
  };

  const split = (text, separator) => (text === undefined ? undefined : text.split(separator));

  const NO_PARTS = {
    protocol: undefined, auth: undefined, host: undefined, port: undefined, path: undefined, query: undefined,
    hash: undefined,
  };

  const parts = (address) => {
    if (!address || !isString(address)) { return NO_PARTS; }
    const { plain, unmask } = masked(address.trimStart());
    const rest = { text: plain };
    const hash = cutAfter(rest, '#');
    const query = split(cutAfter(rest, '?'), '&');
    rest.text = rest.text.replaceAll('\\', '/');
    const protocol = cutBefore(rest, '://', rest.text.indexOf('://'));
    if (protocol !== undefined) {
      rest.text = rest.text.replace(/^\/+/, protocol.toLowerCase() === 'file' ? '/' : '');
    }
    const path = split(cutAfter(rest, '/'), '/');
    const auth = credentials(cutBefore(rest, '@', rest.text.lastIndexOf('@')));
    const port = cutPort(rest);
    const host = rest.text ? rest.text.split('.') : undefined;
    // In the order of the text, because tokens are put back in that order.
    return {
      protocol: unmask(protocol), auth: unmask(auth), host: unmask(host), port: unmask(port),
      path: unmask(path), query: unmask(query), hash: unmask(hash),
    };
  };

  // The name in `:name` or `:name.suffix`; null for a segment that is no path variable.
  const pathVariable = (segment) => {
    if (!String(segment).startsWith(':')) { return null; }
    const dot = segment.indexOf('.');
    return segment.slice(1, dot < 0 ? undefined : dot) || null;
  };

  const withSeparator = (protocol) => (protocol.endsWith('://') ? protocol : `${protocol}://`);

  const queryList = (query) => {
    const list = isString(query) && query ? QueryParam.parse(query) : query;
    if (!list || Array.isArray(list)) { return list || []; }
    const keys = Object.keys(list);
    return keys.length ? keys.map((key) => ({ key, value: list[key] })) : list;
  };

  const pathList = (path) => {
    if (!isString(path)) { return path; }
    const bare = path.length > 1 && path.startsWith('/') ? path.slice(1) : path;
    if (!bare) { return undefined; }
    return bare === '/' ? [''] : bare.split('/');
  };

  // All dots but those in `{{…}}`.
  const DOTS = /\.(?![^{]*\}{2})/g;

  class Url extends PropertyBase {
    constructor(options) {
      super(options);
      this.update(options);
    }

    update(url) {
      const given = isString(url || '') ? Url.parse(url || '') : url;
      if (Array.isArray(given.variable)) {
        for (const variable of given.variable) {
          if (isObject(variable)) { variable.key = variable.key || variable.id; }
        }
      }
      this.auth = given.auth;
      this.protocol = given.protocol;
      this.port = given.port;
      this.path = pathList(given.path);
      this.hash = given.hash;
      this.host = isString(given.host) ? given.host.split(DOTS) : given.host;
      this.query = new PropertyList(QueryParam, this, queryList(given.query));
      this.variables = new VariableList(this, given.variable || []);
    }

    addQueryParams(params) { this.query.populate(isString(params) ? QueryParam.parse(params) : params); }

    removeQueryParams(params) {
      const names = (Array.isArray(params) ? params : [params]).map((param, i, all) =>
        (Array.isArray(params) && param.key ? param.key : all[i]));
      this.query.remove((param) => names.includes(param.key));
    }

    getRaw() { throw new Error('`Url#getRaw` has been discontinued, use `Url#toString` instead.'); }

    #credentials() {
      if (!this.auth) { return ''; }
      const { user, password } = this.auth;
      if (isString(password)) { return `${isString(user) ? user : ''}:${password}@`; }
      return isString(user) ? `${user}@` : '';
    }

    // Empty for no query at all, `?` for a query of one nameless parameter.
    #search() {
      if (!this.query || !this.query.count()) { return ''; }
      const text = this.getQueryString();
      const sent = text !== '' || this.query.find((param) => !(param && param.disabled));
      return sent ? `?${text}` : '';
    }

    toString(forceProtocol) {
      const protocol = this.protocol || (forceProtocol ? 'http' : '');
      return (protocol ? withSeparator(protocol) : '') + this.#credentials() + (this.host ? this.getHost() : '') +
        (isFunction(kit.get(this.port, 'toString')) ? `:${this.port.toString()}` : '') +
        (this.path ? this.getPath() : '') + this.#search() + (isString(this.hash) ? `#${this.hash}` : '');
    }

    getPath(unresolved) {
      if (unresolved) {
        if (!this.path && kit.engine === 'postman') { return '/'; }
        return `/${this.path.join('/')}`;
      }
      if (this.variables instanceof VariableList && !this.variables.members.length && Array.isArray(this.path)) {
        return `/${this.path.join('/')}`;
      }
      const segments = Array.from(Object(this.path || []), (segment) => {
        const name = pathVariable(segment);
        const value = this.variables.get(name);
        return value && isString(value) ? value + segment.slice(name.length + 1) : segment;
      });
      return `/${segments.join('/')}`;
    }

    getQueryString() { return this.query.count() ? QueryParam.unparse(this.query.all()) : ''; }

    getPathWithQuery() {
      const query = this.getQueryString();
      return this.getPath() + (query ? `?${query}` : '');
    }

    getHost() {
      if (!this.host) { return ''; }
      return Array.isArray(this.host) ? this.host.join('.') : this.host.toString();
    }

    getRemote(forcePort) {
      const given = this.port && this.port.toString();
      const port = given || (forcePort ? (this.protocol === 'https' ? '443' : '80') : '');
      return port ? `${this.getHost()}:${port}` : this.getHost();
    }

    getOAuth1BaseUrl() {
      const port = this.port ? this.port.toString() : undefined;
      const host = this.host.join('.');
      const usual = port === '80' || port === '443' || port === undefined;
      return withSeparator(this.protocol || 'http').toLowerCase() + (usual && host ? host : `${host}:${port}`)
        .toLowerCase() + this.getPath();
    }

    static parse(address) {
      const url = { raw: isString(address) ? address.trimStart() : address, ...parts(address) };
      if (url.auth) { url.auth = { user: url.auth[0], password: url.auth[1] }; }
      if (url.query) { url.query = url.query.map(QueryParam.parseSingle); }
      const names = new Set((url.path || []).map(pathVariable).filter(Boolean));
      url.variable = names.size ? Array.from(names, (key) => ({ key })) : undefined;
      return url;
    }

    static isUrl(object) { return object instanceof Url; }
  }

  Object.assign(kit.classes, { QueryParam, Url });
})
