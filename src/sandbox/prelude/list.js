// PropertyList: the lists of headers, query parameters, body fields and variables.
(function (kit) {
  'use strict';
  const { isFunction, isObject, isString, isNil, has, hasOwn } = kit;
  const { PropertyBase } = kit.sdk;

  // Lists take a function, an object of wanted members, a member's name, or a pair of name and value.
  const matches = (wanted) => (item) => Object.keys(wanted).every((key) => {
    const found = kit.get(item, key);
    return isObject(wanted[key]) && !isFunction(wanted[key]) ? isObject(found) && matches(wanted[key])(found) :
      Object.is(found, wanted[key]) || found === wanted[key];
  });
  const iteratee = (rule, context) => {
    if (isFunction(rule)) { return isObject(context) ? rule.bind(context) : rule; }
    if (isNil(rule)) { return (item) => item; }
    if (Array.isArray(rule)) { return matches({ [rule[0]]: rule[1] }); }
    if (isObject(rule)) { return matches(rule); }
    return (item) => kit.get(item, rule);
  };

  // Stops early when the visitor says `false`.
  const visit = (items, visitor) => {
    const keyed = Array.isArray(items) ? items.keys() : Object.keys(items);
    for (const key of keyed) {
      if (visitor(items[key], key, items) === false) { break; }
    }
  };

  const isMissing = (item) => item === null || item === undefined || item !== item;

  kit.memberJson = (member) => (member && isFunction(member.toJSON) ? member.toJSON() : PropertyBase.toJSON(member));

  const indexed = (list, name) => (list._postman_listIndexCaseInsensitive ? String(name).toLowerCase() : name);

  // The name that an item is found under; nothing for an empty one.
  const indexOfItem = (list, item) => {
    const name = item[list._postman_listIndexKey];
    if (!name) { return ''; }
    const text = typeof name === 'string' ? name : String(name);
    return text ? indexed(list, text) : '';
  };

  const refer = (list, item) => {
    const index = indexOfItem(list, item);
    if (!index) { return; }
    const { reference } = list;
    if (!list._postman_listAllowsMultipleValues || !hasOwn(reference, index)) {
      reference[index] = item;
      return;
    }
    if (!Array.isArray(reference[index])) { reference[index] = [reference[index]]; }
    reference[index].push(item);
  };

  const forget = (list, item) => {
    const index = indexOfItem(list, item);
    if (!index) { return; }
    const { reference } = list;
    const found = reference[index];
    if (!list._postman_listAllowsMultipleValues || !Array.isArray(found)) {
      delete reference[index];
      return;
    }
    const rest = found.filter((each) => each !== item);
    if (rest.length > 1) { reference[index] = rest; }
    else if (rest.length === 1) { [reference[index]] = rest; }
    else { delete reference[index]; }
  };

  // Puts in at the end what is in no list yet.
  kit.append = (list, item) => {
    const { members } = list;
    kit.setParent(item, list);
    members[members.length] = item;
    refer(list, item);
  };

  class PropertyList extends PropertyBase {
    constructor(type, parent, populate) {
      super();
      kit.setParent(this, parent);
      this.members = [];
      this.reference = {};
      this.Type = type;
      if (has(type, '_postman_propertyIndexKey')) { this._postman_listIndexKey = type._postman_propertyIndexKey; }
      if (has(type, '_postman_propertyIndexCaseInsensitive')) {
        this._postman_listIndexCaseInsensitive = type._postman_propertyIndexCaseInsensitive;
      }
      if (has(type, '_postman_propertyAllowsMultipleValues')) {
        this._postman_listAllowsMultipleValues = type._postman_propertyAllowsMultipleValues;
      }
      if (populate) { this.populate(populate); }
    }

    insert(item, before) {
      if (!isObject(item)) { return; }
      const present = this.indexOf(item);
      const owner = item.__parent;
      if (PropertyList.isPropertyList(owner) && owner !== this) { owner.remove(item); }
      kit.setParent(item, this);
      if (present > -1) { this.members.splice(present, 1); }
      const place = before ? this.indexOf(before) : -1;
      if (place > -1) { this.members.splice(place, 0, item); } else { this.members.push(item); }
      refer(this, item);
    }

    insertAfter(item, after) { return this.insert(item, this.idx(this.indexOf(after) + 1)); }
    append(item) { return this.insert(item); }
    prepend(item) { return this.insert(item, this.idx(0)); }

    add(item, ...rest) {
      if (isMissing(item)) { return; }
      const { Type } = this;
      if (item.constructor === Type) {
        this.insert(item);
        return;
      }
      const made = has(Type, 'create') ? Type.create(item, ...rest) : new Type(item);
      if (isObject(made) && made.__parent === undefined) { kit.append(this, made); } else { this.insert(made); }
    }

    upsert(item) {
      if (isMissing(item)) { return null; }
      const existing = this.one(item[this._postman_listIndexKey]);
      if (!existing) {
        this.add(item);
        return true;
      }
      if (!isFunction(existing.update)) {
        throw new Error('collection: unable to upsert into a list of Type that does not support .update()');
      }
      existing.update(item);
      return false;
    }

    remove(predicate, context) {
      if (isString(predicate)) {
        const wanted = indexed(this, predicate);
        predicate = (item) => {
          const name = item[this._postman_listIndexKey];
          return (this._postman_listIndexCaseInsensitive ? name.toLowerCase() : name) === wanted;
        };
      } else if (predicate instanceof this.Type) {
        const wanted = predicate;
        predicate = (item) => item === wanted;
      }
      if (!isFunction(predicate)) { return; }
      const doomed = this.members.filter((item, ...rest) => predicate.call(context || this, item, ...rest));
      for (const item of doomed) {
        this.members.splice(this.members.indexOf(item), 1);
        forget(this, item);
        PropertyList._unlinkItemFromParent(item);
      }
    }

    clear() {
      for (const item of this.members) { PropertyList._unlinkItemFromParent(item); }
      this.members.length = 0;
      for (const key of Object.keys(this.reference)) { delete this.reference[key]; }
    }

    populate(items) {
      const { Type } = this;
      if (isString(items) && isFunction(Type.parse)) { items = Type.parse(items); }
      if (isNil(items)) { items = [items]; }
      const many = Array.isArray(items) || (kit.isPlainObject(items) && has(Type, 'create'));
      visit(many ? items : [items], (item, key, all) => { this.add(item, key, all); });
    }

    repopulate(items) { this.clear(); this.populate(items); }

    assimilate(source, prune) {
      const members = PropertyList.isPropertyList(source) ? source.members : source;
      if (!Array.isArray(members)) { return; }
      const indexer = this._postman_listIndexKey;
      const kept = {};
      for (const item of members) {
        if (!item || !has(item, indexer)) { continue; }
        this.upsert(item);
        kept[item[indexer]] = true;
      }
      if (!prune) { return; }
      for (const key of Object.keys(this.reference)) {
        if (!has(kept, key)) { this.remove(key); }
      }
    }

    all() { return this.members.slice(); }

    one(id) {
      const found = this.reference[indexed(this, id)];
      return this._postman_listAllowsMultipleValues && Array.isArray(found) ? found[found.length - 1] : found;
    }

    get(key) {
      const member = this.one(key);
      return member ? member.valueOf() : undefined;
    }

    each(iterator, context) {
      visit(this.members, isFunction(iterator) ? iterator.bind(context || this.__parent) : iteratee(iterator));
    }

    filter(rule, context) { return this.members.filter(iteratee(rule, context)); }
    find(rule, context) { return this.members.find(iteratee(rule, context)); }
    map(iterator, context) { return this.members.map(iteratee(iterator, context || this)); }

    reduce(iterator, accumulator, context) {
      const step = iterator.bind(context || this);
      return arguments.length < 2 || accumulator === undefined && !arguments.length ?
        this.members.reduce(step) : this.members.reduce(step, accumulator);
    }

    count() { return this.members.length; }
    idx(index) { return this.members[index]; }
    indexOf(item) { return this.members.indexOf(isString(item) ? this.one(item) : item); }

    has(item, ...wanted) {
      const match = isString(item) ? this.reference[indexed(this, item)] :
        this.members.filter((member) => member === item);
      if (!match) { return false; }
      if (!wanted.length) { return Boolean(Array.isArray(match) ? match.length : match); }
      const candidates = this._postman_listAllowsMultipleValues && Array.isArray(match) ? match : [match];
      return candidates.some((each) => (isFunction(each.valueOf) ? each.valueOf() : each) === wanted[0]);
    }

    eachParent(iterator, context) {
      if (!isFunction(iterator)) { return; }
      let previous;
      for (let parent = this.__parent; parent; parent = parent.__parent) {
        iterator.call(context || this, parent, previous);
        previous = parent;
      }
    }

    toObject(excludeDisabled, caseSensitive, multiValue, sanitizeKeys) {
      const object = {};
      const key = this._postman_listIndexKey;
      const sanitized = this._postman_sanitizeKeys || sanitizeKeys;
      const sensitive = !this._postman_listIndexCaseInsensitive || caseSensitive;
      const multiple = this._postman_listAllowsMultipleValues || multiValue;
      for (const member of this.members) {
        if (!member || !has(member, key)) { continue; }
        if ((excludeDisabled && member.disabled) || (sanitized && !member[key])) { continue; }
        const name = sensitive ? member[key] : String(member[key]).toLowerCase();
        if (!multiple || !has(object, name)) {
          object[name] = member.valueOf();
          continue;
        }
        if (!Array.isArray(object[name])) { object[name] = [object[name]]; }
        object[name].push(member.valueOf());
      }
      return object;
    }

    toString() {
      return this.Type.unparse ? this.Type.unparse(this.members) : super.toString();
    }

    toJSON() {
      return this.members.map(kit.memberJson);
    }

    static _unlinkItemFromParent(item) { if (item.__parent) { delete item.__parent; } }
    static isPropertyList(object) { return object instanceof PropertyList; }
  }

  Object.assign(PropertyList.prototype, {
    _postman_propertyIsList: true,
    _postman_listIndexKey: 'id',
    _postman_listIndexCaseInsensitive: false,
    _postman_listAllowsMultipleValues: false,
  });

  // Lists of what the prelude itself makes of definitions: the same as the constructors make, several times faster.
  const LIST = PropertyList.prototype;
  kit.fillList = (list, parent, items, make) => {
    kit.setParent(list, parent);
    for (let i = 0; i < items.length; i += 1) { kit.append(list, make(items[i])); }
    return list;
  };
  kit.newList = (Type, parent, items, make) => kit.fillList({
    __proto__: LIST,
    members: [],
    reference: {},
    Type,
    _postman_listIndexKey: 'key',
    _postman_listAllowsMultipleValues: true,
  }, parent, items, make);

  kit.classes.PropertyList = PropertyList;
})
