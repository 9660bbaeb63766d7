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

  // Tells what the script changed, as it stands.
  const report = () => {
    const { current } = kit;
    kit.reportScopes();
    kit.reportParts();
    kit.each(current.assertions, ({ name, passed, skipped, error }) => {
      host.assertion(text(name), passed, skipped, error === null ? undefined : text(error));
    });
    if (current.next) { host.next(kit.isNil(current.next.name) ? undefined : text(current.next.name)); }
  };

  // Ends the script as it stands: whatever it does from here on counts for nothing.
  kit.stop = () => {
    report();
    host.skip();
    kit.current.stopped = true;
    kit.sealTimers();
    host.silence();
  };

  const idle = Object.freeze({
    __proto__: null, traits: {}, deprecated: { __proto__: null }, stopped: true, running: false,
  });
  kit.current = idle;

  // Where in the run the request is.
  kit.info = () => (kit.current.info = kit.current.info || kit.parse(host.info()));

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

  const exit = (current) => (isOld ? () => {} : (error) => {
    if (current.exited) { return; }
    current.exited = true;
    if (error || error === null) { kit.fail(error, 'script'); }
  });

  const begin = (traits, isTest, hasPackages, stale) => {
    kit.each(stale, kit.forgetScope);
    kit.forgetChanges();
    kit.current = {
      __proto__: null, traits, isTest, hasPackages, deprecated: { __proto__: null }, made: { __proto__: null }, tests: {},
      assertions: [], running: true, exited: false,
    };
    kit.openTimers();
  };

  // What the language or a library still lacks for a script.
  const prepare = (traits) => {
    if (!fixed) { arrange(); }
    load(traits.uses);
    if (traits.localized) { kit.localize(); }
    if (traits.sugar.length) { kit.sweeten(traits.sugar); }
    if (traits.reachesGlobals) { areReached = true; }
  };

  const call = (script, list, self) => {
    try {
      kit.apply(script, self, list);
      if (isOld) { kit.current.exited = true; }
    } catch (error) {
      kit.current.exited = true;
      kit.fail(error, 'script');
    }
  };

  // Runs the compiled text; timers and promises come afterwards, driven from outside.
  const start = (script, traits, isTest, hasPackages, iteration, stale) => {
    begin(traits, isTest, hasPackages, stale);
    prepare(traits);
    const list = traits.legacy ? legacyList : newerList;
    const pm = kit.pm();
    list[PM] = pm;
    if (traits.legacy) { list[ITERATION] = iteration; }
    list[list.length - 1] = exit(kit.current);
    const self = kit.create(thisPrototype);
    self.pm = pm;
    call(script, list, self);
  };

  // The script itself is done; its timers are not.
  const ended = () => {
    const { current } = kit;
    if (current.running && current.traits.legacy) { kit.legacyAssertions(); }
    current.running = false;
    return kit.isWaiting();
  };

  const finish = () => {
    if (!kit.current.stopped) { report(); }
    if (kit.noteLeaks()) { kit.keepParts(); }
    kit.sealTimers();
    kit.current = idle;
  };

  // Whether a script of this run may have got at the global object itself.
  let areReached = false;

  // Makes the next script the first of a run; false when the globals are not what they were.
  const restart = () => {
    kit.restartScopes();
    const isSame = kit.restartGlobals(areReached);
    areReached = false;
    return isSame;
  };

  kit.settleGlobals();
  return {
    __proto__: null, start, finish, fireNext: kit.fireNext, hasExited: () => kit.current.exited,
    ended, fail: kit.fail, restart,
  };
})
