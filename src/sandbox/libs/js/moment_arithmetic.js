// moment: adding, differences and the bounds of units.
(function () {
  "use strict";
  return function extend(kit) {
    const { fn, moment, unitOf, setParts, like, DAY } = kit;
    function shift(m, amount, sign) {
      const { _months: months, _days: days, _milliseconds: rest } = amount;
      if (!m.isValid()) return m;
      if (months) m.month(m.month() + sign * Math.round(months));
      if (days) setParts(m, (parts) => (parts[2] += sign * Math.round(days)));
      if (rest) m._time += sign * rest;
      m._isValid = m._time === m._time;
      return m;
    }
    const adder = (sign) =>
      function (amount, unit) {
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
    fn.startOf = function (name) {
      const unit = unitOf(name);
      if (unit === undefined || unit === "millisecond" || !this.isValid()) return this;
      if (unit === "week") this.weekday(0);
      if (unit === "isoWeek") this.isoWeekday(1);
      const depth = {
        year: 1,
        quarter: 2,
        month: 2,
        week: 3,
        isoWeek: 3,
        day: 3,
        date: 3,
        hour: 4,
        minute: 5,
        second: 6,
      }[unit];
      return setParts(this, (parts) => {
        if (unit === "quarter") parts[1] -= parts[1] % 3;
        for (let i = depth; i < 7; i++) parts[i] = i === 2 ? 1 : 0;
      });
    };
    fn.endOf = function (name) {
      const unit = unitOf(name);
      if (unit === undefined || unit === "millisecond" || !this.isValid()) return this;
      return this.startOf(unit)
        .add(1, unit === "isoWeek" ? "week" : unit === "date" ? "day" : unit)
        .subtract(1, "ms");
    };
  };
});
