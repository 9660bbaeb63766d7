(function (snippet, done) {
  function text(value) {
    if (value && value.words && typeof value.sigBytes === 'number') {
      return 'words ' + value.sigBytes + ' [' + value.words.join(',') + ']';
    }
    if (typeof value === 'string') return value;
    if (typeof value === 'function') return 'function';
    if (typeof value === 'number' && Object.is(value, -0)) return '-0';
    if (typeof value === 'object' && value !== null) return JSON.stringify(value, function (key, item) {
      if (key && item && item.words && typeof item.sigBytes === 'number') return text(item);
      if (item instanceof Uint8Array) return 'bytes ' + Array.prototype.join.call(item, ',');
      if (item === undefined) return 'undefined';
      if (typeof item === 'function') return 'function';
      if (typeof item === 'number' && !isFinite(item)) return String(item);
      return item;
    });
    return String(value);
  }
  function failure(error) {
    // The wording of the engine's own errors differs between JavaScript engines.
    var own = /^(TypeError|RangeError|ReferenceError|SyntaxError)$/.test(error && error.name);
    return 'throws ' + (error && error.name) + (own ? '' : ': ' + (error && error.message));
  }
  try {
    var value = snippet();
    if (value && typeof value.then === 'function') {
      // Postman's sandbox waits for timers, but not for a promise that the host settles.
      setTimeout(function () {}, 100);
      value.then(function (v) { done(text(v)); }, function (e) { done(failure(e)); });
    } else {
      done(text(value));
    }
  } catch (error) {
    done(failure(error));
  }
})
