// The Web APIs of the current sandbox, together.
(function (load, native, primordials) {
  "use strict";
  const { DOMException, TypeError, Promise } = primordials;
  return {
    DOMException,
    ...load("web/text"),
    ...load("web/url"),
    ...load("web/clone"),
    ...load("web/events"),
    ...load("web/crypto"),
    queueMicrotask(run) {
      if (typeof run !== "function") throw new TypeError('The "callback" argument must be of type function.');
      Promise.resolve().then(run);
    },
  };
});
