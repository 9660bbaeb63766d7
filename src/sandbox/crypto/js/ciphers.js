// The ciphers: AES, DES and Rabbit over native steps, RC4 here.
(function (CryptoJS, native, primordials) {
  "use strict";
  const { isArray, slice, apply } = primordials;
  const { WordArray, BlockCipher, StreamCipher } = CryptoJS.lib;
  const algo = CryptoJS.algo;

  function keyWords(words) {
    return isArray(words) ? slice(words, 0) : [];
  }

  algo.AES = BlockCipher.extend({
    keySize: 8,
    _doReset() {
      const key = this._key;
      this._keyWords = keyWords(key.words);
      this._keyBytes = +key.sigBytes;
    },
    encryptBlock(words, offset) {
      native.aes(this._keyWords, this._keyBytes, words, offset, false);
    },
    decryptBlock(words, offset) {
      native.aes(this._keyWords, this._keyBytes, words, offset, true);
    },
  });

  const DES = (algo.DES = BlockCipher.extend({
    keySize: 2,
    ivSize: 2,
    blockSize: 2,
    _doReset() {
      this._keyWords = keyWords(this._key.words);
    },
    encryptBlock(words, offset) {
      native.des(this._keyWords, words, offset, false);
    },
    decryptBlock(words, offset) {
      native.des(this._keyWords, words, offset, true);
    },
  }));

  algo.TripleDES = BlockCipher.extend({
    keySize: 6,
    ivSize: 2,
    blockSize: 2,
    _doReset() {
      const words = this._key.words;
      const part = (start) => DES.createEncryptor(WordArray.create(slice(words, start, start + 2)));
      this._des1 = part(0);
      this._des2 = part(2);
      this._des3 = part(4);
    },
    encryptBlock(words, offset) {
      this._des1.encryptBlock(words, offset);
      this._des2.decryptBlock(words, offset);
      this._des3.encryptBlock(words, offset);
    },
    decryptBlock(words, offset) {
      this._des3.decryptBlock(words, offset);
      this._des2.encryptBlock(words, offset);
      this._des1.decryptBlock(words, offset);
    },
  });

  function swap(list, i, j) {
    const held = list[i];
    list[i] = list[j];
    list[j] = held;
  }

  function rc4Word(self) {
    const S = self._S;
    let word = 0;
    for (let shift = 24; shift >= 0; shift -= 8) {
      self._i = (self._i + 1) % 256;
      self._j = (self._j + S[self._i]) % 256;
      swap(S, self._i, self._j);
      word |= S[(S[self._i] + S[self._j]) % 256] << shift;
    }
    return word;
  }

  algo.RC4 = StreamCipher.extend({
    keySize: 8,
    ivSize: 0,
    _doReset() {
      const { words, sigBytes } = this._key;
      const S = (this._S = []);
      for (let i = 0; i < 256; i++) S[i] = i;
      for (let i = 0, j = 0; i < 256; i++) {
        const index = i % sigBytes;
        j = (j + S[i] + ((words[index >>> 2] >>> (24 - (index % 4) * 8)) & 0xff)) % 256;
        swap(S, i, j);
      }
      this._i = this._j = 0;
    },
    _doProcessBlock(words, offset) {
      words[offset] ^= rc4Word(this);
    },
  });

  algo.RC4Drop = algo.RC4.extend({
    cfg: algo.RC4.cfg.extend({ drop: 192 }),
    _doReset() {
      apply(algo.RC4._doReset, this, []);
      for (let i = this.cfg.drop; i > 0; i--) rc4Word(this);
    },
  });

  function swapEndian(word) {
    return (((word << 8) | (word >>> 24)) & 0x00ff00ff) | (((word << 24) | (word >>> 8)) & 0xff00ff00);
  }

  function halves(high, low) {
    return (high << 16) | (low >>> 16);
  }

  function rabbitAdvance(self) {
    self._b = native.rabbit(self._X, self._C, self._b);
  }

  // RabbitLegacy differs in leaving the key's words as they are.
  function rabbitReset(self, K) {
    self._X = [];
    self._C = [];
    for (let i = 0; i < 4; i++) {
      const next = K[(i + 1) & 3];
      self._X[2 * i] = K[i];
      self._X[2 * i + 1] = halves(K[(i + 3) & 3], K[(i + 2) & 3]);
      self._C[2 * i] = halves(K[(i + 2) & 3], K[(i + 2) & 3]);
      self._C[2 * i + 1] = (K[i] & 0xffff0000) | (next & 0x0000ffff);
    }
    self._b = 0;
    for (let i = 0; i < 4; i++) rabbitAdvance(self);
    for (let i = 0; i < 8; i++) self._C[i] ^= self._X[(i + 4) & 7];
    const iv = self.cfg.iv;
    if (!iv) return;
    const first = swapEndian(iv.words[0]);
    const second = swapEndian(iv.words[1]);
    const mix = [first, (first >>> 16) | (second & 0xffff0000), second, (second << 16) | (first & 0x0000ffff)];
    for (let i = 0; i < 8; i++) self._C[i] ^= mix[i & 3];
    for (let i = 0; i < 4; i++) rabbitAdvance(self);
  }

  function rabbitBlock(words, offset) {
    rabbitAdvance(this);
    const X = this._X;
    for (let i = 0; i < 4; i++) {
      const mixed = X[2 * i] ^ (X[(2 * i + 5) & 7] >>> 16) ^ (X[(2 * i + 3) & 7] << 16);
      words[offset + i] ^= swapEndian(mixed);
    }
  }

  algo.Rabbit = StreamCipher.extend({
    blockSize: 4,
    ivSize: 2,
    _doReset() {
      const K = this._key.words;
      // CryptoJS turns the caller's key round in place, so a key used twice gives other text.
      for (let i = 0; i < 4; i++) K[i] = swapEndian(K[i]);
      rabbitReset(this, K);
    },
    _doProcessBlock: rabbitBlock,
  });

  algo.RabbitLegacy = StreamCipher.extend({
    blockSize: 4,
    ivSize: 2,
    _doReset() {
      rabbitReset(this, this._key.words);
    },
    _doProcessBlock: rabbitBlock,
  });

  for (const name of ["AES", "DES", "TripleDES"]) {
    CryptoJS[name] = BlockCipher._createHelper(algo[name]);
  }
  for (const name of ["RC4", "RC4Drop", "Rabbit", "RabbitLegacy"]) {
    CryptoJS[name] = StreamCipher._createHelper(algo[name]);
  }
});
