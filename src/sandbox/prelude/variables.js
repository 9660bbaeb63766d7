// Variables and lists of them.
(function (kit) {
  'use strict';
  const { isFunction, isObject, isString, isNil, has, hasOwn } = kit;
  const { Property, PropertyList } = kit.sdk;

  const isOld = kit.engine === 'newman';

  // Kept as JSON text, handed out as a value of the wanted kind.
  const json = (accepts) => ({
    in(value) {
      try { return isString(value) ? value : JSON.stringify(value); } catch { return 'null'; }
    },
    out(value) {
      try {
        const parsed = JSON.parse(value);
        return accepts(parsed) ? parsed : undefined;
      } catch { return undefined; }
    },
  });
  const types = {
    string: String,
    boolean: Boolean,
    number: Number,
    array: json(Array.isArray),
    object: json((value) => value instanceof Object && !Array.isArray(value)),
    any: { in: (value) => value, out: (value) => value },
  };
  const cast = (type, value, way) => {
    const handler = types[type] || types.any;
    return isFunction(handler) ? handler(value) : handler[way](value);
  };

  // Whether a text stays what it is.
  const isTextual = (type) => type === 'any' || type === 'string';

  // What is pasted for a variable that holds a text; undefined for others.
  kit.plainText = ({ type, value }) => (typeof value === 'string' && isTextual(type) ? value : undefined);

  class Variable extends Property {
    constructor(definition) {
      super(definition);
      this.type = 'any';
      this.value = undefined;
      if (!isOld) { this.source = undefined; }
      if (isNil(definition)) { return; }
      const indexer = this.constructor._postman_propertyIndexKey;
      if (hasOwn(definition, indexer)) { this[indexer] = definition[indexer]; }
      this.update(definition);
    }

    get() {
      const { value } = this;
      if (typeof value === 'string' && isTextual(this.type)) { return value; }
      return this.castOut(isFunction(value) ? this.value() : value);
    }

    set(value) {
      const isText = typeof value === 'string' && isTextual(this.type);
      this.value = isText || isFunction(value) ? value : this.castIn(value);
    }

    valueOf(value) {
      if (arguments.length) { this.set(value); }
      return this.get();
    }

    toString() {
      const value = this.valueOf();
      if (value === null) { return 'null'; }
      return value !== undefined && isFunction(value.toString) ? value.toString() : '';
    }

    cast(value) { return this.castOut(value); }
    castIn(value) { return cast(this.type, value, 'in'); }
    castOut(value) { return cast(this.type, value, 'out'); }

    valueType(name, keepValue) {
      if (name === this.type && isTextual(name) && keepValue) { return name; }
      const type = isNil(name) ? name : String(name).toLowerCase();
      if (!types[type]) { return this.type || 'any'; }
      this.type = type;
      if (!keepValue && !isFunction(this.value)) { this.set(this.get()); }
      return this.type;
    }

    update(options) {
      if (!isObject(options)) { return; }
      if (hasOwn(options, 'type')) { this.valueType(options.type, hasOwn(options, 'value')); }
      if (hasOwn(options, 'value')) { this.set(options.value); }
      if (hasOwn(options, 'system')) { this.system = options.system; }
      if (hasOwn(options, 'disabled')) { this.disabled = options.disabled; }
      if (hasOwn(options, 'description')) { this.describe(options.description); }
      if (isOld) { return; }
      if (hasOwn(options, 'secret')) { this.secret = options.secret; }
      if (hasOwn(options, 'source')) { this.source = options.source; }
    }

    static isVariable(object) { return object instanceof Variable; }
  }
  Variable._postman_propertyIndexKey = 'key';
  Variable.types = types;

  class VariableList extends PropertyList {
    constructor(parent, populate) { super(Variable, parent, populate); }

    replace(text, overrides) { return Property.replaceSubstitutions(text, this, overrides); }

    substitute(object, overrides) {
      const layers = [this];
      for (let owner = this.__parent; owner; owner = owner.__parent) {
        if (owner.variables && !layers.includes(owner.variables)) { layers.push(owner.variables); }
      }
      return Property.replaceSubstitutionsIn(object, layers.concat(overrides || []));
    }

    syncFromObject(object, track, prune) {
      const changes = track ? { created: [], updated: [], deleted: [] } : undefined;
      if (!isObject(object)) { return changes; }
      for (const key of Object.keys(object)) {
        const known = this.has(key);
        if (known) { this.one(key).set(object[key]); } else { this.add({ value: object[key], key }); }
        if (changes) { changes[known ? 'updated' : 'created'].push(key); }
      }
      if (prune === false) { return changes; }
      for (const key of Object.keys(this.reference)) {
        if (has(object, key)) { continue; }
        this.remove(key);
        if (changes) { changes.deleted.push(key); }
      }
      return changes;
    }

    syncToObject(object) {
      const target = isObject(object) ? object : {};
      for (const key of Object.keys(target)) {
        if (!has(this.reference, key)) { delete target[key]; }
      }
      for (const variable of this.members) { target[variable.key] = variable.valueOf(); }
      return target;
    }

    // The variable that counts: the last of that name that is not disabled.
    oneNormalizedVariable(name) {
      const referred = this.reference[name];
      if (referred && !referred.disabled) { return referred; }
      for (let i = this.members.length - 1; i >= 0; i -= 1) {
        const variable = this.members[i];
        if (variable.key === name && !variable.disabled) {
          this.reference[name] = variable;
          break;
        }
      }
      return this.reference[name];
    }

    static isVariableList(object) { return object instanceof VariableList; }
  }

  // Makes a variable of any type, of a name and a value.
  const VARIABLE = Variable.prototype;
  kit.newVariable = isOld ? ({ key, value }) => ({ __proto__: VARIABLE, type: 'any', value, key }) :
    ({ key, value }) => ({ __proto__: VARIABLE, type: 'any', value, source: undefined, key });

  const LIST = VariableList.prototype;
  kit.newVariables = (parent, items) => kit.fillList({
    __proto__: LIST,
    members: [],
    reference: {},
    Type: Variable,
    _postman_listIndexKey: 'key',
  }, parent, items, kit.newVariable);

  Object.assign(kit.classes, { Variable, VariableList });
})
