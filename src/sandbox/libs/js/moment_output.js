// moment: what a date is turned into.
(function () {
  "use strict";
  return function extend(kit) {
    const { fn, moment, Moment, partsOf, like, asMoment, text } = kit;
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
      return moment.isMoment(input)
        ? input.isValid() && this.isValid()
          ? between(this, input, bare)
          : "Invalid date"
        : this.isValid() && moment(input).isValid()
          ? between(this, moment(input), bare)
          : "Invalid date";
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
      const name =
        days < -6
          ? "sameElse"
          : days < -1
            ? "lastWeek"
            : days < 0
              ? "lastDay"
              : days < 1
                ? "sameDay"
                : days < 2
                  ? "nextDay"
                  : days < 7
                    ? "nextWeek"
                    : "sameElse";
      const CALENDAR = {
        sameDay: "[Today at] LT",
        nextDay: "[Tomorrow at] LT",
        nextWeek: "dddd [at] LT",
        lastDay: "[Yesterday at] LT",
        lastWeek: "[Last] dddd [at] LT",
        sameElse: "L",
      };
      const chosen = formats && formats[name];
      return this.format(typeof chosen === "function" ? chosen.call(this, moment()) : chosen || CALENDAR[name]);
    };
  };
});
