// chai: the `assert` style, in terms of `expect`.
(function () {
  "use strict";
  return function build(expect, Assertion, fail) {
    function assert(value, message) {
      new Assertion(null).assert(value, message || "Unspecified AssertionError", "");
    }
    const asserts = (name, run) => (assert[name] = run);
    const words = {
      isOk: (a) => a.ok,
      isNotOk: (a) => a.not.ok,
      isTrue: (a) => a.is.true,
      isNotTrue: (a) => a.not.true,
      isFalse: (a) => a.is.false,
      isNotFalse: (a) => a.not.false,
      isNull: (a) => a.is.null,
      isNotNull: (a) => a.not.null,
      isNaN: (a) => a.is.NaN,
      isNotNaN: (a) => a.not.NaN,
      exists: (a) => a.exist,
      notExists: (a) => a.not.exist,
      isUndefined: (a) => a.is.undefined,
      isDefined: (a) => a.not.undefined,
      isEmpty: (a) => a.empty,
      isNotEmpty: (a) => a.not.empty,
      isFinite: (a) => a.finite,
      isFunction: (a) => a.a("function"),
      isObject: (a) => a.a("object"),
      isArray: (a) => a.an("array"),
      isString: (a) => a.a("string"),
      isNumber: (a) => a.a("number"),
      isBoolean: (a) => a.a("boolean"),
      isNotFunction: (a) => a.not.a("function"),
      isNotObject: (a) => a.not.a("object"),
      isNotArray: (a) => a.not.an("array"),
      isNotString: (a) => a.not.a("string"),
      isNotNumber: (a) => a.not.a("number"),
      isNotBoolean: (a) => a.not.a("boolean"),
    };
    for (const name of Object.keys(words)) asserts(name, (value, message) => void words[name](expect(value, message)));
    assert.ok = assert.isOk;
    assert.notOk = assert.isNotOk;
    asserts("equal", (a, b, message) => expect(a, message).assert(a == b, "expected #{this} to equal #{exp}", "", b));
    asserts("notEqual", (a, b, message) =>
      expect(a, message).assert(a != b, "expected #{this} to not equal #{exp}", "", b),
    );
    const pairs = {
      strictEqual: (a, b) => a.to.equal(b),
      notStrictEqual: (a, b) => a.to.not.equal(b),
      deepEqual: (a, b) => a.to.eql(b),
      notDeepEqual: (a, b) => a.to.not.eql(b),
      isAbove: (a, b) => a.to.be.above(b),
      isAtLeast: (a, b) => a.to.be.least(b),
      isBelow: (a, b) => a.to.be.below(b),
      isAtMost: (a, b) => a.to.be.most(b),
      include: (a, b) => a.include(b),
      notInclude: (a, b) => a.not.include(b),
      deepInclude: (a, b) => a.deep.include(b),
      match: (a, b) => a.to.match(b),
      notMatch: (a, b) => a.to.not.match(b),
      property: (a, b) => a.to.have.property(b),
      notProperty: (a, b) => a.to.not.have.property(b),
      nestedProperty: (a, b) => a.to.have.nested.property(b),
      lengthOf: (a, b) => a.to.have.lengthOf(b),
      instanceOf: (a, b) => a.to.be.instanceOf(b),
      notInstanceOf: (a, b) => a.to.not.be.instanceOf(b),
      typeOf: (a, b) => a.to.be.a(b),
      notTypeOf: (a, b) => a.to.not.be.a(b),
      oneOf: (a, b) => a.to.be.oneOf(b),
      sameMembers: (a, b) => a.to.have.same.members(b),
      sameDeepMembers: (a, b) => a.to.have.same.deep.members(b),
      includeMembers: (a, b) => a.to.include.members(b),
      hasAllKeys: (a, b) => a.to.have.all.keys(b),
      hasAnyKeys: (a, b) => a.to.have.any.keys(b),
      containsAllKeys: (a, b) => a.to.contain.all.keys(b),
    };
    for (const name of Object.keys(pairs))
      asserts(name, (left, right, message) => void pairs[name](expect(left, message), right));
    asserts(
      "propertyVal",
      (object, name, value, message) => void expect(object, message).to.have.property(name, value),
    );
    asserts("closeTo", (value, wanted, delta, message) => void expect(value, message).to.be.closeTo(wanted, delta));
    asserts("throws", (run, type, wanted, message) => void expect(run, message).to.throw(type, wanted));
    asserts("doesNotThrow", (run, type, wanted, message) => void expect(run, message).to.not.throw(type, wanted));
    assert.throw = assert.Throw = assert.throws;
    assert.fail = (actual, expected, message) => fail(arguments_(actual, "assert.fail()"), expected, message);
    const arguments_ = (value, fallback) => (value === undefined ? fallback : value);
    return assert;
  };
});
