// Runs collections through Newman and records what each request puts on the wire.
//
// stdin:  [{collection, environment?, globals?, data?}, …]
// stdout: [[{name, error, requests: [{method, target, headers: [[name, value], …], body}]}, …], …]
//         one list a run, one entry an item in run order. Names and values are Latin-1 text, the
//         body is base64 with any chunked framing taken off.
//
// Every connection, whatever its host, port and scheme, ends at a recorder on loopback.
'use strict';

const http = require('http');
const https = require('https');
const net = require('net');
const newman = require('newman');
const { CookieJar } = require('@postman/tough-cookie');

// A request with a wrong Content-Length, or with none, counts as complete after this silence.
const SILENCE_MS = 40;
const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';

let current;

function dechunk(bytes) {
    const parts = [];
    let at = 0;

    for (;;) {
        const end = bytes.indexOf('\r\n', at);

        if (end < 0) { return undefined; }
        const size = parseInt(bytes.toString('latin1', at, end), 16);

        if (size === 0) { return bytes.length >= end + 4 ? Buffer.concat(parts) : undefined; }
        if (bytes.length < end + 2 + size + 2) { return undefined; }
        parts.push(bytes.subarray(end + 2, end + 2 + size));
        at = end + 2 + size + 2;
    }
}

function parse(bytes) {
    const end = bytes.indexOf('\r\n\r\n');

    if (end < 0) { return undefined; }
    const lines = bytes.toString('latin1', 0, end).split('\r\n');
    const [, method, target] = lines[0].match(/^(\S+) (.*) HTTP\/1\.1$/);
    const headers = lines.slice(1).map((line) => {
        const colon = line.indexOf(': ');

        return [line.slice(0, colon), line.slice(colon + 2)];
    });

    return { method, target, headers, rest: bytes.subarray(end + 4) };
}

function values(request, name) {
    return request.headers.filter(([key]) => { return key.toLowerCase() === name; })
        .map(([, value]) => { return value; });
}

function isChunked(request) {
    return values(request, 'transfer-encoding').some((value) => { return /\bchunked\b/i.test(value); });
}

function isComplete(request) {
    if (isChunked(request)) {
        return dechunk(request.rest) !== undefined;
    }
    const [length] = values(request, 'content-length');

    if (length === undefined) {
        return /^(GET|HEAD|DELETE|OPTIONS|TRACE)$/.test(request.method) && request.rest.length === 0;
    }

    return Number(length) === request.rest.length;
}

function record(request) {
    const body = (isChunked(request) && dechunk(request.rest)) || request.rest;

    current.requests.push({
        method: request.method,
        target: request.target,
        headers: request.headers,
        body: body.toString('base64')
    });
}

function listen(done) {
    const server = net.createServer((socket) => {
        let bytes = Buffer.alloc(0),
            timer;

        const answer = () => {
            const request = parse(bytes);

            if (!request) { return; }
            record(request);
            bytes = Buffer.alloc(0);
            socket.end(ANSWER);
        };

        socket.on('error', () => {});
        socket.on('data', (chunk) => {
            bytes = Buffer.concat([bytes, chunk]);
            clearTimeout(timer);
            const request = parse(bytes);

            if (request && isComplete(request)) { answer(); }
            else { timer = setTimeout(answer, SILENCE_MS); }
        });
    });

    server.listen(0, '127.0.0.1', () => { done(server); });
}

function redirectConnections(server) {
    const port = server.address().port;
    const validPort = (value) => { return String(value).trim() !== '' && Number(value) === (Number(value) & 0xffff); };

    for (const module of [http, https]) {
        const original = module.Agent.prototype.createConnection;

        module.Agent.prototype.createConnection = function (options, callback) {
            return validPort(options.port) ?
                net.createConnection({ port, host: '127.0.0.1' }, callback) :
                original.call(this, options, callback);
        };
    }
}

// Newman asks its jar for the cookies of each answer, and crashes over a URL whose user name has a
// malformed escape. The request has been sent by then.
function emptyJar() {
    const jar = new CookieJar();

    jar.getCookies = (url, callback) => { callback(null, []); };

    return jar;
}

function run(options) {
    return new Promise((resolve, reject) => {
        const items = [];

        newman.run({
            collection: options.collection,
            environment: options.environment,
            globals: options.globals,
            iterationData: options.data,
            workingDir: __dirname,
            cookieJar: emptyJar(),
            reporters: []
        }, (error) => { return error ? reject(error) : resolve(items); })
            .on('beforeItem', (error, at) => {
                current = { name: at.item.name, error: null, requests: [] };
                items.push(current);
            })
            .on('request', (error) => { error && (current.error = error.message); });
    });
}

function main(input) {
    listen(async (server) => {
        redirectConnections(server);
        const recorded = [];

        for (const options of JSON.parse(input)) { recorded.push(await run(options)); }
        server.close();
        process.stdout.write(JSON.stringify(recorded));
    });
}

const chunks = [];

process.stdin.on('data', (chunk) => { chunks.push(chunk); });
process.stdin.on('end', () => { main(Buffer.concat(chunks).toString('utf8')); });
