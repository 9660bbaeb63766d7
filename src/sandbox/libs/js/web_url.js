// URL and URLSearchParams.
(function (load, native, primordials) {
  "use strict";
  const { TypeError } = primordials;
  const toWellFormed = primordials.bound(String.prototype.toWellFormed);
  const { SPECIAL, SETS, encoded, isSpecial, hostOf, pathText, percentDecoded, parseUrl, urlText } =
    load("web/url_parse");

  const invalidUrl = (input, base) =>
    Object.assign(new TypeError("Invalid URL"), {
      code: "ERR_INVALID_URL",
      input,
      ...(base === undefined ? {} : { base }),
    });

  const records = new primordials.WeakMap();
  const recordOf = (url) => records.get(url);
  class URL {
    #params;
    constructor(input, base) {
      let from;
      if (base !== undefined) {
        from = parseUrl(`${base}`);
        if (!from) throw invalidUrl(`${input}`, `${base}`);
      }
      const record = parseUrl(`${input}`, from);
      if (!record) throw invalidUrl(`${input}`, base);
      records.set(this, record);
    }
    static canParse(input, base) {
      try {
        return !!new URL(input, base);
      } catch {
        return false;
      }
    }
    get href() {
      return urlText(recordOf(this));
    }
    set href(value) {
      const record = parseUrl(`${value}`);
      if (!record) throw invalidUrl(`${value}`);
      records.set(this, record);
      if (this.#params) this.#params._reload(record.search || "");
    }
    get origin() {
      const record = recordOf(this);
      return isSpecial(record) && record.protocol !== "file:"
        ? `${record.protocol}//${record.host}${record.port && `:${record.port}`}`
        : "null";
    }
    get protocol() {
      return recordOf(this).protocol;
    }
    set protocol(value) {
      const record = recordOf(this);
      const scheme = /^[a-z][a-z0-9+.-]*/i.exec(`${value}`);
      if (!scheme || isSpecial({ protocol: `${scheme[0].toLowerCase()}:` }) !== isSpecial(record)) return;
      record.protocol = `${scheme[0].toLowerCase()}:`;
      if (record.port === SPECIAL[record.protocol]) record.port = "";
    }
    get username() {
      return recordOf(this).username;
    }
    set username(value) {
      if (recordOf(this).host) recordOf(this).username = encoded(`${value}`, SETS.userinfo);
    }
    get password() {
      return recordOf(this).password;
    }
    set password(value) {
      if (recordOf(this).host) recordOf(this).password = encoded(`${value}`, SETS.userinfo);
    }
    get host() {
      const record = recordOf(this);
      return record.host === null ? "" : record.host + (record.port && `:${record.port}`);
    }
    set host(value) {
      const record = recordOf(this);
      const [, name, port] = /^(\[[^\]]*\]|[^:/?#\\]*)(?::(\d+))?/.exec(`${value}`);
      const host = record.opaque ? null : hostOf(name, isSpecial(record));
      if (host === null) return;
      record.host = host;
      if (port !== undefined) this.port = port;
    }
    get hostname() {
      return recordOf(this).host || "";
    }
    set hostname(value) {
      const record = recordOf(this);
      const host = record.opaque ? null : hostOf(`${value}`, isSpecial(record));
      if (host !== null) record.host = host;
    }
    get port() {
      return recordOf(this).port;
    }
    set port(value) {
      const record = recordOf(this);
      const digits = /^\d*/.exec(`${value}`)[0];
      if (`${value}` === "") record.port = "";
      else if (digits && +digits <= 65535)
        record.port = String(+digits) === SPECIAL[record.protocol] ? "" : String(+digits);
    }
    get pathname() {
      return recordOf(this).pathname;
    }
    set pathname(value) {
      const record = recordOf(this);
      if (!record.opaque)
        record.pathname = pathText(
          `${value}`.replace(isSpecial(record) ? /^[/\\]/ : /^\//, ""),
          isSpecial(record),
          record.protocol === "file:",
        );
    }
    get search() {
      const { search } = recordOf(this);
      return search ? `?${search}` : "";
    }
    set search(value) {
      const record = recordOf(this);
      const text = `${value}`.replace(/^\?/, "");
      record.search = `${value}` === "" ? null : encoded(text, isSpecial(record) ? SETS.specialQuery : SETS.query);
      if (this.#params) this.#params._reload(record.search || "");
    }
    get searchParams() {
      if (!this.#params) {
        this.#params = new URLSearchParams(recordOf(this).search || "");
        this.#params._owner((text) => (recordOf(this).search = text === "" ? null : text));
      }
      return this.#params;
    }
    get hash() {
      const { hash } = recordOf(this);
      return hash ? `#${hash}` : "";
    }
    set hash(value) {
      recordOf(this).hash = `${value}` === "" ? null : encoded(`${value}`.replace(/^#/, ""), SETS.fragment);
    }
    toString() {
      return this.href;
    }
    toJSON() {
      return this.href;
    }
  }

  const formDecoded = (text) => percentDecoded(text.replace(/\+/g, " "));
  const formEncoded = (text) => encoded(text, SETS.form).replace(/%20/g, "+");
  class URLSearchParams {
    #pairs = [];
    #changed = () => {};
    constructor(init) {
      if (init === undefined || init === null) return;
      if (typeof init === "object" || typeof init === "function") {
        if (typeof init[Symbol.iterator] === "function") {
          for (const pair of init) {
            const [name, value, ...rest] = [...pair];
            if (value === undefined || rest.length)
              throw new TypeError("Each query pair must be an iterable [name, value] tuple");
            this.#pairs.push([toWellFormed(`${name}`), toWellFormed(`${value}`)]);
          }
        } else
          for (const name of Reflect.ownKeys(init))
            this.#pairs.push([toWellFormed(`${name}`), toWellFormed(`${init[name]}`)]);
      } else this._reload(`${init}`.replace(/^\?/, ""));
    }
    _reload(text) {
      this.#pairs = text
        .split("&")
        .filter((part) => part !== "")
        .map((part) => {
          const at = part.indexOf("=");
          return at < 0 ? [formDecoded(part), ""] : [formDecoded(part.slice(0, at)), formDecoded(part.slice(at + 1))];
        });
    }
    _owner(changed) {
      this.#changed = changed;
    }
    get size() {
      return this.#pairs.length;
    }
    append(name, value) {
      this.#pairs.push([toWellFormed(`${name}`), toWellFormed(`${value}`)]);
      this.#changed(this.toString());
    }
    delete(name, value) {
      this.#pairs = this.#pairs.filter(
        ([key, held]) => key !== `${name}` || (value !== undefined && held !== `${value}`),
      );
      this.#changed(this.toString());
    }
    get(name) {
      const pair = this.#pairs.find(([key]) => key === `${name}`);
      return pair ? pair[1] : null;
    }
    getAll(name) {
      return this.#pairs.filter(([key]) => key === `${name}`).map(([, value]) => value);
    }
    has(name, value) {
      return this.#pairs.some(([key, held]) => key === `${name}` && (value === undefined || held === `${value}`));
    }
    set(name, value) {
      const first = this.#pairs.findIndex(([key]) => key === `${name}`);
      if (first < 0) this.#pairs.push([toWellFormed(`${name}`), toWellFormed(`${value}`)]);
      else
        this.#pairs = this.#pairs
          .filter(([key], at) => key !== `${name}` || at === first)
          .map((pair, at) => (at === first ? [pair[0], toWellFormed(`${value}`)] : pair));
      this.#changed(this.toString());
    }
    sort() {
      this.#pairs.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
      this.#changed(this.toString());
    }
    forEach(run, self) {
      for (const [name, value] of this.#pairs) run.call(self, value, name, this);
    }
    *entries() {
      for (const pair of this.#pairs) yield [...pair];
    }
    *keys() {
      for (const [name] of this.#pairs) yield name;
    }
    *values() {
      for (const [, value] of this.#pairs) yield value;
    }
    [Symbol.iterator]() {
      return this.entries();
    }
    toString() {
      return this.#pairs.map(([name, value]) => `${formEncoded(name)}=${formEncoded(value)}`).join("&");
    }
  }
  for (const name of ["_reload", "_owner"])
    Object.defineProperty(URLSearchParams.prototype, name, { enumerable: false });

  return { URL, URLSearchParams };
});
