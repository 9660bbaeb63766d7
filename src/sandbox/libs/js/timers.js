// The engine's timers under their module name.
(function (load, native) {
  "use strict";
  const timers = {};
  const names = ["setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "clearImmediate"];
  for (const name of names) timers[name] = (...values) => native.scope[name](...values);
  return timers;
});
