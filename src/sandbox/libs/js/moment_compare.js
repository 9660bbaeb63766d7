// moment: comparison.
(function () {
  "use strict";
  return function extend(kit) {
    const { fn, unitOf, asMoment } = kit;
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
  };
});
