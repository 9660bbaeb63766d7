// What all ciphers share: the cipher objects, formats, and encryption under a password.
(function (CryptoJS, native, primordials) {
  "use strict";
  const { apply, slice, splice } = primordials;
  const { lib, enc, algo } = CryptoJS;
  const { Base, WordArray, BufferedBlockAlgorithm } = lib;

  const Cipher = (lib.Cipher = BufferedBlockAlgorithm.extend({
    cfg: Base.extend(),
    createEncryptor(key, cfg) {
      return this.create(this._ENC_XFORM_MODE, key, cfg);
    },
    createDecryptor(key, cfg) {
      return this.create(this._DEC_XFORM_MODE, key, cfg);
    },
    init: function (mode, key, cfg) {
      this.cfg = this.cfg.extend(cfg);
      this._xformMode = mode;
      this._key = key;
      this.reset();
    },
    reset() {
      BufferedBlockAlgorithm.reset.call(this);
      this._doReset();
    },
    process(data) {
      this._append(data);
      return this._process();
    },
    finalize(data) {
      if (data) this._append(data);
      return this._doFinalize();
    },
    keySize: 4,
    ivSize: 4,
    _ENC_XFORM_MODE: 1,
    _DEC_XFORM_MODE: 2,
    _createHelper(cipher) {
      // A key that is text is a password; only a word array is the key itself.
      const strategy = (key) => (typeof key === "string" ? lib.PasswordBasedCipher : lib.SerializableCipher);
      return {
        encrypt: (message, key, cfg) => strategy(key).encrypt(cipher, message, key, cfg),
        decrypt: (ciphertext, key, cfg) => strategy(key).decrypt(cipher, ciphertext, key, cfg),
      };
    },
  }));

  lib.StreamCipher = Cipher.extend({
    _doFinalize() {
      return this._process(true);
    },
    blockSize: 1,
  });

  lib.BlockCipher = Cipher.extend({
    cfg: Cipher.cfg.extend({ mode: CryptoJS.mode.CBC, padding: CryptoJS.pad.Pkcs7 }),
    reset() {
      Cipher.reset.call(this);
      const { iv, mode } = this.cfg;
      const encrypts = this._xformMode == this._ENC_XFORM_MODE;
      const creator = encrypts ? mode.createEncryptor : mode.createDecryptor;
      // The last block stays in the buffer until its padding can be cut off.
      if (!encrypts) this._minBufferSize = 1;
      if (this._mode && this._mode.__creator == creator) {
        this._mode.init(this, iv && iv.words);
      } else {
        this._mode = apply(creator, mode, [this, iv && iv.words]);
        this._mode.__creator = creator;
      }
    },
    _doProcessBlock(words, offset) {
      this._mode.processBlock(words, offset);
    },
    _doFinalize() {
      const padding = this.cfg.padding;
      const encrypts = this._xformMode == this._ENC_XFORM_MODE;
      if (encrypts) padding.pad(this._data, this.blockSize);
      const processed = this._process(true);
      if (!encrypts) padding.unpad(processed);
      return processed;
    },
    blockSize: 4,
  });

  const CipherParams = (lib.CipherParams = Base.extend({
    init: function (params) {
      this.mixIn(params);
    },
    toString(formatter) {
      return (formatter || this.formatter).stringify(this);
    },
  }));

  const SALTED = [0x53616c74, 0x65645f5f];

  CryptoJS.format = {
    OpenSSL: {
      stringify(params) {
        const { ciphertext, salt } = params;
        const all = salt ? WordArray.create(slice(SALTED, 0)).concat(salt).concat(ciphertext) : ciphertext;
        return all.toString(enc.Base64);
      },
      parse(text) {
        const ciphertext = enc.Base64.parse(text);
        const words = ciphertext.words;
        let salt;
        if (words[0] == SALTED[0] && words[1] == SALTED[1]) {
          salt = WordArray.create(slice(words, 2, 4));
          splice(words, 0, 4);
          ciphertext.sigBytes -= 16;
        }
        return CipherParams.create({ ciphertext, salt });
      },
    },
    Hex: {
      stringify: (params) => params.ciphertext.toString(enc.Hex),
      parse: (text) => CipherParams.create({ ciphertext: enc.Hex.parse(text) }),
    },
  };

  const Serializable = (lib.SerializableCipher = Base.extend({
    cfg: Base.extend({ format: CryptoJS.format.OpenSSL }),
    encrypt(cipher, message, key, cfg) {
      cfg = this.cfg.extend(cfg);
      const encryptor = cipher.createEncryptor(key, cfg);
      const ciphertext = encryptor.finalize(message);
      const { iv, mode, padding } = encryptor.cfg;
      return CipherParams.create({
        ciphertext,
        key,
        iv,
        algorithm: cipher,
        mode,
        padding,
        blockSize: cipher.blockSize,
        formatter: cfg.format,
      });
    },
    decrypt(cipher, ciphertext, key, cfg) {
      cfg = this.cfg.extend(cfg);
      ciphertext = this._parse(ciphertext, cfg.format);
      return cipher.createDecryptor(key, cfg).finalize(ciphertext.ciphertext);
    },
    _parse(ciphertext, format) {
      return typeof ciphertext === "string" ? format.parse(ciphertext, this) : ciphertext;
    },
  }));

  CryptoJS.kdf = {
    OpenSSL: {
      execute(password, keySize, ivSize, salt) {
        if (!salt) salt = WordArray.random(8);
        const key = algo.EvpKDF.create({ keySize: keySize + ivSize }).compute(password, salt);
        const iv = WordArray.create(slice(key.words, keySize), ivSize * 4);
        key.sigBytes = keySize * 4;
        return CipherParams.create({ key, iv, salt });
      },
    },
  };

  lib.PasswordBasedCipher = Serializable.extend({
    cfg: Serializable.cfg.extend({ kdf: CryptoJS.kdf.OpenSSL }),
    encrypt(cipher, message, password, cfg) {
      cfg = this.cfg.extend(cfg);
      const params = cfg.kdf.execute(password, cipher.keySize, cipher.ivSize);
      cfg.iv = params.iv;
      const ciphertext = apply(Serializable.encrypt, this, [cipher, message, params.key, cfg]);
      ciphertext.mixIn(params);
      return ciphertext;
    },
    decrypt(cipher, ciphertext, password, cfg) {
      cfg = this.cfg.extend(cfg);
      ciphertext = this._parse(ciphertext, cfg.format);
      const params = cfg.kdf.execute(password, cipher.keySize, cipher.ivSize, ciphertext.salt);
      cfg.iv = params.iv;
      return apply(Serializable.decrypt, this, [cipher, ciphertext, params.key, cfg]);
    },
  });
});
