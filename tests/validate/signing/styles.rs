//! Right ways to sign, in the styles that people write: nothing may be found in them.

use countersign::countersign::Status;
use serde_json::{Value, json};

use super::{Checked, SECRET, Signed, checked};

/// A script that signs right however the request is edited, put together in other ways.
struct Style {
    what: &'static str,
    collection: Value,
    environment: Value,
}

fn style(what: &'static str, signed: &Signed) -> Style {
    Style { what, collection: signed.whole(), environment: signed.environment.clone() }
}

const HMAC: &str = "var hmac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, secret);\n\
                    hmac.update(path);\nhmac.update(digest);\n\
                    var signature = hmac.finalize().toString(CryptoJS.enc.Base64);\n";
const SET: &str = "pm.variables.set(\"api_signature\", signature);";
const SECRET_READ: &str = "pm.variables.get(\"api_secret\")";
const NONCE: &str = "(Date.now() * 1000).toString()";

fn hashing() -> Vec<Style> {
    let one_shot = "var signature = CryptoJS.enc.Base64.stringify(CryptoJS.HmacSHA512(\n\
                    CryptoJS.enc.Utf8.parse(path).concat(digest), secret));\n";
    let web = "var bytes = (text) => new TextEncoder().encode(text);\n\
               var key = await crypto.subtle.importKey(\"raw\", Buffer.from(pm.variables.get(\"api_secret\"), \"base64\"),\n\
               {name: \"HMAC\", hash: \"SHA-512\"}, false, [\"sign\"]);\n\
               var hash = new Uint8Array(await crypto.subtle.digest(\"SHA-256\", bytes(nonce + body)));\n\
               var message = new Uint8Array([...bytes(path), ...hash]);\n\
               var signed = await crypto.subtle.sign(\"HMAC\", key, message);\n\
               var signature = Buffer.from(signed).toString(\"base64\");\n";
    let by_btoa = web.replace(
        "Buffer.from(signed).toString(\"base64\")",
        "btoa(String.fromCharCode(...new Uint8Array(signed)))",
    );
    let words = "var signature = CryptoJS.HmacSHA512(CryptoJS.lib.WordArray.create(\n\
                 CryptoJS.enc.Utf8.parse(path).words, path.length).concat(digest), secret).toString(CryptoJS.enc.Base64);\n";
    let latin = "var signature = CryptoJS.HmacSHA512(CryptoJS.enc.Latin1.parse(path + digest.toString(CryptoJS.enc.Latin1)), secret)\n\
                 .toString(CryptoJS.enc.Base64);\n";
    vec![
        style("hashes step by step", &Signed::form()),
        style("hashes step by step, json", &Signed::json()),
        style("hashes at once", &Signed::form().with(HMAC, one_shot)),
        style("word arrays", &Signed::json().with(HMAC, words)),
        style("latin text", &Signed::form().with(HMAC, latin)),
        style("web crypto", &Signed::form().with(HMAC, web)),
        style("web crypto and btoa", &Signed::json().with(HMAC, &by_btoa)),
        style(
            "a progressive digest",
            &Signed::form().with(
                "CryptoJS.SHA256(nonce + body)",
                "CryptoJS.algo.SHA256.create().update(nonce).update(body).finalize()",
            ),
        ),
        style(
            "the bare global",
            &Signed::json().with("var CryptoJS = require(\"crypto-js\");\n", ""),
        ),
    ]
}

fn headers() -> Vec<Style> {
    let without_header = |signed: Signed, setter: &str| {
        signed.with(SET, setter).edited(|request| {
            request["header"].as_array_mut().expect("there are headers").truncate(1);
        })
    };
    let key_and_sign = "pm.request.headers.upsert({key: \"API-Key\", value: pm.variables.get(\"api_key\")});\n\
                        pm.request.headers.upsert({key: \"API-Sign\", value: signature});";
    vec![
        style(
            "the script adds the header",
            &without_header(
                Signed::form(),
                "pm.request.headers.add({key: \"API-Sign\", value: signature});",
            ),
        ),
        style("the script sets both headers", &without_header(Signed::json(), key_and_sign)),
        style(
            "an old call adds the header",
            &without_header(
                Signed::form(),
                "pm.request.addHeader({key: \"api-sign\", value: signature});",
            ),
        ),
        style(
            "the signature is kept in the environment",
            &Signed::json()
                .with("pm.variables.set(\"api_signature\"", "pm.environment.set(\"api_signature\""),
        ),
        style(
            "the signature is kept in the collection",
            &Signed::form().with(
                "pm.variables.set(\"api_signature\"",
                "pm.collectionVariables.set(\"api_signature\"",
            ),
        ),
        style(
            "the oldest interface",
            &Signed::form().with(SET, "postman.setGlobalVariable(\"api_signature\", signature);"),
        ),
    ]
}

fn nonces_and_keys() -> Vec<Style> {
    vec![
        style("milliseconds", &Signed::form().with(NONCE, "Date.now().toString()")),
        style(
            "nanoseconds",
            &Signed::json().with(NONCE, "(BigInt(Date.now()) * 1000000n).toString()"),
        ),
        style("moment", &Signed::form().with(NONCE, "require(\"moment\")().valueOf() + \"000\"")),
        style("getTime", &Signed::json().with(NONCE, "String(new Date().getTime() * 1000)")),
        style(
            "a key under another name",
            &Signed::form().with(SECRET_READ, "pm.environment.get(\"kraken_secret\")"),
        ),
        style("a key of its own", &Signed::form().with(SECRET_READ, &format!("\"{SECRET}\""))),
        style(
            "a key with a line break, trimmed",
            &Signed::json()
                .with(SECRET_READ, "pm.variables.get(\"api_secret\").trim()")
                .with_variable("api_secret", &format!("{SECRET}\n")),
        ),
        style(
            "a key from the collection",
            &Signed::form().with(SECRET_READ, "pm.collectionVariables.get(\"private_key\")"),
        ),
    ]
}

fn requests() -> Vec<Style> {
    let encoded = "filled(pm.request.url.getPathWithQuery()).replace(/[\\0- \"<>\\x7f-\\uffff]+/g, encodeURIComponent).replace(/'/g, \"%27\")";
    let with_query = Signed::form().with("filled(pm.request.url.getPathWithQuery())", encoded).edited(|request| {
        request["url"]["query"] = json!([{"key": "a b", "value": "c,d"}, {"key": "e", "value": "f", "disabled": true}]);
    });
    // The script writes the very body that it signed, so that nothing is encoded again.
    let own_body = Signed::form().with(
        SET,
        "pm.variables.set(\"api_signature\", signature);\n\
         pm.request.headers.upsert({key: \"Content-Type\", value: \"application/x-www-form-urlencoded\"});\n\
         pm.request.body.update({mode: \"raw\", raw: body});",
    );
    let raw_form = "var body = filled(pm.request.body.raw);\nvar path";
    let raw = Signed::json()
        .with("var body = filled(pm.request.body.raw).replace(/(\"(?:\\\\.|[^\"\\\\])*\")|\\/\\/[^\\n]*/g, \"$1\");\nvar path", raw_form)
        .edited(|request| {
            request["header"].as_array_mut().expect("headers").push(
                json!({"key": "Content-Type", "value": "application/x-www-form-urlencoded"}),
            );
            request["body"] = json!({"mode": "raw", "raw": "nonce={{api_nonce}}&pair=XBTUSD"});
            request["url"]["path"] = json!(["0", "private", "AddOrder"]);
        });
    let text_url = Signed::json().edited(|request| {
        request["url"] = "https://api.kraken.com/0/private/AddOrderBatch".into();
    });
    vec![
        style("a query", &with_query),
        style("the script sends its own text", &own_body),
        style("a form as raw text", &raw),
        style("the address as one text", &text_url),
        style(
            "a variable in a value",
            &Signed::form().with_row("userref", "{{ref}}").with_variable("ref", "a b&c"),
        ),
        style(
            "an address in a variable",
            &Signed::form()
                .edited(|request| {
                    request["url"] =
                        json!({"host": ["{{base_url}}"], "path": ["0", "private", "AddOrder"]});
                })
                .with_variable("base_url", "https://api.kraken.com")
                .with(
                    "filled(pm.request.url.getPathWithQuery())",
                    "\"/\" + filled(pm.request.url.getPathWithQuery()).replace(/^\\//, \"\")",
                ),
        ),
    ]
}

/// The script of the request, moved to other places.
fn places() -> Vec<Style> {
    let event = |script: &str| json!([{"listen": "prerequest", "script": {"exec": script.lines().collect::<Vec<_>>()}}]);
    let bare = |signed: &Signed| {
        let mut collection = signed.whole();
        collection["item"][0].as_object_mut().expect("an item").remove("event");
        collection
    };
    let form = Signed::form();
    let mut on_collection = bare(&form);
    on_collection["event"] = event(&form.script);
    let mut in_folders = bare(&form);
    let item = in_folders["item"][0].clone();
    in_folders["item"] = json!([{"name": "outer", "event": event(&form.script), "item": [{"name": "inner", "item": [item]}]}]);
    // The collection's script brings functions, the request's uses them.
    let (functions, use_of_them) =
        form.script.split_once("var fields").expect("it begins with these");
    let mut in_two = bare(&form);
    in_two["event"] = event(&functions.replace("var ", ""));
    in_two["item"][0]["event"] = event(&format!("var fields{use_of_them}"));
    let none = Value::Null;
    vec![
        Style { what: "on the collection", collection: on_collection, environment: none.clone() },
        Style { what: "on a folder", collection: in_folders, environment: none.clone() },
        Style { what: "on both, through globals", collection: in_two, environment: none },
    ]
}

/// Credentials that an earlier request puts into the environment.
fn in_order() -> Style {
    let mut collection =
        Signed::form().with(SECRET_READ, "pm.environment.get(\"session\").secret").whole();
    let setup = format!("pm.environment.set(\"session\", {{secret: \"{SECRET}\"}});");
    let first = json!({
        "name": "start",
        "event": [{"listen": "prerequest", "script": {"exec": [setup]}}],
        "request": {"method": "GET", "header": [], "url": "https://api.kraken.com/0/public/Time"},
    });
    collection["item"].as_array_mut().expect("a list").insert(0, first);
    Style { what: "credentials from an earlier request", collection, environment: Value::Null }
}

fn verdict(checked: &Checked) -> Status {
    checked.file.requests.last().expect("there is a request").signature.status
}

#[test]
fn right_styles_are_not_reported() {
    let all = [hashing(), headers(), nonces_and_keys(), requests(), places(), vec![in_order()]];
    let all: Vec<_> = all.into_iter().flatten().collect();
    assert!(all.len() >= 15);
    let mut wrong = Vec::new();
    for Style { what, collection, environment } in all {
        let checked = checked(&collection, &environment);
        if verdict(&checked) != Status::Verified || !checked.signing().is_empty() {
            wrong.push(format!("{what}: {}\n{}", verdict(&checked).word(), checked.shown()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn literal_scripts_are_right_as_saved_and_fragile() {
    for signed in [Signed::form_literal(), Signed::json_literal()] {
        let checked = signed.checked();
        assert_eq!(checked.status(), Status::Verified);
        let rules: Vec<_> = checked.signing().iter().map(|found| found.rule.as_str()).collect();
        assert_eq!(rules, ["signature-fragile"]);
    }
}

#[test]
fn made_up_credentials_are_named() {
    let checked =
        Signed::form().with(SECRET_READ, "pm.environment.get(\"kraken_secret\")").checked();
    assert_eq!(checked.file.test_values, ["api_key", "api_secret", "kraken_secret"]);
    let given = Signed::form().with_variable("api_key", "k").with_variable("api_secret", SECRET);
    assert!(given.checked().file.test_values.is_empty());
}
