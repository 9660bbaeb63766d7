// moment 2.30: dates in English, in UTC, local time or a fixed offset.
(function (load) {
  "use strict";
  const text = { ...load("moment/format"), ...load("moment/read") };
  const isNumber = (value) => typeof value === "number" || Object.prototype.toString.call(value) === "[object Number]";
  const DAY = 86400000;

  const UNITS = {};
  for (const [unit, names] of Object.entries({
    year: "y years year", quarter: "Q quarters quarter", month: "M months month", week: "w weeks week", isoWeek: "W isoweeks isoweek isoWeek isoWeeks",
    day: "d days day", date: "D dates date", dayOfYear: "DDD dayofyears dayofyear dayOfYear", weekday: "e weekdays weekday", isoWeekday: "E isoweekdays isoweekday isoWeekday",
    hour: "h hours hour", minute: "m minutes minute", second: "s seconds second", millisecond: "ms milliseconds millisecond", weekYear: "gg weekyears weekyear weekYear", isoWeekYear: "GG isoweekyears isoweekyear isoWeekYear",
  })) for (const name of names.split(" ")) UNITS[name] = unit;
  const unitOf = (name) => (typeof name === "string" ? UNITS[name] || UNITS[name.toLowerCase()] : undefined);

  // A point in time; the offset is undefined in local mode.
  function Moment(time, offset, made) {
    this._time = time;
    this._offset = offset;
    Object.assign(this, { _isAMomentObject: true, _isValid: time === time, ...made });
  }
  const fn = Moment.prototype;
  const shifted = (moment) => new Date(moment._time + moment.utcOffset() * 60000);
  const timeOf = (year, month, date, hour, minute, second, millisecond) => {
    const made = new Date(Date.UTC(2000, 0, 1));
    made.setUTCFullYear(year, month, date);
    made.setUTCHours(hour, minute, second, millisecond);
    return made.getTime();
  };
  // The instant at which the clock shows these parts.
  function instant(parts, offset) {
    const plain = timeOf(...parts);
    if (offset !== undefined) return plain - offset * 60000;
    const made = new Date(2000, 0, 1);
    made.setFullYear(parts[0], parts[1], parts[2]);
    made.setHours(parts[3], parts[4], parts[5], parts[6]);
    return made.getTime();
  }
  const partsOf = (moment) => [moment.year(), moment.month(), moment.date(), moment.hour(), moment.minute(), moment.second(), moment.millisecond()];
  const setParts = (moment, change) => {
    if (!moment.isValid()) return moment;
    const parts = partsOf(moment);
    change(parts);
    moment._time = instant(parts, moment._offset);
    moment._isValid = moment._time === moment._time;
    return moment;
  };
  const daysInMonth = (year, month) => (Number.isNaN(year) || Number.isNaN(month) ? NaN : new Date(timeOf(year, month + 1, 0, 0, 0, 0, 0)).getUTCDate());

  function weekStart(year, first, keyDay) {
    const start = timeOf(year, 0, keyDay, 0, 0, 0, 0);
    const day = (new Date(start).getUTCDay() - first + 7) % 7;
    return start - day * DAY;
  }
  // Week and week year with weeks that begin on `first` and a first week that holds January `keyDay`.
  function weekOf(moment, first, keyDay) {
    const today = timeOf(moment.year(), moment.month(), moment.date(), 0, 0, 0, 0);
    let year = moment.year() + 1;
    while (weekStart(year, first, keyDay) > today) year--;
    return { year, week: Math.floor((today - weekStart(year, first, keyDay)) / (7 * DAY)) + 1 };
  }

  function fromParts(parts, offset, strict, made) {
    if (parts.invalid) return invalid(made);
    if (parts.time !== undefined) return new Moment(parts.time, offset, made);
    const today = new Moment(Date.now(), offset);
    if (parts.isoWeek !== undefined || parts.week !== undefined) {
      const iso = parts.isoWeek !== undefined;
      const year = (iso ? parts.isoYear : parts.weekYear) || parts.year || today.year();
      const start = weekStart(year, iso ? 1 : 0, iso ? 4 : 1);
      const week = iso ? parts.isoWeek : parts.week;
      const day = iso ? (parts.isoDay || 1) - 1 : parts.day || parts.weekday || 0;
      if (week < 1 || week > 53) return invalid(made);
      const date = new Date(start + (7 * (week - 1) + day) * DAY);
      Object.assign(parts, { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() });
    }
    if (parts.dayOfYear !== undefined) {
      const year = parts.year === undefined ? today.year() : parts.year;
      const date = new Date(timeOf(year, 0, parts.dayOfYear, 0, 0, 0, 0));
      if (parts.dayOfYear === 0 || date.getUTCFullYear() !== year) return invalid(made);
      Object.assign(parts, { year, month: date.getUTCMonth(), date: date.getUTCDate() });
    }
    // What is not given is taken from today down to the first part that is, and is zero below it.
    const names = ["year", "month", "date", "hour", "minute", "second", "millisecond"];
    const first = names.findIndex((name) => parts[name] !== undefined);
    const list = names.map((name, at) => {
      if (parts[name] !== undefined) return parts[name];
      if (at < (first < 0 ? 3 : first) && at < 3) return partsOf(today)[at];
      return name === "date" ? 1 : 0;
    });
    const [year, month, date, hour, minute, second] = list;
    const midnight = hour === 24 && minute === 0 && second === 0 && list[6] === 0;
    const valid = month >= 0 && month < 12 && date >= 1 && date <= daysInMonth(year, month) && hour >= 0 && (hour < 24 || midnight) && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (!valid) return invalid(made);
    if (parts.weekday !== undefined && parts.week === undefined && parts.isoWeek === undefined) {
      if (parts.date === undefined && parts.month === undefined) {
        list[2] += parts.weekday - new Date(timeOf(year, month, date, 0, 0, 0, 0)).getUTCDay();
      } else if (new Date(timeOf(year, month, date, 0, 0, 0, 0)).getUTCDay() !== parts.weekday) return invalid(made);
    }
    const zone = parts.offset === undefined ? offset : parts.offset;
    return new Moment(instant(list, zone), offset, made);
  }
  function invalid(made) {
    return new Moment(NaN, undefined, { ...made, _isValid: false });
  }

  function fromArray(list, offset, made) {
    const values = list.map((value) => parseInt(value, 10));
    const names = ["year", "month", "date", "hour", "minute", "second", "millisecond"];
    const parts = { year: new Moment(Date.now(), offset).year(), month: 0, date: 1 };
    values.forEach((value, at) => (parts[names[at]] = value));
    return list.length ? fromParts(parts, offset, false, made) : new Moment(Date.now(), offset, made);
  }

  function fromFormat(input, format, strict, offset, made) {
    if (Array.isArray(format)) {
      const tries = format.map((one) => [one, fromFormat(input, one, strict, offset, { ...made, _f: one }), read(input, one, strict)]);
      const good = tries.filter(([, moment]) => moment.isValid());
      if (!good.length) return invalid(made);
      const score = ([, , parts]) => parts.charsLeft + (parts.unused ? 10 : 0);
      return good.reduce((best, next) => (score(next) < score(best) ? next : best))[1];
    }
    if (format === moment.ISO_8601) return fromIso(input, offset, made) || invalid(made);
    if (format === moment.RFC_2822) return fromRfc(input, offset, made) || invalid(made);
    const parts = read(input, format, strict);
    if (parts.empty || parts.month === -1) return invalid(made);
    return fromParts(parts, offset, strict, made);
  }
  const read = (input, format, strict) => (typeof format === "string" ? text.read(input, format, strict) : { invalid: true });
  const fromIso = (input, offset, made) => {
    const parts = text.readIso(input);
    return parts && fromParts(parts, offset, false, made);
  };
  const fromRfc = (input, offset, made) => {
    const parts = text.readRfc(input);
    return parts && fromParts(parts, offset, false, made);
  };

  function create(input, format, locale, strict, offset) {
    if (typeof locale === "boolean") [strict, locale] = [locale, undefined];
    if (format === true || format === false) [strict, format] = [format, undefined];
    const empty = input !== null && typeof input === "object" && !(input instanceof Moment) && !isNumber(input) && !(input instanceof Date) && Object.keys(input).length === 0;
    if (empty) input = undefined;
    const made = { _i: input, _isUTC: offset !== undefined, ...(format === undefined ? {} : { _f: format }) };
    if (input instanceof Moment) return new Moment(input._time, offset === undefined ? input._offset : offset, { ...made, _i: input._i });
    if (input === null || (format === undefined && input === "")) return invalid(made);
    if (input instanceof Date) return new Moment(input.getTime(), offset, made);
    if (format !== undefined) return fromFormat(input, format, strict, offset, made);
    if (input === undefined) return new Moment(Date.now(), offset, made);
    if (typeof input === "string") return fromText(input, offset, strict, made);
    if (Array.isArray(input)) return fromArray(input, offset, made);
    if (isNumber(input)) return new Moment(+input, offset, made);
    if (typeof input === "object") {
      const given = {};
      for (const name in input) given[unitOf(name)] = input[name];
      const list = [given.year, given.month, given.day === undefined ? given.date : given.day, given.hour, given.minute, given.second, given.millisecond];
      const parts = {};
      ["year", "month", "date", "hour", "minute", "second", "millisecond"].forEach((name, at) => list[at] !== undefined && (parts[name] = parseInt(list[at], 10)));
      return fromParts(parts, offset, false, made);
    }
    return invalid(made);
  }
  function fromText(input, offset, strict, made) {
    const net = /^\/?Date\((-?\d+)/i.exec(input);
    if (net) return new Moment(+net[1], offset, made);
    const found = fromIso(input, offset, made) || fromRfc(input, offset, made);
    if (found) return found;
    return strict ? invalid(made) : new Moment(new Date(input).getTime(), offset, made);
  }

  function moment(input, format, locale, strict) {
    return create(input, format, locale, strict, undefined);
  }
  moment.fn = moment.prototype = fn;
  fn.constructor = Moment;
  moment.utc = (input, format, locale, strict) => create(input, format, locale, strict, 0);
  moment.unix = (seconds) => moment(seconds * 1000);
  moment.parseZone = (...values) => moment(...values).parseZone();
  moment.invalid = () => invalid({});
  moment.isMoment = (value) => value instanceof Moment || (value != null && value._isAMomentObject != null);
  moment.isDate = (value) => value instanceof Date || Object.prototype.toString.call(value) === "[object Date]";
  moment.now = () => Date.now();
  moment.normalizeUnits = unitOf;
  moment.ISO_8601 = function () {};
  moment.RFC_2822 = function () {};
  moment.defaultFormat = "YYYY-MM-DDTHH:mm:ssZ";
  moment.defaultFormatUtc = "YYYY-MM-DDTHH:mm:ss[Z]";
  moment.HTML5_FMT = { DATETIME_LOCAL: "YYYY-MM-DDTHH:mm", DATETIME_LOCAL_SECONDS: "YYYY-MM-DDTHH:mm:ss", DATETIME_LOCAL_MS: "YYYY-MM-DDTHH:mm:ss.SSS", DATE: "YYYY-MM-DD", TIME: "HH:mm", TIME_SECONDS: "HH:mm:ss", TIME_MS: "HH:mm:ss.SSS", WEEK: "GGGG-[W]WW", MONTH: "YYYY-MM" };
  moment.version = "2.30.1";
  moment.momentProperties = [];
  moment.suppressDeprecationWarnings = false;
  moment.deprecationHandler = null;
  moment.updateOffset = () => {};
  moment.parseTwoDigitYear = (value) => parseInt(value, 10) + (parseInt(value, 10) > 68 ? 1900 : 2000);
  moment.locale = moment.lang = () => "en";
  moment.locales = () => ["en"];
  const best = (better) => (...list) => {
    const all = Array.isArray(list[0]) ? list[0] : list;
    if (!all.length) return moment();
    return all.reduce((found, next) => (!found.isValid() ? found : !next.isValid() || better(next, found) ? next : found));
  };
  moment.max = best((next, found) => next > found);
  moment.min = best((next, found) => next < found);
  const lister = (list, cut) => (at) => {
    const names = list.map((name) => name.slice(0, cut));
    return isNumber(at) ? names[at] : names;
  };
  moment.months = lister(text.MONTHS);
  moment.monthsShort = lister(text.MONTHS, 3);
  moment.weekdays = lister(text.DAYS);
  moment.weekdaysShort = lister(text.DAYS, 3);
  moment.weekdaysMin = lister(text.DAYS, 2);
  moment.localeData = moment.langData = () => ({
    months: (m) => (m ? text.MONTHS[m.month()] : text.MONTHS.slice()), monthsShort: (m) => (m ? text.MONTHS[m.month()].slice(0, 3) : moment.monthsShort()),
    weekdays: (m) => (m ? text.DAYS[m.day()] : text.DAYS.slice()), weekdaysShort: (m) => (m ? text.DAYS[m.day()].slice(0, 3) : moment.weekdaysShort()), weekdaysMin: (m) => (m ? text.DAYS[m.day()].slice(0, 2) : moment.weekdaysMin()),
    firstDayOfWeek: () => 0, firstDayOfYear: () => 6, longDateFormat: (name) => text.LONG[name], ordinal: text.ordinal, meridiem: (hour, minute, lower) => (hour > 11 ? (lower ? "pm" : "PM") : lower ? "am" : "AM"),
  });

  // reading parts
  const reader = (get) => (moment) => (moment.isValid() ? get(shifted(moment)) : NaN);
  const READ = {
    year: reader((date) => date.getUTCFullYear()), month: reader((date) => date.getUTCMonth()), date: reader((date) => date.getUTCDate()), day: reader((date) => date.getUTCDay()),
    hour: reader((date) => date.getUTCHours()), minute: reader((date) => date.getUTCMinutes()), second: reader((date) => date.getUTCSeconds()), millisecond: reader((date) => date.getUTCMilliseconds()),
  };
  const PLACES = { hour: 3, minute: 4, second: 5, millisecond: 6 };
  function accessor(name, set) {
    return function (value) {
      return value === undefined || value === null ? READ[name](this) : set(this, value);
    };
  }
  for (const name in PLACES) fn[name] = fn[`${name}s`] = accessor(name, (m, value) => setParts(m, (parts) => (parts[PLACES[name]] = +value)));
  fn.date = fn.dates = accessor("date", (m, value) => setParts(m, (parts) => (parts[2] = +value)));
  fn.year = fn.years = accessor("year", (m, value) => setParts(m, (parts) => {
    parts[0] = +value;
    parts[2] = Math.min(parts[2], daysInMonth(parts[0], parts[1]));
  }));
  fn.month = fn.months = accessor("month", (m, value) => {
    if (typeof value === "string" && !/^\d+$/.test(value)) {
      value = text.MONTHS.findIndex((name) => name.toLowerCase().startsWith(value.toLowerCase()));
      if (value < 0) return m;
    }
    return setParts(m, (parts) => {
      const whole = parts[0] * 12 + +value;
      parts[0] = Math.floor(whole / 12);
      parts[1] = whole - parts[0] * 12;
      parts[2] = Math.min(parts[2], daysInMonth(parts[0], parts[1]));
    });
  });
  const dayOf = (value) => (typeof value === "string" && isNaN(value) ? text.DAYS.findIndex((name) => name.toLowerCase().startsWith(value.toLowerCase())) : +value);
  fn.day = fn.days = accessor("day", (m, value) => (dayOf(value) < 0 && isNaN(value) ? m : m.add(dayOf(value) - m.day(), "d")));
  fn.weekday = function (value) {
    return value == null ? this.day() : this.add(value - this.day(), "d");
  };
  fn.isoWeekday = function (value) {
    if (!this.isValid()) return value == null ? NaN : this;
    if (value == null) return this.day() || 7;
    const day = typeof value === "string" ? dayOf(value) % 7 || 7 : value;
    return this.day(this.day() % 7 ? day : day - 7);
  };
  fn.dayOfYear = function (value) {
    const day = Math.round((timeOf(this.year(), this.month(), this.date(), 0, 0, 0, 0) - timeOf(this.year(), 0, 1, 0, 0, 0, 0)) / DAY) + 1;
    return value == null ? day : this.add(value - day, "d");
  };
  fn.quarter = fn.quarters = function (value) {
    return value == null ? Math.ceil((this.month() + 1) / 3) : this.month((value - 1) * 3 + (this.month() % 3));
  };
  fn.week = fn.weeks = function (value) {
    const { week } = weekOf(this, 0, 1);
    return value == null ? week : this.add((value - week) * 7, "d");
  };
  fn.isoWeek = fn.isoWeeks = function (value) {
    const { week } = weekOf(this, 1, 4);
    return value == null ? week : this.add((value - week) * 7, "d");
  };
  fn.weekYear = function () {
    return weekOf(this, 0, 1).year;
  };
  fn.isoWeekYear = function () {
    return weekOf(this, 1, 4).year;
  };
  const weeksIn = (year, first, keyDay) => Math.round((weekStart(year + 1, first, keyDay) - weekStart(year, first, keyDay)) / (7 * DAY));
  fn.weeksInYear = function () {
    return weeksIn(this.year(), 0, 1);
  };
  fn.weeksInWeekYear = function () {
    return weeksIn(this.weekYear(), 0, 1);
  };
  fn.isoWeeksInYear = function () {
    return weeksIn(this.year(), 1, 4);
  };
  fn.isoWeeksInISOWeekYear = function () {
    return weeksIn(this.isoWeekYear(), 1, 4);
  };
  fn.daysInMonth = function () {
    return daysInMonth(this.year(), this.month());
  };
  fn.isLeapYear = function () {
    return daysInMonth(this.year(), 1) === 29;
  };
  fn.get = function (name) {
    const unit = unitOf(name);
    return unit ? this[unit]() : this;
  };
  fn.set = function (name, value) {
    if (typeof name === "object") {
      const order = ["year", "isoWeekYear", "weekYear", "quarter", "month", "week", "isoWeek", "dayOfYear", "date", "day"];
      const rank = (unit) => (order.indexOf(unit) < 0 ? order.length : order.indexOf(unit));
      for (const [unit, part] of Object.entries(name).map(([key, part]) => [unitOf(key), part]).sort((a, b) => rank(a[0]) - rank(b[0]))) this[unit](part);
      return this;
    }
    const unit = unitOf(name);
    return unit ? this[unit](value) : this;
  };

  // arithmetic
  function shift(m, amount, sign) {
    const { _months: months, _days: days, _milliseconds: rest } = amount;
    if (!m.isValid()) return m;
    if (months) m.month(m.month() + sign * Math.round(months));
    if (days) setParts(m, (parts) => (parts[2] += sign * Math.round(days)));
    if (rest) m._time += sign * rest;
    m._isValid = m._time === m._time;
    return m;
  }
  const adder = (sign) => function (amount, unit) {
    // moment once took the unit first, and still does.
    if (unit !== null && unit !== undefined && !isNaN(+unit)) [amount, unit] = [unit, amount];
    return shift(this, moment.duration(amount, unit), sign);
  };
  fn.add = adder(1);
  fn.subtract = adder(-1);
  const monthDifference = (left, right) => {
    if (left.date() < right.date()) return -monthDifference(right, left);
    const whole = (right.year() - left.year()) * 12 + right.month() - left.month();
    const anchor = left.clone().add(whole, "months");
    const before = right - anchor < 0;
    const other = left.clone().add(whole + (before ? -1 : 1), "months");
    const part = (right - anchor) / (before ? anchor - other : other - anchor);
    return -(whole + part) || 0;
  };
  fn.diff = function (input, unit, exact) {
    const that = like(this, input);
    if (!this.isValid() || !that.isValid()) return NaN;
    const zone = (that.utcOffset() - this.utcOffset()) * 60000;
    const size = { year: 12, quarter: 3, month: 1 }[unitOf(unit)];
    const spans = { second: 1000, minute: 60000, hour: 3600000, day: DAY, week: 7 * DAY };
    let found;
    if (size) found = monthDifference(this, that) / size;
    else {
      const span = spans[unitOf(unit)];
      found = (this - that - (span >= DAY ? zone : 0)) / (span || 1);
    }
    return exact ? found : (found < 0 ? Math.ceil(found) : Math.floor(found)) || 0;
  };
  // The other moment in the zone of this one.
  const like = (m, input) => {
    const that = moment.isMoment(input) ? input.clone() : m._offset === undefined ? moment(input) : moment.utc(input);
    if (m._offset === undefined) that._offset = undefined;
    else that._offset = m._offset;
    return that;
  };
  fn.startOf = function (name) {
    const unit = unitOf(name);
    if (unit === undefined || unit === "millisecond" || !this.isValid()) return this;
    if (unit === "week") this.weekday(0);
    if (unit === "isoWeek") this.isoWeekday(1);
    const depth = { year: 1, quarter: 2, month: 2, week: 3, isoWeek: 3, day: 3, date: 3, hour: 4, minute: 5, second: 6 }[unit];
    return setParts(this, (parts) => {
      if (unit === "quarter") parts[1] -= parts[1] % 3;
      for (let i = depth; i < 7; i++) parts[i] = i === 2 ? 1 : 0;
    });
  };
  fn.endOf = function (name) {
    const unit = unitOf(name);
    if (unit === undefined || unit === "millisecond" || !this.isValid()) return this;
    return this.startOf(unit).add(1, unit === "isoWeek" ? "week" : unit === "date" ? "day" : unit).subtract(1, "ms");
  };

  // comparison
  const asMoment = (input) => (moment.isMoment(input) ? input : moment(input));
  const edges = (m, unit) => [m.clone().startOf(unit).valueOf(), m.clone().endOf(unit).valueOf()];
  fn.isAfter = function (input, name) {
    const that = asMoment(input);
    if (!this.isValid() || !that.isValid()) return false;
    const unit = unitOf(name) || "millisecond";
    return unit === "millisecond" ? this.valueOf() > that.valueOf() : that.valueOf() < edges(this, unit)[0];
  };
  fn.isBefore = function (input, name) {
    const that = asMoment(input);
    if (!this.isValid() || !that.isValid()) return false;
    const unit = unitOf(name) || "millisecond";
    return unit === "millisecond" ? this.valueOf() < that.valueOf() : edges(this, unit)[1] < that.valueOf();
  };
  fn.isSame = function (input, name) {
    const that = asMoment(input);
    if (!this.isValid() || !that.isValid()) return false;
    const unit = unitOf(name) || "millisecond";
    if (unit === "millisecond") return this.valueOf() === that.valueOf();
    const [start, end] = edges(this, unit);
    return start <= that.valueOf() && that.valueOf() <= end;
  };
  fn.isSameOrAfter = function (input, unit) {
    return this.isSame(input, unit) || this.isAfter(input, unit);
  };
  fn.isSameOrBefore = function (input, unit) {
    return this.isSame(input, unit) || this.isBefore(input, unit);
  };
  fn.isBetween = function (from, to, unit, edge) {
    const [open, close] = edge || "()";
    const start = open === "(" ? this.isAfter(from, unit) : !this.isBefore(from, unit);
    return start && (close === ")" ? this.isBefore(to, unit) : !this.isAfter(to, unit));
  };

  // zones
  fn.utc = function (keep) {
    return this.utcOffset(0, keep);
  };
  fn.local = function (keep) {
    if (this._offset === undefined) return this;
    const parts = partsOf(this);
    this._offset = undefined;
    this._isUTC = false;
    if (keep) this._time = instant(parts, undefined);
    return this;
  };
  fn.utcOffset = function (value, keep) {
    if (value === undefined || value === null) return this._offset === undefined ? -new Date(this._time).getTimezoneOffset() || 0 : this._offset;
    if (typeof value === "string") {
      if (!/[+-]\d\d:?\d\d|Z/i.test(value)) return this;
      value = text.offsetOf(value);
    } else if (Math.abs(value) < 16) value *= 60;
    const parts = keep ? partsOf(this) : undefined;
    this._offset = value;
    this._isUTC = true;
    if (keep) this._time = instant(parts, value);
    return this;
  };
  fn.zone = function (value) {
    return value == null ? -this.utcOffset() : this.utcOffset(typeof value === "string" ? value : -value);
  };
  fn.parseZone = function () {
    const found = typeof this._i === "string" ? /Z|[+-]\d\d:?\d\d$/i.exec(this._i) : undefined;
    return this.utcOffset(found ? text.offsetOf(found[0]) : 0);
  };
  fn.isUtc = fn.isUTC = function () {
    return this.isValid() && this._isUTC && this._offset === 0;
  };
  fn.isLocal = function () {
    return this.isValid() && !this._isUTC;
  };
  fn.isUtcOffset = function () {
    return this.isValid() && this._isUTC;
  };
  fn.isDST = () => false;
  fn.isDSTShifted = () => false;
  fn.hasAlignedHourOffset = function (input) {
    return (this.utcOffset() - (input ? moment(input).utcOffset() : 0)) % 60 === 0;
  };
  fn.zoneAbbr = function () {
    return this._isUTC ? "UTC" : "";
  };
  fn.zoneName = function () {
    return this._isUTC ? "Coordinated Universal Time" : "";
  };

  // output
  fn.format = function (format) {
    if (!this.isValid()) return "Invalid date";
    return text.write(this, format || (this.isUtc() ? moment.defaultFormatUtc : moment.defaultFormat));
  };
  fn.toISOString = function (keepOffset) {
    if (!this.isValid()) return null;
    return keepOffset ? this.format("YYYY-MM-DD[T]HH:mm:ss.SSSZ") : new Date(this._time).toISOString();
  };
  fn.toJSON = function () {
    return this.isValid() ? this.toISOString() : null;
  };
  fn.toString = function () {
    return this.clone().format("ddd MMM DD YYYY HH:mm:ss [GMT]ZZ");
  };
  fn.inspect = function () {
    if (!this.isValid()) return `moment.invalid(/* ${this._i} */)`;
    const maker = this.isLocal() ? "moment" : this.utcOffset() === 0 ? "moment.utc" : "moment.parseZone";
    return `${maker}("${this.format(`YYYY-MM-DD[T]HH:mm:ss.SSS${this.isLocal() ? "" : "Z"}`)}")`;
  };
  fn.valueOf = function () {
    return this._time;
  };
  fn.unix = function () {
    return Math.floor(this._time / 1000);
  };
  fn.toDate = function () {
    return new Date(this._time);
  };
  fn.toArray = function () {
    return partsOf(this);
  };
  fn.toObject = function () {
    const [years, months, date, hours, minutes, seconds, milliseconds] = partsOf(this);
    return { years, months, date, hours, minutes, seconds, milliseconds };
  };
  fn.clone = function () {
    return new Moment(this._time, this._offset, { ...this });
  };
  fn.isValid = function () {
    return this._isValid;
  };
  fn.creationData = function () {
    return { input: this._i, format: this._f, isUTC: this._isUTC, strict: undefined };
  };
  fn.locale = fn.lang = function (name) {
    return name === undefined ? "en" : this;
  };
  fn.localeData = () => moment.localeData();
  fn.max = function (other) {
    return moment.max(this, moment(other));
  };
  fn.min = function (other) {
    return moment.min(this, moment(other));
  };
  fn.from = function (input, bare) {
    return moment.isMoment(input) ? (input.isValid() && this.isValid() ? between(this, input, bare) : "Invalid date") : this.isValid() && moment(input).isValid() ? between(this, moment(input), bare) : "Invalid date";
  };
  const between = (m, that, bare) => moment.duration({ to: m, from: that }).humanize(!bare);
  fn.fromNow = function (bare) {
    return this.from(moment(), bare);
  };
  fn.to = function (input, bare) {
    return this.isValid() ? moment.duration({ from: this, to: asMoment(input) }).humanize(!bare) : "Invalid date";
  };
  fn.toNow = function (bare) {
    return this.to(moment(), bare);
  };
  fn.calendar = function (input, formats) {
    const today = like(this, input === undefined || input === null ? moment() : input).startOf("day");
    const days = this.diff(today, "days", true);
    const name = days < -6 ? "sameElse" : days < -1 ? "lastWeek" : days < 0 ? "lastDay" : days < 1 ? "sameDay" : days < 2 ? "nextDay" : days < 7 ? "nextWeek" : "sameElse";
    const CALENDAR = { sameDay: "[Today at] LT", nextDay: "[Tomorrow at] LT", nextWeek: "dddd [at] LT", lastDay: "[Yesterday at] LT", lastWeek: "[Last] dddd [at] LT", sameElse: "L" };
    const chosen = formats && formats[name];
    return this.format(typeof chosen === "function" ? chosen.call(this, moment()) : chosen || CALENDAR[name]);
  };

  load("moment/duration")(moment, { unitOf, like, asMoment });

  return moment;
})
