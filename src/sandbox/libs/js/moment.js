// moment 2.30: dates in English, in UTC, local time or a fixed offset.
(function (load) {
  "use strict";
  const text = { ...load("moment/format"), ...load("moment/read") };
  const isNumber = (value) => typeof value === "number" || Object.prototype.toString.call(value) === "[object Number]";
  const DAY = 86400000;

  const UNITS = {};
  for (const [unit, names] of Object.entries({
    year: "y years year",
    quarter: "Q quarters quarter",
    month: "M months month",
    week: "w weeks week",
    isoWeek: "W isoweeks isoweek isoWeek isoWeeks",
    day: "d days day",
    date: "D dates date",
    dayOfYear: "DDD dayofyears dayofyear dayOfYear",
    weekday: "e weekdays weekday",
    isoWeekday: "E isoweekdays isoweekday isoWeekday",
    hour: "h hours hour",
    minute: "m minutes minute",
    second: "s seconds second",
    millisecond: "ms milliseconds millisecond",
    weekYear: "gg weekyears weekyear weekYear",
    isoWeekYear: "GG isoweekyears isoweekyear isoWeekYear",
  }))
    for (const name of names.split(" ")) UNITS[name] = unit;
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
  const partsOf = (moment) => [
    moment.year(),
    moment.month(),
    moment.date(),
    moment.hour(),
    moment.minute(),
    moment.second(),
    moment.millisecond(),
  ];
  const setParts = (moment, change) => {
    if (!moment.isValid()) return moment;
    const parts = partsOf(moment);
    change(parts);
    moment._time = instant(parts, moment._offset);
    moment._isValid = moment._time === moment._time;
    return moment;
  };
  const daysInMonth = (year, month) =>
    Number.isNaN(year) || Number.isNaN(month) ? NaN : new Date(timeOf(year, month + 1, 0, 0, 0, 0, 0)).getUTCDate();

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
    const valid =
      month >= 0 &&
      month < 12 &&
      date >= 1 &&
      date <= daysInMonth(year, month) &&
      hour >= 0 &&
      (hour < 24 || midnight) &&
      minute >= 0 &&
      minute < 60 &&
      second >= 0 &&
      second < 60;
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
      const tries = format.map((one) => [
        one,
        fromFormat(input, one, strict, offset, { ...made, _f: one }),
        read(input, one, strict),
      ]);
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
  const read = (input, format, strict) =>
    typeof format === "string" ? text.read(input, format, strict) : { invalid: true };
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
    const empty =
      input !== null &&
      typeof input === "object" &&
      !(input instanceof Moment) &&
      !isNumber(input) &&
      !(input instanceof Date) &&
      Object.keys(input).length === 0;
    if (empty) input = undefined;
    const made = { _i: input, _isUTC: offset !== undefined, ...(format === undefined ? {} : { _f: format }) };
    if (input instanceof Moment)
      return new Moment(input._time, offset === undefined ? input._offset : offset, { ...made, _i: input._i });
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
      const list = [
        given.year,
        given.month,
        given.day === undefined ? given.date : given.day,
        given.hour,
        given.minute,
        given.second,
        given.millisecond,
      ];
      const parts = {};
      ["year", "month", "date", "hour", "minute", "second", "millisecond"].forEach(
        (name, at) => list[at] !== undefined && (parts[name] = parseInt(list[at], 10)),
      );
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
  moment.HTML5_FMT = {
    DATETIME_LOCAL: "YYYY-MM-DDTHH:mm",
    DATETIME_LOCAL_SECONDS: "YYYY-MM-DDTHH:mm:ss",
    DATETIME_LOCAL_MS: "YYYY-MM-DDTHH:mm:ss.SSS",
    DATE: "YYYY-MM-DD",
    TIME: "HH:mm",
    TIME_SECONDS: "HH:mm:ss",
    TIME_MS: "HH:mm:ss.SSS",
    WEEK: "GGGG-[W]WW",
    MONTH: "YYYY-MM",
  };
  moment.version = "2.30.1";
  moment.momentProperties = [];
  moment.suppressDeprecationWarnings = false;
  moment.deprecationHandler = null;
  moment.updateOffset = () => {};
  moment.parseTwoDigitYear = (value) => parseInt(value, 10) + (parseInt(value, 10) > 68 ? 1900 : 2000);
  moment.locale = moment.lang = () => "en";
  moment.locales = () => ["en"];
  const best =
    (better) =>
    (...list) => {
      const all = Array.isArray(list[0]) ? list[0] : list;
      if (!all.length) return moment();
      return all.reduce((found, next) =>
        !found.isValid() ? found : !next.isValid() || better(next, found) ? next : found,
      );
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
    months: (m) => (m ? text.MONTHS[m.month()] : text.MONTHS.slice()),
    monthsShort: (m) => (m ? text.MONTHS[m.month()].slice(0, 3) : moment.monthsShort()),
    weekdays: (m) => (m ? text.DAYS[m.day()] : text.DAYS.slice()),
    weekdaysShort: (m) => (m ? text.DAYS[m.day()].slice(0, 3) : moment.weekdaysShort()),
    weekdaysMin: (m) => (m ? text.DAYS[m.day()].slice(0, 2) : moment.weekdaysMin()),
    firstDayOfWeek: () => 0,
    firstDayOfYear: () => 6,
    longDateFormat: (name) => text.LONG[name],
    ordinal: text.ordinal,
    meridiem: (hour, minute, lower) => (hour > 11 ? (lower ? "pm" : "PM") : lower ? "am" : "AM"),
  });

  // The other moment in the zone of this one.
  const like = (m, input) => {
    const that = moment.isMoment(input) ? input.clone() : m._offset === undefined ? moment(input) : moment.utc(input);
    that._offset = m._offset;
    return that;
  };
  const asMoment = (input) => (moment.isMoment(input) ? input : moment(input));
  const kit = {
    fn,
    moment,
    Moment,
    text,
    unitOf,
    instant,
    partsOf,
    setParts,
    shifted,
    timeOf,
    daysInMonth,
    weekOf,
    weekStart,
    like,
    asMoment,
    DAY,
  };
  for (const part of ["parts", "arithmetic", "compare", "zones", "output"]) load(`moment/${part}`)(kit);
  load("moment/duration")(moment, { unitOf, like, asMoment });

  return moment;
});
