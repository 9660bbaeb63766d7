// Property and its base, the ancestors of every object in Postman's collection SDK.
(function (kit) {
  'use strict';
  const { isFunction, isObject, isString, has, hasOwn } = kit;

  // A list is written out under the singular: `headers` as `header`.
  const exportedKey = (key, value) =>
    value._postman_propertyIsList && key.endsWith('s') ? key.slice(0, -1) : key;

  // A deep copy in which objects speak for themselves through `toJSON`, and functions come out empty. What is in two
  // places comes out twice, so that writing the copy out takes no longer than making it; only an object within itself
  // stays so.
  const isSimple = (value) => value === null || (typeof value !== 'object' && typeof value !== 'function');

  const copied = (value, above) => {
    if (isSimple(value)) { return value; }
    if (typeof value === 'function') { return {}; }
    if (value instanceof PropertyBase) { return value.toJSON(); }
    if (isFunction(value.toJSON)) {
      const json = value.toJSON();
      return json === value ? {} : copied(json, above);
    }
    for (let link = above; link; link = link.above) {
      if (link.value === value) { return link.copy; }
    }
    return kit.isArray(value) ? copiedList(value, above) : copiedObject(value, above);
  };

  const copiedList = (value, above) => {
    const copy = [];
    const here = { value, copy, above };
    for (let i = 0; i < value.length; i += 1) {
      const item = value[i];
      copy[i] = isSimple(item) ? item : copied(item, here);
    }
    return copy;
  };

  const copiedObject = (value, above) => {
    const copy = {};
    const here = { value, copy, above };
    const keys = Object.keys(value);
    for (let i = 0; i < keys.length; i += 1) { copy[keys[i]] = copied(value[keys[i]], here); }
    return copy;
  };

  // An object as JSON has it, one of its members left out if that is wished.
  const exported = (object, without) => {
    const json = {};
    const keys = Object.keys(object);
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i];
      const value = object[key];
      if (value === undefined || key === without) { continue; }
      if (isSimple(value)) { json[key] = value; } else { json[exportedKey(key, value)] = copied(value); }
    }
    return json;
  };

  const UNDERSCORE = 95;
  const isMeta = (value, key) => key.startsWith('_') && key !== '_';
  const withoutUnderscores = (value, key) => key.replace(/^_+/, '');

  // Whether what is made has no member that begins with an underscore, so that nobody has to look for one.
  let isBare = false;

  // Makes something of a JSON text that the host has just given.
  kit.build = (json, make) => {
    isBare = kit.host.isBare();
    try { return make(kit.parse(json)); } finally { isBare = false; }
  };

  class PropertyBase {
    constructor(definition) {
      if (isBare || !definition || typeof definition === 'string') { return; }
      const source = definition.info || definition;
      let meta;
      for (const key in source) {
        if (key.charCodeAt(0) !== UNDERSCORE || key === '_') { continue; }
        meta = meta || {};
        meta[withoutUnderscores(source[key], key)] = source[key];
      }
      if (meta) { this._ = isObject(this._) ? Object.assign(this._, meta) : meta; }
    }

    meta(...keys) {
      if (!keys.length) { return copied(this._); }
      const picked = {};
      for (const key of keys.flat()) {
        if (has(this._, key)) { picked[key] = this._[key]; }
      }
      return picked;
    }

    parent() {
      let parent = this.__parent;
      if (parent && (parent._postman_propertyIsList || kit.engine === 'newman')) { parent = parent.__parent || parent; }
      return parent || undefined;
    }

    setParent(parent) { kit.setParent(this, parent); }

    forEachParent(options, iterator) {
      if (isFunction(options)) { iterator = options; options = {}; }
      if (!isFunction(iterator) || !isObject(options)) { return; }
      const above = (object) => object && isFunction(object.parent) && object.parent();
      let parent = above(this);
      let grandparent = above(parent);
      while (parent && (grandparent || options.withRoot)) {
        iterator(parent);
        parent = grandparent;
        grandparent = above(grandparent);
      }
    }

    findInParents(property, customizer) {
      const owner = this.findParentContaining(property, customizer);
      return owner ? owner[property] : undefined;
    }

    findParentContaining(property, customizer) {
      let parent = this;
      do {
        if (customizer ? customizer.call(this, parent) : parent[property]) { return parent; }
        parent = parent.__parent;
      } while (parent);
      return undefined;
    }

    toJSON() { return exported(this); }

    static toJSON(object) { return exported(object); }
    static propertyIsMeta(value, key) { return isMeta(value, key); }
    static propertyUnprefixMeta(value, key) { return withoutUnderscores(value, key); }
  }

  class Description {
    constructor(definition) {
      if (isString(definition)) { definition = { content: definition, type: 'text/plain' }; }
      if (definition) { this.update(definition); }
    }

    update(content, type) {
      if (isObject(content)) { type = content.type; content = content.content; }
      this.content = content;
      this.type = type || 'text/plain';
    }

    toString() { return this.content || ''; }
    toJSON() { return { content: this.content, type: this.type }; }
    static isDescription(object) { return object instanceof Description; }
  }

  const DESCRIPTION = Description.prototype;
  kit.described = (text) => ({ __proto__: DESCRIPTION, content: text, type: 'text/plain' });

  // Fills in `{{name}}`, at most 19 times over, so that values may hold further names.
  const TOKEN = /\{\{([^{}]*?)\}\}/g;
  const PASSES = 19;

  const lookUp = (name, layers) => {
    const { VariableList } = kit.sdk;
    for (let i = 0; i < layers.length; i += 1) {
      const layer = layers[i];
      if (!isObject(layer)) { continue; }
      if (layer instanceof VariableList) {
        const variable = layer.oneNormalizedVariable(name);
        if (variable && !variable.disabled) { return kit.plainText(variable) || variable; }
      } else if (has(layer, name)) {
        return layer[name];
      }
    }
    return name.startsWith('$') ? kit.host.dynamic(name) : undefined;
  };

  const pasted = (token, name, layers) => {
    let value = lookUp(name, layers);
    if (typeof value === 'string') { return value; }
    if (isFunction(value)) { value = value(); }
    if (value && isFunction(value.toString)) { value = value.toString(); }
    return isString(value) || typeof value === 'number' || typeof value === 'boolean' ? String(value) : token;
  };

  // One pass over a text: what stands between two pairs of braces, with no other brace in between, is a name.
  const filledOnce = (text, layers) => {
    let filled = '';
    let done = 0;
    let after = 0;
    for (let end = text.indexOf('}'); end >= 0; end = text.indexOf('}', after)) {
      const start = text.lastIndexOf('{', end);
      const isToken = start > after && text[start - 1] === '{' && text[end + 1] === '}';
      after = end + (isToken ? 2 : 1);
      if (isToken) {
        filled += text.slice(done, start - 1) + pasted(text.slice(start - 1, after), text.slice(start + 1, end), layers);
        done = after;
      }
    }
    return filled + text.slice(done);
  };

  const substituted = (text, layers) => {
    for (let pass = 0; pass < PASSES && text.includes('{{'); pass += 1) {
      const filled = filledOnce(text, layers);
      if (filled === text) { break; }
      text = filled;
    }
    return text;
  };

  // What is nested is filled in where it is: the caller's own object changes.
  const substitutedIn = (value, layers, seen) => {
    if (isString(value)) { return substituted(value, layers); }
    if (value === null || typeof value !== 'object' || seen.has(value)) { return value; }
    seen.add(value);
    for (const key of Object.keys(value)) { value[key] = substitutedIn(value[key], layers, seen); }
    return value;
  };

  const collectNames = (value, names, seen) => {
    if (isString(value)) {
      for (const match of value.matchAll(TOKEN)) { names.add(match[1]); }
    } else if (value && typeof value === 'object' && !seen.has(value)) {
      seen.add(value);
      for (const key of Object.keys(value)) { collectNames(value[key], names, seen); }
    }
  };

  class Property extends PropertyBase {
    constructor(definition) {
      super(definition);
      if (!definition) {
        if (this._postman_propertyRequiresId) { this.id = kit.host.uuid(); }
        return;
      }
      const source = definition.info || definition;
      const id = source.id || (this._ && this._.postman_id) ||
        (this._postman_propertyRequiresId && kit.host.uuid());
      if (id) { this.id = id; }
      if (source.name) { this.name = source.name; }
      if (hasOwn(definition, 'disabled')) { this.disabled = Boolean(definition.disabled); }
      if (hasOwn(source, 'description')) { this.description = new Description(source.description); }
    }

    describe(content, type) {
      if (!Description.isDescription(this.description)) { this.description = new Description(); }
      this.description.update(content, type);
    }

    toObjectResolved(scope, overrides, options) {
      const json = this.toJSON();
      if (Array.isArray(json.variable)) { delete json.variable; }
      if (options && options.ignoreOwnVariables) { return Property.replaceSubstitutionsIn(json, overrides); }
      let owner = scope || this;
      while (owner && !owner.variables) { owner = owner.__parent; }
      if (!owner) {
        throw new Error('Unable to resolve variables. Require a List type property for variable auto resolution.');
      }
      return owner.variables.substitute(json, overrides);
    }

    findSubstitutions() { return Property.findSubstitutions(this.toJSON()); }

    static replaceSubstitutions(text, ...variables) {
      if (!text || !isString(text)) { return text; }
      return substituted(text, Array.isArray(variables[0]) ? variables[0] : variables);
    }

    static replaceSubstitutionsIn(object, variables) {
      if (!object || !isObject(object)) { return object; }
      const filled = {};
      const seen = new Set();
      for (const key in object) { filled[key] = substitutedIn(object[key], variables, seen); }
      return filled;
    }

    static findSubstitutions(object) {
      const names = new Set();
      collectNames(object, names, new Set());
      return Array.from(names);
    }
  }

  kit.exported = exported;
  kit.copied = copied;
  Object.assign(kit.classes, { PropertyBase, Property, Description });
})
