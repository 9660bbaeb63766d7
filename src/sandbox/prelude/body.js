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

  const isText = (description, text) => description instanceof Description && description.content === text &&
    description.type === 'text/plain';

  // Whether a row has the members that its definition gives it, all but key and value the same.
  const isLike = (row, definition) => {
    if (!(row instanceof QueryParam) || kit.prototypeOf(row) !== PARAM) { return false; }
    const { description, disabled } = row;
    const isDisabled = definition.disabled !== undefined;
    const isDescribed = definition.description !== undefined;
    return kit.keys(row).length === 2 + isDisabled + isDescribed &&
      disabled === (isDisabled ? Boolean(definition.disabled) : undefined) &&
      (isDescribed ? isText(description, definition.description) : description === undefined);
  };
  const PARAM = QueryParam.prototype;

  // A row of a form: its number if it is as in the file.
  const rowWritten = (row, number, definition) => {
    if (definition === undefined || !isLike(row, definition)) { return kit.memberJson(row); }
    const { key, value, disabled } = row;
    if (key === definition.key && value === definition.value) { return number; }
    if (typeof key !== 'string' || typeof value !== 'string') { return kit.memberJson(row); }
    const { description } = definition;
    return { disabled, description: description === undefined ? undefined : { content: description, type: 'text/plain' }, key, value };
  };

  kit.isForm = (body) => body instanceof RequestBody && body.urlencoded instanceof PropertyList;

  // The rows of such a body, and whether all are as their definitions make them.
  kit.formWritten = (body, source) => {
    const { members } = body.urlencoded;
    const rows = [];
    let isSame = members.length === source.length;
    for (let i = 0; i < members.length; i += 1) {
      rows[i] = rowWritten(members[i], i, source[i]);
      isSame = isSame && rows[i] === i;
    }
    return { rows, isSame };
  };

  // Whether nothing but the form says anything.
  kit.isFormOnly = ({ mode, raw, formdata, file, graphql, options, disabled }) => mode === 'urlencoded' &&
    raw === undefined && formdata === undefined && file === undefined && graphql === undefined && options === undefined &&
    disabled === undefined;

  // Makes a body of plain rows.
  const BODY = RequestBody.prototype;
  kit.newForm = (rows) => {
    const body = {
      __proto__: BODY,
      mode: 'urlencoded',
      raw: undefined,
      urlencoded: undefined,
      formdata: undefined,
      file: undefined,
      graphql: undefined,
      options: undefined,
      disabled: undefined,
    };
    body.urlencoded = kit.newList(QueryParam, body, rows, kit.newParam);
    return body;
  };

  kit.isSameForm = (body) => kit.isFormOnly(body) && kit.keys(body).length === MEMBERS;
  kit.bodyWithoutForm = (body) => written(body, 'urlencoded');

  Object.assign(kit.classes, { FormParam, RequestBody });
})
