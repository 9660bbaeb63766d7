// JSON Schema, drafts 4 to 7, as far as test scripts use it: behind tv4 and ajv.
(function (load) {
  "use strict";
  const { isEqual } = load("lodash/base");
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const typeOf = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
  const hasType = (value, type) =>
    type === "integer"
      ? Number.isInteger(value)
      : type === "number"
        ? typeof value === "number" && isFinite(value)
        : typeOf(value) === type;
  const FORMATS = {
    date: /^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])$/,
    "date-time":
      /^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])[t\s](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i,
    time: /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i,
    email:
      /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i,
    uri: /^[a-z][a-z0-9+\-.]*:[^\s]*$/i,
    uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/,
    hostname: /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i,
    regex: {
      test: (text) => {
        try {
          return !!new RegExp(text, "u");
        } catch {
          return false;
        }
      },
    },
  };

  function pointed(root, reference) {
    let place = root;
    for (const part of reference.replace(/^#\/?/, "").split("/").filter(Boolean)) {
      const key = decodeURIComponent(part).replace(/~1/g, "/").replace(/~0/g, "~");
      if (place === null || typeof place !== "object" || !Object.hasOwn(place, key)) return undefined;
      place = place[key];
    }
    return place;
  }
  function withId(root, id) {
    if (typeof root !== "object" || root === null) return undefined;
    if (root.$id === id || root.id === id) return root;
    for (const key of Object.keys(root)) {
      const found = withId(root[key], id);
      if (found) return found;
    }
    return undefined;
  }

  // Validates and hands each failure to `report(keyword, path, params, message, schemaPath)`.
  function check(context, schema, data, path, schemaPath, report) {
    if (schema === true || schema === undefined) return true;
    if (schema === false) return report("false schema", path, {}, "boolean schema is false", schemaPath);
    if (typeof schema.$ref === "string") {
      const target = schema.$ref.startsWith("#")
        ? pointed(context.root, schema.$ref)
        : context.schemas[schema.$ref.replace(/#$/, "")] || withId(context.root, schema.$ref);
      if (target === undefined) return context.unresolved(schema.$ref);
      if (++context.depth > 200) throw new RangeError("Maximum call stack size exceeded");
      const valid = check(context, target, data, path, schema.$ref, report);
      context.depth--;
      return valid;
    }
    let valid = true;
    const fail = (keyword, params, message, at = path) => {
      if (context.stop && !valid) return;
      valid = false;
      report(keyword, at, params, message, `${schemaPath}/${keyword}`);
    };
    const below = (inner, value, at, name) => {
      if (context.stop && !valid) return true;
      const passed = check(context, inner, value, at, `${schemaPath}/${name}`, report);
      if (!passed) valid = false;
      return passed;
    };
    const passes = (inner, value, why) => {
      const note = (...failure) => {
        if (why && context.branches) why.push(failure);
        return false;
      };
      return check(context, inner, value, path, `${schemaPath}${(why && why.place) || ""}`, note) !== false;
    };
    const failBranches = (keyword, params, message, why) => {
      if (context.stop && !valid) return;
      for (const failure of why) report(...failure);
      fail(keyword, params, message);
    };
    anyKind(schema, data, fail, below, passes, path, failBranches);
    if (typeof data === "number") numbers(schema, data, fail);
    if (typeof data === "string") texts(schema, data, fail, context);
    if (Array.isArray(data)) lists(schema, data, fail, below, passes, path);
    if (isObject(data)) objects(schema, data, fail, below, path, context);
    for (const keyword of Object.keys(context.keywords || {})) {
      if (Object.hasOwn(schema, keyword)) context.keywords[keyword](schema[keyword], data, fail, schema);
    }
    return valid;
  }
  function anyKind(schema, data, fail, below, passes, path, failBranches) {
    if (schema.type !== undefined) {
      const types = [].concat(schema.type);
      if (!types.some((type) => hasType(data, type)))
        fail("type", { type: types.join(","), found: typeOf(data) }, `should be ${types.join(",")}`);
    }
    if (schema.enum && !schema.enum.some((value) => isEqual(value, data)))
      fail("enum", { allowedValues: schema.enum }, "should be equal to one of the allowed values");
    if (Object.hasOwn(schema, "const") && !isEqual(schema.const, data))
      fail("const", { allowedValue: schema.const }, "should be equal to constant");
    if (schema.allOf) schema.allOf.forEach((inner, at) => below(inner, data, path, `allOf/${at}`));
    const branch = (name, why) => (inner, at) => {
      why.place = `/${name}/${at}`;
      return passes(inner, data, why);
    };
    if (schema.anyOf) {
      const why = [];
      if (!schema.anyOf.some(branch("anyOf", why))) failBranches("anyOf", {}, "should match some schema in anyOf", why);
    }
    if (schema.oneOf) {
      const why = [];
      const passing = branch("oneOf", why);
      const matching = schema.oneOf.map((inner, at) => (passing(inner, at) ? at : -1)).filter((at) => at >= 0);
      const params = { passingSchemas: matching.length ? matching.slice(0, 2) : null };
      if (matching.length !== 1)
        failBranches("oneOf", params, "should match exactly one schema in oneOf", matching.length ? [] : why);
    }
    if (schema.not !== undefined && passes(schema.not, data)) fail("not", {}, "should NOT be valid");
    if (schema.if !== undefined) {
      const chosen = passes(schema.if, data) ? "then" : "else";
      if (schema[chosen] !== undefined && !below(schema[chosen], data, path, chosen))
        fail("if", { failingKeyword: chosen }, `should match "${chosen}" schema`);
    }
  }
  function numbers(schema, data, fail) {
    const limit = (keyword, passed, sign, value) =>
      passed ||
      fail(keyword, { comparison: sign, limit: value, exclusive: sign.length === 1 }, `should be ${sign} ${value}`);
    if (typeof schema.minimum === "number") {
      if (schema.exclusiveMinimum === true) limit("exclusiveMinimum", data > schema.minimum, ">", schema.minimum);
      else limit("minimum", data >= schema.minimum, ">=", schema.minimum);
    }
    if (typeof schema.maximum === "number") {
      if (schema.exclusiveMaximum === true) limit("exclusiveMaximum", data < schema.maximum, "<", schema.maximum);
      else limit("maximum", data <= schema.maximum, "<=", schema.maximum);
    }
    if (typeof schema.exclusiveMinimum === "number")
      limit("exclusiveMinimum", data > schema.exclusiveMinimum, ">", schema.exclusiveMinimum);
    if (typeof schema.exclusiveMaximum === "number")
      limit("exclusiveMaximum", data < schema.exclusiveMaximum, "<", schema.exclusiveMaximum);
    if (schema.multipleOf !== undefined && !Number.isInteger(data / schema.multipleOf))
      fail("multipleOf", { multipleOf: schema.multipleOf }, `should be multiple of ${schema.multipleOf}`);
  }
  function texts(schema, data, fail, context) {
    const length = [...data].length;
    if (length < schema.minLength)
      fail("minLength", { limit: schema.minLength }, `should NOT be shorter than ${schema.minLength} characters`);
    if (length > schema.maxLength)
      fail("maxLength", { limit: schema.maxLength }, `should NOT be longer than ${schema.maxLength} characters`);
    if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(data))
      fail("pattern", { pattern: schema.pattern }, `should match pattern "${schema.pattern}"`);
    const format = schema.format === undefined || !context.formats ? undefined : context.formats[schema.format];
    if (format && !format.test(data))
      fail("format", { format: schema.format }, `should match format "${schema.format}"`);
  }
  function lists(schema, data, fail, below, passes, path) {
    if (data.length < schema.minItems)
      fail("minItems", { limit: schema.minItems }, `should NOT have fewer than ${schema.minItems} items`);
    if (data.length > schema.maxItems)
      fail("maxItems", { limit: schema.maxItems }, `should NOT have more than ${schema.maxItems} items`);
    if (schema.uniqueItems) {
      const second = data.findIndex((item, at) => data.slice(0, at).some((other) => isEqual(item, other)));
      if (second >= 0) {
        const first = data.findIndex((item) => isEqual(item, data[second]));
        fail(
          "uniqueItems",
          { i: second, j: first },
          `should NOT have duplicate items (items ## ${first} and ${second} are identical)`,
        );
      }
    }
    if (schema.contains !== undefined && !data.some((item) => passes(schema.contains, item)))
      fail("contains", {}, "should contain a valid item");
    data.forEach((item, at) => {
      if (!Array.isArray(schema.items)) below(schema.items, item, [...path, at], "items");
      else if (at < schema.items.length) below(schema.items[at], item, [...path, at], `items/${at}`);
      else if (schema.additionalItems === false) {
        if (at === schema.items.length) fail("additionalItems", { limit: at }, `should NOT have more than ${at} items`);
      } else below(schema.additionalItems, item, [...path, at], "additionalItems");
    });
  }
  function objects(schema, data, fail, below, path, context) {
    const keys = Object.keys(data);
    if (keys.length < schema.minProperties)
      fail(
        "minProperties",
        { limit: schema.minProperties },
        `should NOT have fewer than ${schema.minProperties} properties`,
      );
    if (keys.length > schema.maxProperties)
      fail(
        "maxProperties",
        { limit: schema.maxProperties },
        `should NOT have more than ${schema.maxProperties} properties`,
      );
    for (const name of Array.isArray(schema.required) ? schema.required : []) {
      if (data[name] === undefined)
        fail("required", { missingProperty: name }, `should have required property '${name}'`);
    }
    const patterns = Object.keys(schema.patternProperties || {});
    for (const name of keys) {
      const known = schema.properties && Object.hasOwn(schema.properties, name);
      if (known) below(schema.properties[name], data[name], [...path, name], `properties/${name}`);
      const matching = patterns.filter((pattern) => new RegExp(pattern).test(name));
      for (const pattern of matching)
        below(schema.patternProperties[pattern], data[name], [...path, name], `patternProperties/${pattern}`);
      const extra =
        schema.additionalProperties === undefined && context.banUnknown ? false : schema.additionalProperties;
      if (known || matching.length || extra === undefined) continue;
      if (extra === false)
        fail("additionalProperties", { additionalProperty: name }, "should NOT have additional properties");
      else below(extra, data[name], [...path, name], "additionalProperties");
    }
    if (schema.propertyNames !== undefined)
      for (const name of keys) below(schema.propertyNames, name, path, "propertyNames");
    for (const name of Object.keys(schema.dependencies || {})) {
      if (data[name] === undefined) continue;
      const wanted = schema.dependencies[name];
      if (!Array.isArray(wanted)) below(wanted, data, path, `dependencies/${name}`);
      else
        for (const other of wanted)
          if (data[other] === undefined)
            fail(
              "dependencies",
              { property: name, missingProperty: other, depsCount: wanted.length, deps: wanted.join(", ") },
              `should have property ${other} when property ${name} is present`,
            );
    }
  }
  return { check, FORMATS };
});
