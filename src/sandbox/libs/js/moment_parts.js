// moment: parts of a date, read and set.
(function () {
  "use strict";
  return function extend(kit) {
    const { fn, unitOf, setParts, shifted, daysInMonth, timeOf, weekOf, weekStart, text, DAY } = kit;
    const reader = (get) => (moment) => (moment.isValid() ? get(shifted(moment)) : NaN);
    const READ = {
      year: reader((date) => date.getUTCFullYear()),
      month: reader((date) => date.getUTCMonth()),
      date: reader((date) => date.getUTCDate()),
      day: reader((date) => date.getUTCDay()),
      hour: reader((date) => date.getUTCHours()),
      minute: reader((date) => date.getUTCMinutes()),
      second: reader((date) => date.getUTCSeconds()),
      millisecond: reader((date) => date.getUTCMilliseconds()),
    };
    const PLACES = { hour: 3, minute: 4, second: 5, millisecond: 6 };
    function accessor(name, set) {
      return function (value) {
        return value === undefined || value === null ? READ[name](this) : set(this, value);
      };
    }
    for (const name in PLACES)
      fn[name] = fn[`${name}s`] = accessor(name, (m, value) => setParts(m, (parts) => (parts[PLACES[name]] = +value)));
    fn.date = fn.dates = accessor("date", (m, value) => setParts(m, (parts) => (parts[2] = +value)));
    fn.year = fn.years = accessor("year", (m, value) =>
      setParts(m, (parts) => {
        parts[0] = +value;
        parts[2] = Math.min(parts[2], daysInMonth(parts[0], parts[1]));
      }),
    );
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
    const dayOf = (value) =>
      typeof value === "string" && isNaN(value)
        ? text.DAYS.findIndex((name) => name.toLowerCase().startsWith(value.toLowerCase()))
        : +value;
    fn.day = fn.days = accessor("day", (m, value) =>
      dayOf(value) < 0 && isNaN(value) ? m : m.add(dayOf(value) - m.day(), "d"),
    );
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
      const day =
        Math.round(
          (timeOf(this.year(), this.month(), this.date(), 0, 0, 0, 0) - timeOf(this.year(), 0, 1, 0, 0, 0, 0)) / DAY,
        ) + 1;
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
    const weeksIn = (year, first, keyDay) =>
      Math.round((weekStart(year + 1, first, keyDay) - weekStart(year, first, keyDay)) / (7 * DAY));
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
        const order = [
          "year",
          "isoWeekYear",
          "weekYear",
          "quarter",
          "month",
          "week",
          "isoWeek",
          "dayOfYear",
          "date",
          "day",
        ];
        const rank = (unit) => (order.indexOf(unit) < 0 ? order.length : order.indexOf(unit));
        for (const [unit, part] of Object.entries(name)
          .map(([key, part]) => [unitOf(key), part])
          .sort((a, b) => rank(a[0]) - rank(b[0])))
          this[unit](part);
        return this;
      }
      const unit = unitOf(name);
      return unit ? this[unit](value) : this;
    };
  };
});
