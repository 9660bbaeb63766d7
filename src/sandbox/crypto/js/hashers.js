// Hashes and HMAC. A hasher collects what it is given and asks the native side once, at the end;
// only what CryptoJS accepts by accident (numbers, half bytes, a second `finalize`) is redone step
// by step, as CryptoJS computes it.
(function (CryptoJS, native, primordials) {
  "use strict";
  const { apply, isWellFormed, isInteger, floor, ceil, URIError } = primordials;
  const { Base, WordArray, BufferedBlockAlgorithm, Hasher } = CryptoJS.lib;
  const algo = CryptoJS.algo;
  const { copied, isPlain } = native;

  function accepts(message) {
    if (typeof message !== "string") return isPlain(message) && isClean(message);
    if (!isWellFormed(message)) throw new URIError("URI malformed");
    return true;
  }

  // CryptoJS hashes bits that lie behind the last byte in the last word.
  function isClean(message) {
    const rest = message.sigBytes % 4;
    return rest === 0 || message.words[message.sigBytes >>> 2] << (rest * 8) === 0;
  }

  // Later changes to a word array must not reach the message.
  function kept(message) {
    if (typeof message === "string") return message;
    return { words: copied(message.words), sigBytes: message.sigBytes };
  }

  function swapEndian(word) {
    return (((word << 8) | (word >>> 24)) & 0x00ff00ff) | (((word << 24) | (word >>> 8)) & 0xff00ff00);
  }

  const Native = Hasher.extend({
    reset() {
      this._pieces = [];
      this._finished = undefined;
      this._stepwise = false;
      this._prepare();
    },
    _prepare() {},
    _outputBits() {
      return 0;
    },
    _doReset() {
      const words = [];
      native.initialState(this._code, this._outputBits(), words);
      this._hash = new WordArray.init(words);
    },
    _doProcessBlock(words, offset) {
      native.compress(this._code, this._outputBits(), this._hash.words, words, offset);
    },
    _doFinalize() {
      this._pad();
      this._process();
      const words = this._sharesResult ? this._hash.words : [];
      native.outputOf(this._code, this._outputBits(), this._hash.words, words);
      if (!this._sharesResult) return new WordArray.init(words, this._size());
      this._hash.sigBytes -= this._cut;
      return this._hash;
    },
    _cut: 0,
    _collects() {
      return !this._stepwise && !this._finished && this._doFinalize === Native._doFinalize && isInteger(this.blockSize);
    },
    // Redoes with CryptoJS's own buffer what was collected so far.
    _goStepwise() {
      if (this._stepwise) return;
      this._stepwise = true;
      BufferedBlockAlgorithm.reset.call(this);
      this._doReset();
      for (let i = 0; i < this._pieces.length; i++) apply(Hasher.update, this, [this._pieces[i]]);
      if (!this._finished) return;
      const { result, last } = this._finished;
      const again = apply(Hasher.finalize, this, [last]);
      if (this._sharesResult) {
        result.words = again.words;
        this._hash = result;
      }
    },
    update(message) {
      if (!this._collects() || !accepts(message)) {
        this._goStepwise();
        return apply(Hasher.update, this, [message]);
      }
      this._pieces[this._pieces.length] = kept(message);
      return this;
    },
    finalize(message) {
      if (!this._collects() || (message && !accepts(message))) {
        this._goStepwise();
        return apply(Hasher.finalize, this, [message]);
      }
      const words = [];
      const last = message || undefined;
      native.hash(this._code, this._outputBits(), this._pieces, last, words);
      const result = new WordArray.init(words, this._size());
      this._finished = { result, last };
      return result;
    },
    clone() {
      const clone = apply(BufferedBlockAlgorithm.clone, this, []);
      clone._pieces = copied(this._pieces);
      if (this._hash) clone._hash = this._hash.clone();
      return clone;
    },
  });

  // Merkle-Damgard padding as CryptoJS writes it into its buffer.
  function padBigEndian() {
    const { words, sigBytes } = this._data;
    const bits = sigBytes * 8;
    const total = this._nDataBytes * 8;
    const long = this.blockSize === 32;
    const end = long ? (((bits + 128) >>> 10) << 5) + 30 : (((bits + 64) >>> 9) << 4) + 14;
    words[bits >>> 5] |= 0x80 << (24 - (bits % 32));
    words[end] = floor(total / 0x100000000);
    words[end + 1] = total;
    this._data.sigBytes = words.length * 4;
  }

  function padLittleEndian() {
    const { words, sigBytes } = this._data;
    const bits = sigBytes * 8;
    const total = this._nDataBytes * 8;
    const end = (((bits + 64) >>> 9) << 4) + 14;
    words[bits >>> 5] |= 0x80 << (24 - (bits % 32));
    if (this._writesHighLength) words[end + 1] = swapEndian(floor(total / 0x100000000));
    words[end] = swapEndian(total);
    this._data.sigBytes = (words.length + 1) * 4;
  }

  function padKeccak() {
    const { words, sigBytes } = this._data;
    const bits = sigBytes * 8;
    const blockBits = this.blockSize * 32;
    words[bits >>> 5] |= 0x1 << (24 - (bits % 32));
    words[((ceil((bits + 1) / blockBits) * blockBits) >>> 5) - 1] |= 0x80;
    this._data.sigBytes = words.length * 4;
  }

  function define(name, code, size, members) {
    algo[name] = Native.extend({ _code: code, _size: () => size, ...members });
    CryptoJS[name] = Hasher._createHelper(algo[name]);
    CryptoJS["Hmac" + name] = Hasher._createHmacHelper(algo[name]);
  }

  const shared = { _sharesResult: true, _pad: padBigEndian };
  const littleEndian = { _sharesResult: true, _pad: padLittleEndian };
  define("MD5", 0, 16, { ...littleEndian, _writesHighLength: true });
  define("SHA1", 1, 20, shared);
  define("SHA256", 3, 32, shared);
  define("SHA224", 2, 28, { ...shared, _cut: 4 });
  define("SHA512", 5, 64, { blockSize: 32, _pad: padBigEndian });
  define("SHA384", 4, 48, { blockSize: 32, _pad: padBigEndian });
  define("SHA3", 6, 64, {
    _pad: padKeccak,
    cfg: Hasher.cfg.extend({ outputLength: 512 }),
    _outputBits() {
      return this.cfg.outputLength;
    },
    _size() {
      return this.cfg.outputLength / 8;
    },
    _prepare() {
      this.blockSize = (1600 - 2 * this.cfg.outputLength) / 32;
    },
  });
  define("RIPEMD160", 7, 20, littleEndian);

  // Whether the native side computes exactly what this hasher would.
  function isNative(hasher) {
    return (
      typeof hasher === "object" &&
      hasher !== null &&
      typeof hasher._code === "number" &&
      hasher.finalize === Native.finalize &&
      hasher._doProcessBlock === Native._doProcessBlock &&
      hasher._doFinalize === Native._doFinalize &&
      (hasher._code !== 6 || hasher.cfg.outputLength === 512)
    );
  }
  native.isNative = isNative;

  algo.HMAC = Base.extend({
    init: function (hasher, key) {
      this._collects = isNative(hasher) && accepts(key);
      if (!this._collects) {
        this._start(hasher, key);
        return;
      }
      this._type = hasher;
      // CryptoJS cuts surplus words off the caller's key, unless it hashes the key.
      if (typeof key !== "string" && key.sigBytes <= blockBytes(hasher)) key.clamp();
      this._key = kept(key);
      this.reset();
    },
    _start(hasher, key) {
      this._collects = false;
      hasher = this._hasher = new hasher.init();
      if (typeof key === "string") key = CryptoJS.enc.Utf8.parse(key);
      const size = hasher.blockSize;
      if (key.sigBytes > size * 4) key = hasher.finalize(key);
      key.clamp();
      const outer = (this._oKey = key.clone());
      const inner = (this._iKey = key.clone());
      for (let i = 0; i < size; i++) {
        outer.words[i] ^= 0x5c5c5c5c;
        inner.words[i] ^= 0x36363636;
      }
      outer.sigBytes = inner.sigBytes = size * 4;
      this.reset();
    },
    _goStepwise() {
      if (!this._collects) return;
      const { _pieces: pieces, _finished: finished } = this;
      const key = typeof this._key === "string" ? this._key : WordArray.create(this._key.words, this._key.sigBytes);
      this._start(this._type, key);
      for (let i = 0; i < pieces.length; i++) this._hasher.update(pieces[i]);
      if (!finished) return;
      const again = this._stepwiseEnd(finished.last);
      if (this._type._sharesResult) finished.result.words = again.words;
    },
    _stepwiseEnd(message) {
      const hasher = this._hasher;
      const inner = hasher.finalize(message);
      hasher.reset();
      return hasher.finalize(this._oKey.clone().concat(inner));
    },
    reset() {
      if (this._collects) {
        this._pieces = [];
        this._finished = undefined;
        return;
      }
      this._hasher.reset();
      this._hasher.update(this._iKey);
    },
    update(message) {
      if (this._collects && !this._finished && accepts(message)) {
        this._pieces[this._pieces.length] = kept(message);
        return this;
      }
      this._goStepwise();
      this._hasher.update(message);
      return this;
    },
    finalize(message) {
      if (!this._collects || this._finished || (message && !accepts(message))) {
        this._goStepwise();
        return this._stepwiseEnd(message);
      }
      const words = [];
      const last = message || undefined;
      native.hmac(this._type._code, this._key, this._pieces, last, words);
      const result = new WordArray.init(words, this._type._size.call({ cfg: this._type.cfg }));
      this._finished = { result, last };
      return result;
    },
  });

  function blockBytes(hasher) {
    return hasher._code === 6 ? 72 : hasher.blockSize * 4;
  }
});
