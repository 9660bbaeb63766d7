//! Documents that break the schema and run all the same, and some that do neither.

use serde_json::{Value, json};

/// A small valid collection: a POST with a urlencoded body and a script.
pub(crate) fn base() -> Value {
    json!({
        "info": { "name": "n", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
        "item": [{
            "name": "r",
            "event": [{ "listen": "prerequest", "script": { "exec": ["var a = 1;"], "type": "text/javascript" } }],
            "request": {
                "method": "POST",
                "header": [{ "key": "X-A", "value": "1" }],
                "body": { "mode": "urlencoded", "urlencoded": [{ "key": "b", "value": "2" }] },
                "url": {
                    "raw": "http://127.0.0.1/a?q=1",
                    "protocol": "http",
                    "host": ["127", "0", "0", "1"],
                    "path": ["a"],
                    "query": [{ "key": "q", "value": "1" }],
                    "variable": [{ "key": "v", "value": "1" }]
                }
            },
            "response": []
        }],
        "variable": [{ "key": "c", "value": "1" }]
    })
}

/// One edit of the small collection: where, the new value or none to drop it, and the verdict of
/// Postman's schema (measured, `postman-runtime.md` section 1.4).
pub(crate) type Odd = (&'static str, Option<Value>, bool);

const REQUEST: &str = "/item/0/request";

/// All of them; the pointers of a request start with `~`.
pub(crate) fn odd_edits() -> Vec<Odd> {
    let drop = None;
    let mut odd: Vec<Odd> = vec![
        ("/info/schema", drop.clone(), false),
        ("/info/name", drop.clone(), false),
        ("/info/schema", Some(json!("any text")), true),
        ("/info/version", Some(json!(null)), false),
        ("/info/description", Some(json!(null)), true),
        ("/info/description", Some(json!({ "content": "c", "type": "text/markdown" })), true),
        ("/info/_exporter_id", Some(json!("1")), true),
        ("/item", drop.clone(), false),
        ("/item", Some(json!(null)), false),
        ("/item", Some(json!([])), true),
        ("/item/0/request", drop.clone(), false),
        ("/item/0/item", Some(json!([])), false),
        ("/item/0/name", drop.clone(), true),
        ("/item/0/request", Some(json!("http://127.0.0.1/a")), true),
        ("/item/0/request", Some(json!(null)), false),
        ("/item/0/request", Some(json!({})), true),
        ("/item/0/event", Some(json!(null)), false),
        ("/item/0/event/0/script", Some(json!("var a = 1;")), false),
        ("/item/0/event/0/script", Some(json!(null)), false),
        ("/item/0/event/0/script", drop.clone(), true),
        ("/item/0/event/0/script/exec", Some(json!(["a", 5, null])), false),
        ("/item/0/event/0/script/exec", Some(json!("var a = 1;")), true),
        ("/item/0/event/0/script/packages", Some(json!({})), true),
        ("/item/0/event/0/script/type", Some(json!("text/other")), true),
        ("/item/0/event/0/listen", drop.clone(), false),
        ("/item/0/event/0/listen", Some(json!("prerequets")), true),
        ("/item/0/auth", Some(json!({ "type": "basic" })), true),
        ("/item/0/response", Some(json!(null)), false),
        ("/item/0/response", drop.clone(), true),
        ("/item/0/response", Some(json!([null])), true),
        ("/item/0/response", Some(json!([{ "code": "200" }])), false),
        ("/item/0/response", Some(json!([{ "header": [{ "key": "a", "value": 5 }] }])), false),
        ("/item/0/response", Some(json!([{ "cookie": [{}] }])), false),
        ("/item/0/response", Some(json!([{ "body": {} }])), false),
        ("/item/0/protocolProfileBehavior", Some(json!(null)), false),
        ("/auth", Some(json!(null)), true),
        ("/auth", Some(json!({})), false),
        ("/auth", Some(json!({ "type": "jwt", "jwt": [] })), false),
        ("/auth", Some(json!({ "type": "asap" })), false),
        ("/auth", Some(json!({ "type": "bearer", "bearer": { "token": "t" } })), false),
        ("/variable", Some(json!(null)), false),
        ("/variable", Some(json!({ "c": "1" })), false),
        ("/variable/0/key", drop, false),
        ("/variable/0/type", Some(json!("secret")), false),
        ("/variable/0/type", Some(json!("default")), false),
        ("/variable/0/secret", Some(json!(true)), true),
        ("/collection", Some(json!({})), true),
    ];
    odd.extend(odd_requests());
    odd
}

fn odd_requests() -> Vec<Odd> {
    vec![
        ("~/url", None, true),
        ("~/url", Some(json!({})), true),
        ("~/url", Some(json!({ "raw": "http://127.0.0.1" })), true),
        ("~/url", Some(json!(null)), false),
        ("~/url", Some(json!("http://127.0.0.1/a")), true),
        ("~/url/port", Some(json!(80)), false),
        ("~/url/path", Some(json!("a/b")), true),
        ("~/url/query", Some(json!(null)), false),
        ("~/url/query/0/value", Some(json!(5)), false),
        ("~/url/query/0/value", Some(json!(true)), false),
        ("~/url/query/0/value", Some(json!(null)), true),
        ("~/url/query/0/key", None, true),
        ("~/url/variable/0/key", None, false),
        ("~/method", None, true),
        ("~/method", Some(json!(null)), false),
        ("~/method", Some(json!("FOO")), true),
        ("~/header", Some(json!(null)), false),
        ("~/header", None, true),
        ("~/header", Some(json!("A: 1\nB: 2")), true),
        ("~/header", Some(json!(["A: 1"])), false),
        ("~/header/0/value", Some(json!(null)), false),
        ("~/header/0/value", None, false),
        ("~/header/0/value", Some(json!(5)), false),
        ("~/header/0/key", None, false),
        ("~/header/0/enabled", Some(json!(false)), true),
        ("~/header/0/disabled", Some(json!("true")), false),
        ("~/body", Some(json!(null)), true),
        ("~/body", Some(json!({})), true),
        ("~/body", Some(json!({ "mode": "raw" })), true),
        ("~/body", Some(json!("text")), false),
        ("~/body/mode", Some(json!("none")), false),
        ("~/body/mode", Some(json!(null)), false),
        ("~/body/raw", Some(json!(null)), false),
        ("~/body/raw", Some(json!({ "a": 1.50 })), false),
        ("~/body/urlencoded", Some(json!("a=1")), false),
        ("~/body/urlencoded/0/value", Some(json!(1)), false),
        ("~/body/urlencoded/0/value", Some(json!(null)), false),
        ("~/body/urlencoded/0/value", None, true),
        ("~/body/urlencoded/0/key", None, false),
        ("~/body/urlencoded", Some(json!({ "a": "1" })), false),
        ("~/body/formdata", Some(json!([{ "key": "a", "value": 1 }])), true),
        ("~/body/formdata", Some(json!([{ "key": "a", "value": "1", "type": "default" }])), false),
        ("~/body/graphql", Some(json!("{ a }")), false),
        ("~/body/options", Some(json!({ "raw": { "language": "klingon" } })), true),
        ("~/auth", Some(json!(null)), true),
        ("~/event", Some(json!([])), true),
        ("~/protocolProfileBehavior", Some(json!(null)), true),
    ]
}

/// The small collection after an edit.
pub(crate) fn edited(pointer: &str, value: Option<&Value>) -> Value {
    let pointer = pointer.replacen('~', REQUEST, 1);
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let mut document = base();
    let parent = document.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    match value {
        Some(value) => parent.insert(key.to_owned(), value.clone()),
        None => parent.shift_remove(key),
    };
    document
}
