//! The names that a script finds in either engine, as measured in Newman 6.2.2 and postman-sandbox 6.7.4.

use super::Engine;

/// What both engines have of the language itself.
const LANGUAGE: &[&str] = &[
    "Object",
    "Function",
    "Array",
    "Number",
    "parseFloat",
    "parseInt",
    "Infinity",
    "NaN",
    "undefined",
    "Boolean",
    "String",
    "Symbol",
    "Date",
    "Promise",
    "RegExp",
    "Error",
    "EvalError",
    "RangeError",
    "ReferenceError",
    "SyntaxError",
    "TypeError",
    "URIError",
    "JSON",
    "Math",
    "ArrayBuffer",
    "Uint8Array",
    "Int8Array",
    "Uint16Array",
    "Int16Array",
    "Uint32Array",
    "Int32Array",
    "Float32Array",
    "Float64Array",
    "Uint8ClampedArray",
    "BigUint64Array",
    "BigInt64Array",
    "DataView",
    "Map",
    "BigInt",
    "Set",
    "WeakMap",
    "WeakSet",
    "Proxy",
    "Reflect",
    "decodeURI",
    "decodeURIComponent",
    "encodeURI",
    "encodeURIComponent",
    "escape",
    "unescape",
    "isFinite",
    "isNaN",
    "SharedArrayBuffer",
    "Atomics",
];

/// What the newer engine adds and the script engine has too.
const NEWER_LANGUAGE: &[&str] = &["AggregateError", "DOMException", "queueMicrotask"];

/// What the newer engine adds and a library has to bring.
const NEWER_WEB: &[&str] = &[
    "Intl",
    "URL",
    "URLSearchParams",
    "AbortController",
    "AbortSignal",
    "Event",
    "EventTarget",
    "TextEncoder",
    "TextDecoder",
    "TransformStream",
    "TransformStreamDefaultController",
    "WritableStream",
    "WritableStreamDefaultController",
    "WritableStreamDefaultWriter",
    "ReadableStream",
    "ReadableStreamDefaultReader",
    "ReadableStreamBYOBReader",
    "ReadableStreamBYOBRequest",
    "ReadableByteStreamController",
    "ReadableStreamDefaultController",
    "ByteLengthQueuingStrategy",
    "CountQueuingStrategy",
    "TextEncoderStream",
    "TextDecoderStream",
    "CompressionStream",
    "DecompressionStream",
    "structuredClone",
    "atob",
    "btoa",
    "Blob",
    "crypto",
    "Crypto",
    "CryptoKey",
    "SubtleCrypto",
];

/// What Postman adds for each script, apart from its oldest interface.
const PROVIDED: &[&str] = &[
    "Buffer",
    "console",
    "pm",
    "setTimeout",
    "setInterval",
    "setImmediate",
    "clearTimeout",
    "clearInterval",
    "clearImmediate",
];

const LEGACY: &[&str] = &[
    "_",
    "CryptoJS",
    "tv4",
    "xml2Json",
    "Backbone",
    "cheerio",
    "tests",
    "globals",
    "environment",
    "data",
    "request",
    "iteration",
    "postman",
];

/// What no library brings. Touching one is named.
pub(super) const ABSENT: &[&str] = &[
    "Intl",
    "File",
    "Blob",
    "TransformStream",
    "TransformStreamDefaultController",
    "WritableStream",
    "WritableStreamDefaultController",
    "WritableStreamDefaultWriter",
    "ReadableStream",
    "ReadableStreamDefaultReader",
    "ReadableStreamBYOBReader",
    "ReadableStreamBYOBRequest",
    "ReadableByteStreamController",
    "ReadableStreamDefaultController",
    "ByteLengthQueuingStrategy",
    "CountQueuingStrategy",
    "TextEncoderStream",
    "TextDecoderStream",
    "CompressionStream",
    "DecompressionStream",
];

/// What `require` finds, in both engines.
pub(super) const MODULES: &[&str] = &[
    "ajv",
    "assert",
    "atob",
    "backbone",
    "btoa",
    "buffer",
    "chai",
    "cheerio",
    "crypto-js",
    "csv-parse/lib/sync",
    "events",
    "fs",
    "lodash",
    "moment",
    "os",
    "path",
    "postman-collection",
    "punycode",
    "querystring",
    "stream",
    "string_decoder",
    "timers",
    "tv4",
    "url",
    "util",
    "uuid",
    "xml2js",
];

/// Names that are only looked up when a script mentions them, because a library lies behind them.
pub(super) fn lazy(engine: Engine) -> Vec<&'static str> {
    let mut names = vec!["Buffer"];
    if engine == Engine::Postman {
        names.push("File");
        names.extend(NEWER_WEB);
    }
    names
}

/// The names that stay on the global object.
pub(super) fn builtins(engine: Engine) -> Vec<&'static str> {
    let mut names = LANGUAGE.to_vec();
    if engine == Engine::Postman {
        names.extend(NEWER_LANGUAGE);
        names.extend(NEWER_WEB);
    }
    names.extend(["eval", "require"]);
    names
}

/// The names that scripts find in an engine without declaring them.
pub fn provided_names(engine: Engine) -> Vec<&'static str> {
    let mut names = parameters(engine);
    names.extend(legacy_parameters(engine));
    names
}

/// The parameters of the function that a script becomes the body of: its own names cannot be declared again in
/// Newman. `eval` and `require` stay free, as there.
pub(super) fn parameters(engine: Engine) -> Vec<&'static str> {
    let mut names = LANGUAGE.to_vec();
    if engine == Engine::Postman {
        names.extend(NEWER_LANGUAGE);
        names.extend(NEWER_WEB);
        names.push("File");
    }
    names.retain(|name| *name != "JSON");
    names.extend(PROVIDED);
    names
}

/// The parameters that a script beginning with `"use sandbox2";` does without.
pub(super) fn legacy_parameters(engine: Engine) -> Vec<&'static str> {
    let mut names = vec!["JSON"];
    names.extend(LEGACY);
    if engine == Engine::Newman {
        names.extend(["atob", "btoa"]);
    }
    names
}
