//% if shared
// Signs every private request of this collection for Kraken's REST API, as it stands when you press Send.
// A request is private if it has a header API-Sign; all others are left alone.
//% else
// Signs this request for Kraken's REST API, as it stands when you press Send: tick a param, change a
// value, use {{variables}} - the signature follows.
//% endif
//
//     API-Sign = base64( HMAC-SHA512( base64-decoded private key, URI path + SHA256( nonce + body ) ) )
//
// How it works: https://docs.kraken.com/api/docs/guides/spot-rest-auth
// It needs two variables, best kept in an environment: api_key and api_secret.

//% if shared
if (!pm.request.headers.has("API-Sign")) {
    return;
}

//% endif
// The global CryptoJS is the same library, but Postman warns when a script uses it.
var CryptoJS = require("crypto-js");

// 1. The credentials. The private key is base64 text: 88 characters that stand for 64 bytes.
var api_key = credential("api_key", "public key"); // the header API-Key sends it
var api_secret = credential("api_secret", "private key");
if (!/^[A-Za-z0-9+\/]{86}==$/.test(api_secret)) {
    throw new Error("api_secret is not a private key of Kraken: that is 88 characters of base64 that end in ==, " +
        "this has " + api_secret.length + ". Copy it again, without quotes, blanks or line breaks.");
}
api_secret = CryptoJS.enc.Base64.parse(api_secret);

// 2. The nonce: a number that is higher than in any earlier request with this key. It is the time in
//    [[ nonce.name ]], and one more than the last one if that is not higher.
var api_nonce = BigInt(Date.now())[[ nonce.factor ]];
var last_nonce = String(pm.variables.get("api_nonce"));
if (/^\d{1,19}$/.test(last_nonce) && BigInt(last_nonce) >= api_nonce) {
    api_nonce = BigInt(last_nonce) + BigInt(1);
}
pm.variables.set("api_nonce", api_nonce.toString());

// 3. The path, with the query if there is one, as Postman sends it: variables filled in, then encoded.
var api_url = filled(pm.request.url.toString());
pm.request.url.update(api_url);
api_url = /^(?:[^:\/\\?#]+:[\/\\]{2})?[^\/\\?#]*([^?#]*)(\?[^#]*)?/.exec(api_url);
var api_endpoint = encoded(api_url[1].replace(/\\/g, "/"), /[\0- "<>`{}\x7f-\uffff]+/g) || "/";
api_endpoint += encoded(api_url[2] || "", /[\0- "'<>\x7f-\uffff]+/g);

// 4. The body as Postman sends it.
var api_body = pm.request.body || {};
var api_post = "";
if (/^(GET|HEAD|COPY|PURGE|UNLOCK)$/i.test(pm.request.method) || api_body.disabled) {
    api_post = ""; // Postman sends none
} else if (api_body.mode === "urlencoded") {
    api_post = form_text(api_body.urlencoded);
} else if (api_body.mode === "raw") {
    api_post = raw_text(api_body);
} else if (api_body.mode) {
    throw new Error("Kraken takes a body of the kind x-www-form-urlencoded or raw JSON, this one is " + api_body.mode);
}

// 5. The nonce that is really sent is the one that is signed.
//% if shared
var in_header = pm.request.headers.has("API-Nonce");
api_nonce = in_header ? filled(pm.request.headers.get("API-Nonce"))
    : (/(?:^|&)nonce=(\d+)/.exec(api_post) || /"nonce"\s*:\s*"?(\d+)/.exec(api_post) || [])[1];
if (!api_nonce) {
    throw new Error("The body has no nonce: add a field nonce with the value {{api_nonce}}");
}
//% elif nonce.header
if (!pm.request.headers.has("[[ nonce.header ]]")) {
    throw new Error("The header [[ nonce.header ]] is missing: add it with the value {{api_nonce}}");
}
api_nonce = filled(pm.request.headers.get("[[ nonce.header ]]"));
//% else
api_nonce = (/(?:^|&)nonce=(\d+)/.exec(api_post) || /"nonce"\s*:\s*"?(\d+)/.exec(api_post) || [])[1];
if (!api_nonce) {
    throw new Error("The body has no nonce: add a field nonce with the value {{api_nonce}}");
}
//% endif

// 6. The signature.
var api_sha256 = CryptoJS.SHA256(api_nonce + api_post);
var api_sign = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, api_secret);
api_sign.update(api_endpoint);
api_sign.update(api_sha256);
api_sign = api_sign.finalize().toString(CryptoJS.enc.Base64);
pm.variables.set("api_signature", api_sign);

// --- how Postman writes a request ------------------------------------------------------------------

// The value of a credential, or an error that says what to do.
function credential(name, meaning) {
    var value = pm.variables.get(name);
    if (!value) {
        throw new Error(name + " is missing: put the " + meaning + " of your Kraken API key into the variable " + name +
            " of an environment, and select that environment");
    }
    return String(value);
}

// A text with its {{variables}} filled in.
function filled(text) {
    return pm.variables.replaceIn(text);
}

// A text in which the characters that match are percent-encoded.
function encoded(text, characters) {
    return text.replace(characters, function (found) {
        return encodeURIComponent(found).replace(/'/g, "%27");
    });
}

// A form body. Disabled fields are left out, and a key that comes twice moves to its first place. What was
// filled in is written back, so that a {{$guid}} is not drawn again when the request is sent.
function form_text(rows) {
    var fields = {};
    rows.each(function (row) {
        if (row.disabled) {
            return;
        }
        row.key = filled(form_value(row.key));
        row.value = filled(form_value(row.value));
        if (!Object.prototype.hasOwnProperty.call(fields, row.key)) {
            fields[row.key] = [];
        }
        fields[row.key].push(row.value);
    });
    return Object.keys(fields).map(function (key) {
        return fields[key].map(function (value) {
            return form_encoded(key) + "=" + form_encoded(value);
        }).join("&");
    }).join("&");
}

function form_value(value) {
    return value === null || value === undefined || typeof value === "object" ? "" : String(value);
}

// Everything but letters, digits and - _ . ~ is percent-encoded.
function form_encoded(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, function (character) {
        return "%" + character.charCodeAt(0).toString(16).toUpperCase();
    });
}

// A raw body. Postman cuts comments out of JSON before it sends it, so a line that begins with // is a
// param that is switched off.
function raw_text(body) {
    var text = filled(String(body.raw || ""));
    var language = body.options && body.options.raw && body.options.raw.language;
    var type = pm.request.headers.get("Content-Type");
    if (language === "json" || (!language && /application\/(.*\+)?json/.test(type))) {
        text = text.replace(/("(?:\\[\s\S]|[^"\\])*(?:"|$))|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, "$1");
    }
    body.raw = text;
    return text;
}
