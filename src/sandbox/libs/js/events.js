// Node's EventEmitter.
(function () {
  "use strict";
  function EventEmitter() {
    this._events = this._events && Object.hasOwn(this, "_events") ? this._events : {};
  }

  function listOf(emitter, type) {
    if (!emitter._events) emitter._events = {};
    return Object.hasOwn(emitter._events, type) ? emitter._events[type] : [];
  }

  function add(emitter, type, listener, front) {
    if (typeof listener !== "function") throw new TypeError("listener must be a function");
    if (listOf(emitter, "newListener").length) emitter.emit("newListener", type, listener.listener || listener);
    const list = listOf(emitter, type);
    emitter._events[type] = front ? [listener, ...list] : [...list, listener];
    return emitter;
  }

  function onceOf(emitter, type, listener) {
    if (typeof listener !== "function") throw new TypeError("listener must be a function");
    function once(...values) {
      emitter.removeListener(type, once);
      return listener.apply(emitter, values);
    }
    once.listener = listener;
    return once;
  }

  const methods = {
    setMaxListeners(count) {
      this._maxListeners = count;
      return this;
    },
    getMaxListeners() {
      return this._maxListeners === undefined ? EventEmitter.defaultMaxListeners : this._maxListeners;
    },
    emit(type, ...values) {
      const list = listOf(this, type);
      if (list.length === 0) {
        if (type !== "error") return false;
        throw values[0] instanceof Error ? values[0] : new Error(`Uncaught, unspecified "error" event. (${values[0]})`);
      }
      for (const listener of list.slice()) listener.apply(this, values);
      return true;
    },
    addListener(type, listener) {
      return add(this, type, listener, false);
    },
    on(type, listener) {
      return add(this, type, listener, false);
    },
    prependListener(type, listener) {
      return add(this, type, listener, true);
    },
    once(type, listener) {
      return this.on(type, onceOf(this, type, listener));
    },
    prependOnceListener(type, listener) {
      return this.prependListener(type, onceOf(this, type, listener));
    },
    removeListener(type, listener) {
      const list = listOf(this, type);
      for (let i = list.length - 1; i >= 0; i--) {
        if (list[i] !== listener && list[i].listener !== listener) continue;
        const rest = list.filter((_, index) => index !== i);
        if (rest.length) this._events[type] = rest;
        else delete this._events[type];
        if (listOf(this, "removeListener").length) this.emit("removeListener", type, listener);
        break;
      }
      return this;
    },
    removeAllListeners(type) {
      if (type === undefined) this._events = {};
      else if (this._events) delete this._events[type];
      return this;
    },
    listeners(type) {
      return listOf(this, type).map((listener) => listener.listener || listener);
    },
    rawListeners(type) {
      return listOf(this, type).slice();
    },
    listenerCount(type) {
      return listOf(this, type).length;
    },
    eventNames() {
      return Object.keys(this._events || {});
    },
  };
  methods.off = methods.removeListener;
  Object.assign(EventEmitter.prototype, methods);
  EventEmitter.EventEmitter = EventEmitter;
  EventEmitter.defaultMaxListeners = 10;
  EventEmitter.listenerCount = (emitter, type) => emitter.listenerCount(type);
  return EventEmitter;
});
