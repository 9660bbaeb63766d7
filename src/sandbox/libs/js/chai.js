// chai 4: `expect`, `should` and `assert`, with plugins by `use`.
(function (load) {
  "use strict";
  const { inspect } = load("util");
  const { isEqual } = load("lodash/base");
  const kit = load("chai/assertion");
  const { AssertionError, Assertion, config, flag, typeOf, shown, addProperty, addMethod, addChainable } = kit;
  load("chai/words");

  const expect = (value, message) => new Assertion(value, message);
  const fail = (actual, expected, message, operator) => {
    if (expected === undefined && message === undefined && operator === undefined)
      throw new AssertionError(actual === undefined ? "expect.fail()" : actual);
    throw new AssertionError(message || "expect.fail()", { actual, expected, operator });
  };
  expect.fail = fail;

  const assert = load("chai/assert")(expect, Assertion, fail);

  const should = () => {
    Object.defineProperty(Object.prototype, "should", {
      configurable: true,
      get() {
        return new Assertion(
          this instanceof String || this instanceof Number || this instanceof Boolean ? this.valueOf() : this,
        );
      },
      set(value) {
        Object.defineProperty(this, "should", { value, enumerable: true, configurable: true, writable: true });
      },
    });
    return {
      fail,
      equal: assert.equal,
      exist: assert.exists,
      not: { equal: assert.notEqual, exist: assert.notExists },
    };
  };

  Object.assign(Assertion, {
    addProperty: (name, get) => addProperty(Assertion.prototype, name, get),
    addMethod: (name, run) => addMethod(Assertion.prototype, name, run),
    addChainableMethod: (name, run, onGet) => addChainable(Assertion.prototype, name, run, onGet),
    overwriteMethod: (name, make) =>
      addMethod(Assertion.prototype, name, make(Assertion.prototype[name] || (() => {}))),
    overwriteProperty(name, make) {
      const held = Object.getOwnPropertyDescriptor(Assertion.prototype, name);
      addProperty(Assertion.prototype, name, make(held ? held.get : () => {}));
    },
  });
  const util = {
    flag,
    type: typeOf,
    inspect,
    eql: isEqual,
    addProperty,
    addMethod,
    addChainableMethod: addChainable,
    test: (assertion, [value]) => (flag(assertion, "negate") ? !value : value),
    objDisplay: shown,
  };
  const chai = { version: "4.4.1", AssertionError, util, config, Assertion, expect, should, Should: should, assert };
  chai.use = (plugin) => {
    plugin(chai, util);
    return chai;
  };
  return chai;
});
