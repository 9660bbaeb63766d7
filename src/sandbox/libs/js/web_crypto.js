// Web Crypto: digests, HMAC keys and random values. Other algorithms are reported as lacking.
(function (load, native, primordials) {
  "use strict";
  const { Bytes, sourceBytes, TypeError, DOMException } = primordials;
  const HASHES = { "SHA-1": 64, "SHA-256": 64, "SHA-384": 128, "SHA-512": 128 };

  const held = new primordials.WeakMap();
  const fail = (name, message) => new DOMException(message, name);

  // Names are case-insensitive; an algorithm may be given by name or as an object with one.
  function nameOf(algorithm) {
    const name = typeof algorithm === "object" && algorithm !== null ? algorithm.name : algorithm;
    if (name === undefined) throw new TypeError("Algorithm: name: Missing or not a string");
    const upper = `${name}`.toUpperCase();
    return upper === "HMAC" || HASHES[upper] ? upper : `${name}`;
  }
  function hashOf(algorithm) {
    const name = nameOf(algorithm);
    if (!HASHES[name]) throw fail("NotSupportedError", "Unrecognized algorithm name");
    return name;
  }
  function bytesOf(data) {
    const bytes = sourceBytes(data);
    if (!bytes)
      throw new TypeError(
        "data is not of type BufferSource: it must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.",
      );
    return new Bytes(bytes);
  }

  class CryptoKey {
    get type() {
      return held.get(this).type;
    }
    get extractable() {
      return held.get(this).extractable;
    }
    get algorithm() {
      return held.get(this).algorithm;
    }
    get usages() {
      return held.get(this).usages;
    }
  }
  function hmacKey(secret, hash, extractable, usages) {
    const list = [...usages];
    if (list.some((usage) => usage !== "sign" && usage !== "verify"))
      throw fail("SyntaxError", "Unsupported key usage for an HMAC key");
    if (!list.length) throw fail("SyntaxError", "Usages cannot be empty when importing a secret key.");
    const key = new CryptoKey();
    held.set(key, {
      type: "secret",
      extractable: !!extractable,
      algorithm: { name: "HMAC", length: secret.length * 8, hash: { name: hash } },
      usages: list,
      secret,
    });
    return key;
  }
  function secretFor(key, usage) {
    const inner = held.get(key);
    if (!inner) throw new TypeError("key is not of type CryptoKey.");
    if (!inner.usages.includes(usage)) throw fail("InvalidAccessError", `Unable to use this key to ${usage}`);
    return inner;
  }
  const base64url = (text) => native.base64Bytes(text);

  function importKey(format, data, algorithm, extractable, usages) {
    if (nameOf(algorithm) !== "HMAC") throw lacking("importKey", algorithm);
    if (algorithm.hash === undefined) throw new TypeError("HmacImportParams: hash: required member is missing");
    const hash = hashOf(algorithm.hash);
    let secret;
    if (format === "raw") secret = bytesOf(data);
    else if (format === "jwk") {
      if (!data || data.kty !== "oct" || typeof data.k !== "string") throw fail("DataError", "Invalid keyData");
      secret = base64url(data.k);
    } else throw fail("NotSupportedError", `Unable to import HMAC key with format ${format}`);
    if (!secret.length) throw fail("DataError", "Zero-length key is not supported");
    return hmacKey(secret, hash, extractable, usages);
  }
  function exportKey(format, key) {
    const inner = held.get(key);
    if (!inner) throw new TypeError("key is not of type CryptoKey.");
    if (!inner.extractable) throw fail("InvalidAccessException", "key is not extractable");
    if (format === "raw") return new Bytes(inner.secret).buffer;
    if (format !== "jwk") throw fail("NotSupportedError", `Unable to export an HMAC key as ${format}`);
    const k = native.base64Text(inner.secret, true);
    return { key_ops: inner.usages, ext: true, kty: "oct", k, alg: `HS${inner.algorithm.hash.name.slice(4)}` };
  }
  function generateKey(algorithm, extractable, usages) {
    if (nameOf(algorithm) !== "HMAC") throw lacking("generateKey", algorithm);
    const hash = hashOf(algorithm.hash);
    const length = algorithm.length === undefined ? HASHES[hash] : algorithm.length >>> 3;
    return hmacKey(native.randomBytes(length), hash, extractable, usages);
  }
  function lacking(method, algorithm) {
    native.missing("crypto.subtle", `${method}(${nameOf(algorithm)})`);
    return fail("NotSupportedError", "Unrecognized algorithm name");
  }

  const SUBTLE = {
    digest: (algorithm, data) => native.digest(hashOf(algorithm), bytesOf(data)).buffer,
    importKey,
    exportKey,
    generateKey,
    sign(algorithm, key, data) {
      if (nameOf(algorithm) !== "HMAC") throw lacking("sign", algorithm);
      const inner = secretFor(key, "sign");
      return native.hmac(inner.algorithm.hash.name, inner.secret, bytesOf(data)).buffer;
    },
    verify(algorithm, key, signature, data) {
      if (nameOf(algorithm) !== "HMAC") throw lacking("verify", algorithm);
      const inner = secretFor(key, "verify");
      const made = native.hmac(inner.algorithm.hash.name, inner.secret, bytesOf(data));
      const given = bytesOf(signature);
      if (given.length !== made.length) return false;
      return made.every((byte, at) => byte === given[at]);
    },
  };
  const ABSENT = ["encrypt", "decrypt", "deriveKey", "deriveBits", "wrapKey", "unwrapKey"];
  class SubtleCrypto {}
  for (const name of Object.keys(SUBTLE)) {
    // An error becomes a rejection, never an exception at the call.
    SubtleCrypto.prototype[name] = async (...values) => SUBTLE[name](...values);
  }
  for (const name of ABSENT)
    SubtleCrypto.prototype[name] = async (algorithm) => {
      throw lacking(name, algorithm);
    };

  class Crypto {
    get subtle() {
      return subtle;
    }
    getRandomValues(array) {
      const tag = primordials.isView(array) ? primordials.tagOf(array) : undefined;
      if (tag === undefined || tag.startsWith("Float"))
        throw fail("TypeMismatchError", "The data argument must be an integer-type TypedArray");
      if (array.byteLength > 65536) throw fail("QuotaExceededError", `The requested length exceeds 65,536 bytes`);
      new Bytes(array.buffer, array.byteOffset, array.byteLength).set(native.randomBytes(array.byteLength));
      return array;
    }
    randomUUID() {
      const bytes = native.randomBytes(16);
      bytes[6] = (bytes[6] & 0x0f) | 0x40;
      bytes[8] = (bytes[8] & 0x3f) | 0x80;
      return native.hexText(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    }
  }
  const subtle = new SubtleCrypto();
  return { crypto: new Crypto(), Crypto, CryptoKey, SubtleCrypto };
});
