// Objects, word arrays and the buffer that hashers and ciphers share.
// Layers are called as (library, native, primordials); see ../mod.rs.
(function (CryptoJS, native, primordials) {
  "use strict";
  const { splice, isArray, objectCreate, hasOwn, apply, isInteger, floor, ceil, max, min } = primordials;

  const lib = (CryptoJS.lib = {});
  CryptoJS.enc = {};
  CryptoJS.algo = {};
  CryptoJS.x64 = {};

  function copied(words) {
    const copy = [];
    for (let i = 0; i < words.length; i++) copy[i] = words[i];
    return copy;
  }

  // Whether the native side can read this word array: whole bytes, and words for all of them.
  function isPlain(value) {
    return (
      typeof value === "object" &&
      value !== null &&
      isArray(value.words) &&
      isInteger(value.sigBytes) &&
      value.sigBytes >= 0 &&
      value.sigBytes <= value.words.length * 4
    );
  }

  native.copied = copied;
  native.isPlain = isPlain;

  const Base = (lib.Base = {
    extend(overrides) {
      const subtype = objectCreate(this);
      if (overrides) subtype.mixIn(overrides);
      if (!hasOwn(subtype, "init") || this.init === subtype.init) {
        subtype.init = function () {
          apply(subtype.$super.init, this, arguments);
        };
      }
      subtype.init.prototype = subtype;
      subtype.$super = this;
      return subtype;
    },
    create() {
      const instance = this.extend();
      apply(instance.init, instance, arguments);
      return instance;
    },
    init: function () {},
    mixIn(properties) {
      for (const name in properties) {
        if (hasOwn(properties, name)) this[name] = properties[name];
      }
      if (hasOwn(properties, "toString")) this.toString = properties.toString;
    },
    clone() {
      return this.init.prototype.extend(this);
    },
  });

  // A typed array or buffer as big-endian words.
  function wordsOfBytes(bytes) {
    const words = [];
    for (let i = 0; i < bytes.length; i++) words[i >>> 2] |= bytes[i] << (24 - (i % 4) * 8);
    return words;
  }

  const WordArray = (lib.WordArray = Base.extend({
    init: function (words, sigBytes) {
      if (typeof words === "object" && words !== null && !isArray(words)) {
        const bytes = primordials.bytesOf(words);
        if (bytes) {
          this.words = wordsOfBytes(bytes);
          this.sigBytes = bytes.length;
          return;
        }
      }
      words = this.words = words || [];
      this.sigBytes = sigBytes != undefined ? sigBytes : words.length * 4;
    },
    toString(encoder) {
      return (encoder || CryptoJS.enc.Hex).stringify(this);
    },
    concat(other) {
      const here = this.words;
      const there = other.words;
      const start = this.sigBytes;
      const count = other.sigBytes;
      this.clamp();
      if (start % 4) {
        for (let i = 0; i < count; i++) {
          const byte = (there[i >>> 2] >>> (24 - (i % 4) * 8)) & 0xff;
          here[(start + i) >>> 2] |= byte << (24 - ((start + i) % 4) * 8);
        }
      } else {
        for (let i = 0; i < count; i += 4) here[(start + i) >>> 2] = there[i >>> 2];
      }
      this.sigBytes += count;
      return this;
    },
    clamp() {
      const words = this.words;
      const count = this.sigBytes;
      words[count >>> 2] &= 0xffffffff << (32 - (count % 4) * 8);
      words.length = ceil(count / 4);
    },
    clone() {
      const clone = apply(Base.clone, this, []);
      clone.words = copied(this.words);
      return clone;
    },
    // The numbers come from Math.random, as in CryptoJS 3; the engine seeds it.
    random(byteCount) {
      const words = [];
      for (let i = 0; i < byteCount; i += 4) words[i >>> 2] = floor(Math.random() * 4294967296) | 0;
      return new WordArray.init(words, byteCount);
    },
  }));

  const Buffered = (lib.BufferedBlockAlgorithm = Base.extend({
    _minBufferSize: 0,
    reset() {
      this._data = new WordArray.init();
      this._nDataBytes = 0;
    },
    _append(data) {
      if (typeof data === "string") data = CryptoJS.enc.Utf8.parse(data);
      this._data.concat(data);
      this._nDataBytes += data.sigBytes;
    },
    _process(flush) {
      const data = this._data;
      const blockSize = this.blockSize;
      let blocks = data.sigBytes / (blockSize * 4);
      blocks = flush ? ceil(blocks) : max((blocks | 0) - this._minBufferSize, 0);
      const wordCount = blocks * blockSize;
      const byteCount = min(wordCount * 4, data.sigBytes);
      let processed;
      if (wordCount) {
        for (let offset = 0; offset < wordCount; offset += blockSize) {
          this._doProcessBlock(data.words, offset);
        }
        processed = splice(data.words, 0, wordCount);
        data.sigBytes -= byteCount;
      }
      return new WordArray.init(processed, byteCount);
    },
    clone() {
      const clone = apply(Base.clone, this, []);
      if (this._data) clone._data = this._data.clone();
      return clone;
    },
  }));

  lib.Hasher = Buffered.extend({
    cfg: Base.extend(),
    init: function (cfg) {
      this.cfg = this.cfg.extend(cfg);
      this.reset();
    },
    reset() {
      Buffered.reset.call(this);
      this._doReset();
    },
    update(message) {
      this._append(message);
      this._process();
      return this;
    },
    finalize(message) {
      if (message) this._append(message);
      return this._doFinalize();
    },
    blockSize: 16,
    _createHelper(hasher) {
      return function (message, cfg) {
        return new hasher.init(cfg).finalize(message);
      };
    },
    _createHmacHelper(hasher) {
      return function (message, key) {
        return new CryptoJS.algo.HMAC.init(hasher, key).finalize(message);
      };
    },
  });

  CryptoJS.x64.Word = Base.extend({
    init: function (high, low) {
      this.high = high;
      this.low = low;
    },
  });

  CryptoJS.x64.WordArray = Base.extend({
    init: function (words, sigBytes) {
      words = this.words = words || [];
      this.sigBytes = sigBytes != undefined ? sigBytes : words.length * 8;
    },
    toX32() {
      const words = [];
      for (let i = 0; i < this.words.length; i++) {
        words[2 * i] = this.words[i].high;
        words[2 * i + 1] = this.words[i].low;
      }
      return WordArray.create(words, this.sigBytes);
    },
    clone() {
      const clone = apply(Base.clone, this, []);
      clone.words = copied(this.words);
      for (let i = 0; i < clone.words.length; i++) clone.words[i] = clone.words[i].clone();
      return clone;
    },
  });
});
