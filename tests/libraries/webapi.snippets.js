// Each line is one snippet: an expression, or statements that begin with `var`.
// What only the current sandbox has; in Newman's each is an error that both sides share.
[typeof TextEncoder, typeof URL, typeof structuredClone, typeof crypto, typeof AbortController, typeof Event]
new TextEncoder().encode('é€😀\ud800')
new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0xff]))
new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff]))
new TextDecoder('latin1').decode(new Uint8Array([0xe9]))
new TextDecoder('utf-16le').decode(new Uint8Array([0x61, 0, 0xac, 0x20]))
new TextDecoder('nope')
[new TextEncoder().encoding, new TextDecoder().encoding, new TextEncoder().encodeInto('aé', new Uint8Array(2)).written]
var u = new URL('https://user:p%40ss@Example.COM:8443/a/../b%20c/./d?x=1&y=a b&z=é#frag ment'); return [u.href, u.origin, u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash, String(u), JSON.stringify(u)]
['http://a', 'http://a:80/', 'http://a:81', 'https://a:443/x', 'HTTP://A/b\\c', 'http://a/%7efoo/%2E%2e/x', 'http://ä.de/ü?ß#ö', 'mailto:a@b c', 'data:text/plain,hi there', 'file:///c:/x/../y', 'http://192.168.0.1.', 'http://0x7f.1/', 'http://[::1]:3000/', 'http://[2001:DB8:0:0:0:0:0:1]', 'foo://bar/baz?q#h', 'foo:/x/../y', 'http://a/?q=\'"<>', "http://a/'{}|^`", 'http://a?b', 'http://a#b', '  http://a  ', 'http://a/b\tc\n', 'http:a', 'http:////a'].map(t => { try { return new URL(t).href } catch (e) { return t + ' ' + e.name } })
['', 'a', 'http://', 'http://a:b', 'http://a:99999', '//a', 'http://a b', 'http://[::1', 'http://%zz', 'http://1.2.3.256'].map(t => { try { return new URL(t).href } catch (e) { return e.name + ' ' + e.message } })
[['x', 'http://a/b/c'], ['../x', 'http://a/b/c/d'], ['/x', 'http://a/b'], ['?q', 'http://a/b?c#d'], ['#h', 'http://a/b?c#d'], ['', 'http://a/b?c#d'], ['//h/p', 'https://a/b'], ['https:x', 'https://a/b/c'], ['.', 'http://a/b/c'], ['..', 'http://a/b/c/'], ['x', 'mailto:a']].map(p => { try { return new URL(p[0], p[1]).href } catch (e) { return e.name } })
var u = new URL('http://a.b/c'); u.pathname = '/x y/..//z'; u.search = 'q=a b'; u.hash = 'h'; u.port = '8080'; u.host = 'h.i:99'; u.protocol = 'https'; u.username = 'me'; u.searchParams.append('k', 'v w'); return [u.href, u.searchParams.get('q'), URL.canParse('http://x'), URL.canParse('x')]
var p = new URLSearchParams('?a=1&b=2&a=3&c&d=%20+x'); p.append('e', 'é&='); p.set('a', '9'); p.delete('b'); p.sort(); return [p.toString(), p.get('d'), p.get('nope'), p.getAll('a'), p.has('c'), [...p], [...p.keys()], p.size]
[new URLSearchParams({ a: 1, b: 'x y' }).toString(), new URLSearchParams([['a', '1'], ['a', '2']]).toString(), new URLSearchParams("~!*()'-._").toString(), new URLSearchParams().toString()]
var o = { d: new Date(0), m: new Map([[1, { a: 1 }]]), s: new Set([1]), r: /a/g, b: new Uint8Array([1, 2]), n: null, u: undefined, e: new TypeError('x') }; o.self = o; var c = structuredClone(o); return [c.self === c, c.d.getTime(), c.m.get(1), [...c.s], String(c.r), c.b, 'u' in c, c.e.name, c.e.message, c !== o]
structuredClone(function () {})
crypto.subtle.digest('SHA-256', new TextEncoder().encode('abc')).then(b => Buffer.from(b).toString('hex'))
Promise.all(['SHA-1', 'sha-256', { name: 'SHA-384' }, 'SHA-512'].map(a => crypto.subtle.digest(a, new Uint8Array([1, 2, 3])))).then(l => l.map(b => Buffer.from(b).toString('hex')))
crypto.subtle.digest('MD5', new Uint8Array(1)).catch(e => e.name)
crypto.subtle.digest('SHA-256', 'text').catch(e => e.name)
crypto.subtle.importKey('raw', new TextEncoder().encode('key'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']).then(k => crypto.subtle.sign('HMAC', k, new TextEncoder().encode('message'))).then(b => btoa(String.fromCharCode(...new Uint8Array(b))))
crypto.subtle.importKey('raw', new TextEncoder().encode('key'), { name: 'HMAC', hash: { name: 'SHA-512' } }, true, ['sign', 'verify']).then(k => [k.type, k.extractable, k.algorithm.name, k.algorithm.hash.name, k.algorithm.length, [...k.usages]])
crypto.subtle.importKey('raw', new Uint8Array([1]), { name: 'HMAC', hash: 'SHA-1' }, true, ['sign', 'verify']).then(async k => { var s = await crypto.subtle.sign('HMAC', k, new Uint8Array([5])); return [await crypto.subtle.verify('HMAC', k, s, new Uint8Array([5])), await crypto.subtle.verify('HMAC', k, s, new Uint8Array([6])), Buffer.from(await crypto.subtle.exportKey('raw', k)).toString('hex'), await crypto.subtle.exportKey('jwk', k)] })
crypto.subtle.importKey('raw', new Uint8Array([1]), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']).then(k => crypto.subtle.exportKey('raw', k)).catch(e => e.name)
crypto.subtle.importKey('raw', new Uint8Array([1]), { name: 'HMAC', hash: 'SHA-1' }, false, ['verify']).then(k => crypto.subtle.sign('HMAC', k, new Uint8Array(1))).catch(e => e.name)
crypto.subtle.importKey('raw', new Uint8Array([1]), { name: 'HMAC', hash: 'MD5' }, false, ['sign']).catch(e => e.name)
crypto.subtle.importKey('raw', new Uint8Array([1]), { name: 'HMAC', hash: 'SHA-1' }, false, ['encrypt']).catch(e => e.name)
crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']).then(k => [k.algorithm.length, k.type])
[crypto.getRandomValues(new Uint8Array(8)).length, crypto.getRandomValues(new Uint32Array(2)).byteLength, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID())]
crypto.getRandomValues(new Float32Array(1))
crypto.getRandomValues([1])
var c = new AbortController(), out = []; c.signal.addEventListener('abort', function (e) { out.push(e.type) }); c.abort(); return [out, c.signal.aborted, c.signal.reason.name]
var t = new EventTarget(), out = []; t.addEventListener('x', function (e) { out.push(e.type, e.defaultPrevented); e.preventDefault() }, { once: true }); return [t.dispatchEvent(new Event('x', { cancelable: true })), t.dispatchEvent(new Event('x')), out]
new Promise(function (r) { queueMicrotask(function () { r('later') }) })
