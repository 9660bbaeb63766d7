// A clock that stands still and a random source that repeats.
(function (kit) {
  'use strict';
  const { host } = kit;
  const NativeDate = Date;

  function FrozenDate(...parts) {
    if (new.target === undefined) { return new NativeDate(host.now()).toString(); }
    return kit.construct(NativeDate, parts.length ? parts : [host.now()], new.target);
  }
  const fixed = (value) => ({ __proto__: null, value, writable: false, configurable: false, enumerable: false });
  kit.define(FrozenDate, 'name', { __proto__: null, value: 'Date', configurable: true });
  kit.define(FrozenDate, 'length', { __proto__: null, value: 7, configurable: true });
  kit.define(FrozenDate, 'prototype', fixed(NativeDate.prototype));
  kit.hide(FrozenDate, 'now', function now() { return host.now(); });
  kit.hide(FrozenDate, 'parse', NativeDate.parse);
  kit.hide(FrozenDate, 'UTC', NativeDate.UTC);
  kit.hide(NativeDate.prototype, 'constructor', FrozenDate);

  const scope = kit.Function('return this')();
  kit.hide(scope, 'Date', FrozenDate);
  kit.hide(Math, 'random', function random() { return host.random(); });
})
