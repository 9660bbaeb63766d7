// chai: the assertion object, its flags, and how words are added to it.
(function (load) {
  "use strict";
  const { inspect } = load("util");

  class AssertionError extends Error {
    constructor(message, properties) {
      super(message || "Unspecified AssertionError");
      this.name = "AssertionError";
      this.showDiff = false;
      Object.assign(this, properties);
    }
  }
  const config = {
    includeStack: false,
    showDiff: true,
    truncateThreshold: 40,
    useProxy: true,
    proxyExcludedKeys: ["then", "catch", "inspect", "toJSON"],
  };
  const typeOf = (value) => {
    const name = Object.prototype.toString.call(value).slice(8, -1);
    return /^(?:Null|Undefined|String|Number|Boolean|Array|Function|Object|Date|Symbol|Error|AsyncFunction|GeneratorFunction)$/.test(
      name,
    )
      ? name.toLowerCase()
      : name;
  };
  const shown = (value) => {
    if (value === 0) return Object.is(value, -0) ? "-0" : "+0";
    const text = inspect(value);
    if (!config.truncateThreshold || text.length < config.truncateThreshold) return text;
    if (typeof value === "function") return value.name ? `[Function: ${value.name}]` : "[Function]";
    if (Array.isArray(value)) return `[ Array(${value.length}) ]`;
    if (typeOf(value) === "object") {
      const keys = Object.keys(value);
      return `{ Object (${keys.length > 2 ? `${keys.slice(0, 2).join(", ")}, ...` : keys.join(", ")}) }`;
    }
    return text;
  };
  const flags = new WeakMap();
  const flag = (assertion, name, value) => {
    const held = flags.get(assertion);
    if (value === undefined) return held[name];
    held[name] = value;
    return undefined;
  };

  function Assertion(object, message) {
    flags.set(this, { object, message });
  }
  const copied = (from, object) => {
    const made = new Assertion(object);
    flags.set(made, { ...flags.get(from), object });
    return made;
  };
  Assertion.prototype.assert = function (passed, message, negated, expected, actual) {
    const negate = flag(this, "negate");
    if (negate ? !passed : passed) return;
    const object = flag(this, "object");
    const text = (negate ? negated : message)
      .replace(/#\{this\}/g, () => shown(object))
      .replace(/#\{act\}/g, () => shown(actual === undefined ? object : actual))
      .replace(/#\{exp\}/g, () => shown(expected));
    const prefix = flag(this, "message");
    throw new AssertionError(prefix ? `${prefix}: ${text}` : text, {
      actual: actual === undefined ? object : actual,
      expected,
    });
  };
  Object.defineProperty(Assertion.prototype, "_obj", {
    get() {
      return flag(this, "object");
    },
    set(value) {
      flag(this, "object", value);
    },
  });

  const addProperty = (target, name, get) =>
    Object.defineProperty(target, name, {
      configurable: true,
      get() {
        const made = get.call(this);
        return made === undefined ? copied(this, flag(this, "object")) : made;
      },
    });
  const addMethod = (target, name, run) => {
    target[name] = function (...values) {
      const made = run.apply(this, values);
      return made === undefined ? copied(this, flag(this, "object")) : made;
    };
  };
  // A word that is both: `a("string")` and `a.property(...)`.
  const addChainable = (target, name, run, onGet) =>
    Object.defineProperty(target, name, {
      configurable: true,
      get() {
        if (onGet) onGet.call(this);
        const self = this;
        const callable = function (...values) {
          const made = run.apply(self, values);
          return made === undefined ? copied(self, flag(self, "object")) : made;
        };
        Object.setPrototypeOf(
          callable,
          Object.create(target, {
            call: { value: Function.prototype.call },
            apply: { value: Function.prototype.apply },
          }),
        );
        flags.set(callable, flags.get(self));
        return callable;
      },
    });
  const property = (names, get) => names.split(" ").forEach((name) => addProperty(Assertion.prototype, name, get));
  const method = (names, run) => names.split(" ").forEach((name) => addMethod(Assertion.prototype, name, run));

  return {
    AssertionError,
    Assertion,
    config,
    flag,
    flags,
    copied,
    typeOf,
    shown,
    property,
    method,
    addProperty,
    addMethod,
    addChainable,
  };
});
