//! Dynamic variables in what is signed.

use serde_json::{Value, json};

use super::{collection, found};

const RULE: &str = "dynamic-variable-in-signed-text";

/// Signs the rows as they are when the script runs.
const SCRIPT: &str = include_str!("../../fixtures/signing/form.js");

/// A request to Kraken with this value in its body and its header.
fn order(value: &str) -> Value {
    json!({
        "name": "AddOrder",
        "event": [{"listen": "prerequest", "script": {"exec": SCRIPT.lines().collect::<Vec<_>>()}}],
        "request": {
            "method": "POST",
            "header": [
                {"key": "API-Key", "value": "{{api_key}}"}, {"key": "API-Sign", "value": "{{api_signature}}"},
                {"key": "X-Trace", "value": "{{$guid}}"},
            ],
            "url": "https://api.kraken.com/0/private/CancelOrder",
            "body": {"mode": "urlencoded", "urlencoded": [
                {"key": "nonce", "value": "{{api_nonce}}"}, {"key": "txid", "value": value}]},
        },
    })
}

#[test]
fn a_clock_that_stands_still_does_not_hide_a_time_that_is_drawn_twice() {
    let file = collection(&json!([order("{{$timestamp}}"), order("{{$timestamp}}")]));
    assert_eq!(found("signature-mismatch", &file), [""; 0]);
    assert_eq!(
        found(RULE, &file),
        [
            "/item/0/request/body/urlencoded/1/value: `{{$timestamp}}` stands in the body of this request and 1 other, \
          which is signed, and Postman draws its value anew when it sends: the signature is of another one"
        ]
    );
}

#[test]
fn a_signature_that_is_wrong_for_that_reason_is_told_once() {
    let file = collection(&json!([order("{{$guid}}")]));
    assert_eq!(found("signature-mismatch", &file).len(), 1);
    assert_eq!(found(RULE, &file), [""; 0]);
}

#[test]
fn what_is_not_signed_may_be_drawn_anew() {
    let file = collection(
        &json!([order("OABC"), {"name": "Time", "request": "https://api.kraken.com/0/public/Time?a={{$guid}}"}]),
    );
    assert_eq!(found(RULE, &file), [""; 0]);
}
