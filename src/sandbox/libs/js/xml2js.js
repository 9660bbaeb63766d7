// xml2js: XML text to plain objects and back.
(function () {
  "use strict";
  const DEFAULTS = {
    explicitCharkey: false,
    trim: false,
    normalize: false,
    normalizeTags: false,
    attrkey: "$",
    charkey: "_",
    explicitArray: true,
    ignoreAttrs: false,
    mergeAttrs: false,
    explicitRoot: true,
    validator: null,
    xmlns: false,
    explicitChildren: false,
    preserveChildrenOrder: false,
    childkey: "$$",
    charsAsChildren: false,
    includeWhiteChars: false,
    async: false,
    strict: true,
    attrNameProcessors: null,
    attrValueProcessors: null,
    tagNameProcessors: null,
    valueProcessors: null,
    rootName: "root",
    xmldec: { version: "1.0", encoding: "UTF-8", standalone: true },
    doctype: null,
    renderOpts: { pretty: true, indent: "  ", newline: "\n" },
    headless: false,
    chunkSize: 10000,
    emptyTag: "",
    cdata: false,
  };
  const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  const decoded = (text) =>
    text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (match, name) => {
      if (name[0] !== "#") return ENTITIES[name] === undefined ? match : ENTITIES[name];
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : match;
    });
  const processed = (value, list, ...rest) => (list || []).reduce((text, run) => run(text, ...rest), value);
  const failure = (message, line, c) => new Error(`${message}\nLine: ${line}\nColumn: ${c.column}\nChar: ${c.char}`);

  function parse(text, options) {
    const settings = { ...DEFAULTS, ...options };
    const stack = [];
    let root;
    let at = 0;
    const fail = (message) => {
      const before = text.slice(0, at).split("\n");
      throw failure(message, before.length - 1, { column: before[before.length - 1].length, char: text[at] || "" });
    };
    const addText = (value, literal) => {
      if (stack.length) {
        const node = stack[stack.length - 1];
        node.text += literal ? value : decoded(value);
        if (literal) node.cdata = true;
      } else if (value.trim()) fail(root ? "Text data outside of root node." : "Non-whitespace before first tag.");
    };
    const close = () => {
      const node = stack.pop();
      const value = built(node, settings);
      if (stack.length) attach(stack[stack.length - 1].children, node.name, value, settings.explicitArray);
      else root = settings.explicitRoot ? { [node.name]: value } : value;
    };
    const until = (end, message) => {
      const found = text.indexOf(end, at);
      if (found < 0) {
        at = text.length;
        fail(message);
      }
      const inner = text.slice(at, found);
      at = found + end.length;
      return inner;
    };
    while (at < text.length) {
      if (text[at] !== "<") {
        const next = text.indexOf("<", at);
        const end = next < 0 ? text.length : next;
        addText(text.slice(at, end), false);
        at = end;
      } else if (text.startsWith("<!--", at)) {
        at += 4;
        until("-->", "Unclosed comment");
      } else if (text.startsWith("<![CDATA[", at)) {
        at += 9;
        addText(until("]]>", "Unclosed CDATA"), true);
      } else if (text.startsWith("<?", at)) {
        until("?>", "Unclosed processing instruction");
      } else if (text.startsWith("<!", at)) {
        until(">", "Unclosed doctype");
      } else if (text.startsWith("</", at)) {
        at += 2;
        const name = processed(
          until(">", "Unclosed tag").trim(),
          settings.normalizeTags ? [(tag) => tag.toLowerCase()] : [],
        );
        const open = stack[stack.length - 1];
        if (!open || open.written !== name) fail(open ? "Unexpected close tag" : `Unmatched closing tag: ${name}`);
        close();
      } else openTag();
    }
    if (stack.length) fail("Unclosed root tag");
    return root === undefined ? null : root;

    function openTag() {
      const found = /^<([^\s/>=]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/.exec(text.slice(at));
      if (!found) fail("Unencoded <");
      if (root !== undefined && !stack.length) fail("Text data outside of root node.");
      at += found[0].length;
      const written = settings.normalizeTags ? found[1].toLowerCase() : found[1];
      const node = {
        name: processed(written, settings.tagNameProcessors),
        written,
        attributes: {},
        children: {},
        text: "",
      };
      for (const [, key, double, single] of found[2].matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        const name = processed(key, settings.attrNameProcessors);
        node.attributes[name] = processed(
          decoded(double === undefined ? single : double),
          settings.attrValueProcessors,
          key,
        );
      }
      stack.push(node);
      if (found[3]) close();
    }
  }

  function attach(children, name, value, explicitArray) {
    if (name === "__proto__") return;
    if (!Object.hasOwn(children, name)) children[name] = explicitArray ? [value] : value;
    else if (Array.isArray(children[name])) children[name].push(value);
    else children[name] = [children[name], value];
  }

  function built(node, settings) {
    let made = {};
    const attributes = settings.ignoreAttrs ? {} : node.attributes;
    made[settings.charkey] = "";
    if (settings.mergeAttrs) for (const key in attributes) attach(made, key, attributes[key], settings.explicitArray);
    else if (Object.keys(attributes).length) made[settings.attrkey] = attributes;
    let text = node.text;
    const blank = /^\s*$/.test(text) && !node.cdata;
    if (settings.trim) text = text.trim();
    if (settings.normalize) text = text.replace(/\s{2,}/g, " ").trim();
    text = processed(text, settings.valueProcessors, node.name);
    const bare = Object.keys(made).length === 1 && Object.keys(node.children).length === 0;
    if (blank) delete made[settings.charkey];
    else {
      if (bare && !settings.explicitCharkey) return text;
      made[settings.charkey] = text;
    }
    made = { ...made, ...node.children };
    if (Object.keys(made).length === 0) return settings.emptyTag !== "" ? settings.emptyTag : blank ? "" : text;
    return made;
  }

  class Parser {
    constructor(options) {
      this.options = { ...DEFAULTS, ...options };
    }
    parseString(text, callback) {
      let result;
      try {
        const source = `${text}`.replace(/^\ufeff/, "");
        result = source.trim() === "" ? null : parse(source, this.options);
      } catch (error) {
        if (!callback) throw error;
        callback(error);
        return;
      }
      if (callback) callback(null, result);
    }
    parseStringPromise(text) {
      return new Promise((resolve, reject) =>
        this.parseString(text, (error, result) => (error ? reject(error) : resolve(result))),
      );
    }
  }

  const written = (text) =>
    `${text}`.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#xD;");
  class Builder {
    constructor(options) {
      this.options = { ...DEFAULTS, ...options };
    }
    buildObject(object) {
      const { renderOpts, xmldec, headless, rootName } = this.options;
      const keys = Object.keys(object);
      const [name, value] =
        keys.length === 1 && rootName === DEFAULTS.rootName ? [keys[0], object[keys[0]]] : [rootName, object];
      const lines = [];
      if (!headless)
        lines.push(
          `<?xml version="${xmldec.version}"${xmldec.encoding ? ` encoding="${xmldec.encoding}"` : ""}${xmldec.standalone === undefined ? "" : ` standalone="${xmldec.standalone ? "yes" : "no"}"`}?>`,
        );
      this.element(lines, name, value, "");
      return lines.join(renderOpts.pretty ? renderOpts.newline : "");
    }
    element(lines, name, value, indent) {
      const { attrkey, charkey, renderOpts } = this.options;
      if (Array.isArray(value)) {
        for (const item of value) this.element(lines, name, item, indent);
        return;
      }
      const lead = renderOpts.pretty ? indent : "";
      if (typeof value !== "object" || value === null) {
        lines.push(
          value === undefined || value === null || value === ""
            ? `${lead}<${name}/>`
            : `${lead}<${name}>${written(value)}</${name}>`,
        );
        return;
      }
      const attributes = Object.entries(value[attrkey] || {})
        .map(([key, text]) => ` ${key}="${written(text).replace(/"/g, "&quot;")}"`)
        .join("");
      const children = Object.keys(value).filter((key) => key !== attrkey && key !== charkey);
      const text = value[charkey] === undefined ? "" : written(value[charkey]);
      if (!children.length) {
        lines.push(text ? `${lead}<${name}${attributes}>${text}</${name}>` : `${lead}<${name}${attributes}/>`);
        return;
      }
      lines.push(`${lead}<${name}${attributes}>${text}`);
      for (const key of children) this.element(lines, key, value[key], indent + renderOpts.indent);
      lines.push(`${lead}</${name}>`);
    }
  }

  const optionsOf = (options, callback) => (typeof options === "function" ? [undefined, options] : [options, callback]);
  return {
    defaults: { 0.1: { ...DEFAULTS, explicitArray: false, attrkey: "@", charkey: "#" }, 0.2: DEFAULTS },
    processors: {
      normalize: (text) => text.toLowerCase(),
      firstCharLowerCase: (text) => text.charAt(0).toLowerCase() + text.slice(1),
      stripPrefix: (text) => text.replace(/(?!xmlns)^.*:/, ""),
      parseNumbers: (text) => (isNaN(text) ? text : text % 1 === 0 ? parseInt(text, 10) : parseFloat(text)),
      parseBooleans: (text) => (/^(?:true|false)$/i.test(text) ? text.toLowerCase() === "true" : text),
    },
    ValidationError: class ValidationError extends Error {},
    Builder,
    Parser,
    parseString(text, options, callback) {
      const [settings, done] = optionsOf(options, callback);
      new Parser(settings).parseString(text, done);
    },
    parseStringPromise: (text, options) => new Parser(options).parseStringPromise(text),
  };
});
