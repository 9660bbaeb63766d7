// Key derivation. The usual calls are native; the loops serve hashers that scripts define.
(function (CryptoJS, native, primordials) {
  "use strict";
  const { isInteger } = primordials;
  const { Base, WordArray } = CryptoJS.lib;
  const algo = CryptoJS.algo;
  const MAX_WORDS = 1 << 20;

  function accepts(value) {
    return typeof value === "string" || native.isPlain(value);
  }

  function derived(kind, cfg, password, salt) {
    const { hasher, keySize, iterations } = cfg;
    const usual =
      native.isNative(hasher) &&
      accepts(password) &&
      accepts(salt) &&
      isInteger(keySize) &&
      keySize >= 0 &&
      keySize <= MAX_WORDS &&
      isInteger(iterations) &&
      iterations <= 0x7fffffff;
    if (!usual) return undefined;
    const rounds = iterations < 1 ? 1 : iterations;
    const words = native.derive([kind, hasher._code, 512, keySize * 4, rounds], password, salt);
    if (!words) return undefined;
    const key = WordArray.create();
    key.words = words;
    key.sigBytes = keySize * 4;
    return key;
  }

  algo.PBKDF2 = Base.extend({
    cfg: Base.extend({ keySize: 4, hasher: algo.SHA1, iterations: 1 }),
    init: function (cfg) {
      this.cfg = this.cfg.extend(cfg);
    },
    compute(password, salt) {
      const key = derived(0, this.cfg, password, salt);
      return key || this._computeStepwise(password, salt);
    },
    _computeStepwise(password, salt) {
      const { hasher, keySize, iterations } = this.cfg;
      const hmac = algo.HMAC.create(hasher, password);
      const key = WordArray.create();
      const index = WordArray.create([1]);
      while (key.words.length < keySize) {
        const block = hmac.update(salt).finalize(index);
        hmac.reset();
        let last = block;
        for (let i = 1; i < iterations; i++) {
          last = hmac.finalize(last);
          hmac.reset();
          for (let j = 0; j < block.words.length; j++) block.words[j] ^= last.words[j];
        }
        key.concat(block);
        index.words[0]++;
      }
      key.sigBytes = keySize * 4;
      return key;
    },
  });

  algo.EvpKDF = Base.extend({
    cfg: Base.extend({ keySize: 4, hasher: algo.MD5, iterations: 1 }),
    init: function (cfg) {
      this.cfg = this.cfg.extend(cfg);
    },
    compute(password, salt) {
      const key = derived(1, this.cfg, password, salt || "");
      return key || this._computeStepwise(password, salt);
    },
    _computeStepwise(password, salt) {
      const { keySize, iterations } = this.cfg;
      const hasher = this.cfg.hasher.create();
      const key = WordArray.create();
      let block;
      while (key.words.length < keySize) {
        if (block) hasher.update(block);
        block = hasher.update(password).finalize(salt);
        hasher.reset();
        for (let i = 1; i < iterations; i++) {
          block = hasher.finalize(block);
          hasher.reset();
        }
        key.concat(block);
      }
      key.sigBytes = keySize * 4;
      return key;
    },
  });

  CryptoJS.PBKDF2 = function (password, salt, cfg) {
    return algo.PBKDF2.create(cfg).compute(password, salt);
  };
  CryptoJS.EvpKDF = function (password, salt, cfg) {
    return algo.EvpKDF.create(cfg).compute(password, salt);
  };
});
