// Url and QueryParam: an address in parts, as scripts see it (nothing resolved, nothing percent-encoded).
(function (kit) {
  'use strict';
  const { isFunction, isObject, isString } = kit;
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

  // Makes a parameter of a plain row.
  const PARAM = QueryParam.prototype;
  kit.newParam = ({ key, value, disabled, description }) => {
    if (disabled === undefined) {
      return description === undefined ? { __proto__: PARAM, key, value } :
        { __proto__: PARAM, description: kit.described(description), key, value };
    }
    return description === undefined ? { __proto__: PARAM, disabled: Boolean(disabled), key, value } :
      { __proto__: PARAM, disabled: Boolean(disabled), description: kit.described(description), key, value };
  };

  const NO_PARTS = {
    protocol: undefined, auth: undefined, host: undefined, port: undefined, path: undefined, query: undefined,
    hash: undefined, variable: undefined,
  };

  const pathVariables = (path) => {
    const names = new Set();
    for (let i = 0; i < path.length; i += 1) {
      if (path[i].charCodeAt(0) === COLON) { names.add(pathVariable(path[i])); }
    }
    names.delete(null);
    return names.size ? Array.from(names, (key) => ({ key })) : undefined;
  };

  const parts = (address) => {
    if (!address || !isString(address)) { return NO_PARTS; }
    const url = kit.parse(kit.host.urlParts(kit.wellFormed(address)));
    if (url.auth) { url.auth = { user: url.auth[0], password: url.auth[1] }; }
    if (url.query) { url.query = url.query.map(QueryParam.parseSingle); }
    if (url.path) { url.variable = pathVariables(url.path); }
    return url;
  };

  const COLON = 58;

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

  const isEmptyList = (list) => list instanceof PropertyList && !list.members.length;

  // What a URL that has its usual members only is written as.
  const plainJson = (url) => {
    const json = {};
    for (let i = 0; i < 6; i += 1) {
      const value = url[MEMBERS[i]];
      if (value !== undefined) { json[MEMBERS[i]] = kit.copied(value); }
    }
    json.query = url.query.members.length ? url.query.toJSON() : [];
    json.variable = url.variables.members.length ? url.variables.toJSON() : [];
    return json;
  };

  // The members of a URL in the order in which they are written.
  const MEMBERS = ['auth', 'protocol', 'port', 'path', 'hash', 'host', 'query', 'variables'];

  const credentials = ({ auth }) => {
    if (!auth) { return ''; }
    const { user, password } = auth;
    if (isString(password)) { return `${isString(user) ? user : ''}:${password}@`; }
    return isString(user) ? `${user}@` : '';
  };

  // Empty for no query at all, `?` for a query of one nameless parameter.
  const search = (url) => {
    const { query } = url;
    if (!query || !query.count()) { return ''; }
    const text = url.getQueryString();
    if (text !== '') { return `?${text}`; }
    return query.find((param) => !(param && param.disabled)) ? '?' : '';
  };

  const NONE = [];
  const isEmpty = (list) => !list || (Array.isArray(list) && !list.length);
  const newQuery = (url, rows) => kit.newList(QueryParam, url, rows, kit.newParam);

  class Url extends PropertyBase {
    constructor(options) {
      super(options);
      this.update(options);
    }

    update(url) {
      const isText = isString(url || '');
      const given = isText ? parts(url) : url;
      if (Array.isArray(given.variable)) {
        for (const variable of given.variable) {
          if (isObject(variable)) { variable.key = variable.key || variable.id; }
        }
      }
      const query = queryList(given.query);
      this.auth = given.auth;
      this.protocol = given.protocol;
      this.port = given.port;
      this.path = pathList(given.path);
      this.hash = given.hash;
      this.host = isString(given.host) ? given.host.split(DOTS) : given.host;
      this.query = isText || isEmpty(query) ? newQuery(this, query || NONE) : new PropertyList(QueryParam, this, query);
      this.variables = isEmpty(given.variable) ? kit.newVariables(this, NONE) : new VariableList(this, given.variable);
    }

    addQueryParams(params) { this.query.populate(isString(params) ? QueryParam.parse(params) : params); }

    removeQueryParams(params) {
      const names = (Array.isArray(params) ? params : [params]).map((param, i, all) =>
        (Array.isArray(params) && param.key ? param.key : all[i]));
      this.query.remove((param) => names.includes(param.key));
    }

    getRaw() { throw new Error('`Url#getRaw` has been discontinued, use `Url#toString` instead.'); }

    toString(forceProtocol) {
      const protocol = this.protocol || (forceProtocol ? 'http' : '');
      return (protocol ? withSeparator(protocol) : '') + credentials(this) + (this.host ? this.getHost() : '') +
        (isFunction(kit.get(this.port, 'toString')) ? `:${this.port.toString()}` : '') +
        (this.path ? this.getPath() : '') + search(this) + (isString(this.hash) ? `#${this.hash}` : '');
    }

    getPath(unresolved) {
      if (unresolved) {
        if (!this.path && kit.engine === 'postman') { return '/'; }
        return `/${this.path.join('/')}`;
      }
      if (Array.isArray(this.path) && isEmptyList(this.variables)) { return `/${this.path.join('/')}`; }
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
      const raw = isString(address) ? address.trimStart() : address;
      return { raw, ...NO_PARTS, ...parts(address) };
    }

    toJSON() {
      const keys = kit.keys(this);
      for (let i = 0; i < MEMBERS.length; i += 1) {
        if (keys[i] !== MEMBERS[i]) { return super.toJSON(); }
      }
      const isUsual = keys.length === MEMBERS.length && PropertyList.isPropertyList(this.query) &&
        PropertyList.isPropertyList(this.variables);
      return isUsual ? plainJson(this) : super.toJSON();
    }

    static isUrl(object) { return object instanceof Url; }
  }

  const isTexts = (list) => {
    if (!kit.isArray(list)) { return list === undefined; }
    for (let i = 0; i < list.length; i += 1) { if (typeof list[i] !== 'string') { return false; } }
    return true;
  };
  const isPlainText = (value) => value === undefined || typeof value === 'string';

  // The JSON text of a URL; undefined for one that has to be looked at more closely.
  kit.urlText = (url) => {
    if (!(url instanceof Url) || kit.prototypeOf(url) !== URL || kit.keys(url).length !== MEMBERS.length) { return undefined; }
    const { auth, protocol, port, path, hash, host, query, variables } = url;
    const isPlain = auth === undefined && isPlainText(protocol) && isPlainText(port) && isPlainText(hash) &&
      isTexts(path) && isTexts(host) && isEmptyList(query) && isEmptyList(variables);
    return isPlain ? kit.stringifyPlain({ protocol, port, path, hash, host, query: NONE, variable: NONE }) : undefined;
  };

  // Makes a URL of a definition with plain rows.
  const URL = Url.prototype;
  kit.newUrl = (given) => {
    const { auth, protocol, port, path, hash, host } = given;
    const url = { __proto__: URL, auth, protocol, port, path: pathList(path), hash, host, query: undefined, variables: undefined };
    if (isString(host)) { url.host = host.split(DOTS); }
    url.query = newQuery(url, given.query);
    url.variables = kit.newVariables(url, NONE);
    return url;
  };

  Object.assign(kit.classes, { QueryParam, Url });
})
