// The util module that Postman bundles: an old one, without promisify and types.
(function (load, native) {
  "use strict";
  const kind = (value) => Object.prototype.toString.call(value);
  const isObject = (value) => typeof value === "object" && value !== null;

  function quoted(text) {
    return `'${JSON.stringify(text).replace(/^"|"$/g, "").replace(/'/g, "\\'").replace(/\\"/g, '"')}'`;
  }

  function inspect(value, options, depth) {
    const settings = typeof options === "boolean" ? { showHidden: options, depth } : options || {};
    const limit = settings.depth === undefined ? 2 : settings.depth;
    return shown(value, limit, [], settings);
  }

  function simple(value) {
    if (value === undefined) return "undefined";
    if (typeof value === "string") return quoted(value);
    if (typeof value === "number" || typeof value === "boolean") return `${value}`;
    if (value === null) return "null";
    return typeof value === "symbol" ? value.toString() : typeof value === "bigint" ? `${value}n` : undefined;
  }

  function shown(value, limit, seen, settings) {
    const text = simple(value);
    if (text !== undefined) return text;
    if (settings.customInspect !== false && typeof value.inspect === "function" && value.inspect !== inspect) {
      const own = value.inspect(limit, settings);
      return typeof own === "string" ? own : shown(own, limit, seen, settings);
    }
    const keys = settings.showHidden ? Object.getOwnPropertyNames(value) : Object.keys(value);
    if (kind(value) === "[object Error]" && (keys.includes("message") || keys.includes("description")))
      return `[${Error.prototype.toString.call(value)}]`;
    let prefix = "";
    if (typeof value === "function") prefix = ` [Function${value.name ? `: ${value.name}` : ""}]`;
    else if (kind(value) === "[object RegExp]") prefix = ` ${value}`;
    else if (kind(value) === "[object Date]") prefix = ` ${value.toUTCString()}`;
    else if (kind(value) === "[object Error]") prefix = ` [${Error.prototype.toString.call(value)}]`;
    const list = Array.isArray(value);
    const [open, close] = list ? ["[", "]"] : ["{", "}"];
    if (keys.length === 0) {
      if (
        kind(value) === "[object Error]" ||
        typeof value === "function" ||
        kind(value) === "[object RegExp]" ||
        kind(value) === "[object Date]"
      ) {
        if (kind(value) === "[object RegExp]") return `${value}`;
        if (kind(value) === "[object Date]") return value.toString();
        return prefix.slice(1);
      }
      if (!list || value.length === 0) return open + prefix + close;
    }
    if (limit !== null && limit < 0) return kind(value) === "[object RegExp]" ? `${value}` : "[Object]";
    const inner = [...seen, value];
    const property = (key, bare) => member(value, key, bare, limit, inner, settings);
    const output = list ? listItems(value, keys, property) : keys.map((key) => property(key, false));
    return joined(output, prefix, open, close);
  }

  function listItems(value, keys, property) {
    const output = [];
    for (let i = 0; i < value.length; i++) output.push(Object.hasOwn(value, i) ? property(`${i}`, true) : "");
    for (const key of keys) if (!/^\d+$/.test(key)) output.push(property(key, true));
    return output;
  }

  function member(object, key, bare, limit, seen, settings) {
    const { get, set, value } = Object.getOwnPropertyDescriptor(object, key) || { value: object[key] };
    let text = get ? (set ? "[Getter/Setter]" : "[Getter]") : set ? "[Setter]" : undefined;
    if (text === undefined) {
      text = seen.includes(value) ? "[Circular]" : shown(value, limit === null ? null : limit - 1, seen, settings);
      if (isObject(value) && text.includes("\n")) {
        const lines = text.split("\n").map((line) => (bare ? `  ${line}` : `   ${line}`));
        text = bare ? lines.join("\n").slice(2) : `\n${lines.join("\n")}`;
      }
    }
    if (bare && /^\d+$/.test(key)) return text;
    const name = /^[a-zA-Z_][a-zA-Z_0-9]*$/.test(key) ? key : quoted(key);
    return `${name}: ${text}`;
  }

  function joined(output, prefix, open, close) {
    const length = output.reduce((sum, text) => sum + text.length + 1, 0);
    if (length > 60) return `${open}${prefix === "" ? "" : `${prefix}\n `} ${output.join(",\n  ")} ${close}`;
    return `${open}${prefix} ${output.join(", ")} ${close}`;
  }

  function format(first, ...values) {
    if (typeof first !== "string") return [first, ...values].map((value) => inspect(value)).join(" ");
    let at = 0;
    let text = first.replace(/%[sdj%]/g, (token) => {
      if (token === "%%") return "%";
      if (at >= values.length) return token;
      const value = values[at++];
      if (token === "%s") return String(value);
      if (token === "%d") return Number(value);
      try {
        return JSON.stringify(value);
      } catch {
        return "[Circular]";
      }
    });
    for (; at < values.length; at++) text += ` ${isObject(values[at]) ? inspect(values[at]) : values[at]}`;
    return text;
  }

  return {
    format,
    inspect,
    deprecate: (run) => run,
    debuglog: () => () => {},
    log: () => {},
    inherits(child, parent) {
      child.super_ = parent;
      child.prototype = Object.create(parent.prototype, {
        constructor: { value: child, enumerable: false, writable: true, configurable: true },
      });
    },
    _extend: (target, source) => (isObject(source) ? Object.assign(target, source) : target),
    isArray: Array.isArray,
    isBoolean: (value) => typeof value === "boolean",
    isNull: (value) => value === null,
    isNullOrUndefined: (value) => value == null,
    isNumber: (value) => typeof value === "number",
    isString: (value) => typeof value === "string",
    isSymbol: (value) => typeof value === "symbol",
    isUndefined: (value) => value === undefined,
    isRegExp: (value) => isObject(value) && kind(value) === "[object RegExp]",
    isObject,
    isDate: (value) => isObject(value) && kind(value) === "[object Date]",
    isError: (value) => isObject(value) && (kind(value) === "[object Error]" || value instanceof Error),
    isFunction: (value) => typeof value === "function",
    isPrimitive: (value) => value === null || (typeof value !== "object" && typeof value !== "function"),
    isBuffer: (value) => load("buffer").Buffer.isBuffer(value),
  };
});
