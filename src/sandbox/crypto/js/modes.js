// Block cipher modes and paddings.
(function (CryptoJS, native, primordials) {
  "use strict";
  const { slice } = primordials;
  const { lib } = CryptoJS;
  const { Base, WordArray } = lib;

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
});
