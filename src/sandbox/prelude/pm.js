// The `pm` object.
(function (kit) {
  'use strict';
  const { isFunction } = kit;
  const isOld = kit.engine === 'newman';

  const readonly = (object, members) => {
    kit.each(kit.keys(members), (key) => {
      if (members[key] === undefined) { return; }
      kit.define(object, key, { __proto__: null, value: members[key], writable: false, configurable: false, enumerable: false });
    });
    return object;
  };
  const location = ({ path, current }) => readonly(kit.slice(path || []), { current });

  // Thrown so that nothing after it runs.
  const skipped = { __proto__: null };
  kit.isSkip = (error) => error === skipped;
  const skipRequest = () => {
    if (kit.current.isTest) { throw new TypeError('pm.execution.skipRequest is not a function'); }
    kit.stop();
    throw skipped;
  };

  const execution = () => {
    const members = {
      skipRequest,
      location: location(kit.info()),
      setNextRequest: function setNextRequest(name) { kit.current.next = { name }; },
    };
    if (isOld) { return members; }
    members.runRequest = (id) => {
      kit.missing('pm.execution.runRequest');
      return Promise.reject(new Error(id ? 'runRequest: no request is sent from a script here' :
        'runRequest: collection request id not provided'));
    };
    return readonly({}, members);
  };

  const visualizer = () => ({
    set(template, data, options) {
      if (typeof template !== 'string') {
        throw new Error(`Invalid template. Template must be of type string, found ${typeof template}`);
      }
      if (data && typeof data !== 'object') { throw new Error(`Invalid data. Data must be an object, found ${typeof data}`); }
      if (options && typeof options !== 'object') {
        throw new Error(`Invalid options. Options must be an object, found ${typeof options}`);
      }
    },
    clear() {},
  });

  const vault = () => {
    const denied = (method) => () => {
      kit.missing(`pm.vault.${method}`);
      return Promise.reject(new Error('Vault access denied'));
    };
    return { get: denied('get'), set: denied('set'), unset: denied('unset') };
  };

  // As plain as it comes out of Postman's bridge: a script sees its message, and no stack.
  const refusal = (request) => ({ type: 'Error', name: 'Error', message: kit.host.refuseSend(request.url.toString()) });
  // The older engine hands over an empty response beside the error.
  const emptyResponse = () => ({ json: () => kit.liquidJson.parse(undefined), text: () => undefined });

  const sendRequest = function (request, callback) {
    const nothing = 'sendrequest: nothing to request';
    const refused = () => {
      if (!request) { return new Error(nothing); }
      const { Request } = kit.sdk;
      return refusal(Request.isRequest(request) ? request : new Request(request));
    };
    if (isOld && !request) { return isFunction(callback) ? callback.call(this, new Error(nothing)) : undefined; }
    const error = refused();
    if (isOld || isFunction(callback)) {
      const rest = isOld ? [error, emptyResponse()] : [error];
      kit.settle(() => { if (isFunction(callback)) { kit.apply(callback, this, rest); } });
      return this;
    }
    return new Promise((_, reject) => { kit.settle(() => { reject(error); }); });
  };

  // An assertion is reported when it is known how it ended.
  const reportAssertion = (current, assertion) => { current.assertions[current.assertions.length] = assertion; };
  const failed = (assertion, error) => { assertion.passed = false; assertion.error = String(kit.get(error, 'message', error)); };
  const waitFor = (current, assertion, body) => {
    let reported = false;
    const done = (error) => {
      if (reported) { return; }
      if (error) { failed(assertion, error); }
      reported = true;
      reportAssertion(current, assertion);
    };
    try { body(done); } catch (error) { if (kit.isSkip(error)) { throw error; } done(error); }
  };
  const testRunner = (pm) => {
    const { current } = kit;
    let count = 0;
    const begin = (name, skipped) => {
      const assertion = { name: String(name), passed: true, skipped, error: null, index: count };
      count += 1;
      return assertion;
    };
    const test = (name, body) => {
      const assertion = begin(name, false);
      if (!isFunction(body)) { reportAssertion(current, assertion); return pm; }
      if (body.length) { waitFor(current, assertion, body); return pm; }
      try { body(); } catch (error) { if (kit.isSkip(error)) { throw error; } failed(assertion, error); }
      reportAssertion(current, assertion);
      return pm;
    };
    test.skip = (name) => { reportAssertion(current, begin(name, true)); return pm; };
    test.index = () => count;
    return test;
  };
  const TEST = {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      kit.own(this, 'test', testRunner(this));
      return this.test;
    },
    set(value) { kit.own(this, 'test', value); },
  };

  const cookies = () => {
    const list = new kit.sdk.CookieList(null, []);
    list.jar = () => new kit.sdk.CookieJar();
    return list;
  };

  const information = () => {
    const { iteration, iterationCount, requestName, requestId } = kit.info();
    const eventName = kit.current.isTest ? 'test' : 'prerequest';
    return readonly({}, { eventName, iteration, iterationCount, requestName, requestId });
  };

  // What a script does not touch is not made. What it touches is made once.
  const kept = (name, make) => {
    const { made } = kit.current;
    if (made[name] === undefined) { made[name] = make(); }
    return made[name];
  };

  class Postman {
    get expect() { return kit.expect; }
    get info() { return kept('info', information); }
    get globals() { return kit.scope('globals'); }
    get environment() { return kit.scope('environment'); }
    get collectionVariables() { return kit.scope('collectionVariables'); }
    get variables() { return kit.scope('variables'); }
    get iterationData() { return kit.scope('iterationData'); }
    get request() { return kit.request(); }
    get response() { return kit.current.isTest ? kit.missing('pm.response') : undefined; }
    get cookies() { return kept('cookies', cookies); }
    get visualizer() { return kept('visualizer', visualizer); }
    get execution() { return kept('execution', execution); }
    get require() { return kit.current.hasPackages ? kit.missing('pm.require') : undefined; }
    get sendRequest() { return sendRequest; }
  }
  if (!isOld) {
    kit.define(Postman.prototype, 'vault', { __proto__: null, configurable: true, get: () => kept('vault', vault) });
    kit.define(Postman.prototype, 'datasets', {
      __proto__: null, configurable: true, get: () => kept('datasets', () => kit.absent('pm.datasets', true)),
    });
  }
  kit.lazy(kit, 'expect', () => kit.host.load('expect')(kit));

  kit.pm = () => {
    const pm = new Postman();
    kit.define(pm, 'test', TEST);
    return pm;
  };
})
