// Ajv 6: schemas compiled to validating functions.
(function (load) {
  "use strict";
  const { check, FORMATS } = load("schema");
  class ValidationError extends Error {
    constructor(errors) {
      super("validation failed");
      this.errors = errors;
      this.ajv = this.validation = true;
    }
  }
  class MissingRefError extends Error {
    constructor(base, reference) {
      super(`can't resolve reference ${reference} from id ${base || "#"}`);
      this.missingRef = reference;
      this.missingSchema = reference.replace(/#.*$/, "");
    }
  }
  const dataPath = (path, pointers) =>
    path
      .map((part) =>
        pointers
          ? `/${String(part).replace(/~/g, "~0").replace(/\//g, "~1")}`
          : typeof part === "number"
            ? `[${part}]`
            : /^[a-z$_][a-z$_0-9]*$/i.test(part)
              ? `.${part}`
              : `['${String(part).replace(/'/g, "\\'")}']`,
      )
      .join("");

  function Ajv(options) {
    if (!(this instanceof Ajv)) return new Ajv(options);
    this._opts = { ...options };
    this._schemas = {};
    this._formats = { ...FORMATS };
    this._keywords = {};
    this.errors = null;
    for (const schema of [].concat(this._opts.schemas || [])) this.addSchema(schema);
  }
  const idOf = (schema) =>
    schema && (schema.$id || schema.id) ? `${schema.$id || schema.id}`.replace(/#$/, "") : undefined;

  Object.assign(Ajv.prototype, {
    compile(schema) {
      const ajv = this;
      if (typeof schema !== "boolean" && (typeof schema !== "object" || schema === null))
        throw new Error("schema should be object or boolean");
      ajv._checkTypes(schema);
      const id = idOf(schema);
      if (id) ajv._schemas[id] = schema;
      const validate = function (data) {
        const errors = [];
        const context = {
          root: schema,
          schemas: ajv._schemas,
          depth: 0,
          stop: !ajv._opts.allErrors,
          branches: true,
          keywords: ajv._keywords,
          formats: ajv._opts.format === false ? undefined : ajv._formats,
          unresolved: (reference) => {
            throw new MissingRefError(id, reference);
          },
        };
        const report = (keyword, path, params, message, schemaPath) => {
          const rest = { ...params };
          // tv4 alone tells the type that it found.
          delete rest.found;
          errors.push({ keyword, dataPath: dataPath(path, ajv._opts.jsonPointers), schemaPath, params: rest, message });
          return false;
        };
        check(context, schema, data, [], "#", report);
        validate.errors = errors.length ? errors : null;
        return errors.length === 0;
      };
      validate.schema = schema;
      validate.errors = null;
      return validate;
    },
    _checkTypes(schema) {
      const types = ["null", "boolean", "integer", "number", "string", "array", "object"];
      const wrong = schema && schema.type !== undefined && [].concat(schema.type).some((type) => !types.includes(type));
      if (wrong)
        throw new Error(
          "schema is invalid: data.type should be equal to one of the allowed values, data.type should be array, data.type should match some schema in anyOf",
        );
    },
    validate(schema, data) {
      const validate = typeof schema === "string" ? this.getSchema(schema) : this.compile(schema);
      if (!validate) throw new Error(`no schema with key or ref "${schema}"`);
      const valid = validate(data);
      this.errors = validate.errors;
      return valid;
    },
    addSchema(schema, key) {
      for (const one of [].concat(schema)) this._schemas[key || idOf(one)] = one;
      return this;
    },
    addMetaSchema() {
      return this;
    },
    validateSchema: () => true,
    getSchema(key) {
      const schema = this._schemas[`${key}`.replace(/#$/, "")];
      return schema === undefined ? undefined : this.compile(schema);
    },
    removeSchema(key) {
      if (key === undefined) this._schemas = {};
      else delete this._schemas[typeof key === "string" ? key : idOf(key)];
      return this;
    },
    addFormat(name, format) {
      const test =
        format instanceof RegExp
          ? format
          : typeof format === "string"
            ? new RegExp(format)
            : { test: format.validate || format };
      this._formats[name] = test;
      return this;
    },
    addKeyword(name, definition) {
      this._keywords[name] = (value, data, fail, schema) => {
        const run = definition.validate
          ? (item) => definition.validate(value, item, schema)
          : definition.compile
            ? definition.compile(value, schema)
            : () => true;
        if (!run(data)) fail(name, { keyword: name }, `should pass "${name}" keyword validation`);
      };
      return this;
    },
    getKeyword(name) {
      return this._keywords[name] || false;
    },
    removeKeyword(name) {
      delete this._keywords[name];
      return this;
    },
    errorsText(errors, options) {
      const list = errors || this.errors;
      if (!list) return "No errors";
      const { separator = ", ", dataVar = "data" } = options || {};
      return list.map((error) => `${dataVar}${error.dataPath} ${error.message}`).join(separator);
    },
  });
  Ajv.ValidationError = ValidationError;
  Ajv.MissingRefError = MissingRefError;
  return Ajv;
});
