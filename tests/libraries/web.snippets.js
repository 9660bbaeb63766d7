// Each line is one snippet: an expression, or statements that begin with `var`.
// atob, btoa and Buffer in both sandboxes
['', 'a', 'ab', 'abc', 'é', '\u0000\u00ff'].map(btoa)
btoa('漢')
btoa(123)
btoa(undefined)
btoa(null)
['', 'YQ==', 'YWI=', 'YWJj', 'YQ', ' Y W J j ', 'w6k='].map(atob)
atob('a')
atob('!!!!')
atob('YWJ-')
atob(null)
atob('YQ=')
atob('ab=c')
require('btoa')('abc') + require('atob')('YWJj')
Buffer.from('héllo €').toString('hex')
['utf8', 'hex', 'base64', 'base64url', 'ascii', 'latin1', 'binary', 'utf16le', 'ucs2'].map(e => { try { return Buffer.from('héllo €?>').toString(e) } catch (x) { return x.name } })
[['68c3a9zz', 'hex'], ['aGk=', 'base64'], ['aGk', 'base64'], ['-_-_', 'base64'], ['h\u00e9', 'latin1'], ['h\u00e9', 'binary'], ['h\u00e9', 'utf16le'], ['h\u00e9', 'ascii'], ['abc', 'hex']].map(p => Buffer.from(p[0], p[1]).toString('hex'))
Buffer.from([1, 2, 300, -1]).toJSON()
Buffer.from(new Uint8Array([1, 2, 3]).buffer, 1, 2).toJSON()
JSON.stringify(Buffer.from('hi'))
JSON.stringify(Buffer.from({ type: 'Buffer', data: [1, 2] }))
Buffer.from(5)
Buffer.from(null)
Buffer.from('a', 'nope')
[Buffer.alloc(3).toString('hex'), Buffer.alloc(5, 'ab').toString(), Buffer.alloc(2, 7).toString('hex'), Buffer.allocUnsafe(4).length]
Buffer.concat([Buffer.from('a'), Buffer.from('bc')]).toString()
Buffer.concat([Buffer.from('abc'), Buffer.from('def')], 4).toString()
[Buffer.byteLength('héllo'), Buffer.byteLength('aGk=', 'base64'), Buffer.byteLength('abcd', 'hex'), Buffer.isBuffer(Buffer.from('')), Buffer.isBuffer(new Uint8Array()), Buffer.isEncoding('utf8'), Buffer.isEncoding('nope'), Buffer.compare(Buffer.from('a'), Buffer.from('b'))]
var b = Buffer.from('hello world'); return [b.slice(0, 5).toString(), b.slice(-5).toString(), b.subarray(2, 4).toString(), b.indexOf('o'), b.indexOf('o', 5), b.lastIndexOf('o'), b.includes('wor'), b.indexOf(Buffer.from('ld')), b.indexOf(104), b.equals(Buffer.from('hello world')), b.toString('utf8', 6, 9), b.length, b[0]]
var b = Buffer.alloc(8); b.writeUInt32BE(0xdeadbeef, 0); b.writeInt16LE(-2, 4); b.writeUInt8(255, 6); return [b.toString('hex'), b.readUInt32BE(0), b.readInt32BE(0), b.readUInt16LE(0), b.readInt16LE(4), b.readInt8(6), b.readUIntBE(0, 3), b.readIntLE(0, 3)]
var b = Buffer.alloc(16); b.writeDoubleBE(1.5, 0); b.writeFloatLE(2.5, 8); return [b.toString('hex'), b.readDoubleBE(0), b.readFloatLE(8)]
Buffer.alloc(2).readUInt32BE(0)
Buffer.alloc(2).writeUInt8(256, 0)
var b = Buffer.from('abcdef'); b.fill('x', 1, 3); b.write('ZZ', 4); return [b.toString(), b.copy(Buffer.alloc(2), 0, 1, 3), Buffer.from([1, 2, 3, 4]).swap16().toString('hex')]
Buffer.from('ffe9', 'hex').toString()
Buffer.from('\ud800').toString('hex')
new Buffer('old').toString('base64')
typeof Buffer.from('a').buffer
Buffer.from(Buffer.from('copy')).toString()
Array.from(Buffer.from('ab'))
Buffer.from('abc').map(function (x) { return x + 1 }).toString()
Object.keys(require('buffer')).filter(function (k) { return /^Buffer$|^SlowBuffer$/.test(k) })
// libraries behind require
var u = require('uuid'); return [/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(u()), /^[0-9a-f-]{36}$/.test(u.v4()), typeof u.v1, typeof u]
var q = require('querystring'); return [q.parse('a=1&b=2&a=3&c&d=%20+x&=z'), q.stringify({ a: [1, 2], b: 'x y&z', c: '', d: null, e: undefined, f: true, g: NaN }), q.parse('a:1;b:2', ';', ':'), q.stringify({ a: 1, b: 2 }, ';', ':'), q.parse(''), q.stringify('x'), q.encode === q.stringify]
var p = require('url').parse('https://user:pa%20ss@Example.com:8080/a/b c?x=1&y=a b#frag'); return [p.protocol, p.auth, p.host, p.port, p.hostname, p.hash, p.search, p.query, p.pathname, p.path, p.href, p.slashes]
var u = require('url'); return ['/a/b?c=d', '//host/x', 'mailto:a@b.c', 'http://h', 'http://h?x', 'h.com/x', '?q', '#h', '', 'http://[::1]:3/x', 'HTTP://A.B/C', 'javascript:alert(1)', 'http://a/b\\c', "http://a/'\"<>`{}|^"].map(function (t) { var p = u.parse(t); return [p.protocol, p.host, p.pathname, p.search, p.hash, p.href].join(' ') })
var u = require('url'); return [u.parse('http://a/?x=1&x=2&y', true).query, u.format({ protocol: 'https', host: 'a.b', pathname: 'c', query: { d: 1 } }), u.format({ hostname: 'a', port: 80, pathname: '/x', search: 'q', hash: 'h' }), u.format('http://a/b'), u.resolve('/one/two/three', 'four'), u.resolve('http://example.com/', '/one'), u.resolve('http://example.com/one', '/two'), u.resolve('http://a/b/c/d', '../e'), u.resolve('http://a/b', '?q'), u.resolve('http://a/b', '#h'), u.resolve('http://a/b', '//c/d'), u.resolve('http://a/b', 'https://x/y'), u.resolve('http://a/b/', '.'), u.resolve('http://a/b/c', '..')]
var p = require('path'); return [p.join('/a', '..', 'b', './c', ''), p.resolve('/a/b', '../c', './d'), p.normalize('/a//b/../c/'), p.dirname('/a/b/c.txt'), p.basename('/a/b/c.txt'), p.basename('/a/b/c.txt', '.txt'), p.extname('a.b.c'), p.extname('.x'), p.relative('/a/b/c', '/a/d'), p.isAbsolute('/a'), p.sep, p.delimiter, p.dirname('a'), p.dirname('/'), p.join()]
var u = require('util'); return [u.format('%s is %d, %j %%', 'x', 5, { a: 1 }, 'extra'), u.format(1, 'b'), u.inspect({ a: 1, b: 'x', c: [1, 2], d: { e: { f: { g: 1 } } } }), u.inspect('it\'s'), u.inspect([1, , 3]), u.inspect(null), u.inspect(function foo() {}), u.inspect(/x/g), u.inspect({ 'a-b': undefined, get x() { return 1 } })]
var u = require('util'); return [u.isArray([]), u.isString(''), u.isNullOrUndefined(null), u.isFunction(u.format), u.isRegExp(/a/), u.isDate(new Date()), u.isError(new Error()), u.isObject({}), u.isPrimitive(1), u.isBuffer(Buffer.from('')), typeof u.promisify, typeof u.types]
var u = require('util'); function A() {} function B() {} B.prototype.hi = function () { return 'hi' }; u.inherits(A, B); return [new A().hi(), A.super_ === B, u._extend({ a: 1 }, { b: 2 })]
var p = require('punycode'); return [p.encode('mañana'), p.decode('maana-pta'), p.toASCII('mañana.com'), p.toUnicode('xn--maana-pta.com'), p.ucs2.decode('a😀'), p.ucs2.encode([97, 128512]), p.encode('bücher'), p.encode('Hello-Another-Way-それぞれの場所'), p.version]
var D = require('string_decoder').StringDecoder, d = new D('utf8'); return [d.write(Buffer.from([0xe2, 0x82])), d.write(Buffer.from([0xac])), d.end(), new D('hex').write(Buffer.from('ab')), new D('base64').write(Buffer.from('abcd'))]
var E = require('events'), e = new E(), log = []; e.on('a', function (x) { log.push('1' + x) }); e.once('a', function (x) { log.push('2' + x) }); e.emit('a', 'x'); e.emit('a', 'y'); e.removeAllListeners('a'); return [log, e.emit('a'), e.listeners('a').length, E.EventEmitter === E, e.listenerCount('a'), E.defaultMaxListeners]
var E = require('events'), e = new E(); return e.emit('error', new Error('boom'))
var a = require('assert'), out = []; [function () { a(true) }, function () { a(false, 'no') }, function () { a.equal(1, '1') }, function () { a.strictEqual(1, '1', 'strict') }, function () { a.deepEqual({ a: [1] }, { a: ['1'] }) }, function () { a.deepStrictEqual({ a: 1 }, { a: 1 }) }, function () { a.deepStrictEqual({ a: 1 }, { a: '1' }, 'deep') }, function () { a.notEqual(1, 1, 'ne') }, function () { a.throws(function () { throw new TypeError('x') }, TypeError) }, function () { a.throws(function () {}, 'missing') }, function () { a.ifError(null) }, function () { a.fail('failed') }].forEach(function (f) { try { f(); out.push('ok') } catch (e) { out.push(e.name + ' ' + (e.generatedMessage ? '' : e.message)) } }); return out
typeof require('timers').setTimeout
[require('os').platform(), require('os').EOL, require('os').type(), require('os').tmpdir(), require('os').arch()]
Object.keys(require('fs'))
typeof require('stream')
// xml, csv
xml2Json('<a><b>1</b><b>2</b><c x="y">t</c><d/></a>')
xml2Json('<?xml version="1.0"?><r a="1">text &amp; more<!-- c --><![CDATA[<raw>]]></r>')
xml2Json('<a>  x  </a>')
xml2Json('<a><b></a>')
xml2Json('not xml')
xml2Json('<soap:Envelope xmlns:soap="u"><soap:Body><x>1</x></soap:Body></soap:Envelope>')
var r; require('xml2js').parseString('<a><b>1</b><c k="v"/></a>', function (e, x) { r = x }); return r
var r; require('xml2js').parseString('<a><b>1</b><b>2</b></a>', { explicitArray: false, mergeAttrs: true }, function (e, x) { r = x }); return r
var r; require('xml2js').parseString('<a x="1"><b> t </b></a>', { explicitRoot: false, trim: true, attrkey: '@', charkey: '#' }, function (e, x) { r = x }); return r
new (require('xml2js').Builder)().buildObject({ root: { a: 1, b: ['x', 'y'], c: { $: { k: 'v' }, _: 'text & <' }, d: '' } })
require('csv-parse/lib/sync')('a,b\n1,2\n"x, y","q ""z"""')
require('csv-parse/lib/sync')('a,b\n1,2\n3,4\n', { columns: true })
require('csv-parse/lib/sync')('a;b\n1;2', { delimiter: ';', columns: ['x', 'y'] })
require('csv-parse/lib/sync')(' a , b \n\n1,2', { trim: true, skip_empty_lines: true })
require('csv-parse/lib/sync')('a,b\n1')
require('nope')
require('crypto')
require('http')
