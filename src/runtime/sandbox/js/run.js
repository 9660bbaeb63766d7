// Runs scripts one after another in one set of globals, and carries out what each of them changed.
(function (kit) {
  'use strict';
  const { host, settings } = kit;
  const isOld = kit.engine === 'newman';

  const field = (error, name) => {
    try { return error[name]; } catch { return undefined; }
  };
  const text = (value) => {
    try { return kit.wellFormed(kit.String(value)); } catch { return ''; }
  };

  // What is thrown counts as a failure only if it is truthy, as in Postman.
  kit.fail = (error, when) => {
    if (kit.current.stopped || kit.isSkip(error)) { return; }
    const isObject = kit.isObject(error);
    const name = isObject ? field(error, 'name') : undefined;
    const message = isObject ? field(error, 'message') : error;
    const stack = isObject ? field(error, 'stack') : undefined;
    host.fail(when, name === undefined ? '' : text(name), isObject && message === undefined ? '' : text(message),
      typeof stack === 'string' ? text(stack) : '', Boolean(error));
  };

  // Empty for a script that changed nothing.
  const outcome = () => {
    const { current } = kit;
    const result = kit.create(null);
    result.scopes = kit.changedScopes();
    result.request = kit.changedParts();
    if (!result.scopes && !result.request && !current.assertions.length && !current.skip && !current.next) { return ''; }
    result.assertions = current.assertions;
    result.skip = current.skip === true;
    if (current.next) { result.next = kit.isNil(current.next.name) ? null : text(current.next.name); }
    return kit.stringify(result);
  };

  // Ends the script as it stands: whatever it does from here on counts for nothing.
  kit.stop = () => {
    const { current } = kit;
    current.skip = true;
    current.result = outcome();
    current.stopped = true;
    kit.sealTimers();
    host.silence();
  };

  const idle = () => {
    kit.current = { __proto__: null, info: {}, deprecated: { __proto__: null }, stopped: true, running: false };
  };
  idle();

  // A line stops growing here, so that a script cannot fill memory by logging one value.
  const LONGEST_LINE = 100_000;
  kit.console = () => {
    const console = {};
    const names = ['log', 'warn', 'debug', 'info', 'error', 'clear'];
    for (let i = 0; i < names.length; i += 1) {
      const level = names[i];
      console[level] = (...args) => {
        let text = '';
        for (let k = 0; k < args.length && text.length <= LONGEST_LINE; k += 1) {
          text += (k ? ' ' : '') + kit.inspect(args[k]);
        }
        kit.host.console(level, kit.wellFormed(text));
      };
    }
    return console;
  };

  // Names that hold the same for every script of a run. What a library has to be loaded for waits for a script
  // that mentions it.
  const isLazy = (name) => settings.lazy.includes(name);
  const fixedValues = () => {
    const values = kit.create(null);
    const provided = { __proto__: null, console: kit.console(), ...kit.timers, ...kit.legacyGlobals() };
    for (const name of [...settings.names, ...settings.legacyNames]) {
      if (isLazy(name)) { values[name] = undefined; }
      else { values[name] = name in provided ? provided[name] : kit.globalValue(name); }
    }
    return values;
  };
  let fixed;
  let thisPrototype;
  // The arguments of a script, all but those that differ from script to script.
  let legacyList;
  let newerList;
  const listOf = (names) => {
    const list = new kit.Array(names.length + 1);
    kit.each(names, (name, i) => { list[i] = fixed[name]; });
    return list;
  };
  const PM = settings.names.indexOf('pm');
  const ITERATION = settings.names.length + settings.legacyNames.indexOf('iteration');
  const relist = () => {
    legacyList = listOf([...settings.names, ...settings.legacyNames]);
    legacyList[settings.names.length + settings.legacyNames.indexOf('JSON')] = kit.liquidJson;
    newerList = listOf([...settings.names, 'JSON']);
  };
  const arrange = () => {
    fixed = fixedValues();
    thisPrototype = {};
    for (const name of [...settings.names, ...settings.legacyNames]) { thisPrototype[name] = fixed[name]; }
    relist();
  };

  const load = (uses) => {
    let isNew = false;
    for (let i = 0; i < uses.length; i += 1) {
      const name = uses[i];
      if (fixed[name] !== undefined || !isLazy(name)) { continue; }
      fixed[name] = settings.builtins.includes(name) ? kit.globalValue(name) : kit.library(name);
      thisPrototype[name] = fixed[name];
      isNew = true;
    }
    if (isNew) { relist(); }
  };

  const values = (pm, isLegacy) => {
    const list = kit.slice(isLegacy ? legacyList : newerList);
    list[PM] = pm;
    if (isLegacy) { list[ITERATION] = kit.current.info.iteration; }
    return list;
  };

  const exit = (current) => (isOld ? () => {} : (error) => {
    if (current.exited) { return; }
    current.exited = true;
    if (error || error === null) { kit.fail(error, 'script'); }
  });

  const begin = (info) => {
    for (let i = 0; i < info.stale.length; i += 1) { kit.forgetScope(info.stale[i]); }
    kit.forgetChanges();
    kit.current = {
      __proto__: null, info, deprecated: { __proto__: null }, made: { __proto__: null }, tests: {}, assertions: [],
      running: true, exited: false,
    };
    kit.openTimers();
  };

  // Runs the compiled text; timers and promises come afterwards, driven from outside.
  const start = (infoText, script) => {
    begin(kit.parse(infoText));
    const { current } = kit;
    if (!fixed) { arrange(); }
    load(current.info.uses);
    if (current.info.localized) { kit.localize(); }
    if (current.info.sugar.length) { kit.sweeten(current.info.sugar); }
    const pm = kit.pm();
    const list = values(pm, current.info.legacy);
    list[list.length - 1] = exit(current);
    const self = kit.create(thisPrototype);
    self.pm = pm;
    try {
      kit.apply(script, self, list);
      if (isOld) { current.exited = true; }
    } catch (error) {
      current.exited = true;
      kit.fail(error, 'script');
    }
  };

  // The script itself is done; its timers are not.
  const ended = () => {
    const { current } = kit;
    const list = current.running && current.info.legacy ? kit.legacyAssertions() : [];
    kit.each(list, (assertion) => { current.assertions[current.assertions.length] = assertion; });
    current.running = false;
    return kit.isWaiting();
  };

  const finish = () => {
    const result = kit.current.stopped ? kit.current.result : outcome();
    kit.noteLeaks();
    kit.sealTimers();
    idle();
    return result;
  };

  // Makes the next script the first of a run; false when the globals are not what they were.
  const restart = () => {
    kit.restartScopes();
    return kit.restartGlobals();
  };

  kit.settleGlobals();
  return {
    __proto__: null, start, finish, fireNext: kit.fireNext, hasExited: () => kit.current.exited,
    ended, fail: kit.fail, restart,
  };
})
