// Node's querystring, as the sandbox bundles it.
(function () {
  "use strict";
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function parse(text, separator, equals, options) {
    separator = separator || "&";
    equals = equals || "=";
    const result = {};
    if (typeof text !== "string" || text.length === 0) return result;
    let parts = text.split(separator);
    const limit = options && typeof options.maxKeys === "number" ? options.maxKeys : 1000;
    if (limit > 0) parts = parts.slice(0, limit);
    for (const part of parts) {
      const plain = part.replace(/\+/g, "%20");
      const at = plain.indexOf(equals);
      const key = decoded(at >= 0 ? plain.slice(0, at) : plain);
      const value = at >= 0 ? decoded(plain.slice(at + equals.length)) : "";
      if (!Object.hasOwn(result, key)) result[key] = value;
      else if (Array.isArray(result[key])) result[key].push(value);
      else result[key] = [result[key], value];
    }
    return result;
  }

  function primitive(value) {
    if (typeof value === "string") return value;
    if (typeof value === "boolean") return value ? "true" : "false";
    return typeof value === "number" && isFinite(value) ? `${value}` : "";
  }

  function stringify(object, separator, equals, name) {
    separator = separator || "&";
    equals = equals || "=";
    const pair = (key, value) => encodeURIComponent(primitive(key)) + equals + encodeURIComponent(primitive(value));
    if (object !== null && typeof object === "object") {
      return Object.keys(object)
        .map((key) => {
          const value = object[key];
          return Array.isArray(value) ? value.map((item) => pair(key, item)).join(separator) : pair(key, value);
        })
        .filter((text) => text !== "")
        .join(separator);
    }
    return name ? pair(name, object) : "";
  }

  return { parse, stringify, decode: parse, encode: stringify };
});
