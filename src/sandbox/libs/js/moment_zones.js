// moment: time zones as offsets.
(function () {
  "use strict";
  return function extend(kit) {
    const { fn, moment, instant, partsOf, text } = kit;
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
      if (value === undefined || value === null)
        return this._offset === undefined ? -new Date(this._time).getTimezoneOffset() || 0 : this._offset;
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
  };
});
