// chai: the words that assertions are made of.
(function (load) {
  "use strict";
  const { isEqual } = load("lodash/base");
  const { AssertionError, Assertion, flag, flags, typeOf, shown, property, method, addProperty, addChainable } =
    load("chai/assertion");

  property("to be been is and has have with that which at of same but does still also", function () {});
  for (const [word, name] of [
    ["not", "negate"],
    ["deep", "deep"],
    ["nested", "nested"],
    ["own", "own"],
    ["ordered", "ordered"],
    ["itself", "itself"],
  ]) {
    addProperty(Assertion.prototype, word, function () {
      flag(this, name, true);
    });
  }
  property("any", function () {
    flag(this, "any", true);
    flag(this, "all", false);
  });
  property("all", function () {
    flag(this, "all", true);
    flag(this, "any", false);
  });

  const note = (assertion, message) => {
    if (message !== undefined) flag(assertion, "message", message);
  };
  const same = (assertion, left, right) =>
    flag(assertion, "deep") ? isEqual(left, right) : left === right || (left !== left && right !== right);
  const article = (word) => `${/^[aeiou]/i.test(word) ? "an" : "a"} ${word}`;

  function isOfType(type, message) {
    note(this, message);
    this.assert(
      typeOf(flag(this, "object")).toLowerCase() === type.toLowerCase(),
      `expected #{this} to be ${article(type)}`,
      `expected #{this} not to be ${article(type)}`,
    );
  }
  addChainable(Assertion.prototype, "a", isOfType);
  addChainable(Assertion.prototype, "an", isOfType);

  function includes(value, message) {
    note(this, message);
    const object = flag(this, "object");
    const kind = typeOf(object);
    let found;
    if (kind === "string") found = object.indexOf(value) !== -1;
    else if (kind === "Map") found = [...object.values()].some((item) => same(this, item, value));
    else if (kind === "Set") found = [...object].some((item) => same(this, item, value));
    else if (kind === "array" || ArrayBuffer.isView(object))
      found = [...object].some((item) => same(this, item, value));
    else {
      if (value !== Object(value))
        throw new AssertionError(
          `the given combination of arguments (${kind} and ${typeOf(value)}) is invalid for this assertion. You can use an array, a map, an object, a set, a string, or a weakset instead of a ${typeOf(value)}`,
        );
      found = Object.keys(value).every((key) => {
        const [has, item] = reached(this, object, key);
        return has && same(this, item, value[key]);
      });
    }
    const deep = flag(this, "deep") ? "deep " : "";
    this.assert(
      found,
      `expected #{this} to ${deep}include ${shown(value)}`,
      `expected #{this} to not ${deep}include ${shown(value)}`,
    );
  }
  for (const name of ["include", "includes", "contain", "contains"])
    addChainable(Assertion.prototype, name, includes, function () {
      flag(this, "contains", true);
    });

  for (const [names, text, negated, test] of [
    ["ok", "to be truthy", "to be falsy", (value) => !!value],
    ["true", "to be true", "to be false", (value) => value === true],
    ["false", "to be false", "to be true", (value) => value === false],
    ["null", "to be null", "not to be null", (value) => value === null],
    ["undefined", "to be undefined", "not to be undefined", (value) => value === undefined],
    ["NaN", "to be NaN", "not to be NaN", (value) => typeof value === "number" && value !== value],
    ["exist exists", "to exist", "to not exist", (value) => value !== null && value !== undefined],
    ["empty", "to be empty", "not to be empty", emptiness],
    ["arguments Arguments", "to be arguments", "to not be arguments", (value) => typeOf(value) === "Arguments"],
    [
      "finite",
      "to be a finite number",
      "to not be a finite number",
      (value) => typeof value === "number" && isFinite(value),
    ],
    ["extensible", "to be extensible", "to not be extensible", (value) => Object.isExtensible(value)],
    ["sealed", "to be sealed", "to not be sealed", (value) => Object.isSealed(value)],
    ["frozen", "to be frozen", "to not be frozen", (value) => Object.isFrozen(value)],
  ]) {
    property(names, function () {
      this.assert(test(flag(this, "object")), `expected #{this} ${text}`, `expected #{this} ${negated}`);
    });
  }
  function emptiness(value) {
    if (value === null || value === undefined || (typeof value !== "object" && typeof value !== "string"))
      throw new AssertionError(`.empty was passed non-string primitive ${shown(value)}`);
    const kind = typeOf(value);
    if (kind === "Map" || kind === "Set") return value.size === 0;
    return (kind === "string" || kind === "array" ? value.length : Object.keys(value).length) === 0;
  }

  method("equal equals eq", function (value, message) {
    note(this, message);
    if (flag(this, "deep")) return this.eql(value);
    return this.assert(
      value === flag(this, "object"),
      "expected #{this} to equal #{exp}",
      "expected #{this} to not equal #{exp}",
      value,
    );
  });
  method("eql eqls", function (value, message) {
    note(this, message);
    this.assert(
      isEqual(flag(this, "object"), value),
      "expected #{this} to deeply equal #{exp}",
      "expected #{this} to not deeply equal #{exp}",
      value,
    );
  });
  // Numbers, dates, and lengths after `lengthOf`.
  function measured(assertion) {
    const object = flag(assertion, "object");
    if (!flag(assertion, "doLength")) return object;
    return typeOf(object) === "Map" || typeOf(object) === "Set" ? object.size : object.length;
  }
  const comparison = (names, text, test) =>
    method(names, function (value, message) {
      note(this, message);
      const size = measured(this);
      const what = flag(this, "doLength") ? " have a length" : " be";
      if (!flag(this, "doLength") && typeof size !== "number" && !(size instanceof Date))
        throw new AssertionError(`expected ${shown(size)} to be a number or a date`);
      const got = flag(this, "doLength") ? ` but got ${shown(size)}` : "";
      this.assert(
        test(size, value),
        `expected #{this} to${what} ${text[0]} ${shown(value)}${got}`,
        `expected #{this} to${what} ${text[1]} ${shown(value)}`,
        value,
        size,
      );
    });
  comparison("above gt greaterThan", ["above", "at most"], (size, value) => size > value);
  comparison("least gte greaterThanOrEqual", ["at least", "below"], (size, value) => size >= value);
  comparison("below lt lessThan", ["below", "at least"], (size, value) => size < value);
  comparison("most lte lessThanOrEqual", ["at most", "above"], (size, value) => size <= value);
  method("within", function (from, to, message) {
    note(this, message);
    const size = measured(this);
    const what = flag(this, "doLength") ? "have a length" : "be";
    this.assert(
      size >= from && size <= to,
      `expected #{this} to ${what} within ${from}..${to}`,
      `expected #{this} to not ${what} within ${from}..${to}`,
    );
  });
  method("closeTo approximately", function (value, delta, message) {
    note(this, message);
    this.assert(
      Math.abs(flag(this, "object") - value) <= delta,
      `expected #{this} to be close to ${value} +/- ${delta}`,
      `expected #{this} not to be close to ${value} +/- ${delta}`,
    );
  });
  method("instanceof instanceOf", function (type, message) {
    note(this, message);
    if (typeof type !== "function")
      throw new AssertionError(`The instanceof assertion needs a constructor but ${typeOf(type)} was given.`);
    this.assert(
      flag(this, "object") instanceof type,
      `expected #{this} to be an instance of ${type.name}`,
      `expected #{this} to not be an instance of ${type.name}`,
    );
  });

  // Whether a member is there, and its value; `nested` follows dots and brackets.
  function reached(assertion, object, name) {
    if (!flag(assertion, "nested")) {
      const has =
        object !== null &&
        object !== undefined &&
        (flag(assertion, "own") ? Object.hasOwn(Object(object), name) : name in Object(object));
      return [has, object === null || object === undefined ? undefined : object[name]];
    }
    const parts = [...String(name).matchAll(/(?:\\.|[^.[\]])+|\[(\d+)\]/g)].map(([text, index]) =>
      index === undefined ? text.replace(/\\([.[\]])/g, "$1") : index,
    );
    let place = object;
    let has = false;
    for (const part of parts) {
      has = place !== null && place !== undefined && part in Object(place);
      place = has ? place[part] : undefined;
    }
    return [has, place];
  }
  function hasProperty(name, ...rest) {
    note(this, rest[1]);
    const object = flag(this, "object");
    if (object === null || object === undefined) throw new AssertionError("Target cannot be null or undefined.");
    const [has, value] = reached(this, object, name);
    const kind = `${flag(this, "deep") ? "deep " : ""}${flag(this, "own") ? "own " : ""}${flag(this, "nested") ? "nested " : ""}property ${shown(name)}`;
    if (!flag(this, "negate") || rest.length === 0)
      this.assert(has, `expected #{this} to have ${kind}`, `expected #{this} to not have ${kind}`);
    if (rest.length)
      this.assert(
        has && same(this, rest[0], value),
        `expected #{this} to have ${kind} of #{exp}, but got #{act}`,
        `expected #{this} to not have ${kind} of #{act}`,
        rest[0],
        value,
      );
    flag(this, "object", value === undefined ? null : value);
    if (value === undefined) flags.get(this).object = undefined;
  }
  method("property", hasProperty);
  method("ownProperty haveOwnProperty", function (...values) {
    flag(this, "own", true);
    hasProperty.apply(this, values);
  });
  method("ownPropertyDescriptor haveOwnPropertyDescriptor", function (name, wanted) {
    const found = Object.getOwnPropertyDescriptor(Object(flag(this, "object")), name);
    this.assert(
      found !== undefined && (wanted === undefined || isEqual(wanted, found)),
      `expected #{this} to have an own property descriptor for ${shown(name)}`,
      `expected #{this} to not have an own property descriptor for ${shown(name)}`,
    );
    flag(this, "object", found);
  });
  function hasLength(count, message) {
    note(this, message);
    flag(this, "doLength", true);
    const size = measured(this);
    flag(this, "doLength", false);
    this.assert(
      size == count,
      `expected #{this} to have a length of #{exp} but got #{act}`,
      "expected #{this} to not have a length of #{act}",
      count,
      size,
    );
  }
  for (const name of ["length", "lengthOf"])
    addChainable(Assertion.prototype, name, hasLength, function () {
      flag(this, "doLength", true);
    });
  method("match matches", function (pattern, message) {
    note(this, message);
    this.assert(
      pattern.exec(flag(this, "object")) !== null,
      `expected #{this} to match ${pattern}`,
      `expected #{this} not to match ${pattern}`,
    );
  });
  method("string", function (text, message) {
    note(this, message);
    this.assert(
      String(flag(this, "object")).includes(text),
      `expected #{this} to contain ${shown(text)}`,
      `expected #{this} to not contain ${shown(text)}`,
    );
  });
  method("keys key", function (...values) {
    const object = flag(this, "object");
    const actual =
      object instanceof Map || object instanceof Set
        ? [...object.keys()]
        : Reflect.ownKeys(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key));
    const wanted = Array.isArray(values[0])
      ? values[0]
      : values.length === 1 && typeof values[0] === "object"
        ? Object.keys(values[0])
        : values.map((key) =>
            object instanceof Map || object instanceof Set || typeof key === "symbol" ? key : String(key),
          );
    if (!wanted.length) throw new AssertionError("keys required");
    const has = (key) => actual.some((other) => same(this, other, key));
    const any = flag(this, "any");
    const passed = any
      ? wanted.some(has)
      : wanted.every(has) && (flag(this, "contains") || wanted.length === actual.length);
    const names = wanted.map((key) => shown(key));
    const text =
      names.length > 1
        ? `keys ${names.slice(0, -1).join(", ")}, ${any ? "or" : "and"} ${names[names.length - 1]}`
        : `key ${names[0]}`;
    this.assert(
      passed,
      `expected #{this} to ${flag(this, "contains") ? "contain" : "have"} ${text}`,
      `expected #{this} to not ${flag(this, "contains") ? "contain" : "have"} ${text}`,
    );
  });
  method("throw throws Throw", function (type, wanted, message) {
    note(this, message);
    if (typeof type === "string" || type instanceof RegExp) [type, wanted] = [undefined, type];
    let thrown;
    let caught;
    try {
      flag(this, "object")();
    } catch (error) {
      [thrown, caught] = [true, error];
    }
    const name = type instanceof Error ? shown(type) : type ? type.name : "an error";
    const right = thrown && (type === undefined || (type instanceof Error ? caught === type : caught instanceof type));
    const text = thrown ? (caught && caught.message !== undefined ? caught.message : String(caught)) : "";
    const matching = wanted === undefined || (wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted));
    if (!thrown || !right || wanted === undefined)
      this.assert(
        right,
        `expected #{this} to throw ${name}${thrown ? ` but ${shown(caught)} was thrown` : ""}`,
        `expected #{this} to not throw ${name}${thrown ? ` but ${shown(caught)} was thrown` : ""}`,
      );
    else
      this.assert(
        matching,
        `expected #{this} to throw error ${wanted instanceof RegExp ? "matching" : "including"} ${shown(wanted)} but got ${shown(text)}`,
        `expected #{this} to throw error not ${wanted instanceof RegExp ? "matching" : "including"} ${shown(wanted)}`,
      );
    flags.get(this).object = caught;
  });
  method("respondTo respondsTo", function (name) {
    const object = flag(this, "object");
    const place = typeof object === "function" && !flag(this, "itself") ? object.prototype : object;
    this.assert(
      typeof place[name] === "function",
      `expected #{this} to respond to ${shown(name)}`,
      `expected #{this} to not respond to ${shown(name)}`,
    );
  });
  method("satisfy satisfies", function (test, message) {
    note(this, message);
    this.assert(
      test(flag(this, "object")),
      `expected #{this} to satisfy ${shown(test)}`,
      `expected #{this} to not satisfy ${shown(test)}`,
    );
  });
  method("members", function (list, message) {
    note(this, message);
    const rest = [...flag(this, "object")];
    const contains = flag(this, "contains");
    const passed =
      (contains || rest.length === list.length) &&
      list.every((item, at) => {
        const place = flag(this, "ordered")
          ? same(this, rest[at], item)
            ? at
            : -1
          : rest.findIndex((other) => same(this, other, item));
        if (place >= 0 && !contains && !flag(this, "ordered")) rest.splice(place, 1);
        return place >= 0;
      });
    const what = contains ? "be a superset of" : `have the same ${flag(this, "ordered") ? "ordered " : ""}members as`;
    this.assert(
      passed,
      `expected #{this} to ${what} ${shown(list)}`,
      `expected #{this} to not ${what} ${shown(list)}`,
      list,
    );
  });
  method("oneOf", function (list, message) {
    note(this, message);
    const object = flag(this, "object");
    const passed = flag(this, "contains")
      ? list.some((item) => object.indexOf(item) > -1)
      : list.some((item) => same(this, item, object));
    this.assert(
      passed,
      `expected #{this} to be one of ${shown(list)}`,
      `expected #{this} to not be one of ${shown(list)}`,
    );
  });
  for (const [names, word, test] of [
    ["change changes", "change", (before, after) => before !== after],
    ["increase increases", "increase", (before, after) => after > before],
    ["decrease decreases", "decrease", (before, after) => after < before],
  ]) {
    method(names, function (subject, name) {
      const read = () => (name === undefined ? subject() : subject[name]);
      const before = read();
      flag(this, "object")();
      const after = read();
      const what = name === undefined ? shown(before) : `.${name}`;
      this.assert(test(before, after), `expected ${what} to ${word}`, `expected ${what} to not ${word}`);
    });
  }
});
