// Each line is one snippet: an expression, or statements that begin with `var`.
var K = CryptoJS.enc.Hex.parse('000102030405060708090a0b0c0d0e0f'), IV = CryptoJS.enc.Hex.parse('101112131415161718191a1b1c1d1e1f'); return CryptoJS.AES.encrypt('attack at dawn, é', K, { iv: IV }) + ''
[16, 24, 32].map(n => CryptoJS.AES.encrypt('m', CryptoJS.enc.Utf8.parse('k'.repeat(n)), { mode: CryptoJS.mode.ECB }).ciphertext + '')
[0, 1, 3, 4, 5, 6, 8, 10, 12, 15, 17, 20, 28, 36, 40, 64].map(n => CryptoJS.AES.encrypt('message of two blocks', CryptoJS.enc.Utf8.parse('k'.repeat(n)), { mode: CryptoJS.mode.ECB }).ciphertext + '')
[0, 1, 3, 4, 5, 6, 8, 10, 12, 15, 17, 20, 28, 36, 40, 64].map(n => { var k = CryptoJS.enc.Utf8.parse('k'.repeat(n)); return CryptoJS.algo.AES.createDecryptor(k, { mode: CryptoJS.mode.ECB, padding: CryptoJS.pad.NoPadding }).finalize(CryptoJS.enc.Utf8.parse('0123456789abcdef')) + '' })
CryptoJS.AES.encrypt('m', CryptoJS.enc.Hex.parse('abc'), { mode: CryptoJS.mode.ECB }).ciphertext + ''
CryptoJS.AES.encrypt('m', 123, { mode: CryptoJS.mode.ECB }).ciphertext + ''
CryptoJS.AES.encrypt('m', undefined, { mode: CryptoJS.mode.ECB })
CryptoJS.AES.encrypt('m', CryptoJS.enc.Utf8.parse('0123456789abcdef'))
['CBC', 'CFB', 'CTR', 'CTRGladman', 'OFB', 'ECB'].map(m => CryptoJS.AES.encrypt('attack at dawn, and again at dusk', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Hex.parse('fffffffffffffffffffffffffffffffe'), mode: CryptoJS.mode[m] }) + '')
['CBC', 'CFB', 'CTR', 'CTRGladman', 'OFB', 'ECB'].map(m => { var o = { iv: CryptoJS.enc.Hex.parse('00ff00ff00ff00ff00ff00ff00ff00fe'), mode: CryptoJS.mode[m] }, k = CryptoJS.enc.Utf8.parse('0123456789abcdef'); return CryptoJS.AES.decrypt(CryptoJS.AES.encrypt('attack at dawn, and again at dusk', k, o), k, o).toString(CryptoJS.enc.Utf8) })
['Pkcs7', 'AnsiX923', 'Iso97971', 'ZeroPadding', 'NoPadding'].map(p => CryptoJS.AES.encrypt('attack at dawn, and', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Hex.parse('00'.repeat(16)), padding: CryptoJS.pad[p] }).ciphertext)
['Pkcs7', 'AnsiX923', 'Iso10126', 'Iso97971', 'ZeroPadding', 'NoPadding'].map(p => { var k = CryptoJS.enc.Utf8.parse('0123456789abcdef'), o = { iv: k, padding: CryptoJS.pad[p] }; return CryptoJS.AES.decrypt(CryptoJS.AES.encrypt('sixteen bytes ok', k, o), k, o).toString(CryptoJS.enc.Utf8) })
['CFB', 'CTR', 'OFB'].map(m => CryptoJS.AES.encrypt('short', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef'), mode: CryptoJS.mode[m], padding: CryptoJS.pad.NoPadding }).ciphertext)
CryptoJS.AES.decrypt('U2FsdGVkX18BAgMEBQYHCLxDQGqi/xmKU2dyLUJqOXU=', 'pass').toString()
CryptoJS.AES.decrypt(CryptoJS.AES.encrypt('secret text é', 'pass'), 'pass').toString(CryptoJS.enc.Utf8)
CryptoJS.AES.decrypt(CryptoJS.AES.encrypt('secret text', 'pass').toString(), 'pass').toString(CryptoJS.enc.Utf8)
CryptoJS.AES.encrypt('secret', 'pass').toString().slice(0, 10)
CryptoJS.AES.encrypt('secret', 'pass').salt.sigBytes
Object.keys(CryptoJS.AES.encrypt('secret', 'pass')).sort()
Object.keys(CryptoJS.AES.encrypt('secret', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') })).sort()
var e = CryptoJS.AES.encrypt('x', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('fedcba9876543210') }); return [e.key + '', e.iv + '', e.blockSize, e.algorithm === CryptoJS.algo.AES, e.mode === CryptoJS.mode.CBC, e.padding === CryptoJS.pad.Pkcs7, e.formatter === CryptoJS.format.OpenSSL]
CryptoJS.AES.decrypt('not really base64', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') })
CryptoJS.AES.decrypt('', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') })
CryptoJS.AES.decrypt(undefined, CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') })
CryptoJS.AES.decrypt({ ciphertext: CryptoJS.enc.Hex.parse('b8a5c4f8c3d2b1a09f8e7d6c5b4a3928') }, CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef'), padding: CryptoJS.pad.NoPadding }) + ''
CryptoJS.AES.encrypt('x', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef'), format: CryptoJS.format.Hex }) + ''
CryptoJS.AES.decrypt('ab8f8d6dd2d1c1d1d5f0c1a2b3c4d5e6', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef'), format: CryptoJS.format.Hex, padding: CryptoJS.pad.NoPadding }) + ''
CryptoJS.AES.encrypt(CryptoJS.enc.Hex.parse('00112233'), CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') }) + ''
CryptoJS.AES.encrypt('', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') }) + ''
CryptoJS.AES.encrypt(123, CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') })
var e = CryptoJS.algo.AES.createEncryptor(CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') }); return [e.process('0123456789abcdef0') + '', e.process('more of it, much more of it') + '', e.finalize() + '']
var d = CryptoJS.algo.AES.createDecryptor(CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef'), padding: CryptoJS.pad.NoPadding }); return [d.process('0123456789abcdef0') + '', d.process('more of it, much more of it') + '', d.finalize() + '']
var e = CryptoJS.algo.AES.createEncryptor(CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') }); var a = e.finalize('x') + ''; e.reset(); return [a, e.finalize('x') + '']
[CryptoJS.algo.AES.keySize, CryptoJS.algo.AES.ivSize, CryptoJS.algo.AES.blockSize, CryptoJS.algo.DES.keySize, CryptoJS.algo.TripleDES.keySize, CryptoJS.algo.RC4.ivSize, CryptoJS.algo.Rabbit.blockSize]
CryptoJS.DES.encrypt('attack at dawn', CryptoJS.enc.Hex.parse('0123456789abcdef'), { iv: CryptoJS.enc.Hex.parse('fedcba9876543210') }) + ''
CryptoJS.DES.encrypt('attack', CryptoJS.enc.Hex.parse('0123'), { mode: CryptoJS.mode.ECB }) + ''
CryptoJS.DES.encrypt('attack', CryptoJS.enc.Utf8.parse('much too long a key'), { mode: CryptoJS.mode.ECB }) + ''
CryptoJS.DES.decrypt(CryptoJS.DES.encrypt('attack', 'pw'), 'pw').toString(CryptoJS.enc.Utf8)
CryptoJS.TripleDES.encrypt('attack at dawn', CryptoJS.enc.Hex.parse('0123456789abcdef00112233445566778899aabbccddeeff'), { iv: CryptoJS.enc.Hex.parse('fedcba9876543210') }) + ''
CryptoJS.TripleDES.encrypt('attack at dawn', CryptoJS.enc.Hex.parse('0123456789abcdef0011223344556677'), { mode: CryptoJS.mode.ECB }) + ''
CryptoJS.TripleDES.encrypt('attack', CryptoJS.enc.Hex.parse('0123456789abcdef'), { mode: CryptoJS.mode.ECB }) + ''
CryptoJS.TripleDES.decrypt(CryptoJS.TripleDES.encrypt('attack', 'pw'), 'pw').toString(CryptoJS.enc.Utf8)
CryptoJS.RC4.encrypt('attack at dawn', CryptoJS.enc.Utf8.parse('Key')) + ''
CryptoJS.RC4.encrypt('attack at dawn', CryptoJS.enc.Utf8.parse('')) + ''
CryptoJS.RC4.decrypt(CryptoJS.RC4.encrypt('attack', 'pw'), 'pw').toString(CryptoJS.enc.Utf8)
CryptoJS.RC4Drop.encrypt('attack at dawn', CryptoJS.enc.Utf8.parse('Key')) + ''
CryptoJS.RC4Drop.encrypt('attack at dawn', CryptoJS.enc.Utf8.parse('Key'), { drop: 3072 / 4 }) + ''
CryptoJS.RC4.encrypt('attack', 'pw').ciphertext.sigBytes
var e = CryptoJS.algo.RC4.createEncryptor(CryptoJS.enc.Utf8.parse('Key')); return [e.process('abcde') + '', e.process('f') + '', e.finalize() + '']
CryptoJS.Rabbit.encrypt('attack at dawn, and again', CryptoJS.enc.Utf8.parse('0123456789abcdef')) + ''
CryptoJS.Rabbit.encrypt('attack at dawn, and again', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('01234567') }) + ''
var k = CryptoJS.enc.Utf8.parse('0123456789abcdef'); var a = CryptoJS.Rabbit.encrypt('x', k) + '', b = CryptoJS.Rabbit.encrypt('x', k) + '', c = CryptoJS.Rabbit.encrypt('x', k) + ''; return [a, b, c, k + '']
CryptoJS.Rabbit.decrypt(CryptoJS.Rabbit.encrypt('attack', 'pw'), 'pw').toString(CryptoJS.enc.Utf8)
CryptoJS.RabbitLegacy.encrypt('attack at dawn, and again', CryptoJS.enc.Utf8.parse('0123456789abcdef')) + ''
CryptoJS.RabbitLegacy.encrypt('attack at dawn, and again', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('01234567') }) + ''
CryptoJS.RabbitLegacy.decrypt(CryptoJS.RabbitLegacy.encrypt('attack', 'pw'), 'pw').toString(CryptoJS.enc.Utf8)
var p = CryptoJS.format.OpenSSL.parse('U2FsdGVkX18BAgMEBQYHCLxDQGqi/xmKU2dyLUJqOXU='); return [p.salt + '', p.ciphertext + '']
var p = CryptoJS.format.OpenSSL.parse('AAAA'); return [p.salt, p.ciphertext + '']
CryptoJS.format.Hex.parse('0011').ciphertext + ''
CryptoJS.lib.CipherParams.create({ ciphertext: CryptoJS.enc.Hex.parse('0011'), salt: CryptoJS.enc.Hex.parse('0102030405060708') }).toString(CryptoJS.format.OpenSSL)
CryptoJS.lib.CipherParams.create({ ciphertext: CryptoJS.enc.Hex.parse('0011') }).toString()
CryptoJS.lib.SerializableCipher.encrypt(CryptoJS.algo.AES, 'm', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') }) + ''
CryptoJS.lib.SerializableCipher.decrypt(CryptoJS.algo.AES, 'nd3Tq0mGG4lk+5P5cdIlLA==', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef'), padding: CryptoJS.pad.NoPadding }) + ''
CryptoJS.lib.PasswordBasedCipher.decrypt(CryptoJS.algo.DES, CryptoJS.lib.PasswordBasedCipher.encrypt(CryptoJS.algo.DES, 'm', 'pw'), 'pw') + ''
var w = CryptoJS.enc.Utf8.parse('abc'); CryptoJS.pad.Pkcs7.pad(w, 4); var t = w + ''; CryptoJS.pad.Pkcs7.unpad(w); return [t, w + '']
var w = CryptoJS.enc.Utf8.parse('0123456789abcdef'); ['Pkcs7', 'AnsiX923', 'ZeroPadding', 'Iso97971'].forEach(p => CryptoJS.pad[p].pad(w, 4)); return w + ''
CryptoJS.mode.CBC.createEncryptor(CryptoJS.algo.AES.createEncryptor(CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') }), [1, 2, 3, 4]).processBlock([1, 2, 3, 4], 0)
var m = [1, 2, 3, 4]; CryptoJS.mode.CBC.createEncryptor(CryptoJS.algo.AES.createEncryptor(CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef') }), [5, 6, 7, 8]).processBlock(m, 0); return m
var M = CryptoJS.lib.BlockCipherMode.extend(); M.Encryptor = M.extend({ processBlock: function (w, o) { this._cipher.encryptBlock(w, o); w[o] ^= this._iv[0] } }); M.Decryptor = M.Encryptor; return CryptoJS.AES.encrypt('x', CryptoJS.enc.Utf8.parse('0123456789abcdef'), { iv: CryptoJS.enc.Utf8.parse('0123456789abcdef'), mode: M }) + ''
