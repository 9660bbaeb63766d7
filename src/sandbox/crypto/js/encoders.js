// Text encodings. Whole bytes go to the native side; the loops serve what scripts should not pass.
(function (CryptoJS, native, primordials) {
  "use strict";
  const { fromCharCode, charCodeAt, substr, parseInteger, URIError, Error } = primordials;
  const { WordArray } = CryptoJS.lib;
  const enc = CryptoJS.enc;
  const isPlain = native.isPlain;

  function byteAt(words, i) {
    return (words[i >>> 2] >>> (24 - (i % 4) * 8)) & 0xff;
  }

  enc.Hex = {
    stringify(wordArray) {
      if (isPlain(wordArray)) return native.hexStringify(wordArray.words, wordArray.sigBytes);
      const words = wordArray.words;
      let text = "";
      for (let i = 0; i < wordArray.sigBytes; i++) {
        const byte = byteAt(words, i);
        text += "0123456789abcdef"[byte >>> 4] + "0123456789abcdef"[byte & 15];
      }
      return text;
    },
    parse(text) {
      const length = text.length;
      const words = [];
      for (let i = 0; i < length; i += 2) {
        const pair = typeof text === "string" ? substr(text, i, 2) : text.substr(i, 2);
        words[i >>> 3] |= parseInteger(pair, 16) << (24 - (i % 8) * 4);
      }
      return new WordArray.init(words, length / 2);
    },
  };

  function latin1(wordArray) {
    if (isPlain(wordArray)) return native.latin1Stringify(wordArray.words, wordArray.sigBytes);
    const words = wordArray.words;
    let text = "";
    for (let i = 0; i < wordArray.sigBytes; i++) text += fromCharCode(byteAt(words, i));
    return text;
  }

  enc.Latin1 = {
    stringify: latin1,
    parse(text) {
      const length = text.length;
      const words = [];
      for (let i = 0; i < length; i++) {
        const code = typeof text === "string" ? charCodeAt(text, i) : text.charCodeAt(i);
        words[i >>> 2] |= (code & 0xff) << (24 - (i % 4) * 8);
      }
      return new WordArray.init(words, length);
    },
  };

  enc.Utf8 = {
    stringify(wordArray) {
      let text;
      try {
        if (isPlain(wordArray)) text = native.utf8Stringify(wordArray.words, wordArray.sigBytes);
        else text = primordials.decodeUtf8(latin1(wordArray));
      } catch (error) {
        text = undefined;
      }
      if (text === undefined || text === null) throw new Error("Malformed UTF-8 data");
      return text;
    },
    parse(text) {
      const words = [];
      const count = native.utf8Parse(`${text}`, words);
      if (count === undefined || count === null) throw new URIError("URI malformed");
      return new WordArray.init(words, count);
    },
  };

  function swapped(word) {
    return ((word << 8) & 0xff00ff00) | ((word >>> 8) & 0x00ff00ff);
  }

  function utf16(order) {
    return {
      stringify(wordArray) {
        const words = wordArray.words;
        let text = "";
        for (let i = 0; i < wordArray.sigBytes; i += 2) {
          text += fromCharCode(order((words[i >>> 2] >>> (16 - (i % 4) * 8)) & 0xffff));
        }
        return text;
      },
      parse(text) {
        const length = text.length;
        const words = [];
        for (let i = 0; i < length; i++) {
          const code = typeof text === "string" ? charCodeAt(text, i) : text.charCodeAt(i);
          words[i >>> 1] |= order(code << (16 - (i % 2) * 16));
        }
        return WordArray.create(words, length * 2);
      },
    };
  }

  enc.Utf16BE = enc.Utf16 = utf16((unit) => unit);
  enc.Utf16LE = utf16(swapped);

  const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

  // For an alphabet that a script put in place of the standard one, and for half bytes.
  function stringifyWith(map, words, count) {
    let text = "";
    for (let i = 0; i < count; i += 3) {
      const triplet = (byteAt(words, i) << 16) | (byteAt(words, i + 1) << 8) | byteAt(words, i + 2);
      for (let j = 0; j < 4 && i + j * 0.75 < count; j++) {
        text += map.charAt((triplet >>> (6 * (3 - j))) & 63);
      }
    }
    const padding = map.charAt(64);
    if (padding) while (text.length % 4) text += padding;
    return text;
  }

  function parseWith(map, text) {
    const values = [];
    for (let i = 0; i < map.length; i++) values[map.charCodeAt(i)] = i;
    let length = text.length;
    const padding = map.charAt(64);
    if (padding) {
      const end = text.indexOf(padding);
      if (end !== -1) length = end;
    }
    const words = [];
    let count = 0;
    for (let i = 0; i < length; i++) {
      if (i % 4 === 0) continue;
      const left = values[text.charCodeAt(i - 1)] << ((i % 4) * 2);
      const right = values[text.charCodeAt(i)] >>> (6 - (i % 4) * 2);
      words[count >>> 2] |= (left | right) << (24 - (count % 4) * 8);
      count++;
    }
    return WordArray.create(words, count);
  }

  enc.Base64 = {
    stringify(wordArray) {
      const { words, sigBytes } = wordArray;
      wordArray.clamp();
      if (this._map === STANDARD && isPlain(wordArray)) {
        return native.base64Stringify(words, sigBytes);
      }
      return stringifyWith(this._map, words, sigBytes);
    },
    parse(text) {
      if (this._map === STANDARD && typeof text === "string") {
        const words = [];
        const count = native.base64Parse(text, words);
        if (typeof count === "number") return WordArray.create(words, count);
      }
      return parseWith(this._map, text);
    },
    _map: STANDARD,
  };
});
