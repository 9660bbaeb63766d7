// Where `pm.environment` and its like come from, and what goes back of them.
(function (kit) {
  'use strict';
  const { host } = kit;
  const SHARED = ['environment', 'collectionVariables', 'globals'];
  const ALL = ['variables', 'iterationData', ...SHARED];
  const WRITABLE = ['variables', 'environment', 'collectionVariables', 'globals'];

  // Scopes are made when first touched, and stay until Rust holds something else.
  kit.scopes = { __proto__: null };
  const dirty = { __proto__: null };
  let isDirty = false;
  let isRowChanged = false;
  let isLayered = false;

  // Scopes that are not as they were made, or that hand out objects which a script may change unseen.
  const altered = { __proto__: null };
  const isHandedOut = { __proto__: null };
  const sizes = { __proto__: null };

  const nameOf = (scope) => {
    for (let i = 0; i < WRITABLE.length; i += 1) {
      if (kit.scopes[WRITABLE[i]] === scope) { return WRITABLE[i]; }
    }
    return undefined;
  };

  // Called before a scope changes, and whenever its list is handed out.
  kit.changing = (scope) => {
    const name = nameOf(scope);
    if (name === undefined) {
      // What a script does to the row of data, it does to its own copy.
      if (scope === kit.scopes.iterationData) { isRowChanged = true; }
      return undefined;
    }
    if (kit.current.traits.snapshots) { kit.snapshot(name); }
    dirty[name] = true;
    altered[name] = true;
    isDirty = true;
    return name;
  };

  // A script that has the list of a scope may change it in any way.
  kit.handingOut = (scope) => {
    const name = kit.changing(scope);
    if (name !== undefined) { isHandedOut[name] = true; }
  };

  // Before a scope sets a variable.
  kit.setting = (scope, key) => {
    const name = kit.changing(scope);
    if (name !== undefined) { host.written(name, kit.wellFormed(kit.String(key))); }
  };

  // A scope was asked for a variable that has no value.
  kit.readUnset = (scope, key) => {
    if (nameOf(scope) !== undefined) { host.readUnset(kit.wellFormed(kit.String(key))); }
  };
  kit.leftOpen = (scope, filled) => {
    if (nameOf(scope) === undefined) { return; }
    kit.each(kit.sdk.Property.findSubstitutions(filled), (name) => {
      if (!kit.startsWith(name, '$')) { kit.readUnset(scope, name); }
    });
  };

  kit.data = () => (kit.current.data = kit.current.data || kit.parse(host.scope('data')));

  const made = (name, scope) => {
    const { members } = kit.listOf(scope);
    altered[name] = false;
    isHandedOut[name] = false;
    for (let i = 0; i < members.length; i += 1) {
      const { value } = members[i];
      if (value !== null && typeof value === 'object') { altered[name] = true; }
    }
    sizes[name] = kit.keys(scope).length;
  };

  const iterationData = () => {
    const scope = new kit.sdk.VariableScope({ id: host.scopeId('data') });
    kit.listOf(scope).syncFromObject(kit.parse(host.scope('data')));
    made('iterationData', scope);
    return scope;
  };

  const tracked = (name) => {
    const { VariableScope } = kit.sdk;
    const id = host.scopeId(name);
    const text = host.scope(name);
    const isPlain = host.isPlainScope(name);
    const scope = kit.build(text, (values) => (isPlain ? kit.newScope(id, values) : new VariableScope({ id, values })));
    scope.enableTracking({ autoCompact: true });
    made(name, scope);
    return scope;
  };

  // Beneath the local variables lie, in this order, all the others.
  const layer = (scope) => {
    const names = ['iterationData', ...SHARED];
    for (let i = 0; i < names.length; i += 1) {
      const beneath = kit.scope(names[i]);
      names[i] = kit.listOf(beneath);
    }
    scope._layers = names;
    sizes.variables = kit.keys(scope).length;
  };

  kit.scope = (name) => {
    if (!kit.scopes[name]) { kit.scopes[name] = name === 'iterationData' ? iterationData() : tracked(name); }
    if (name === 'variables' && !isLayered) {
      isLayered = true;
      layer(kit.scopes.variables);
    }
    return kit.scopes[name];
  };

  kit.forgetScope = (name) => {
    delete kit.scopes[name];
    isLayered = false;
  };

  // Before the first script of another run: nothing of what the scripts of this one did to a scope is to be seen.
  kit.restartScopes = () => {
    for (let i = 0; i < ALL.length; i += 1) {
      const name = ALL[i];
      const scope = kit.scopes[name];
      if (scope) { restartScope(name, scope); }
    }
  };

  const restartScope = (name, scope) => {
    const isIntact = kit.keys(scope).length === sizes[name] && !isHandedOut[name];
    if (isIntact && !altered[name]) { return; }
    // A run begins without local variables.
    if (isIntact && name === 'variables') { kit.emptyScope(scope); } else { kit.forgetScope(name); }
    altered[name] = false;
  };

  // A value as the next script finds it. Local variables keep their holes; a shared scope is written to JSON and
  // read again, which makes `null` of what JSON cannot say.
  const exportedValue = (value, isShared) => {
    if (typeof value === 'function') { return isShared ? null : {}; }
    if (value === undefined) { return isShared ? null : undefined; }
    if (typeof value === 'bigint') { return kit.bigintText(value); }
    return value;
  };

  const exportedVariable = (variable, isShared) => {
    const value = exportedValue(variable.value, isShared);
    return {
      __proto__: null,
      key: kit.String(variable.key),
      type: variable.type,
      value,
      disabled: variable.disabled,
      secret: variable.secret,
      description: variable.description,
      system: variable.system,
    };
  };

  // One value that JSON cannot hold, such as an object within itself, costs no other.
  const rowText = (variable, isShared) => {
    const row = exportedVariable(variable, isShared);
    try { return kit.stringify(row); } catch {
      host.warn(`the value of \`${kit.wellFormed(row.key)}\` cannot be written as JSON, so it is lost`);
      row.value = null;
      return kit.stringify(row);
    }
  };

  // Most variables are a name and a text.
  const isPlain = ({ key, type, value, disabled, secret, description, system }) =>
    typeof key === 'string' && typeof type === 'string' && typeof value === 'string' && disabled === undefined &&
    secret === undefined && description === undefined && system === undefined;

  const reportScope = (name) => {
    const { members } = kit.listOf(kit.scopes[name]);
    let isStable = true;
    host.changedScope(name);
    for (let i = 0; i < members.length; i += 1) {
      const variable = members[i];
      const { key, value } = variable;
      if (key === null || key === undefined) { continue; }
      if (isPlain(variable)) {
        host.variable(kit.wellFormed(key), kit.wellFormed(variable.type), kit.wellFormed(value));
        continue;
      }
      isStable = isStable && (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean');
      host.variableText(rowText(variable, name !== 'variables'));
    }
    // What JSON turns into something else is read back before the next script.
    if (!isStable) { kit.forgetScope(name); }
  };

  kit.reportScopes = () => {
    if (!isDirty) { return; }
    isDirty = false;
    for (let i = 0; i < WRITABLE.length; i += 1) {
      const name = WRITABLE[i];
      if (!dirty[name] || !kit.scopes[name]) { continue; }
      dirty[name] = false;
      reportScope(name);
    }
  };

  kit.forgetChanges = () => {
    if (isRowChanged) { kit.forgetScope('iterationData'); }
    isRowChanged = false;
    isDirty = false;
    for (let i = 0; i < WRITABLE.length; i += 1) { dirty[WRITABLE[i]] = false; }
  };
})
