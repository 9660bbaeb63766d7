// Each line is one snippet: an expression, or statements that begin with `var`.

// hashes and HMACs
['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => n + ' ' + CryptoJS[n]('abc'))
['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => n + ' ' + CryptoJS[n](''))
['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => CryptoJS['Hmac' + n]('message é漢', 'key') + '')
['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => CryptoJS['Hmac' + n]('m', 'k'.repeat(300)) + '')
['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => { var h = CryptoJS[n]('abc'); return [h.words.length, h.sigBytes, h.words[0], h.words[h.words.length - 1]] })
['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => { var h = CryptoJS['Hmac' + n]('abc', 'k'); return [h.words.length, h.sigBytes, h.words[0], h.words[h.words.length - 1]] })
[0, 1, 55, 56, 57, 63, 64, 65, 111, 112, 113, 119, 120, 127, 128, 129, 200].map(n => ['MD5', 'SHA256', 'SHA512', 'SHA3', 'RIPEMD160'].map(a => CryptoJS[a]('x'.repeat(n)).toString().slice(0, 8)).join(' '))
[224, 256, 384, 512, 128, 64, 8, 100, 300].map(n => { var h = CryptoJS.SHA3('abc', { outputLength: n }); return [h.sigBytes, h.words.length, h + ''] })
CryptoJS.algo.SHA3.create({ outputLength: 256 }).update('a').update('bc').finalize() + ''
CryptoJS.SHA256('é漢😀') + ''
CryptoJS.SHA256('a\u0000b') + ''
CryptoJS.SHA256(123) + ''
CryptoJS.SHA256(true) + ''
CryptoJS.SHA256({}) + ''
CryptoJS.SHA256(['abc']) + ''
CryptoJS.SHA256(new Uint8Array([1, 2, 3])) + ''
CryptoJS.SHA256(new String('abc')) + ''
['MD5', 'SHA1', 'SHA224', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => CryptoJS[n](123) + '')
CryptoJS.SHA256(undefined) + ''
CryptoJS.SHA256(null) + ''
CryptoJS.SHA256() + ''
CryptoJS.SHA256(0) + ''
CryptoJS.SHA256(false) + ''
CryptoJS.SHA256('\ud800')
CryptoJS.SHA256({ words: [0x61626364], sigBytes: 3 }) + ''
CryptoJS.SHA256({ words: [0x61626364], sigBytes: 1.5 }) + ''
CryptoJS.SHA256({ words: [0x61626364], sigBytes: 9 }) + ''
CryptoJS.SHA256({ words: [0x61626364], sigBytes: '3' }) + ''
CryptoJS.SHA256(CryptoJS.enc.Hex.parse('abc')) + ''
CryptoJS.SHA512(CryptoJS.enc.Hex.parse('abc')) + ''
CryptoJS.MD5(CryptoJS.enc.Hex.parse('abc')) + ''
CryptoJS.HmacSHA256('m', undefined)
CryptoJS.HmacSHA256('m', null)
CryptoJS.HmacSHA256('m', 123)
CryptoJS.HmacSHA256('m', {})
CryptoJS.HmacSHA256('m', '') + ''
CryptoJS.HmacSHA256(undefined, 'k') + ''
CryptoJS.HmacSHA256(null, 'k') + ''
CryptoJS.HmacSHA256(123, 'k') + ''
CryptoJS.HmacSHA512({}, 'k') + ''
CryptoJS.HmacSHA256('m', CryptoJS.enc.Hex.parse('abc')) + ''
CryptoJS.HmacSHA256('m', CryptoJS.lib.WordArray.create([1, 2, 3], 5)) + ''
CryptoJS.HmacSHA512('m', CryptoJS.enc.Base64.parse('{{secret}}')) + ''
var k = CryptoJS.lib.WordArray.create([1, 2, 3], 5); CryptoJS.HmacSHA256('m', k); return k
var k = CryptoJS.enc.Utf8.parse('k'.repeat(200)); CryptoJS.HmacSHA256('m', k); return k
var k = CryptoJS.enc.Utf8.parse('k'.repeat(64)); return [CryptoJS.HmacSHA256('m', k) + '', CryptoJS.HmacSHA256('m', 'k'.repeat(64)) + '', k.words.length]

// results
CryptoJS.SHA256('abc') + ''
CryptoJS.SHA256('abc').toString(undefined)
CryptoJS.SHA256('abc').toString(CryptoJS.enc.Hex)
CryptoJS.SHA256('abc').toString(CryptoJS.enc.Base64)
CryptoJS.SHA256('abc').toString(CryptoJS.enc.Latin1)
CryptoJS.SHA256('abc').toString(CryptoJS.enc.Utf8)
CryptoJS.SHA256('abc').toString('base64')
JSON.stringify(CryptoJS.SHA256('abc'))
JSON.stringify({ h: CryptoJS.HmacSHA1('a', 'b') })
Object.keys(CryptoJS.SHA256('abc'))
typeof CryptoJS.SHA256('abc').words[0]
CryptoJS.SHA256('abc')
CryptoJS.SHA224('abc')
'sum: ' + CryptoJS.MD5('a') + '!'
CryptoJS.SHA256('abc').clone()
CryptoJS.SHA256('a').concat(CryptoJS.SHA256('b'))
CryptoJS.SHA256('a').concat('text') + ''
CryptoJS.SHA256('a').concat('text').sigBytes
var h = CryptoJS.SHA256('a'); h.sigBytes = 4; h.clamp(); return h
var h = CryptoJS.SHA256('a'); h.sigBytes = 5; return [h + '', CryptoJS.enc.Base64.stringify(h), h.words.length]
CryptoJS.SHA256('abc') == CryptoJS.SHA256('abc')
CryptoJS.SHA256('abc').toString() === CryptoJS.SHA256('abc').toString()
var a = CryptoJS.SHA256('a'); return CryptoJS.SHA256(a) + ''

// progressive
CryptoJS.algo.SHA256.create().update('a').update('bc').finalize() + ''
CryptoJS.algo.SHA256.create().update('a').finalize('bc') + ''
CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, 'key').update('a').update('b').finalize('c') + ''
CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA256, CryptoJS.enc.Hex.parse('00ff')).update('a').finalize() + ''
CryptoJS.algo.HMAC.create(CryptoJS.SHA512, 'key')
CryptoJS.algo.HMAC.create(undefined, 'key')
var h = CryptoJS.algo.SHA256.create(); h.update('a'); var x = h.finalize() + '', y = h.finalize() + ''; return [x, y]
var h = CryptoJS.algo.SHA256.create(); h.update('a'); var x = h.finalize(), y = h.finalize(); return [x === y, x + '', y + '']
['MD5', 'SHA1', 'SHA224', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => { var h = CryptoJS.algo[n].create(); h.update('a'); var x = h.finalize(), first = x + '', y = h.finalize(); return [x === y, first, x + '', y + '', y.sigBytes] })
['MD5', 'SHA1', 'SHA256', 'SHA512', 'SHA3', 'RIPEMD160'].map(n => { var h = CryptoJS.algo[n].create(); h.finalize('a'); h.update('bc'); return h.finalize('d') + '' })
var h = CryptoJS.algo.SHA256.create(); h.update('a'); h.finalize(); h.reset(); return h.update('b').finalize() + '' === CryptoJS.SHA256('b') + ''
var h = CryptoJS.algo.SHA256.create(); var c = h.update('a').clone(); h.update('b'); return [h.finalize() + '', c.finalize() + '']
var h = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA256, 'k'); h.update('a'); return [h.finalize() + '', h.finalize() + '', h.finalize('b') + '']
var h = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, 'k'); h.update('a'); var f = h.finalize(); h.update('b'); return [f + '', h.finalize() + '']
var h = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA1, 'k'); h.update('a'); h.finalize(); h.reset(); return h.finalize('a') + '' === CryptoJS.HmacSHA1('a', 'k') + ''
var h = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA256, 'k'); return h.update('a') === h
CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA256, 'k').update('a', 'ignored').finalize() + ''
CryptoJS.algo.SHA256.create().update(123).finalize() + ''
CryptoJS.algo.SHA256.create().update('a').update(123).finalize() + ''
CryptoJS.algo.SHA256.create().update('a'.repeat(64)).update(123).finalize() + ''
CryptoJS.algo.SHA256.create().update(undefined)
CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA256, 'k').update(undefined)
CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA256, 'k').update(5).finalize() + ''
CryptoJS.algo.SHA256.create().update(123).update('abc').finalize() + ''
CryptoJS.algo.SHA256.create().update('\udc00')
CryptoJS.algo.SHA256.create().update(CryptoJS.enc.Hex.parse('abc')).update('x').finalize() + ''
var w = CryptoJS.enc.Utf8.parse('abcd'); var h = CryptoJS.algo.SHA256.create().update(w); w.words[0] = 0; return h.finalize() + '' === CryptoJS.SHA256('abcd') + ''
new CryptoJS.algo.SHA256.init().update('abc').finalize() + ''
var nonce = '1616492376594', post = 'nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25'; var hash = CryptoJS.SHA256(nonce + post); var mac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, CryptoJS.enc.Base64.parse('kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==')); mac.update('/0/private/AddOrder'); mac.update(hash); return mac.finalize().toString(CryptoJS.enc.Base64)
CryptoJS.HmacSHA512(CryptoJS.enc.Utf8.parse('/0/private/AddOrder').concat(CryptoJS.SHA256('1post')), CryptoJS.enc.Base64.parse('c2VjcmV0')).toString(CryptoJS.enc.Base64)
CryptoJS.algo.SHA256.blockSize + ' ' + CryptoJS.algo.SHA512.blockSize + ' ' + CryptoJS.algo.SHA3.create().blockSize
Object.keys(CryptoJS).sort()
Object.keys(CryptoJS.algo).sort()
Object.keys(CryptoJS.lib).sort()
Object.keys(CryptoJS.enc).sort()
[Object.keys(CryptoJS.mode), Object.keys(CryptoJS.pad), Object.keys(CryptoJS.format), Object.keys(CryptoJS.kdf), Object.keys(CryptoJS.x64)].map(k => k.sort())
[typeof CryptoJS.enc.Base64url, typeof CryptoJS.algo.Blowfish, typeof CryptoJS.Blowfish]
require('crypto-js').SHA1('x') + ''

// encoders
CryptoJS.enc.Utf8.parse('é漢😀')
CryptoJS.enc.Utf8.parse(undefined) + ''
CryptoJS.enc.Utf8.parse(null) + ''
CryptoJS.enc.Utf8.parse(5) + ''
CryptoJS.enc.Utf8.parse('') 
CryptoJS.enc.Utf8.parse('\ud83d')
CryptoJS.enc.Utf8.parse({ toString: () => 'obj' }) + ''
CryptoJS.enc.Utf8.stringify(CryptoJS.enc.Hex.parse('c3a9'))
CryptoJS.enc.Utf8.stringify(CryptoJS.enc.Hex.parse('c3'))
CryptoJS.enc.Utf8.stringify(CryptoJS.enc.Hex.parse('eda080'))
CryptoJS.enc.Utf8.stringify(CryptoJS.enc.Hex.parse('c080'))
CryptoJS.enc.Utf8.stringify(CryptoJS.enc.Hex.parse('f09f9880'))
CryptoJS.enc.Utf8.stringify('abc')
CryptoJS.enc.Utf8.stringify(undefined)
CryptoJS.enc.Hex.parse('zz')
CryptoJS.enc.Hex.parse('abc')
CryptoJS.enc.Hex.parse('abc') + ''
CryptoJS.enc.Hex.parse('1z-1 2+3')
CryptoJS.enc.Hex.parse('')
CryptoJS.enc.Hex.parse('DEADbeef00')
CryptoJS.enc.Hex.parse(undefined)
CryptoJS.enc.Hex.parse(123)
CryptoJS.enc.Hex.stringify(CryptoJS.enc.Utf8.parse('abc'))
CryptoJS.enc.Hex.stringify('abc')
CryptoJS.enc.Hex.stringify({ words: [1], sigBytes: 6 })
CryptoJS.enc.Hex.stringify({ words: [4294967295, -1, 1.9, 4294967296.5], sigBytes: 16 })
CryptoJS.enc.Hex.stringify(undefined)
CryptoJS.enc.Latin1.parse('漢é')
CryptoJS.enc.Latin1.stringify(CryptoJS.enc.Hex.parse('00e9ff41'))
CryptoJS.enc.Latin1.parse('')
CryptoJS.enc.Utf16.parse('aé漢😀')
CryptoJS.enc.Utf16BE.parse('abc')
CryptoJS.enc.Utf16LE.parse('abc')
CryptoJS.enc.Utf16LE.parse('漢\ud800z')
CryptoJS.enc.Utf16.stringify(CryptoJS.enc.Hex.parse('00616f22d83dde00'))
CryptoJS.enc.Utf16LE.stringify(CryptoJS.enc.Hex.parse('6100226f3d'))
CryptoJS.enc.Utf16 === CryptoJS.enc.Utf16BE
CryptoJS.enc.Base64.stringify(CryptoJS.enc.Utf8.parse('any carnal pleasure'))
['', 'a', 'ab', 'abc', 'abcd'].map(t => CryptoJS.enc.Base64.stringify(CryptoJS.enc.Utf8.parse(t)))
CryptoJS.enc.Base64.stringify('abc')
CryptoJS.enc.Base64.stringify(CryptoJS.enc.Hex.parse('abc'))
['API PRIVATE KEY', '{{key}}', 'AQID BAUG', 'AQI-_w==', 'A', 'AA', 'AAA', '/w=', '/w==', 'AB=CD', '', '=', 'YWJj\nZGVm', 'é漢😀Zg==', ' YQ==', 'YQ'].map(t => { var w = CryptoJS.enc.Base64.parse(t); return w.sigBytes + ':' + w })
CryptoJS.enc.Base64.parse('YWJj')
CryptoJS.enc.Base64.parse(undefined)
CryptoJS.enc.Base64.parse(123)
CryptoJS.enc.Base64.parse(['YWJj'])
CryptoJS.enc.Base64.parse('\ud800AAA') + ''
CryptoJS.enc.Base64._map
var u = { _map: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', stringify: CryptoJS.enc.Base64.stringify, parse: CryptoJS.enc.Base64.parse }; var w = CryptoJS.enc.Hex.parse('fbffbf01'); return [u.stringify(w), u.parse('-_-_AQ') + '']

// word arrays
new CryptoJS.lib.WordArray()
CryptoJS.lib.WordArray.create()
CryptoJS.lib.WordArray.create([0x00010203, 0x04050607])
CryptoJS.lib.WordArray.create([0x00010203, 0x04050607], 6)
CryptoJS.lib.WordArray.create([0x00010203, 0x04050607], 6) + ''
new CryptoJS.lib.WordArray.init([1], 4)
CryptoJS.lib.WordArray.create(new Uint8Array([1, 2, 3, 4, 5]))
CryptoJS.lib.WordArray.create(new Uint8Array([1, 2, 3, 4, 5]).buffer)
CryptoJS.lib.WordArray.create(new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4))
CryptoJS.lib.WordArray.create(new Uint16Array([1, 258]))
CryptoJS.lib.WordArray.create(new Int32Array([-2]))
CryptoJS.lib.WordArray.create(new Float64Array([1]))
CryptoJS.lib.WordArray.create(new Uint8ClampedArray([300, 7]))
CryptoJS.lib.WordArray.create(Buffer.from('abc'))
CryptoJS.lib.WordArray.create(new Uint8Array(0))
CryptoJS.SHA256(CryptoJS.lib.WordArray.create(new Uint8Array([97, 98, 99]))) + ''
JSON.stringify(CryptoJS.lib.WordArray.create([1, 2]).words)
Object.keys(CryptoJS.lib.WordArray.create([1]))
Object.keys(new CryptoJS.lib.WordArray.init([1]))
CryptoJS.enc.Utf8.parse('abc').concat(CryptoJS.enc.Utf8.parse('defg'))
CryptoJS.enc.Utf8.parse('abcd').concat(CryptoJS.enc.Utf8.parse('efg'))
var a = CryptoJS.enc.Utf8.parse('ab'); return a.concat(CryptoJS.enc.Utf8.parse('c')) === a
var a = CryptoJS.enc.Utf8.parse('ab'); var b = a.clone(); b.words[0] = 0; return [a + '', b + '']
var a = CryptoJS.lib.WordArray.create([-1, -1], 5); a.clamp(); return a
var a = CryptoJS.lib.WordArray.create([-1, -1], 8); a.sigBytes -= 5; a.clamp(); return a
CryptoJS.lib.WordArray.random(10).sigBytes
CryptoJS.lib.WordArray.random(16).words.length
/^[0-9a-f]{32}$/.test(CryptoJS.lib.WordArray.random(16).toString())
CryptoJS.lib.WordArray.random(16) + '' !== CryptoJS.lib.WordArray.random(16) + ''
CryptoJS.lib.WordArray.random(0)
CryptoJS.enc.Utf8.parse('a') + 'text'
var P = CryptoJS.lib.Base.extend({ init: function (n) { this.n = n }, twice: function () { return this.n * 2 } }); return [P.create(4).twice(), new P.init(5).twice(), P.extend({ x: 1 }).create(3).twice()]
var P = CryptoJS.lib.Base.extend({ a: 1 }); var Q = P.extend({ b: 2 }); return [Q.a, Q.b, Q.$super === P, P.create().a]
var o = CryptoJS.lib.Base.create(); o.mixIn({ z: 3, toString: function () { return 'zz' } }); return o.z + o.toString()
var o = CryptoJS.lib.Base.extend({ q: 7 }).create(); return o.clone().q
var w = CryptoJS.x64.Word.create(1, 2); return [w.high, w.low]
CryptoJS.x64.WordArray.create([CryptoJS.x64.Word.create(1, 2), CryptoJS.x64.Word.create(3, 4)]).toX32()
var a = CryptoJS.x64.WordArray.create([CryptoJS.x64.Word.create(1, 2)]); var b = a.clone(); b.words[0].high = 9; return [a.words[0].high, b.sigBytes]
var H = CryptoJS.lib.Hasher.extend({ blockSize: 1, _doReset: function () { this.s = 0 }, _doProcessBlock: function (M, o) { this.s = (this.s + M[o]) | 0 }, _doFinalize: function () { this._process(true); return this.s } }); return H.create().update('abcd').finalize('efgh')
var Sum = CryptoJS.algo.SHA256.extend({ _doFinalize: function () { var h = CryptoJS.algo.SHA256._doFinalize.call(this); h.sigBytes = 4; return h } }); return Sum.create().update('abc').finalize() + ''

// key derivation
CryptoJS.PBKDF2('password', 'salt')
CryptoJS.PBKDF2('password', 'salt', { keySize: 256 / 32, iterations: 10 })
CryptoJS.PBKDF2('password', CryptoJS.enc.Hex.parse('0011'), { keySize: 12, iterations: 3, hasher: CryptoJS.algo.SHA256 })
CryptoJS.PBKDF2('password', 'salt', { keySize: 9, iterations: 2, hasher: CryptoJS.algo.SHA512 }) + ''
CryptoJS.PBKDF2('password', 'salt', { keySize: 16, iterations: 2, hasher: CryptoJS.algo.SHA224 })
CryptoJS.PBKDF2('password', 'salt', { keySize: 4.5, iterations: 2 })
CryptoJS.PBKDF2('password', 'salt', { keySize: 4, iterations: 0 }) + ''
CryptoJS.PBKDF2('password', 'salt', { keySize: 4, iterations: '3' }) + ''
CryptoJS.PBKDF2(undefined, 'salt')
CryptoJS.PBKDF2('password', undefined)
CryptoJS.PBKDF2(CryptoJS.enc.Utf8.parse('p'.repeat(100)), 'salt', { keySize: 6, iterations: 5 }) + ''
CryptoJS.algo.PBKDF2.create({ keySize: 8, iterations: 2 }).compute('p', 's') + ''
CryptoJS.EvpKDF('password', 'salt')
CryptoJS.EvpKDF('password', 'salt', { keySize: 12, iterations: 5 })
CryptoJS.EvpKDF('password', CryptoJS.enc.Hex.parse('0102'), { keySize: 10, hasher: CryptoJS.algo.SHA256 })
CryptoJS.EvpKDF('password') + ''
CryptoJS.EvpKDF(undefined, 'salt')
CryptoJS.algo.EvpKDF.create({ keySize: 3 }).compute('p', 's')
var p = CryptoJS.kdf.OpenSSL.execute('pw', 8, 4, CryptoJS.enc.Hex.parse('0102030405060708')); return [p.key + '', p.iv + '', p.salt + '']
JSON.stringify(CryptoJS.SHA512('x'.repeat(1000)).words)
JSON.stringify(CryptoJS.SHA384('x'.repeat(3000)).words)
JSON.stringify(CryptoJS.HmacSHA512('x'.repeat(3000), 'k'.repeat(500)).words)
JSON.stringify(CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA384, 'k').update('a').finalize('b').words)
var h = CryptoJS.SHA256('abc'); h.sigBytes = 5; return [CryptoJS.SHA256(h) + '', CryptoJS.HmacSHA256(h, 'k') + '', CryptoJS.HmacSHA256('m', h) + '']
var h = CryptoJS.SHA512('abc'); h.sigBytes = 7; return CryptoJS.SHA1('x').concat(h) + ''
