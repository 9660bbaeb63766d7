// VariableScope: `pm.environment`, `pm.globals`, `pm.collectionVariables` and `pm.variables`.
(function (kit) {
  'use strict';
  const { isString, has } = kit;
  const { Property, PropertyBase, VariableList } = kit.sdk;
  const isOld = kit.engine === 'newman';

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

  // Whoever holds the list may change it behind the scope's back, so handing it out counts as a change.
  const LIST = {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { kit.handingOut(this); return kit.listOf(this); },
    set(list) { kit.handingOut(this); relist(this, list); },
  };

  class VariableScope extends Property {
    #list;

    constructor(definition, layers) {
      if (Array.isArray(definition) || VariableList.isVariableList(definition)) { definition = { values: definition }; }
      super(definition);
      const values = definition && definition.values;
      this.#list = new VariableList(this, VariableList.isVariableList(values) ? values.toJSON() : values);
      kit.define(this, 'values', LIST);
      if (layers) { this._layers = [].concat(layers).filter((layer) => VariableList.isVariableList(layer)); }
      if (definition && definition.mutations) { this.mutations = new MutationTracker(definition.mutations); }
      if (!isOld && definition && definition.prefix) { this.prefix = definition.prefix; }
    }

    static listOf(scope) { return scope.#list; }
    static relist(scope, list) { scope.#list = list; }

    // The enabled variable of that name in this scope, or else in the first layer that has it.
    #enabled(key) {
      const name = (this.prefix || '') + key;
      const own = this.#list.oneNormalizedVariable(name);
      if (own && own.disabled !== true) { return own; }
      const layers = this._layers;
      if (!layers) { return undefined; }
      for (let i = 0; i < layers.length; i += 1) {
        const variable = layers[i].oneNormalizedVariable(name);
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
      const update = { key: isOld ? key : (this.prefix || '') + key, value };
      if (isString(options)) { options = { type: options }; }
      else if (isOld) { options = undefined; }
      if (options && isString(options.type)) { update.type = options.type; }
      if (options && typeof options.secret === 'boolean') { update.secret = options.secret; }
      kit.setting(this, update.key);
      const variable = this.#list.oneNormalizedVariable(update.key);
      if (variable && !variable.disabled) { variable.update(update); }
      else if (options) { this.#list.add(update); } else { kit.append(this.#list, kit.newVariable(update)); }
      if (!this._postman_enableTracking) { return; }
      if (isOld) { this.mutations.track('set', key, value); }
      else { this.mutations.track('set', key, value, has(options, 'secret') ? { secret: options.secret } : {}); }
    }

    unset(key) {
      kit.changing(this);
      const name = isOld ? key : (this.prefix || '') + key;
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
      if (isString(template) && !template.includes('{{')) { return template; }
      const layers = [this.#list].concat(this._layers || []);
      if (isString(template)) {
        const text = Property.replaceSubstitutions(template, layers);
        if (text.includes('{{')) { kit.leftOpen(this, { text }); }
        return text;
      }
      const isObject = !Array.isArray(template);
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
  const TRACKING = { autoCompact: true };

  // Takes everything out of a scope that nobody else has the list of.
  kit.emptyScope = (scope) => {
    const list = kit.listOf(scope);
    list.members = [];
    list.reference = {};
    scope.mutations = new MutationTracker(TRACKING);
  };

  // Makes a scope of variables of which each has a name and a value only.
  kit.newScope = (id, variables) => {
    const scope = new VariableScope({ id });
    relist(scope, kit.newVariables(scope, variables));
    return scope;
  };

  const { listOf, relist } = VariableScope;
  kit.listOf = listOf;
  delete VariableScope.listOf;
  delete VariableScope.relist;

  Object.assign(kit.classes, { VariableScope, MutationTracker });
})
