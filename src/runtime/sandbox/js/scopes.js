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

  // Scopes that are not as they were made, or that hand out objects which a script may change unseen.
  const altered = { __proto__: null };
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
      return;
    }
    if (kit.current.traits.snapshots) { kit.snapshot(name); }
    dirty[name] = true;
    altered[name] = true;
    isDirty = true;
  };

  // What a script asks and tells a scope is reported under the scope's name.
  const report = (tell, scope, key) => {
    const name = nameOf(scope);
    if (name !== undefined) { tell(name, kit.wellFormed(kit.String(key))); }
  };
  kit.readUnset = (scope, key) => { report((_, name) => { host.readUnset(name); }, scope, key); };
  kit.written = (scope, key) => { report(host.written, scope, key); };
  kit.leftOpen = (scope, filled) => {
    if (nameOf(scope) === undefined) { return; }
    kit.each(kit.sdk.Property.findSubstitutions(filled), (name) => {
      if (!kit.startsWith(name, '$')) { kit.readUnset(scope, name); }
    });
  };

  kit.data = () => (kit.current.data = kit.current.data || kit.parse(host.scope('data')));

  const made = (name, scope, entries, valueOf) => {
    altered[name] = false;
    kit.each(entries, (entry) => { if (kit.isObject(valueOf(entry))) { altered[name] = true; } });
    sizes[name] = kit.keys(scope).length;
  };

  const iterationData = () => {
    const scope = new kit.sdk.VariableScope({ id: host.scopeId('data') });
    const row = kit.parse(host.scope('data'));
    kit.listOf(scope).syncFromObject(row);
    made('iterationData', scope, kit.keys(row), (name) => row[name]);
    return scope;
  };

  const tracked = (name) => {
    const rows = kit.parse(host.scope(name));
    const scope = new kit.sdk.VariableScope({ id: host.scopeId(name), values: rows });
    scope.enableTracking({ autoCompact: true });
    made(name, scope, rows, (row) => row.value);
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
    kit.each(kit.keys(kit.scopes), (name) => {
      if (altered[name] || kit.keys(kit.scopes[name]).length !== sizes[name]) { kit.forgetScope(name); }
    });
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

  kit.reportScopes = () => {
    if (!isDirty) { return; }
    isDirty = false;
    for (let i = 0; i < WRITABLE.length; i += 1) {
      const name = WRITABLE[i];
      if (!dirty[name] || !kit.scopes[name]) { continue; }
      dirty[name] = false;
      host.changedScope(name, exportedScope(name));
    }
  };

  kit.forgetChanges = () => {
    if (isRowChanged) { kit.forgetScope('iterationData'); }
    isRowChanged = false;
    isDirty = false;
    for (let i = 0; i < WRITABLE.length; i += 1) { dirty[WRITABLE[i]] = false; }
  };
})
