// Where `pm.environment` and its like come from, and what goes back of them.
(function (kit) {
  'use strict';
  const { host } = kit;
  const SHARED = ['environment', 'collectionVariables', 'globals'];
  const WRITABLE = ['variables', 'environment', 'collectionVariables', 'globals'];

  // Scopes are made when first touched, and stay until Rust holds something else.
  kit.scopes = { __proto__: null };
  const dirty = { __proto__: null };
  let isDirty = false;
  let isRowChanged = false;
  let isLayered = false;

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
      return;
    }
    if (kit.current.info.snapshots) { kit.snapshot(name); }
    dirty[name] = true;
    isDirty = true;
  };

  kit.data = () => (kit.current.data = kit.current.data || kit.parse(host.scope('data')));

  const iterationData = () => {
    const scope = new kit.sdk.VariableScope();
    kit.listOf(scope).syncFromObject(kit.parse(host.scope('data')));
    return scope;
  };

  const tracked = (name) => {
    const scope = new kit.sdk.VariableScope(kit.parse(host.scope(name)));
    scope.enableTracking({ autoCompact: true });
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
    delete kit.scopes[name === 'data' ? 'iterationData' : name];
    isLayered = false;
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

  const exportedScope = (name) => {
    const members = kit.listOf(kit.scopes[name]).members;
    const rows = kit.create(null);
    let stable = true;
    let count = 0;
    for (let i = 0; i < members.length; i += 1) {
      if (kit.isNil(members[i].key)) { continue; }
      const { value } = members[i];
      stable = stable && (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean');
      rows[count] = rowText(members[i], name !== 'variables');
      count += 1;
    }
    let text = '[';
    for (let i = 0; i < count; i += 1) { text += (i ? ',' : '') + rows[i]; }
    // What JSON turns into something else is read back before the next script.
    if (!stable) { kit.forgetScope(name); }
    return `${text}]`;
  };

  kit.changedScopes = () => {
    if (!isDirty) { return undefined; }
    isDirty = false;
    const changed = kit.create(null);
    for (let i = 0; i < WRITABLE.length; i += 1) {
      const name = WRITABLE[i];
      if (!dirty[name] || !kit.scopes[name]) { continue; }
      dirty[name] = false;
      changed[name] = exportedScope(name);
    }
    return changed;
  };

  kit.forgetChanges = () => {
    if (isRowChanged) { kit.forgetScope('data'); }
    isRowChanged = false;
    isDirty = false;
    for (let i = 0; i < WRITABLE.length; i += 1) { dirty[WRITABLE[i]] = false; }
  };
})
