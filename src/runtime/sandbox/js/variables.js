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
      const { type, value } = this;
      if (typeof value === 'string' && (type === 'any' || type === 'string')) { return value; }
      return this.castOut(isFunction(value) ? this.value() : value);
    }

    set(value) {
      const isText = typeof value === 'string' && (this.type === 'any' || this.type === 'string');
      this.value = isText || isFunction(value) ? value : this.castIn(value);
    }

    valueOf(...value) {
      if (value.length) { this.set(value[0]); }
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
      if (name === this.type && (name === 'any' || name === 'string') && keepValue) { return name; }
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

  Object.assign(kit.classes, { Variable, VariableList });
})
