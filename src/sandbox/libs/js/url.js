// Node's old url module: parse, format and resolve without the rules of the Web.
(function (load) {
  "use strict";
  const querystring = load("querystring");
  const punycode = load("punycode");
  const PARTS = [
    "protocol",
    "slashes",
    "auth",
    "host",
    "port",
    "hostname",
    "hash",
    "search",
    "query",
    "pathname",
    "path",
    "href",
  ];
  const SLASHED = ["http", "https", "ftp", "gopher", "file"];
  const isSlashed = (protocol) => SLASHED.includes((protocol || "").replace(/:$/, ""));
  const isPlain = (protocol) => (protocol || "").replace(/:$/, "") === "javascript";

  function Url() {
    for (const part of PARTS) this[part] = null;
  }

  function parse(address, parseQuery, slashesDenoteHost) {
    if (address instanceof Url) return address;
    if (typeof address !== "string") throw new TypeError(`Parameter 'url' must be a string, not ${typeof address}`);
    const url = new Url();
    const mark = address.indexOf("?");
    const cut = mark !== -1 && (address.indexOf("#") === -1 || mark < address.indexOf("#")) ? mark : address.length;
    let rest = (address.slice(0, cut).replace(/\\/g, "/") + address.slice(cut)).trim();
    const protocol = /^([a-z0-9.+-]+:)/i.exec(rest);
    if (protocol) {
      url.protocol = protocol[1].toLowerCase();
      rest = rest.slice(protocol[1].length);
    }
    const plain = isPlain(url.protocol);
    if (slashesDenoteHost || protocol || /^\/\/[^@/]+@[^@/]+/.test(rest)) {
      url.slashes = rest.startsWith("//") && !plain ? true : null;
      if (url.slashes) rest = rest.slice(2);
    }
    if (!plain && (url.slashes || (protocol && !isSlashed(url.protocol)))) rest = takeHost(url, rest);
    if (!plain)
      rest = rest.replace(/[\r\n\t<>"`{}|\\^' ]/g, (c) =>
        encodeURIComponent(c) === c ? `%${c.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(c),
      );
    const hash = rest.indexOf("#");
    if (hash !== -1) {
      url.hash = rest.slice(hash);
      rest = rest.slice(0, hash);
    }
    const query = rest.indexOf("?");
    if (query !== -1) {
      url.search = rest.slice(query);
      url.query = parseQuery ? querystring.parse(rest.slice(query + 1)) : rest.slice(query + 1);
      rest = rest.slice(0, query);
    } else if (parseQuery) {
      url.search = "";
      url.query = {};
    }
    if (rest) url.pathname = rest;
    if (isSlashed(url.protocol) && url.hostname && !url.pathname) url.pathname = "/";
    if (url.pathname || url.search) url.path = (url.pathname || "") + (url.search || "");
    url.href = format(url);
    return url;
  }

  // The host ends at the first character that no host has; what is before the last @ is the login.
  function takeHost(url, rest) {
    const slash = rest.search(/[/?#]/);
    const at = rest.lastIndexOf("@", slash === -1 ? rest.length : slash);
    if (at !== -1) {
      url.auth = decodeURIComponent(rest.slice(0, at));
      rest = rest.slice(at + 1);
    }
    const end = rest.search(/[/?#%;'"`<>{}|\\^ \r\n\t]/);
    const host = end === -1 ? rest : rest.slice(0, end);
    rest = end === -1 ? "" : rest.slice(end);
    const port = /:([0-9]*)$/.exec(host);
    let name = port ? host.slice(0, -port[0].length) : host;
    if (port && port[0] !== ":") url.port = port[1];
    const ipv6 = name[0] === "[" && name.endsWith("]");
    name = name.length > 255 ? "" : name.toLowerCase();
    if (!ipv6) name = punycode.toASCII(name);
    url.host = name + (url.port ? `:${url.port}` : "");
    url.hostname = ipv6 ? name.slice(1, -1) : name;
    if (ipv6 && rest[0] !== "/") rest = `/${rest}`;
    return rest;
  }

  function format(url) {
    if (typeof url === "string") url = parse(url);
    const auth = url.auth ? `${encodeURIComponent(url.auth).replace(/%3A/i, ":")}@` : "";
    let protocol = url.protocol || "";
    let path = url.pathname || "";
    let hash = url.hash || "";
    let host = false;
    if (url.host) host = auth + url.host;
    else if (url.hostname)
      host =
        auth + (url.hostname.includes(":") ? `[${url.hostname}]` : url.hostname) + (url.port ? `:${url.port}` : "");
    let query = "";
    if (url.query && typeof url.query === "object" && Object.keys(url.query).length)
      query = querystring.stringify(url.query);
    let search = url.search || (query && `?${query}`) || "";
    if (protocol && !protocol.endsWith(":")) protocol += ":";
    if (url.slashes || ((!protocol || isSlashed(protocol)) && host !== false)) {
      host = `//${host || ""}`;
      if (path && path[0] !== "/") path = `/${path}`;
    } else if (!host) host = "";
    if (hash && hash[0] !== "#") hash = `#${hash}`;
    if (search && search[0] !== "?") search = `?${search}`;
    path = path.replace(/[?#]/g, encodeURIComponent);
    return protocol + host + path + search.replace("#", "%23") + hash;
  }

  function resolveObject(source, relative) {
    const base = parse(source, false, true);
    const target = typeof relative === "string" ? parse(relative, false, true) : relative;
    const made = new Url();
    for (const part of PARTS) made[part] = base[part];
    made.hash = target.hash;
    if (target.href === "") {
      made.href = format(made);
      return made;
    }
    if (target.slashes && !target.protocol) {
      for (const part of PARTS) if (part !== "protocol") made[part] = target[part];
      if (isSlashed(made.protocol) && made.hostname && !made.pathname) made.path = made.pathname = "/";
      made.href = format(made);
      return made;
    }
    if (target.protocol && (target.protocol !== made.protocol || target.host)) {
      for (const part of PARTS) made[part] = target[part];
      made.slashes = made.slashes || target.slashes;
      if (isSlashed(made.protocol) && !made.host) made.slashes = true;
      made.href = format(made);
      return made;
    }
    if (target.pathname) {
      made.pathname = merged(made.pathname, target.pathname, !!made.host);
      made.search = target.search;
      made.query = target.query;
    } else if (target.search !== null) {
      made.search = target.search;
      made.query = target.query;
    }
    made.path = made.pathname || made.search ? (made.pathname || "") + (made.search || "") : null;
    made.auth = target.auth || made.auth;
    made.slashes = made.slashes || target.slashes;
    made.href = format(made);
    return made;
  }

  function merged(from, to, hosted) {
    const start =
      to[0] === "/" ? to.split("/") : [...(from || (hosted ? "/" : "")).split("/").slice(0, -1), ...to.split("/")];
    const absolute = start[0] === "" && start.length > 1;
    const kept = [];
    let above = 0;
    const list = absolute ? start.slice(1) : start;
    for (const part of list) {
      if (part === ".") continue;
      if (part !== "..") kept.push(part);
      else if (kept.length) kept.pop();
      else above++;
    }
    if (!absolute && !hosted) for (; above; above--) kept.unshift("..");
    const last = list[list.length - 1];
    if ((last === "." || last === "..") && kept[kept.length - 1] !== "") kept.push("");
    const text = (absolute || hosted ? "/" : "") + kept.join("/");
    return text || null;
  }

  Url.prototype.parse = function (address, parseQuery, slashesDenoteHost) {
    return Object.assign(this, parse(address, parseQuery, slashesDenoteHost));
  };
  Url.prototype.format = function () {
    return format(this);
  };
  Url.prototype.resolve = function (relative) {
    return resolveObject(this.format(), relative).format();
  };
  Url.prototype.resolveObject = function (relative) {
    return resolveObject(this.format(), relative);
  };
  return {
    parse,
    resolve: (source, relative) => resolveObject(source, relative).format(),
    resolveObject: (source, relative) => (source ? resolveObject(source, relative) : relative),
    format,
    Url,
  };
});
