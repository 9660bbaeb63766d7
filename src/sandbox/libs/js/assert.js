// Node's assert.
(function (load) {
  "use strict";
  const { inspect } = load("util");
  const { isEqual } = load("lodash/base");

  class AssertionError extends Error {
    constructor({ message, actual, expected, operator }) {
      super(message === undefined ? `${inspect(actual)} ${operator} ${inspect(expected)}` : message);
      this.generatedMessage = message === undefined;
      this.name = "AssertionError";
      this.code = "ERR_ASSERTION";
      Object.assign(this, { actual, expected, operator });
    }
  }
  const check = (passed, actual, expected, message, operator) => {
    if (passed) return;
    if (message instanceof Error) throw message;
    throw new AssertionError({ message, actual, expected, operator });
  };
  const looselyEqual = (left, right) => {
    if (left === right || left == right || (left !== left && right !== right)) return true;
    if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
    if (left instanceof Date || right instanceof Date || left instanceof RegExp || right instanceof RegExp)
      return isEqual(left, right);
    const keys = Object.keys(left);
    return (
      Array.isArray(left) === Array.isArray(right) &&
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && looselyEqual(left[key], right[key]))
    );
  };

  function assert(...values) {
    check(values[0], values[0], true, values.length ? values[1] : "No value argument passed to `assert.ok()`", "==");
  }
  assert.ok = assert;
  assert.AssertionError = AssertionError;
  assert.fail = (actual, expected, message, operator) => {
    if (expected === undefined && message === undefined) message = actual === undefined ? "Failed" : actual;
    check(false, actual, expected, message, operator || "fail");
  };
  assert.equal = (actual, expected, message) =>
    check(actual == expected || (actual !== actual && expected !== expected), actual, expected, message, "==");
  assert.notEqual = (actual, expected, message) => check(actual != expected, actual, expected, message, "!=");
  assert.strictEqual = (actual, expected, message) =>
    check(Object.is(actual, expected), actual, expected, message, "strictEqual");
  assert.notStrictEqual = (actual, expected, message) =>
    check(!Object.is(actual, expected), actual, expected, message, "notStrictEqual");
  assert.deepEqual = (actual, expected, message) =>
    check(looselyEqual(actual, expected), actual, expected, message, "deepEqual");
  assert.notDeepEqual = (actual, expected, message) =>
    check(!looselyEqual(actual, expected), actual, expected, message, "notDeepEqual");
  assert.deepStrictEqual = (actual, expected, message) =>
    check(isEqual(actual, expected), actual, expected, message, "deepStrictEqual");
  assert.notDeepStrictEqual = (actual, expected, message) =>
    check(!isEqual(actual, expected), actual, expected, message, "notDeepStrictEqual");
  assert.ifError = (value) => {
    if (value !== null && value !== undefined)
      throw value instanceof Error
        ? value
        : new AssertionError({
            message: `ifError got unwanted exception: ${inspect(value)}`,
            actual: value,
            operator: "ifError",
          });
  };

  function expected(error, wanted) {
    if (wanted === undefined || typeof wanted === "string") return true;
    if (wanted instanceof RegExp) return wanted.test(error);
    if (typeof wanted === "function")
      return wanted.prototype !== undefined && error instanceof wanted
        ? true
        : Error.isPrototypeOf(wanted)
          ? false
          : wanted.call({}, error) === true;
    return Object.keys(wanted).every((key) =>
      wanted[key] instanceof RegExp ? wanted[key].test(error[key]) : isEqual(error[key], wanted[key]),
    );
  }
  function thrown(what, failed, error, wanted, message) {
    const text = typeof wanted === "string" ? wanted : message;
    const kind = typeof wanted === "function" && wanted.name ? ` (${wanted.name})` : "";
    check(failed, error, wanted, `${what}${kind}${text ? `: ${text}` : "."}`, "throws");
    if (!expected(error, wanted)) throw error;
  }
  assert.throws = (run, wanted, message) => {
    let failed = false;
    let error;
    try {
      run();
    } catch (caught) {
      [failed, error] = [true, caught];
    }
    thrown("Missing expected exception", failed, error, wanted, message);
  };
  assert.doesNotThrow = (run, message) => {
    try {
      run();
    } catch (error) {
      check(
        false,
        error,
        undefined,
        `Got unwanted exception.\n${typeof message === "string" ? message : error && error.message}`,
        "doesNotThrow",
      );
    }
  };
  const settled = (run) =>
    typeof run === "function" ? new Promise((resolve) => resolve(run())) : Promise.resolve(run);
  assert.rejects = (run, wanted, message) =>
    settled(run).then(
      () => thrown("Missing expected rejection", false, undefined, wanted, message),
      (error) => thrown("", true, error, wanted, message),
    );
  assert.doesNotReject = (run) =>
    settled(run).then(
      () => {},
      (error) => check(false, error, undefined, `Got unwanted rejection.\n${error && error.message}`, "doesNotReject"),
    );
  assert.strict = Object.assign((...values) => assert(...values), assert, {
    equal: assert.strictEqual,
    notEqual: assert.notStrictEqual,
    deepEqual: assert.deepStrictEqual,
    notDeepEqual: assert.notDeepStrictEqual,
  });
  assert.strict.strict = assert.strict;
  return assert;
});
