// Runs scripts in Postman's own two sandboxes and prints what came of each, as JSON.
//
//   node sandbox.js CASES.json > OUTCOMES.json
//
// CASES.json holds [{name, engines, scripts: [text], listen, request, environment, globals, collectionVariables,
// variables, data, info}], scopes as lists of variables. OUTCOMES.json holds {name: {newman: outcome, postman: outcome}},
// where an outcome tells the console, the errors, and what the scripts changed in scopes and request.
'use strict';
const fs = require('fs');
const path = require('path');
const { inspect } = require('util');

const FROZEN_MS = 1577836800000;
const SCOPES = { variables: '_variables', environment: 'environment', collectionVariables: 'collectionVariables', globals: 'globals' };
const PARTS = ['url', 'header', 'body', 'auth', 'method'];

const runtime = path.dirname(require.resolve('postman-runtime/package.json'));
const nested = (name) => require(require.resolve(name, { paths: [runtime] }));
const engines = {
  newman: { sandbox: nested('postman-sandbox'), sdk: nested('postman-collection') },
  postman: { sandbox: require('postman-sandbox'), sdk: require('postman-collection') },
};

// A clock that stands still and a random source that always says the same, as in the test that compares.
const FREEZE = `
  (function () {
    var scope = (new Function('return this'))();
    var Native = scope.Date;
    function Frozen() {
      if (!new.target) { return new Native(${FROZEN_MS}).toString(); }
      return Reflect.construct(Native, arguments.length ? Array.from(arguments) : [${FROZEN_MS}], new.target);
    }
    Object.defineProperty(Frozen, 'name', { value: 'Date' });
    Object.defineProperty(Frozen, 'length', { value: 7 });
    Frozen.prototype = Native.prototype;
    Native.prototype.constructor = Frozen;
    Frozen.now = function () { return ${FROZEN_MS}; };
    Frozen.parse = Native.parse;
    Frozen.UTC = Native.UTC;
    scope.Date = Frozen;
    Math.random = function () { return 0.5; };
  }());`;
const SWEEP = (kept) => `
  (function () {
    var scope = (new Function('return this'))();
    var kept = ${JSON.stringify(kept)};
    Object.getOwnPropertyNames(scope).forEach(function (name) { if (kept.indexOf(name) < 0) { delete scope[name]; } });
  }());`;

const logged = (value) => {
  if (typeof value === 'string') { return value; }
  const text = inspect(value, { breakLength: Infinity, compact: true, depth: 6, maxStringLength: Infinity });
  return text.replace(/'(\[(?:Async|Generator|AsyncGenerator)?Function(?:: [^\]']*)?\]|\[Weak(?:Map|Set)\]|\[ArrayBuffer [^']*\])'/g, '$1');
};

const failure = (error) => {
  if (error === null || typeof error !== 'object') { return { name: '', message: String(error) }; }
  return { name: error.name === undefined ? '' : String(error.name), message: error.message === undefined ? '' : String(error.message) };
};

const context = (engine) => new Promise((resolve, reject) => {
  engine.sandbox.createContext({}, (error, created) => (error ? reject(error) : resolve(created)));
});

// One script; `state` goes in and comes back as the next script finds it.
const execute = (box, script, testCase, state, outcome) => new Promise((resolve) => {
  const id = `script-${Math.random()}`;
  const onConsole = (cursor, level, ...args) => outcome.console.push([level, args.map(logged).join(' ')]);
  const onError = (cursor, error) => { if (error) { outcome.errors.push(failure(error)); } };
  const onSkip = () => { outcome.skip = true; };
  const onAssertion = (cursor, assertions) => assertions.forEach((each) =>
    outcome.assertions.push({ name: each.name, passed: each.passed, skipped: each.skipped }));
  const refusal = { name: 'Error', message: 'no request is sent from a script here' };
  const onRequest = (cursor, from, event) => setTimeout(() => box.dispatch(`execution.response.${id}`, event, refusal), 0);
  const handlers = {
    console: onConsole, [`execution.error.${id}`]: onError, [`execution.skipRequest.${id}`]: onSkip,
    [`execution.assertion.${id}`]: onAssertion, [`execution.request.${id}`]: onRequest,
  };
  for (const name of Object.keys(handlers)) { box.on(name, handlers[name]); }
  const info = testCase.info || {};
  const options = {
    id, timeout: 5000, cursor: { iteration: info.iteration || 0, cycles: info.iterationCount || 1 },
    legacy: { _itemId: info.requestId, _itemName: info.requestName, _itemPath: info.path, _eventItemName: info.current },
    context: {
      request: state.request, data: testCase.data || {}, _variables: state.variables, environment: state.environment,
      collectionVariables: state.collectionVariables, globals: state.globals,
    },
  };
  box.execute({ listen: testCase.listen || 'prerequest', script: { exec: script } }, options, (error, execution) => {
    setTimeout(() => {
      for (const name of Object.keys(handlers)) { box.off(name, handlers[name]); }
      resolve(execution);
    }, 0);
  });
});

const values = (list) => list.map((variable) => {
  const plain = { key: String(variable.key), value: variable.value };
  if (variable.disabled) { plain.disabled = true; }
  if (variable.type && variable.type !== 'any') { plain.type = variable.type; }
  return plain;
});

const parts = (engine, request) => {
  const json = new engine.sdk.Request(request).toJSON();
  return Object.fromEntries(PARTS.map((part) => [part, json[part]]));
};

// What one case does to its variables and its request.
const changes = (engine, testCase, before, state, after) => {
  const scopes = {};
  for (const name of Object.keys(SCOPES)) {
    const list = values(state[name]);
    const given = values(new engine.sdk.VariableScope(testCase[name] || []).values.toJSON());
    if (JSON.stringify(list) !== JSON.stringify(given)) { scopes[name] = list; }
  }
  const request = {};
  for (const part of PARTS) {
    if (JSON.stringify(before[part]) !== JSON.stringify(after[part])) { request[part] = after[part] === undefined ? null : after[part]; }
  }
  return { scopes, request };
};

const adopt = (state, execution) => {
  for (const name of Object.keys(SCOPES)) {
    const scope = execution[SCOPES[name]];
    state[name] = JSON.parse(JSON.stringify(scope.values)).map((variable) =>
      (name === 'variables' || variable.value !== undefined ? variable : { ...variable, value: null }));
  }
  state.request = JSON.parse(JSON.stringify(execution.request));
};

const run = async (engine, box, testCase) => {
  const outcome = { console: [], errors: [], assertions: [], skip: false };
  const copy = (value) => JSON.parse(JSON.stringify(value));
  const state = { request: copy(testCase.request) };
  for (const name of Object.keys(SCOPES)) { state[name] = copy(testCase[name] || []); }
  const before = parts(engine, copy(testCase.request));
  let after = before;
  for (const script of testCase.scripts) {
    const execution = await execute(box, script, testCase, state, outcome);
    if (!execution) { break; }
    adopt(state, execution);
    after = Object.fromEntries(PARTS.map((part) => [part, state.request[part]]));
    if (execution.return && execution.return.nextRequest !== undefined) { outcome.next = execution.return.nextRequest; }
    if (outcome.skip) { break; }
  }
  return { ...outcome, ...changes(engine, testCase, before, state, after) };
};

const baseline = async (box) => {
  const seen = { console: [], errors: [], assertions: [] };
  await execute(box, FREEZE, {}, { request: {} }, seen);
  await execute(box, "console.log(JSON.stringify(Object.getOwnPropertyNames((new Function('return this'))())))", {}, { request: {} }, seen);
  return JSON.parse(seen.console[0][1]);
};

const main = async () => {
  const cases = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
  const outcomes = {};
  for (const name of Object.keys(engines)) {
    const engine = engines[name];
    let box = await context(engine);
    let kept = await baseline(box);
    for (const testCase of cases) {
      if (testCase.engines && !testCase.engines.includes(name)) { continue; }
      outcomes[testCase.name] = outcomes[testCase.name] || {};
      outcomes[testCase.name][name] = await run(engine, box, testCase);
      if (testCase.spoils) {
        box.disconnect();
        box = await context(engine);
        kept = await baseline(box);
      } else {
        await execute(box, SWEEP(kept), {}, { request: {} }, { console: [], errors: [], assertions: [] });
      }
    }
    box.disconnect();
  }
  fs.writeSync(1, `${JSON.stringify(outcomes, null, 1)}\n`);
  process.exit(0);
};

process.on('unhandledRejection', () => {});
main().catch((error) => { process.stderr.write(`${error.stack}\n`); process.exit(1); });
