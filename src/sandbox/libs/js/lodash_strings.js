// lodash: strings.
(function (load) {
  "use strict";
  const base = load("lodash/base");
  const { isIterateeCall } = load("lodash/collections");
  const { toString, toInteger } = base;
  const _ = {};

  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const CHARACTERS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  _.escape = (text) => toString(text).replace(/[&<>"']/g, (c) => ESCAPES[c]);
  _.unescape = (text) => toString(text).replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => CHARACTERS[name]);
  _.escapeRegExp = (text) => toString(text).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  _.toLower = (text) => toString(text).toLowerCase();
  _.toUpper = (text) => toString(text).toUpperCase();
  _.upperFirst = (text) => firstChanged(toString(text), (c) => c.toUpperCase());
  _.lowerFirst = (text) => firstChanged(toString(text), (c) => c.toLowerCase());
  function firstChanged(text, change) {
    const [first = ""] = text;
    return change(first) + text.slice(first.length);
  }
  _.capitalize = (text) => _.upperFirst(toString(text).toLowerCase());

  const LIGATURES = {
    Æ: "Ae",
    æ: "ae",
    Þ: "Th",
    þ: "th",
    ß: "ss",
    Ð: "D",
    ð: "d",
    Ø: "O",
    ø: "o",
    Đ: "D",
    đ: "d",
    Ħ: "H",
    ħ: "h",
    ı: "i",
    Ĳ: "IJ",
    ĳ: "ij",
    ĸ: "k",
    Ŀ: "L",
    ŀ: "l",
    Ł: "L",
    ł: "l",
    ŉ: "'n",
    Ŋ: "N",
    ŋ: "n",
    Œ: "Oe",
    œ: "oe",
    Ŧ: "T",
    ŧ: "t",
    ſ: "s",
  };
  _.deburr = (text) =>
    toString(text)
      .replace(
        /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0100-\u017f]/g,
        (c) => LIGATURES[c] || c.normalize("NFD").replace(/[\u0300-\u036f]/g, ""),
      )
      .replace(/[\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff]/g, "");

  // Words break at case changes, digits and everything that is neither letter nor digit.
  const WORD =
    /(?:\p{Lu}+(?=\p{Lu}\p{Ll})(?:['’](?:D|LL|M|RE|S|T|VE))?)|(?:\p{Lu}?(?:\p{Ll}|\p{Lo})+(?:['’](?:d|ll|m|re|s|t|ve))?)|(?:\p{Lu}+(?:['’](?:D|LL|M|RE|S|T|VE))?)|(?:\d*(?:1st|2nd|3rd|(?![123])\dth)(?=\b|[A-Z_]))|(?:\d+)|(?:\p{Extended_Pictographic}\ufe0f?)/gu;
  const plainWords = (text) => text.match(WORD) || [];
  _.words = (text, pattern, guard) => {
    text = toString(text);
    return guard || pattern === undefined ? plainWords(text) : text.match(pattern) || [];
  };
  const compound = (join) => (text) =>
    plainWords(_.deburr(text).replace(/['\u2019]/g, "")).reduce((made, word, at) => made + join(word, at), "");
  _.camelCase = compound((word, at) => (at ? _.capitalize(word) : word.toLowerCase()));
  _.kebabCase = compound((word, at) => (at ? "-" : "") + word.toLowerCase());
  _.snakeCase = compound((word, at) => (at ? "_" : "") + word.toLowerCase());
  _.lowerCase = compound((word, at) => (at ? " " : "") + word.toLowerCase());
  _.upperCase = compound((word, at) => (at ? " " : "") + word.toUpperCase());
  _.startCase = compound((word, at) => (at ? " " : "") + _.upperFirst(word));

  const repeated = (text, count) => (text && count > 0 ? text.repeat(Math.min(count, 1 << 28)) : "");
  const filler = (count, characters) => {
    characters = characters === undefined ? " " : toString(characters);
    if (!characters) return "";
    return [...repeated(characters, Math.ceil(count / [...characters].length))].slice(0, count).join("");
  };
  const padder = (left, right) => (text, length, characters) => {
    text = toString(text);
    const missing = toInteger(length) - (length ? [...text].length : 0);
    if (!length || missing <= 0) return text;
    return filler(left(missing), characters) + text + filler(right(missing), characters);
  };
  _.pad = padder(
    (count) => Math.floor(count / 2),
    (count) => Math.ceil(count / 2),
  );
  _.padStart = padder(
    (count) => count,
    () => 0,
  );
  _.padEnd = padder(
    () => 0,
    (count) => count,
  );
  _.repeat = (text, count, guard) =>
    repeated(toString(text), (guard ? isIterateeCall(text, count, guard) : count === undefined) ? 1 : toInteger(count));
  const trimmer = (start, end) => (text, characters, guard) => {
    text = toString(text);
    if (!text || guard || characters === undefined)
      return start && end ? text.trim() : start ? text.trimStart() : text.trimEnd();
    const set = [...toString(characters)];
    let list = [...text];
    if (!set.length) return text;
    if (start) while (list.length && set.includes(list[0])) list.shift();
    if (end) while (list.length && set.includes(list[list.length - 1])) list.pop();
    return list.join("");
  };
  _.trim = trimmer(true, true);
  _.trimStart = trimmer(true, false);
  _.trimEnd = trimmer(false, true);
  _.startsWith = (text, target, at) => toString(text).startsWith(`${target}`, at == null ? 0 : toInteger(at));
  _.endsWith = (text, target, at) => toString(text).endsWith(`${target}`, at === undefined ? undefined : toInteger(at));
  _.replace = (text, pattern, replacement) =>
    replacement === undefined && pattern === undefined ? toString(text) : toString(text).replace(pattern, replacement);
  _.split = (text, separator, limit) => {
    if (limit && typeof limit !== "number" && isIterateeCall(text, separator, limit)) separator = limit = undefined;
    text = toString(text);
    if (!text) return limit === 0 ? [] : [""];
    if (separator === "") return [...text].slice(0, limit === undefined ? undefined : limit);
    return text.split(separator, limit === undefined ? 4294967295 : limit >>> 0);
  };
  _.truncate = (text, options) => {
    text = toString(text);
    let { length = 30, omission = "...", separator } = base.isObject(options) ? options : {};
    omission = toString(omission);
    length = toInteger(length);
    const list = [...text];
    if (length >= list.length) return text;
    const room = length - [...omission].length;
    if (room < 1) return omission;
    let made = list.slice(0, room).join("");
    if (separator === undefined) return made + omission;
    if (base.isRegExp(separator)) {
      if (text.slice(made.length).search(separator)) {
        const pattern = new RegExp(
          separator.source,
          separator.flags.includes("g") ? separator.flags : `${separator.flags}g`,
        );
        let cut;
        for (let match; (match = pattern.exec(made));) {
          cut = match.index;
          if (match[0] === "") pattern.lastIndex++;
        }
        made = made.slice(0, cut === undefined ? made.length : cut);
      }
    } else if (text.indexOf(`${separator}`, made.length) !== made.length) {
      const cut = made.lastIndexOf(separator);
      if (cut > -1) made = made.slice(0, cut);
    }
    return made + omission;
  };
  _.parseInt = (text, radix, guard) => {
    if (guard || radix == null) radix = 0;
    return parseInt(toString(text).trimStart(), radix || 0);
  };

  _.templateSettings = {
    escape: /<%-([\s\S]+?)%>/g,
    evaluate: /<%([\s\S]+?)%>/g,
    interpolate: /<%=([\s\S]+?)%>/g,
    variable: "",
    imports: { _: { escape: _.escape } },
  };
  const NEVER = /($^)/;
  _.template = (text, options, guard) => {
    text = toString(text);
    const settings = { ..._.templateSettings, ...(guard || !options ? {} : options) };
    const imports = { ..._.templateSettings.imports, ...(settings.imports || {}) };
    const interpolate = settings.interpolate || NEVER;
    const literals = /\$\{([^\\}]*(?:\\.[^\\}]*)*)\}/g;
    const delimiters = new RegExp(
      [
        (settings.escape || NEVER).source,
        interpolate.source,
        (interpolate === _.templateSettings.interpolate ? literals : NEVER).source,
        (settings.evaluate || NEVER).source,
      ].join("|") + "|$",
      "g",
    );
    let source = "";
    let from = 0;
    text.replace(delimiters, (match, escape, plain, literal, evaluate, offset) => {
      source += `out += ${JSON.stringify(text.slice(from, offset))};\n`;
      if (escape) source += `out += escaped((${escape}));\n`;
      if (evaluate) source += `${evaluate};\n`;
      if (plain || literal) source += `value = (${plain || literal}); out += value == null ? '' : value;\n`;
      from = offset + match.length;
      return match;
    });
    const variable = settings.variable;
    const body = `var out = '', value; function print() { out += Array.prototype.join.call(arguments, ''); }\n${variable ? source : `with (${"data"} || {}) {\n${source}}`}\nreturn out;`;
    const names = Object.keys(imports);
    const made = Function(
      ...names,
      "escaped",
      `return function (${variable || "data"}) {\n${body}\n}`,
    )(...names.map((name) => imports[name]), _.escape);
    made.source = source;
    return made;
  };
  return _;
});
