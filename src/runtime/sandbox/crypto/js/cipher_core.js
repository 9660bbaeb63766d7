// What all ciphers share: modes, paddings, formats, and encryption under a password.
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
      const strategy = (key) =>
        typeof key === "string" ? lib.PasswordBasedCipher : lib.SerializableCipher;
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

  const Mode = (lib.BlockCipherMode = Base.extend({
    createEncryptor(cipher, iv) {
      return this.Encryptor.create(cipher, iv);
    },
    createDecryptor(cipher, iv) {
      return this.Decryptor.create(cipher, iv);
    },
    init: function (cipher, iv) {
      this._cipher = cipher;
      this._iv = iv;
    },
  }));

  function xorInto(words, offset, block, size) {
    for (let i = 0; i < size; i++) words[offset + i] ^= block[i];
  }

  function mode(encrypt, decrypt) {
    const made = Mode.extend();
    made.Encryptor = made.extend({ processBlock: encrypt });
    made.Decryptor = decrypt ? made.extend({ processBlock: decrypt }) : made.Encryptor;
    return made;
  }

  // The IV mixes into the first block, the block before into every other one.
  function chained(self) {
    const block = self._iv ? self._iv : self._prevBlock;
    self._iv = undefined;
    return block;
  }

  function cbcEncrypt(words, offset) {
    const size = this._cipher.blockSize;
    xorInto(words, offset, chained(this), size);
    this._cipher.encryptBlock(words, offset);
    this._prevBlock = slice(words, offset, offset + size);
  }

  function cbcDecrypt(words, offset) {
    const size = this._cipher.blockSize;
    const block = slice(words, offset, offset + size);
    this._cipher.decryptBlock(words, offset);
    xorInto(words, offset, chained(this), size);
    this._prevBlock = block;
  }

  function cfbStream(self, words, offset, size) {
    const stream = self._iv ? slice(self._iv, 0) : self._prevBlock;
    self._iv = undefined;
    self._cipher.encryptBlock(stream, 0);
    xorInto(words, offset, stream, size);
  }

  function cfbEncrypt(words, offset) {
    const size = this._cipher.blockSize;
    cfbStream(this, words, offset, size);
    this._prevBlock = slice(words, offset, offset + size);
  }

  function cfbDecrypt(words, offset) {
    const size = this._cipher.blockSize;
    const block = slice(words, offset, offset + size);
    cfbStream(this, words, offset, size);
    this._prevBlock = block;
  }

  function counterOf(self) {
    if (self._iv) {
      self._counter = slice(self._iv, 0);
      self._iv = undefined;
    }
    return self._counter;
  }

  function ctr(words, offset) {
    const size = this._cipher.blockSize;
    const counter = counterOf(this);
    const stream = slice(counter, 0);
    this._cipher.encryptBlock(stream, 0);
    counter[size - 1] = (counter[size - 1] + 1) | 0;
    xorInto(words, offset, stream, size);
  }

  // Gladman's counter counts bytes from the left.
  function incremented(word) {
    if (((word >> 24) & 0xff) !== 0xff) return word + (1 << 24);
    word &= 0xffffff;
    for (let shift = 16; shift >= 0; shift -= 8) {
      if (((word >> shift) & 0xff) !== 0xff) return word + (1 << shift);
      word -= 0xff << shift;
    }
    return word;
  }

  function ctrGladman(words, offset) {
    const counter = counterOf(this);
    if ((counter[0] = incremented(counter[0])) === 0) counter[1] = incremented(counter[1]);
    const stream = slice(counter, 0);
    this._cipher.encryptBlock(stream, 0);
    xorInto(words, offset, stream, this._cipher.blockSize);
  }

  function ofb(words, offset) {
    if (this._iv) {
      this._keystream = slice(this._iv, 0);
      this._iv = undefined;
    }
    this._cipher.encryptBlock(this._keystream, 0);
    xorInto(words, offset, this._keystream, this._cipher.blockSize);
  }

  CryptoJS.mode = {
    CBC: mode(cbcEncrypt, cbcDecrypt),
    CFB: mode(cfbEncrypt, cfbDecrypt),
    CTR: mode(ctr),
    CTRGladman: mode(ctrGladman),
    OFB: mode(ofb),
    ECB: mode(
      function (words, offset) {
        this._cipher.encryptBlock(words, offset);
      },
      function (words, offset) {
        this._cipher.decryptBlock(words, offset);
      },
    ),
  };

  function missingBytes(data, blockSize) {
    return blockSize * 4 - (data.sigBytes % (blockSize * 4));
  }

  function cutByLastByte(data) {
    data.sigBytes -= data.words[(data.sigBytes - 1) >>> 2] & 0xff;
  }

  const pad = (CryptoJS.pad = {
    Pkcs7: {
      pad(data, blockSize) {
        const count = missingBytes(data, blockSize);
        const words = [];
        for (let i = 0; i < count; i += 4) words[i >>> 2] = count * 0x01010101;
        data.concat(WordArray.create(words, count));
      },
      unpad: cutByLastByte,
    },
    AnsiX923: {
      pad(data, blockSize) {
        const count = missingBytes(data, blockSize);
        const last = data.sigBytes + count - 1;
        data.clamp();
        data.words[last >>> 2] |= count << (24 - (last % 4) * 8);
        data.sigBytes += count;
      },
      unpad: cutByLastByte,
    },
    Iso10126: {
      pad(data, blockSize) {
        const count = missingBytes(data, blockSize);
        data.concat(WordArray.random(count - 1)).concat(WordArray.create([count << 24], 1));
      },
      unpad: cutByLastByte,
    },
    Iso97971: {
      pad(data, blockSize) {
        data.concat(WordArray.create([0x80000000], 1));
        pad.ZeroPadding.pad(data, blockSize);
      },
      unpad(data) {
        pad.ZeroPadding.unpad(data);
        data.sigBytes--;
      },
    },
    ZeroPadding: {
      pad(data, blockSize) {
        const count = missingBytes(data, blockSize);
        data.clamp();
        data.sigBytes += count === blockSize * 4 ? 0 : count;
      },
      // Like CryptoJS, this never ends for data of nothing but zeros.
      unpad(data) {
        const words = data.words;
        let i = data.sigBytes - 1;
        while (!((words[i >>> 2] >>> (24 - (i % 4) * 8)) & 0xff)) i--;
        data.sigBytes = i + 1;
      },
    },
    NoPadding: { pad() {}, unpad() {} },
  });

  lib.BlockCipher = Cipher.extend({
    cfg: Cipher.cfg.extend({ mode: CryptoJS.mode.CBC, padding: pad.Pkcs7 }),
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
})
