// A library that is not built in: using it in any way is reported.
(function (load, native, primordials) {
  "use strict";
  return function stub(library) {
    const seen = (name) => native.missing(library, typeof name === "string" ? name : "");
    return new primordials.Proxy(function () {}, {
      get(target, name) {
        if (typeof name === "symbol" || name === "then") return undefined;
        seen(name);
        return undefined;
      },
      apply() {
        seen("");
        throw new primordials.TypeError(`${library} is not available in this sandbox`);
      },
      construct() {
        seen("");
        throw new primordials.TypeError(`${library} is not available in this sandbox`);
      },
    });
  };
});
