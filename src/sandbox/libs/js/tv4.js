// tv4 1.3: JSON Schema draft 4.
(function (load) {
  "use strict";
  const { check } = load("schema");
  const CODES = {
    INVALID_TYPE: 0,
    ENUM_MISMATCH: 1,
    ANY_OF_MISSING: 10,
    ONE_OF_MISSING: 11,
    ONE_OF_MULTIPLE: 12,
    NOT_PASSED: 13,
    NUMBER_MULTIPLE_OF: 100,
    NUMBER_MINIMUM: 101,
    NUMBER_MINIMUM_EXCLUSIVE: 102,
    NUMBER_MAXIMUM: 103,
    NUMBER_MAXIMUM_EXCLUSIVE: 104,
    STRING_LENGTH_SHORT: 200,
    STRING_LENGTH_LONG: 201,
    STRING_PATTERN: 202,
    OBJECT_PROPERTIES_MINIMUM: 300,
    OBJECT_PROPERTIES_MAXIMUM: 301,
    OBJECT_REQUIRED: 302,
    OBJECT_ADDITIONAL_PROPERTIES: 303,
    OBJECT_DEPENDENCY_KEY: 304,
    ARRAY_LENGTH_SHORT: 400,
    ARRAY_LENGTH_LONG: 401,
    ARRAY_UNIQUE: 402,
    ARRAY_ADDITIONAL_ITEMS: 403,
    FORMAT_CUSTOM: 500,
    KEYWORD_CUSTOM: 501,
    UNKNOWN_PROPERTY: 1000,
  };
  // Code, wording and parameters of each failed keyword.
  const WORDING = {
    type: (p) => ["INVALID_TYPE", `Invalid type: ${p.found} (expected ${p.type.replace(/,/g, "/")})`],
    enum: (p, data) => ["ENUM_MISMATCH", `No enum match for: ${JSON.stringify(data)}`],
    anyOf: () => ["ANY_OF_MISSING", 'Data does not match any schemas from "anyOf"'],
    oneOf: (p) =>
      p.passingSchemas
        ? [
            "ONE_OF_MULTIPLE",
            `Data is valid against more than one schema from "oneOf": indices ${p.passingSchemas[0]} and ${p.passingSchemas[1]}`,
          ]
        : ["ONE_OF_MISSING", 'Data does not match any schemas from "oneOf"'],
    not: () => ["NOT_PASSED", 'Data matches schema from "not"'],
    multipleOf: (p, data) => ["NUMBER_MULTIPLE_OF", `Value ${data} is not a multiple of ${p.multipleOf}`],
    minimum: (p, data) => ["NUMBER_MINIMUM", `Value ${data} is less than minimum ${p.limit}`],
    exclusiveMinimum: (p, data) => [
      "NUMBER_MINIMUM_EXCLUSIVE",
      `Value ${data} is equal to exclusive minimum ${p.limit}`,
    ],
    maximum: (p, data) => ["NUMBER_MAXIMUM", `Value ${data} is greater than maximum ${p.limit}`],
    exclusiveMaximum: (p, data) => [
      "NUMBER_MAXIMUM_EXCLUSIVE",
      `Value ${data} is equal to exclusive maximum ${p.limit}`,
    ],
    minLength: (p, data) => ["STRING_LENGTH_SHORT", `String is too short (${data.length} chars), minimum ${p.limit}`],
    maxLength: (p, data) => ["STRING_LENGTH_LONG", `String is too long (${data.length} chars), maximum ${p.limit}`],
    pattern: (p) => ["STRING_PATTERN", `String does not match pattern: ${p.pattern}`],
    minProperties: (p, data) => [
      "OBJECT_PROPERTIES_MINIMUM",
      `Too few properties defined (${Object.keys(data).length}), minimum ${p.limit}`,
    ],
    maxProperties: (p, data) => [
      "OBJECT_PROPERTIES_MAXIMUM",
      `Too many properties defined (${Object.keys(data).length}), maximum ${p.limit}`,
    ],
    required: (p) => ["OBJECT_REQUIRED", `Missing required property: ${p.missingProperty}`],
    additionalProperties: () => ["OBJECT_ADDITIONAL_PROPERTIES", "Additional properties not allowed"],
    dependencies: (p) => [
      "OBJECT_DEPENDENCY_KEY",
      `Dependency failed - key must exist: ${p.missingProperty} (due to key: ${p.property})`,
    ],
    minItems: (p, data) => ["ARRAY_LENGTH_SHORT", `Array is too short (${data.length}), minimum ${p.limit}`],
    maxItems: (p, data) => ["ARRAY_LENGTH_LONG", `Array is too long (${data.length}), maximum ${p.limit}`],
    uniqueItems: (p) => ["ARRAY_UNIQUE", `Array items are not unique (indices ${p.j} and ${p.i})`],
    additionalItems: () => ["ARRAY_ADDITIONAL_ITEMS", "Additional items not allowed"],
    format: (p) => ["FORMAT_CUSTOM", `Format validation failed (${p.format})`],
  };
  class ValidationError extends Error {}

  function build() {
    const schemas = {};
    let formats = {};
    let missing = [];
    const at = (data, path) =>
      path.reduce((place, part) => (place === undefined || place === null ? place : place[part]), data);

    function failures(data, schema, stop, banUnknown) {
      missing = [];
      if (typeof schema === "string") schema = schemas[schema] || {};
      const errors = [];
      const report = (keyword, path, params, message, schemaPath) => {
        const [name, text] = (WORDING[keyword] || (() => ["KEYWORD_CUSTOM", message]))(params, at(data, path));
        const error = new ValidationError(text);
        const place = keyword === "additionalProperties" ? [...path, params.additionalProperty] : path;
        Object.assign(error, {
          name: "ValidationError",
          code: CODES[name],
          params,
          dataPath: place.map((part) => `/${part}`).join(""),
          schemaPath: schemaPath.replace(/^#/, ""),
          subErrors: null,
        });
        errors.push(error);
        return false;
      };
      const unresolved = (reference) => {
        missing.push(reference);
        return true;
      };
      check({ root: schema, schemas, depth: 0, stop, formats, banUnknown, unresolved }, schema, data, [], "#", report);
      return errors;
    }
    const tv4 = {
      validate(data, schema, recursive, banUnknown) {
        const [error] = failures(data, schema, true, banUnknown);
        tv4.error = error || null;
        tv4.missing = missing;
        tv4.valid = !error;
        return tv4.valid;
      },
      validateResult(data, schema, recursive, banUnknown) {
        const [error] = failures(data, schema, true, banUnknown);
        return { valid: !error, error: error || null, missing };
      },
      validateMultiple(data, schema, recursive, banUnknown) {
        const errors = failures(data, schema, false, banUnknown);
        return { valid: errors.length === 0, errors, missing };
      },
      addSchema(url, schema) {
        if (typeof url !== "string") [url, schema] = [url.id, url];
        schemas[url] = schema;
      },
      getSchema: (url) => schemas[url],
      getSchemaMap: () => ({ ...schemas }),
      getSchemaUris: (filter) => Object.keys(schemas).filter((url) => !filter || filter.test(url)),
      getMissingUris: () => [],
      dropSchemas() {
        for (const url of Object.keys(schemas)) delete schemas[url];
      },
      addFormat(name, run) {
        if (typeof name === "object") for (const key of Object.keys(name)) tv4.addFormat(key, name[key]);
        else formats[name] = { test: (value) => run(value) === null || run(value) === undefined };
      },
      reset() {
        tv4.dropSchemas();
        formats = {};
      },
      freshApi: () => build(),
      error: null,
      missing: [],
      valid: null,
      errorCodes: CODES,
    };
    tv4.tv4 = tv4;
    return tv4;
  }
  return build();
});
