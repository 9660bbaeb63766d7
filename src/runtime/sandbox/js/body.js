// RequestBody and FormParam.
(function (kit) {
  'use strict';
  const { isFunction, isObject, isString } = kit;
  const { Description, Property, PropertyBase, PropertyList, QueryParam } = kit.sdk;

  // A file field has no value of its own.
  class FormParam extends Property {
    constructor(options = {}) {
      super(options);
      this.key = options.key || '';
      this.value = options.value || '';
      this.type = options.type;
      this.src = options.src;
      this.contentType = options.contentType;
      this.fileName = options.fileName;
    }

    toString() { return `${this.key}=${this.value}`; }
    valueOf() { return this.value; }

    toJSON() {
      const json = super.toJSON();
      if (json.type === 'file' && (!isString(json.value) || !json.value)) { delete json.value; }
      return json;
    }

    static parse() { return undefined; }
  }
  FormParam._postman_propertyIndexKey = 'key';
  FormParam._postman_propertyAllowsMultipleValues = true;

  const MODES = { file: 'file', formdata: 'formdata', graphql: 'graphql', raw: 'raw', urlencoded: 'urlencoded' };

  const fields = (type, parent, rows, wanted) => {
    if (rows) { return new PropertyList(type, parent, isString(rows) && type === QueryParam ? QueryParam.parse(rows) : rows); }
    return wanted ? new PropertyList(type, parent, []) : rows;
  };

  const query = (graphql, wanted) => (graphql ?
    { query: graphql.query, operationName: graphql.operationName, variables: graphql.variables } :
    (wanted ? {} : graphql));

  // How many members a body has, most of them undefined.
  const MEMBERS = 8;

  class RequestBody extends PropertyBase {
    constructor(options) {
      super(options);
      if (options) { this.update(options); }
    }

    update(options) {
      if (isString(options)) { options = { mode: 'raw', raw: options }; }
      if (!options.mode) { return; }
      const mode = MODES[options.mode.toString().toLowerCase()] || 'raw';
      this.mode = mode;
      this.raw = mode === 'raw' && !options.raw ? '' : options.raw;
      this.urlencoded = fields(QueryParam, this, options.urlencoded, mode === 'urlencoded');
      this.formdata = fields(FormParam, this, options.formdata, mode === 'formdata');
      this.file = isString(options.file) ? { src: options.file } : options.file;
      this.graphql = query(options.graphql, mode === 'graphql');
      this.options = isObject(options.options) ? options.options : undefined;
      this.disabled = options.disabled;
    }

    toString() {
      const content = this[this.mode];
      if (this.mode === 'urlencoded' && PropertyList.isPropertyList(content)) { return QueryParam.unparse(content.all()); }
      const hasText = this.mode === 'urlencoded' || this.mode === 'raw';
      return hasText && content && isFunction(content.toString) ? content.toString() : '';
    }

    isEmpty() {
      const content = this.mode && this[this.mode];
      if (!content) { return true; }
      if (this.mode === 'file') { return !(content.src || content.content); }
      if (isString(content)) { return content.length === 0; }
      if (isFunction(content.count)) { return content.count() === 0; }
      return !isObject(content) || Object.keys(content).length === 0;
    }

    toJSON() { return written(this); }
  }
  RequestBody.MODES = MODES;

  const written = (body, without) => {
    const json = kit.exported(body, without);
    if (json.file && json.file.content && !isString(json.file.content)) { delete json.file.content; }
    return json;
  };

  // Whether a row is as its definition makes it. No definition has other members than those that are compared.
  const isAsWritten = (row, definition) => {
    const { description } = row;
    const isDisabled = kit.hasOwn(definition, 'disabled');
    const isDescribed = kit.hasOwn(definition, 'description');
    return row.key === definition.key && row.value === definition.value &&
      row.disabled === (isDisabled ? Boolean(definition.disabled) : undefined) &&
      (isDescribed ? isText(description, definition.description) : description === undefined) &&
      kit.keys(row).length === 2 + isDisabled + isDescribed && kit.prototypeOf(row) === QueryParam.prototype;
  };

  const isText = (description, text) => description instanceof Description && description.content === text &&
    description.type === 'text/plain';

  // Whether it is a body with a list of fields that was made of these definitions.
  kit.isForm = (body, source) => body instanceof RequestBody && body.urlencoded instanceof PropertyList &&
    kit.sourceOf(body.urlencoded) === source;

  // The rows of such a body, a number for each that is as its definition makes it, and whether all are.
  kit.formWritten = (body) => {
    const source = kit.sourceOf(body.urlencoded);
    const { members } = body.urlencoded;
    const rows = [];
    let isSame = members.length === source.length;
    kit.each(members, (row, i) => {
      const isKept = i < source.length && row instanceof QueryParam && isAsWritten(row, source[i]);
      rows[i] = isKept ? i : kit.memberJson(row);
      isSame = isSame && isKept;
    });
    return { rows, isSame };
  };

  // Whether a body has its usual members, and none but the form says anything.
  kit.isPlainForm = (body) => {
    const { mode, raw, formdata, file, graphql, options, disabled } = body;
    return mode === 'urlencoded' && raw === undefined && formdata === undefined && file === undefined &&
      graphql === undefined && options === undefined && disabled === undefined && kit.keys(body).length === MEMBERS &&
      kit.sourceOf(body.urlencoded) !== undefined;
  };
  kit.bodyWithoutForm = (body) => written(body, 'urlencoded');

  Object.assign(kit.classes, { FormParam, RequestBody });
})
