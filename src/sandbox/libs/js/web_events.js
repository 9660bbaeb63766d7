// Events and abort signals.
(function (load, native, primordials) {
  "use strict";
  const { TypeError, DOMException } = primordials;

  class Event {
    constructor(type, options) {
      if (arguments.length === 0) throw new TypeError('The "type" argument must be specified');
      const { bubbles = false, cancelable = false, composed = false } = options || {};
      Object.defineProperty(this, "isTrusted", { value: false, enumerable: true });
      this._state = { type: `${type}`, bubbles, cancelable, composed, prevented: false, stopped: false, target: null };
      Object.defineProperty(this, "_state", { enumerable: false });
    }
    preventDefault() {
      if (this._state.cancelable) this._state.prevented = true;
    }
    stopImmediatePropagation() {
      this._state.stopped = true;
    }
    stopPropagation() {}
    get defaultPrevented() {
      return this._state.prevented;
    }
    get currentTarget() {
      return this._state.target;
    }
  }
  for (const name of ["type", "bubbles", "cancelable", "composed", "target"]) {
    Object.defineProperty(Event.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this._state[name];
      },
    });
  }
  class EventTarget {
    #listeners = new Map();
    addEventListener(type, listener, options) {
      if (!listener) return;
      const list = this.#listeners.get(`${type}`) || [];
      if (!list.some((held) => held.listener === listener)) list.push({ listener, once: !!(options && options.once) });
      this.#listeners.set(`${type}`, list);
    }
    removeEventListener(type, listener) {
      this.#listeners.set(
        `${type}`,
        (this.#listeners.get(`${type}`) || []).filter((held) => held.listener !== listener),
      );
    }
    dispatchEvent(event) {
      event._state.target = this;
      for (const held of (this.#listeners.get(event.type) || []).slice()) {
        if (held.once) this.removeEventListener(event.type, held.listener);
        if (typeof held.listener === "function") held.listener.call(this, event);
        else held.listener.handleEvent(event);
        if (event._state.stopped) break;
      }
      return !event.defaultPrevented;
    }
  }
  class AbortSignal extends EventTarget {
    #aborted = false;
    #reason;
    onabort = null;
    get aborted() {
      return this.#aborted;
    }
    get reason() {
      return this.#reason;
    }
    throwIfAborted() {
      if (this.#aborted) throw this.#reason;
    }
    static abort(reason) {
      const signal = new AbortSignal();
      signal._abort(reason);
      return signal;
    }
    static timeout(delay) {
      const signal = new AbortSignal();
      native.scope.setTimeout(
        () => signal._abort(new DOMException("The operation was aborted due to timeout", "TimeoutError")),
        delay,
      );
      return signal;
    }
    _abort(reason) {
      if (this.#aborted) return;
      this.#aborted = true;
      this.#reason = reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
      const event = new Event("abort");
      if (typeof this.onabort === "function") this.onabort(event);
      this.dispatchEvent(event);
    }
  }
  class AbortController {
    #signal = new AbortSignal();
    get signal() {
      return this.#signal;
    }
    abort(reason) {
      this.#signal._abort(reason);
    }
  }

  return { Event, EventTarget, AbortSignal, AbortController };
});
