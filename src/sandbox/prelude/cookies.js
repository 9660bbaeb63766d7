// Cookie, CookieList and the cookie jar. Nothing is sent, so the list is empty and the jar is closed.
(function (kit) {
  'use strict';
  const { isFunction, isObject, isString, isNil, has } = kit;
  const { PropertyBase, PropertyList } = kit.sdk;

  const ATTRIBUTES = {
    httponly: 'httpOnly', secure: 'secure', domain: 'domain', path: 'path', 'max-age': 'maxAge',
    session: 'session', expires: 'expires',
  };
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const encoded = (text) => { try { return encodeURIComponent(decoded(text)); } catch { return text; } };
  const flag = (options, name) => (has(options, name) ? Boolean(options[name]) : undefined);

  class Cookie extends PropertyBase {
    constructor(options) {
      super(options);
      const given = isString(options) ? Cookie.parse(options) : options;
      if (given) { this.update(given); }
    }

    update(options) {
      const defined = {
        name: options.name || options.key,
        expires: isString(options.expires) ? new Date(options.expires) : options.expires,
        maxAge: has(options, 'maxAge') ? Number(options.maxAge) : undefined,
        domain: options.domain,
        path: options.path,
        secure: flag(options, 'secure'),
        httpOnly: flag(options, 'httpOnly'),
        hostOnly: flag(options, 'hostOnly'),
        session: flag(options, 'session'),
        value: options.value ? encoded(options.value) : undefined,
        extensions: options.extensions || undefined,
      };
      for (const key of Object.keys(defined)) {
        if (defined[key] !== undefined) { this[key] = defined[key]; }
      }
    }

    valueOf() { return decoded(this.value); }

    toString() {
      const pieces = [Cookie.unparseSingle(this)];
      const { expires } = this;
      if (expires instanceof Date) {
        if (!Number.isNaN(expires.getTime())) { pieces.push(`Expires=${expires.toUTCString()}`); }
      } else if (expires) { pieces.push(`Expires=${expires}`); }
      if (this.maxAge && this.maxAge !== Infinity) { pieces.push(`Max-Age=${this.maxAge}`); }
      if (this.domain && !this.hostOnly) { pieces.push(`Domain=${this.domain}`); }
      if (this.path) { pieces.push(`Path=${this.path}`); }
      if (this.secure) { pieces.push('Secure'); }
      if (this.httpOnly) { pieces.push('HttpOnly'); }
      for (const { key, value } of this.extensions || []) { pieces.push(value === true ? key : `${key}=${value}`); }
      return pieces.join('; ');
    }

    static isCookie(object) { return object instanceof Cookie; }
    static stringify(cookie) { return Cookie.prototype.toString.call(cookie); }

    static unparse(cookies) {
      if (!Array.isArray(cookies) && !PropertyList.isPropertyList(cookies)) { return ''; }
      return cookies.map(Cookie.unparseSingle).join('; ');
    }

    static unparseSingle(cookie) {
      if (!isObject(cookie)) { return ''; }
      const value = isNil(cookie.value) ? '' : cookie.value;
      return cookie.name ? `${cookie.name}=${value}` : value;
    }

    static splitParam(text) {
      const [key, value] = text.split('=');
      const trimmed = isString(value) ? value.trim() : true;
      return { key: key.trim(), value: isString(trimmed) && trimmed[0] === '"' ? trimmed.slice(1, -1) : trimmed };
    }

    static parse(text) {
      if (!isString(text)) { return text; }
      const [first, ...pairs] = text.split(/; */);
      const cookie = Cookie.splitParam(first);
      for (const pair of pairs.map(Cookie.splitParam)) {
        const known = ATTRIBUTES[pair.key.toLowerCase()];
        if (known) { cookie[known] = pair.value; }
        else { (cookie.extensions = cookie.extensions || []).push(pair); }
      }
      if (!cookie.domain) { cookie.hostOnly = true; }
      return cookie;
    }
  }
  Cookie._postman_propertyIndexKey = 'name';
  Cookie._postman_propertyIndexCaseInsensitive = true;
  Cookie._postman_propertyAllowsMultipleValues = true;

  class CookieList extends PropertyList {
    constructor(parent, cookies) { super(Cookie, parent, cookies); }
    static isCookieList(object) { return object instanceof CookieList; }
  }

  // Every method ends in an error, by callback or promise, and the run says that a jar was asked for.
  const closed = (method) => (...args) => {
    kit.missing(`pm.cookies.jar().${method}`);
    const error = new Error(`CookieStore: the jar is closed, because no request is sent (${method})`);
    const callback = args[args.length - 1];
    if (!isFunction(callback)) { return Promise.reject(error); }
    kit.settle(() => { callback(error); });
    return undefined;
  };

  class CookieJar {}
  for (const method of ['get', 'getAll', 'set', 'unset', 'clear']) { kit.hide(CookieJar.prototype, method, closed(method)); }

  Object.assign(kit.classes, { Cookie, CookieList, CookieJar });
})
