// Header and HeaderList.
(function (kit) {
  'use strict';
  const { isObject, isString, has, get } = kit;
  const { Property, PropertyList } = kit.sdk;

  class Header extends Property {
    constructor(options, name) {
      if (isString(options)) {
        options = isString(name) ? { key: name, value: options } : Header.parseSingle(options);
      }
      super(options);
      this.update(options);
    }

    update(options) {
      this.key = get(options, 'key') || '';
      this.value = get(options, 'value', '');
      if (has(options, 'system')) { this.system = options.system; }
      if (has(options, 'disabled')) { this.disabled = options.disabled; }
    }

    toString() { return `${this.key}: ${this.value}`; }
    valueOf() { return this.value; }

    static create(...args) { return new Header(...args); }

    // One header a line; a line that begins with a blank goes on with the one before.
    static parse(text) {
      const unfolded = text.toString().replace(/\r\n([ \t])/g, '$1');
      return Array.from(unfolded.matchAll(/^(\S+):(.*)$/gm), (match) => ({ key: match[1], value: match[2].trim() }));
    }

    static parseSingle(text) {
      if (!isString(text)) { return { key: '', value: '' }; }
      const colon = text.indexOf(':');
      const end = colon < 0 ? text.length : colon;
      return { key: text.slice(0, end).trim(), value: text.slice(end + 1).trim() };
    }

    static unparse(headers, separator = '\r\n') {
      if (!Array.isArray(headers) && !PropertyList.isPropertyList(headers)) { return ''; }
      return headers.reduce((text, header) => (header && !header.disabled ?
        text + Header.unparseSingle(header) + separator : text), '');
    }

    static unparseSingle(header) { return isObject(header) ? `${header.key}: ${header.value}` : ''; }
    static isHeader(object) { return object instanceof Header; }
  }
  Header._postman_propertyIndexKey = 'key';
  Header._postman_propertyIndexCaseInsensitive = true;
  Header._postman_propertyAllowsMultipleValues = true;

  class HeaderList extends PropertyList {
    constructor(parent, headers) { super(Header, parent, headers); }
    contentSize() { return this.count() ? Header.unparse(this).length : 0; }
    static isHeaderList(object) { return object instanceof HeaderList; }
  }

  // Makes headers of plain rows.
  const HEADER = Header.prototype;
  const HEADERS = HeaderList.prototype;
  const newHeader = (row) => {
    const header = { __proto__: HEADER };
    if (row.disabled !== undefined) { header.disabled = row.disabled; }
    if (row.description !== undefined) { header.description = kit.described(row.description); }
    header.key = row.key || '';
    header.value = row.value === undefined ? '' : row.value;
    return header;
  };
  kit.newHeaders = (request, rows) => kit.fillList({
    __proto__: HEADERS,
    members: [],
    reference: {},
    Type: Header,
    _postman_listIndexKey: 'key',
    _postman_listIndexCaseInsensitive: true,
    _postman_listAllowsMultipleValues: true,
  }, request, rows, newHeader);

  Object.assign(kit.classes, { Header, HeaderList });
})
