// VariableScope: `pm.environment`, `pm.globals`, `pm.collectionVariables` and `pm.variables`.
(function (kit) {
  'use strict';
  const { isString, has } = kit;
  const { Property, PropertyBase, VariableList } = kit.sdk;

  // Notes what was set and unset; Postman shows it when a scope is logged.
  class MutationTracker extends PropertyBase {
    constructor(definition) {
      super(definition);
      this.autoCompact = Boolean(definition && definition.autoCompact);
      this.stream = Array.isArray(definition && definition.stream) ? definition.stream : [];
      this.compacted = kit.isPlainObject(definition && definition.compacted) ? definition.compacted : {};
    }

    addMutation(mutation) {
      if (!mutation || mutation.length > 3) { return; }
      if (this.autoCompact) { this.addAndCompact(mutation); } else { this.stream.push(mutation); }
    }

    addAndCompact(mutation) {
      const [key] = mutation;
      this.compacted[Array.isArray(key) ? key.join('.') : key] = mutation;
    }

    track(instruction, ...payload) {
      if (instruction === 'set' || instruction === 'unset') { this.addMutation(payload); }
    }

    compact() {
      this.stream.forEach((mutation) => { this.addAndCompact(mutation); });
      this.stream = [];
    }

    count() { return this.stream.length + Object.keys(this.compacted).length; }

    applyOn(target) {
      if (!target || !target.applyMutation) { return; }
      for (const mutation of Object.values(this.compacted).concat(this.stream)) {
        if (mutation.length <= 3) { target.applyMutation(mutation.length > 1 ? 'set' : 'unset', ...mutation); }
      }
    }

    static isMutationTracker(object) { return object instanceof MutationTracker; }
  }

  class VariableScope extends Property {
    #list;

    constructor(definition, layers) {
      if (Array.isArray(definition) || VariableList.isVariableList(definition)) { definition = { values: definition }; }
      super(definition);
      const values = definition && definition.values;
      this.#list = new VariableList(this, VariableList.isVariableList(values) ? values.toJSON() : values);
      this.#showList();
      if (layers) { this._layers = [].concat(layers).filter((layer) => VariableList.isVariableList(layer)); }
      if (definition && definition.mutations) { this.mutations = new MutationTracker(definition.mutations); }
      if (kit.engine === 'postman' && definition && definition.prefix) { this.prefix = definition.prefix; }
    }

    // Whoever holds the list may change it behind the scope's back, so handing it out counts as a change.
    #showList() {
      kit.define(this, 'values', {
        __proto__: null,
        configurable: true,
        enumerable: true,
        get: () => { kit.changing(this); return this.#list; },
        set: (list) => { kit.changing(this); this.#list = list; },
      });
    }

    static listOf(scope) { return scope.#list; }

    // The enabled variable of that name in this scope, or else in the first layer that has it.
    #enabled(key) {
      const name = (this.prefix || '') + key;
      const own = this.#list.oneNormalizedVariable(name);
      if ((own && own.disabled !== true) || !this._layers) { return own && own.disabled !== true ? own : undefined; }
      for (const layer of this._layers) {
        const variable = layer.oneNormalizedVariable(name);
        if (variable && variable.disabled !== true) { return variable; }
      }
      return undefined;
    }

    #track(instruction, ...payload) {
      if (this._postman_enableTracking) { this.mutations.track(instruction, ...payload); }
    }

    variables() {
      throw new Error('`VariableScope#variables` has been discontinued, use `VariableScope#syncVariablesTo` instead.');
    }

    toObject(excludeDisabled, caseSensitive) {
      const own = this.#list.toObject(excludeDisabled, caseSensitive);
      if (!this._layers) { return own; }
      const merged = {};
      for (let i = this._layers.length - 1; i >= 0; i -= 1) {
        Object.assign(merged, this._layers[i].toObject(excludeDisabled, caseSensitive));
      }
      return Object.assign(merged, own);
    }

    has(key) { return Boolean(this.#enabled(key)); }

    get(key) {
      const variable = this.#enabled(key);
      const value = variable ? variable.valueOf() : undefined;
      if (kit.isNil(value) || value === '') { kit.readUnset(this, key); }
      return value;
    }

    set(key, value, options) {
      kit.changing(this);
      const update = { key: kit.engine === 'postman' ? (this.prefix || '') + key : key, value };
      if (isString(options)) { options = { type: options }; }
      else if (kit.engine === 'newman') { options = undefined; }
      if (options && isString(options.type)) { update.type = options.type; }
      if (options && typeof options.secret === 'boolean') { update.secret = options.secret; }
      const variable = this.#list.oneNormalizedVariable(update.key);
      if (variable && !variable.disabled) { variable.update(update); } else { this.#list.add(update); }
      kit.written(this, update.key);
      if (kit.engine === 'newman') { this.#track('set', key, value); }
      else { this.#track('set', key, value, has(options, 'secret') ? { secret: options.secret } : {}); }
    }

    unset(key) {
      kit.changing(this);
      const name = kit.engine === 'postman' ? (this.prefix || '') + key : key;
      let disabled;
      this.#list.remove((variable) => {
        if (variable.key !== name) { return false; }
        if (variable.disabled) { disabled = variable; }
        return !variable.disabled;
      });
      if (disabled) { this.#list.reference[name] = disabled; }
      this.#track('unset', key);
    }

    clear() {
      kit.changing(this);
      this.#list.each((variable) => { this.#track('unset', variable.key); });
      this.#list.clear();
    }

    replaceIn(template) {
      const layers = [this.#list].concat(this._layers || []);
      const isObject = !isString(template) && !Array.isArray(template);
      const filled = Property.replaceSubstitutionsIn(isObject ? template : { template }, layers);
      kit.leftOpen(this, filled);
      return isObject ? filled : filled.template;
    }

    enableTracking(options) {
      if (this._postman_enableTracking) { return; }
      this._postman_enableTracking = true;
      this.mutations = new MutationTracker(options);
    }

    disableTracking() { this._postman_enableTracking = false; }

    applyMutation(instruction, ...payload) {
      if (this[instruction]) { this[instruction](...payload); }
    }

    syncVariablesFrom(object, track) {
      kit.changing(this);
      return this.#list.syncFromObject(object, track);
    }

    syncVariablesTo(object) { return this.#list.syncToObject(object); }

    toJSON() {
      const written = PropertyBase.toJSON(this);
      if (written.value) {
        written.values = written.value;
        delete written.value;
      }
      delete written._layers;
      delete written._postman_enableTracking;
      return written;
    }

    addLayer(list) {
      if (!VariableList.isVariableList(list)) { return; }
      if (!this._layers) { this._layers = []; }
      this._layers.push(list);
    }

    static isVariableScope(object) { return object instanceof VariableScope; }
  }
  VariableScope.prototype._postman_propertyRequiresId = true;
  kit.listOf = VariableScope.listOf;
  delete VariableScope.listOf;

  Object.assign(kit.classes, { VariableScope, MutationTracker });
})
