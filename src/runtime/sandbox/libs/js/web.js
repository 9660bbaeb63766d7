// The Web APIs of the current sandbox: text coding, URLs, cloning, events and Web Crypto.
(function (load, native, primordials) {
  "use strict";
  const { Bytes, sourceBytes, TypeError, RangeError, DOMException } = primordials;
  const toWellFormed = primordials.bound(String.prototype.toWellFormed);

  class TextEncoder {
    get encoding() {
      return "utf-8";
    }
    encode(text = "") {
      return native.utf8Bytes(toWellFormed(`${text}`));
    }
    encodeInto(text, target) {
      let read = 0;
      let written = 0;
      for (const c of `${text}`) {
        const bytes = native.utf8Bytes(toWellFormed(c));
        if (written + bytes.length > target.length) break;
        target.set(bytes, written);
        written += bytes.length;
        read += c.length;
      }
      return { read, written };
    }
  }

  const LABELS = { "utf-8": "utf-8", utf8: "utf-8", "unicode-1-1-utf-8": "utf-8", latin1: "windows-1252", ascii: "windows-1252", "iso-8859-1": "windows-1252", "windows-1252": "windows-1252", "us-ascii": "windows-1252", "utf-16le": "utf-16le", "utf-16": "utf-16le" };
  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #held = new Bytes(0);
    #started = false;
    constructor(label = "utf-8", options) {
      const encoding = LABELS[`${label}`.trim().toLowerCase()];
      if (!encoding) throw new RangeError(`The "${label}" encoding is not supported`);
      this.#encoding = encoding;
      this.#fatal = !!(options && options.fatal);
      this.#ignoreBOM = !!(options && options.ignoreBOM);
    }
    get encoding() {
      return this.#encoding;
    }
    get fatal() {
      return this.#fatal;
    }
    get ignoreBOM() {
      return this.#ignoreBOM;
    }
    decode(source, options) {
      let bytes = source === undefined ? new Bytes(0) : sourceBytes(source);
      if (!bytes) throw new TypeError('The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
      const { Buffer } = load("buffer");
      bytes = this.#held.length ? Buffer.concat([this.#held, bytes]) : bytes;
      const stream = !!(options && options.stream);
      const cut = stream && this.#encoding === "utf-8" ? bytes.length - unfinished(bytes) : bytes.length;
      this.#held = bytes.slice(cut);
      let text;
      if (this.#encoding === "utf-16le") text = Buffer.from(bytes).toString("utf16le");
      else if (this.#encoding === "windows-1252") text = native.latin1Text(new Bytes(bytes));
      else text = native.utf8Text(new Bytes(bytes.subarray(0, cut)), this.#fatal);
      if (text === null || text === undefined) throw Object.assign(new TypeError("The encoded data was not valid for encoding utf-8"), { code: "ERR_ENCODING_INVALID_ENCODED_DATA" });
      if (!this.#ignoreBOM && !this.#started && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      this.#started = stream && (this.#started || text.length > 0);
      return text;
    }
  }
  function unfinished(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
      return needed > back ? back : 0;
    }
    return 0;
  }

  // URLs after the WHATWG standard
  const SPECIAL = { "http:": "80", "https:": "443", "ws:": "80", "wss:": "443", "ftp:": "21", "file:": "" };
  function encoded(text, pattern) {
    return toWellFormed(text).replace(pattern, (c) => {
      let out = "";
      for (const byte of native.utf8Bytes(c)) out += `%${byte < 16 ? "0" : ""}${byte.toString(16).toUpperCase()}`;
      return out;
    });
  }
  const CONTROL = "\\u0000-\\u001f\\u007f-\\u{10ffff}";
  const SETS = {
    control: new RegExp(`[${CONTROL}]`, "gu"),
    fragment: new RegExp(`[${CONTROL} "<>\`]`, "gu"),
    query: new RegExp(`[${CONTROL} "#<>]`, "gu"),
    specialQuery: new RegExp(`[${CONTROL} "#<>']`, "gu"),
    path: new RegExp(`[${CONTROL} "#<>?\`{}]`, "gu"),
    userinfo: new RegExp(`[${CONTROL} "#<>?^\`{}/:;=@[\\]\\\\|]`, "gu"),
    form: /[^*\-._0-9A-Za-z]/gu,
  };
  const isSpecial = (record) => Object.hasOwn(SPECIAL, record.protocol);

  function ipv4(host) {
    const parts = host.split(".");
    if (parts[parts.length - 1] === "" && parts.length > 1) parts.pop();
    const last = parts[parts.length - 1];
    if (!/^(?:\d+|0x[0-9a-f]*)$/i.test(last)) return undefined;
    if (parts.length > 4) return null;
    const numbers = parts.map((part) => (/^0x[0-9a-f]*$/i.test(part) ? parseInt(part.slice(2) || "0", 16) : /^0[0-7]*$/.test(part) ? parseInt(part, 8) : /^\d+$/.test(part) && !/^0/.test(part) ? parseInt(part, 10) : NaN));
    if (numbers.some((number) => number !== number) || numbers.slice(0, -1).some((number) => number > 255)) return null;
    let value = numbers[numbers.length - 1];
    if (value >= 256 ** (5 - numbers.length)) return null;
    numbers.slice(0, -1).forEach((number, at) => (value += number * 256 ** (3 - at)));
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
  }
  function ipv6(text) {
    let tail = text;
    const dotted = /(^|:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
    if (dotted) {
      const bytes = dotted.slice(2).map(Number);
      if (bytes.some((byte) => byte > 255)) return null;
      tail = text.slice(0, dotted.index) + dotted[1] + ((bytes[0] << 8) | bytes[1]).toString(16) + ":" + ((bytes[2] << 8) | bytes[3]).toString(16);
    }
    const halves = tail.split("::");
    if (halves.length > 2) return null;
    const groups = (half) => (half ? half.split(":") : []);
    const [front, back] = [groups(halves[0]), groups(halves[1])];
    const missing = 8 - front.length - back.length;
    if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
    const all = [...front, ...(halves.length === 2 ? Array(missing).fill("0") : []), ...back];
    if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
    const values = all.map((group) => parseInt(group, 16));
    let best = { at: -1, length: 1 };
    for (let i = 0; i < 8; i++) {
      let length = 0;
      while (i + length < 8 && values[i + length] === 0) length++;
      if (length > best.length) best = { at: i, length };
    }
    const words = values.map((value) => value.toString(16));
    return best.at < 0 ? words.join(":") : `${words.slice(0, best.at).join(":")}::${words.slice(best.at + best.length).join(":")}`;
  }
  function hostOf(text, special) {
    if (text.startsWith("[")) {
      const inner = text.endsWith("]") ? ipv6(text.slice(1, -1)) : null;
      return inner === null ? null : `[${inner}]`;
    }
    if (!special) return /[\0\t\n\r #/:<>?@[\\\]^|]/.test(text) ? null : encoded(text, SETS.control);
    let host = percentDecoded(text);
    host = load("punycode").toASCII(host.normalize("NFKC").toLowerCase().replace(/[\u3002\uff0e\uff61]/g, ".").replace(/\u00ad/g, ""));
    if (host === "" || /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/.test(host)) return null;
    const address = ipv4(host);
    return address === undefined ? host : address;
  }
  function percentDecoded(text) {
    if (!text.includes("%")) return text;
    const { Buffer } = load("buffer");
    const bytes = [];
    const source = native.utf8Bytes(toWellFormed(text));
    for (let i = 0; i < source.length; i++) {
      const pair = source[i] === 37 ? String.fromCharCode(source[i + 1], source[i + 2]) : "";
      if (/^[0-9a-f]{2}$/i.test(pair)) {
        bytes.push(parseInt(pair, 16));
        i += 2;
      } else bytes.push(source[i]);
    }
    return Buffer.from(bytes).toString();
  }

  function dotted(segments, drive) {
    const kept = [];
    segments.forEach((segment, at) => {
      const last = at === segments.length - 1;
      if (/^(?:\.|%2e)(?:\.|%2e)$/i.test(segment)) {
        if (!(drive && kept.length === 1 && /^[a-z]:$/i.test(kept[0]))) kept.pop();
        if (last) kept.push("");
      } else if (/^(?:\.|%2e)$/i.test(segment)) {
        if (last) kept.push("");
      } else kept.push(segment);
    });
    return kept;
  }
  const pathText = (path, special, file) => `/${dotted((special ? path.replace(/\\/g, "/") : path).split("/").map((segment) => encoded(segment, SETS.path)), file).join("/")}`;

  function parseUrl(input, base) {
    let text = toWellFormed(input).replace(/^[\0-\x20]+|[\0-\x20]+$/g, "").replace(/[\t\n\r]/g, "");
    const made = { protocol: "", username: "", password: "", host: null, port: "", pathname: "", search: null, hash: null, opaque: false };
    const hash = text.indexOf("#");
    if (hash >= 0) {
      made.hash = encoded(text.slice(hash + 1), SETS.fragment);
      text = text.slice(0, hash);
    }
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text);
    if (scheme) {
      made.protocol = scheme[0].toLowerCase();
      text = text.slice(scheme[0].length);
      const same = base && base.protocol === made.protocol && isSpecial(made) && made.protocol !== "file:";
      if (!(same && !/^[/\\]/.test(text))) return absolute(made, text, base);
    } else if (!base) return null;
    if (base.opaque) {
      if (text !== "") return null;
      return { ...base, hash: made.hash };
    }
    made.protocol = base.protocol;
    return relative(made, text, base);
  }
  function absolute(made, text, base) {
    const special = isSpecial(made);
    const slash = special ? /^[/\\]*/ : /^\/\//;
    if (made.protocol === "file:") return fileUrl(made, text, base);
    if (special) return authority(made, text.replace(slash, ""), true);
    if (text.startsWith("//")) return authority(made, text.slice(2), false);
    const [path] = withQuery(made, text, false);
    if (path.startsWith("/")) made.pathname = pathText(path.slice(1), false, false);
    else {
      made.opaque = true;
      made.pathname = encoded(path, SETS.control);
    }
    return made;
  }
  function fileUrl(made, text, base) {
    const plain = text.replace(/\\/g, "/");
    if (!plain.startsWith("//")) {
      made.host = "";
      const [path] = withQuery(made, plain, true);
      if (base && base.protocol === "file:" && !path.startsWith("/")) made.pathname = pathText(base.pathname.slice(1).replace(/[^/]*$/, "") + path, true, true);
      else made.pathname = pathText(path.replace(/^\//, ""), true, true);
      return made;
    }
    const rest = plain.slice(2);
    const end = rest.search(/[/?]/);
    const host = end < 0 ? rest : rest.slice(0, end);
    made.host = host === "" || host.toLowerCase() === "localhost" ? "" : hostOf(host, true);
    if (made.host === null) return null;
    const [path] = withQuery(made, end < 0 ? "" : rest.slice(end), true);
    made.pathname = pathText(path.replace(/^\//, ""), true, true);
    return made;
  }
  function withQuery(made, text, special) {
    const mark = text.indexOf("?");
    if (mark < 0) return [text];
    made.search = encoded(text.slice(mark + 1), special ? SETS.specialQuery : SETS.query);
    return [text.slice(0, mark)];
  }
  function authority(made, text, special) {
    const end = text.search(special ? /[/\\?]/ : /[/?]/);
    let place = end < 0 ? text : text.slice(0, end);
    const at = place.lastIndexOf("@");
    if (at >= 0) {
      const [, name, secret] = /^([^:]*):?([\s\S]*)$/.exec(place.slice(0, at));
      made.username = encoded(name, SETS.userinfo);
      made.password = encoded(secret, SETS.userinfo);
      place = place.slice(at + 1);
    }
    const port = /:(\d*)$/.exec(place);
    if (port && !/\[[^\]]*$/.test(place.slice(0, port.index))) place = place.slice(0, port.index);
    else if (/:[^\]]*$/.test(place) && !place.startsWith("[")) return null;
    if (port && port[1] !== "") {
      if (+port[1] > 65535) return null;
      made.port = String(+port[1]) === SPECIAL[made.protocol] ? "" : String(+port[1]);
    }
    if (place === "" && (special || at >= 0 || port)) return null;
    made.host = place === "" ? "" : hostOf(place, special);
    if (made.host === null) return null;
    const [path] = withQuery(made, end < 0 ? "" : text.slice(end), special);
    made.pathname = path === "" ? (special ? "/" : "") : pathText(path.slice(1), special, false);
    return made;
  }
  function relative(made, text, base) {
    const special = isSpecial(made);
    const plain = special ? text.replace(/^[^?]*/, (part) => part.replace(/\\/g, "/")) : text;
    if (made.protocol === "file:" && plain.startsWith("/")) return fileUrl(made, plain, base);
    if (plain.startsWith("//")) return authority(made, plain.slice(2), special);
    Object.assign(made, { username: base.username, password: base.password, host: base.host, port: base.port });
    const [path] = withQuery(made, plain, special);
    if (path === "") {
      made.pathname = base.pathname;
      if (made.search === null) made.search = base.search;
    } else if (path.startsWith("/")) made.pathname = pathText(path.slice(1), special, made.protocol === "file:");
    else made.pathname = pathText(base.pathname.slice(1).replace(/[^/]*$/, "") + path, special, made.protocol === "file:");
    return made;
  }
  function urlText(record) {
    const login = record.username || record.password ? `${record.username}${record.password ? `:${record.password}` : ""}@` : "";
    const place = record.host === null ? "" : `//${login}${record.host}${record.port && `:${record.port}`}`;
    const guard = record.host === null && !record.opaque && record.pathname.startsWith("//") ? "/." : "";
    return `${record.protocol}${place}${guard}${record.pathname}${record.search === null ? "" : `?${record.search}`}${record.hash === null ? "" : `#${record.hash}`}`;
  }
  const invalidUrl = (input, base) => Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL", input, ...(base === undefined ? {} : { base }) });

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
      return isSpecial(record) && record.protocol !== "file:" ? `${record.protocol}//${record.host}${record.port && `:${record.port}`}` : "null";
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
      else if (digits && +digits <= 65535) record.port = String(+digits) === SPECIAL[record.protocol] ? "" : String(+digits);
    }
    get pathname() {
      return recordOf(this).pathname;
    }
    set pathname(value) {
      const record = recordOf(this);
      if (!record.opaque) record.pathname = pathText(`${value}`.replace(isSpecial(record) ? /^[/\\]/ : /^\//, ""), isSpecial(record), record.protocol === "file:");
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
            if (value === undefined || rest.length) throw new TypeError("Each query pair must be an iterable [name, value] tuple");
            this.#pairs.push([toWellFormed(`${name}`), toWellFormed(`${value}`)]);
          }
        } else for (const name of Reflect.ownKeys(init)) this.#pairs.push([toWellFormed(`${name}`), toWellFormed(`${init[name]}`)]);
      } else this._reload(`${init}`.replace(/^\?/, ""));
    }
    _reload(text) {
      this.#pairs = text.split("&").filter((part) => part !== "").map((part) => {
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
      this.#pairs = this.#pairs.filter(([key, held]) => key !== `${name}` || (value !== undefined && held !== `${value}`));
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
      else this.#pairs = this.#pairs.filter(([key], at) => key !== `${name}` || at === first).map((pair, at) => (at === first ? [pair[0], toWellFormed(`${value}`)] : pair));
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
  for (const name of ["_reload", "_owner"]) Object.defineProperty(URLSearchParams.prototype, name, { enumerable: false });

  function structuredClone(value) {
    if (arguments.length === 0) throw new TypeError("The \"value\" argument must be specified");
    return cloned(value, new Map());
  }
  function cloned(value, seen) {
    const refuse = () => new DOMException(`${typeof value === "symbol" ? value.toString() : value} could not be cloned.`, "DataCloneError");
    if (typeof value === "function" || typeof value === "symbol") throw refuse();
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    const keep = (made) => {
      seen.set(value, made);
      return made;
    };
    if (["Boolean", "Number", "String", "BigInt"].includes(kind) && !Array.isArray(value)) return keep(Object(value.valueOf()));
    if (value instanceof Date) return keep(new Date(+value));
    if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
    if (primordials.isBuffer(value)) return keep(value.slice(0));
    if (primordials.isView(value)) {
      const buffer = cloned(value.buffer, seen);
      if (primordials.tagOf(value) === undefined) return keep(new DataView(buffer, value.byteOffset, value.byteLength));
      const Type = { Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array }[primordials.tagOf(value)];
      return keep(new Type(buffer, value.byteOffset, value.length));
    }
    if (value instanceof Map) {
      const made = keep(new Map());
      for (const [key, item] of [...value]) made.set(cloned(key, seen), cloned(item, seen));
      return made;
    }
    if (value instanceof Set) {
      const made = keep(new Set());
      for (const item of [...value]) made.add(cloned(item, seen));
      return made;
    }
    if (value instanceof Error) {
      const Type = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }[value.name] || Error;
      const made = keep(new Type(value.message));
      made.stack = value.stack;
      return made;
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) throw refuse();
    const made = keep(Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) made[key] = cloned(value[key], seen);
    return made;
  }

  // events
  class Event {
    constructor(type, options) {
      if (arguments.length === 0) throw new TypeError('The "type" argument must be specified');
      const { bubbles = false, cancelable = false, composed = false } = options || {};
      Object.defineProperty(this, "isTrusted", { value: false, enumerable: true });
      this._state = { type: `${type}`, bubbles, cancelable, composed, prevented: false, stopped: false, target: null };
      Object.defineProperty(this, "_state", { enumerable: false });
    }
    preventDefault() {
      if (this._state.cancelable) this._state.prevented = true;
    }
    stopImmediatePropagation() {
      this._state.stopped = true;
    }
    stopPropagation() {}
    get defaultPrevented() {
      return this._state.prevented;
    }
    get currentTarget() {
      return this._state.target;
    }
  }
  for (const name of ["type", "bubbles", "cancelable", "composed", "target"]) {
    Object.defineProperty(Event.prototype, name, { configurable: true, enumerable: true, get() { return this._state[name]; } });
  }
  class EventTarget {
    #listeners = new Map();
    addEventListener(type, listener, options) {
      if (!listener) return;
      const list = this.#listeners.get(`${type}`) || [];
      if (!list.some((held) => held.listener === listener)) list.push({ listener, once: !!(options && options.once) });
      this.#listeners.set(`${type}`, list);
    }
    removeEventListener(type, listener) {
      this.#listeners.set(`${type}`, (this.#listeners.get(`${type}`) || []).filter((held) => held.listener !== listener));
    }
    dispatchEvent(event) {
      event._state.target = this;
      for (const held of (this.#listeners.get(event.type) || []).slice()) {
        if (held.once) this.removeEventListener(event.type, held.listener);
        if (typeof held.listener === "function") held.listener.call(this, event);
        else held.listener.handleEvent(event);
        if (event._state.stopped) break;
      }
      return !event.defaultPrevented;
    }
  }
  class AbortSignal extends EventTarget {
    #aborted = false;
    #reason;
    onabort = null;
    get aborted() {
      return this.#aborted;
    }
    get reason() {
      return this.#reason;
    }
    throwIfAborted() {
      if (this.#aborted) throw this.#reason;
    }
    static abort(reason) {
      const signal = new AbortSignal();
      signal._abort(reason);
      return signal;
    }
    static timeout(delay) {
      const signal = new AbortSignal();
      native.scope.setTimeout(() => signal._abort(new DOMException("The operation was aborted due to timeout", "TimeoutError")), delay);
      return signal;
    }
    _abort(reason) {
      if (this.#aborted) return;
      this.#aborted = true;
      this.#reason = reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
      const event = new Event("abort");
      if (typeof this.onabort === "function") this.onabort(event);
      this.dispatchEvent(event);
    }
  }
  class AbortController {
    #signal = new AbortSignal();
    get signal() {
      return this.#signal;
    }
    abort(reason) {
      this.#signal._abort(reason);
    }
  }

  return {
    ...load("webcrypto")(DOMException), TextEncoder, TextDecoder, URL, URLSearchParams, structuredClone, DOMException, Event, EventTarget, AbortController, AbortSignal,
    queueMicrotask(run) {
      if (typeof run !== "function") throw new TypeError('The "callback" argument must be of type function.');
      Promise.resolve().then(run);
    },
  };
})
