// moment: durations.
(function () {
  "use strict";
  const DAY = 86400000;
  const isNumber = (value) => typeof value === "number" || Object.prototype.toString.call(value) === "[object Number]";

  return function addDurations(moment, { unitOf, like, asMoment }) {
    const MONTH_DAYS = 146097 / 4800;
    function Duration(months, days, milliseconds) {
      this._months = months;
      this._days = days;
      this._milliseconds = milliseconds;
      this._isValid = [months, days, milliseconds].every((part) => part === part);
      // Hours and less bubble up to days, and days to months only as far as whole parts allow.
      if (!((milliseconds >= 0 && days >= 0 && months >= 0) || (milliseconds <= 0 && days <= 0 && months <= 0))) {
        milliseconds += Math.sign(months * MONTH_DAYS + days) * Math.ceil(Math.abs(months * MONTH_DAYS + days)) * DAY;
        days = months = 0;
      }
      const data = { milliseconds: milliseconds % 1000 || 0 };
      let rest = Math.trunc(milliseconds / 1000) || 0;
      data.seconds = rest % 60 || 0;
      rest = Math.trunc(rest / 60) || 0;
      data.minutes = rest % 60 || 0;
      rest = Math.trunc(rest / 60) || 0;
      data.hours = rest % 24 || 0;
      days += Math.trunc(rest / 24);
      const wholeMonths = Math.trunc((days * 4800) / 146097) || 0;
      months += wholeMonths;
      days -= Math.sign(wholeMonths) * Math.ceil(Math.abs((wholeMonths * 146097) / 4800));
      data.days = days || 0;
      data.years = Math.trunc(months / 12) || 0;
      data.months = months % 12 || 0;
      this._data = data;
    }
    const span = Duration.prototype;
    moment.duration = (input, unit) => {
      if (input instanceof Duration) return new Duration(input._months, input._days, input._milliseconds);
      let parts = {};
      if (isNumber(input) || (input !== null && typeof input !== "object" && input !== "" && !isNaN(+input)))
        parts[unit ? unitOf(unit) : "millisecond"] = +input;
      else if (typeof input === "string") parts = durationText(input) || {};
      else if (input && (moment.isMoment(input.from) || input.from !== undefined) && input.to !== undefined) {
        const from = asMoment(input.from);
        const to = like(from, input.to);
        return betweenMoments(from, to);
      } else if (input) for (const name in input) parts[unitOf(name) || name] = +input[name];
      const part = (name) => parts[name] || 0;
      return new Duration(
        part("year") * 12 + part("quarter") * 3 + part("month"),
        part("week") * 7 + part("isoWeek") * 7 + part("day"),
        part("hour") * 3600000 + part("minute") * 60000 + part("second") * 1000 + part("millisecond"),
      );
    };
    moment.duration.fn = span;
    moment.duration.invalid = () => new Duration(NaN, NaN, NaN);
    moment.isDuration = (value) => value instanceof Duration;
    function betweenMoments(from, to) {
      const sign = to < from ? -1 : 1;
      const [first, last] = sign > 0 ? [from, to] : [to, from];
      let months = last.month() - first.month() + (last.year() - first.year()) * 12;
      if (first.clone().add(months, "M").isAfter(last)) months--;
      return new Duration(sign * months || 0, 0, sign * (last - first.clone().add(months, "M")) || 0);
    }
    function durationText(input) {
      const net = /^([-+])?(?:(\d*)[. ])?(\d+):(\d+)(?::(\d+)(\.\d*)?)?$/.exec(input);
      if (net) {
        const sign = net[1] === "-" ? -1 : 1;
        return {
          day: sign * (net[2] || 0),
          hour: sign * net[3],
          minute: sign * net[4],
          second: sign * (net[5] || 0),
          millisecond: sign * Math.round((net[6] || 0) * 1000),
        };
      }
      const iso =
        /^([-+])?P(?:([-+]?[0-9,.]*)Y)?(?:([-+]?[0-9,.]*)M)?(?:([-+]?[0-9,.]*)W)?(?:([-+]?[0-9,.]*)D)?(?:T(?:([-+]?[0-9,.]*)H)?(?:([-+]?[0-9,.]*)M)?(?:([-+]?[0-9,.]*)S)?)?$/.exec(
          input,
        );
      if (!iso) return undefined;
      const value = (at) => (iso[1] === "-" ? -1 : 1) * (parseFloat((iso[at] || "0").replace(",", ".")) || 0);
      return {
        year: value(2),
        month: value(3),
        week: value(4),
        day: value(5),
        hour: value(6),
        minute: value(7),
        second: value(8),
      };
    }
    for (const name of ["years", "months", "days", "hours", "minutes", "seconds", "milliseconds"]) {
      span[name] = function () {
        return this.isValid() ? this._data[name] : NaN;
      };
    }
    span.weeks = function () {
      return Math.trunc(this.days() / 7) || 0;
    };
    span.isValid = function () {
      return this._isValid;
    };
    span.as = function (name) {
      if (!this.isValid()) return NaN;
      const unit = unitOf(name);
      const months = { month: 1, quarter: 3, year: 12 }[unit];
      if (months) return (this._months + ((this._days + this._milliseconds / DAY) * 4800) / 146097) / months;
      const days = this._days + Math.round(this._months * MONTH_DAYS);
      const sizes = { week: 7 * DAY, day: DAY, hour: 3600000, minute: 60000, second: 1000, millisecond: 1 };
      if (!sizes[unit]) throw new Error(`Unknown unit ${unit}`);
      return unit === "millisecond"
        ? Math.floor(days * DAY) + this._milliseconds
        : (days * DAY + this._milliseconds) / sizes[unit];
    };
    for (const name of [
      "Milliseconds",
      "Seconds",
      "Minutes",
      "Hours",
      "Days",
      "Weeks",
      "Months",
      "Quarters",
      "Years",
    ]) {
      span[`as${name}`] = function () {
        return this.as(name.toLowerCase());
      };
    }
    span.get = function (name) {
      const unit = unitOf(name);
      return this.isValid() ? this[`${unit}s`]() : NaN;
    };
    span.valueOf = function () {
      return this.isValid()
        ? this._milliseconds + this._days * DAY + (this._months % 12) * 2592e6 + Math.trunc(this._months / 12) * 31536e6
        : NaN;
    };
    const changed = (sign) =>
      function (input, unit) {
        const other = moment.duration(input, unit);
        return Object.assign(
          this,
          new Duration(
            this._months + sign * other._months,
            this._days + sign * other._days,
            this._milliseconds + sign * other._milliseconds,
          ),
        );
      };
    span.add = changed(1);
    span.subtract = changed(-1);
    span.abs = function () {
      return Object.assign(
        this,
        new Duration(Math.abs(this._months), Math.abs(this._days), Math.abs(this._milliseconds)),
      );
    };
    span.clone = function () {
      return moment.duration(this);
    };
    span.locale = span.lang = function (name) {
      return name === undefined ? "en" : this;
    };
    span.localeData = () => moment.localeData();
    span.toISOString =
      span.toString =
      span.toJSON =
      span.toIsoString =
        function () {
          if (!this.isValid()) return "Invalid date";
          const total = this.asSeconds();
          if (!total) return "P0D";
          const milliseconds = Math.abs(this._milliseconds) / 1000;
          const hours = Math.floor(milliseconds / 3600);
          const minutes = Math.floor((milliseconds % 3600) / 60);
          const seconds = milliseconds % 60;
          const months = Math.abs(this._months);
          const sign = (value) => (Math.sign(value) !== Math.sign(total) ? "-" : "");
          const part = (size, source, name) => (size ? sign(source) + size + name : "");
          const time =
            part(hours, this._milliseconds, "H") +
            part(minutes, this._milliseconds, "M") +
            part(seconds ? seconds.toFixed(3).replace(/\.?0+$/, "") : 0, this._milliseconds, "S");
          return (
            (total < 0 ? "-" : "") +
            "P" +
            part(Math.floor(months / 12), this._months, "Y") +
            part(months % 12, this._months, "M") +
            part(Math.abs(this._days), this._days, "D") +
            (time ? `T${time}` : "")
          );
        };
    const LIMITS = { ss: 44, s: 45, m: 45, h: 22, d: 26, M: 11 };
    span.humanize = function (suffix) {
      if (!this.isValid()) return "Invalid date";
      const size = new Duration(this._months, this._days, this._milliseconds).abs();
      const [seconds, minutes, hours, days, months, years] = ["s", "m", "h", "d", "M", "y"].map((unit) =>
        Math.round(size.as(unit)),
      );
      const many = (count, one, name) => (count <= 1 ? one : `${count} ${name}`);
      const words =
        seconds <= LIMITS.ss
          ? "a few seconds"
          : minutes < LIMITS.m
            ? many(minutes, "a minute", "minutes")
            : hours < LIMITS.h
              ? many(hours, "an hour", "hours")
              : days < LIMITS.d
                ? many(days, "a day", "days")
                : months < LIMITS.M
                  ? many(months, "a month", "months")
                  : many(years, "a year", "years");
      if (suffix !== true) return words;
      return +this > 0 ? `in ${words}` : `${words} ago`;
    };
  };
});
