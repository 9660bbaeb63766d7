//! Another text than the one that is sent.

use super::super::Cause::{self, *};
use super::*;

const FORM: &str =
    "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25";
const JSON: &str = r#"{"nonce":"1616492376594","pair":"XBT/USD","price":37500.50,"note":"café"}"#;

#[track_caller]
fn body(sent: &str, signed: &str, expected: Cause) {
    assert_both(ADD_ORDER, sent, &Script::new(ADD_ORDER, signed), expected);
}

#[track_caller]
fn path(sent: &str, signed: &str, expected: Cause) {
    assert_both(sent, FORM, &Script::new(signed, FORM), expected);
}

#[test]
fn values_as_typed() {
    body("nonce=1616492376594&pair=XBT%2FUSD", "nonce=1616492376594&pair=XBT/USD", UnencodedBody);
    body(
        "nonce=1616492376594&a=a%20b%2Bc%26d%3De%2C%C3%A9%22%27%28%29%2A%21~%252C%2F%5B%5D",
        "nonce=1616492376594&a=a b+c&d=e,é\"'()*!~%2C/[]",
        UnencodedBody,
    );
    // As `pm.request.body.urlencoded.toString()` writes it.
    body("nonce=1616492376594&a=x%20y%26z", "nonce=1616492376594&a=x y%26z", UnencodedBody);
}

#[test]
fn values_partly_encoded() {
    body(
        "nonce=1616492376594&a=it%27s%20%28new%29%21%2A",
        "nonce=1616492376594&a=it's%20(new)!*",
        PartialEncoding,
    );
    body("nonce=1616492376594&a=b%20c%2Fd", "nonce=1616492376594&a=b%20c/d", PartialEncoding);
    body("nonce=1616492376594&a=b%2Ac", "nonce=1616492376594&a=b*c", UnencodedBody);
}

#[test]
fn plus_for_space() {
    body("nonce=1616492376594&a=b%20c%2Fd", "nonce=1616492376594&a=b+c%2Fd", PlusForSpace);
    body("nonce=1616492376594&a=b%20%2Ac%7E", "nonce=1616492376594&a=b+*c%7E", PlusForSpace);
}

#[test]
fn fewer_more_and_differently_ordered_params() {
    let without_price = "nonce=1616492376594&ordertype=limit&pair=XBTUSD&type=buy&volume=1.25";
    body(FORM, without_price, ParamMissing);
    body(FORM, "nonce=1616492376594&pair=XBTUSD", ParamMissing);
    body(FORM, "ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25", ParamMissing);
    body(FORM, &format!("{FORM}&otp="), ParamExtra);
    let nonce_last =
        "ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25&nonce=1616492376594";
    body(FORM, nonce_last, ParamOrder);
    body("nonce=1616492376594&b=1&b=3&a=2", "nonce=1616492376594&b=1&a=2&b=3", ParamOrder);
    body("1=z&2=y&nonce=1616492376594", "nonce=1616492376594&2=y&1=z", ParamOrder);
    body("nonce=1616492376594&b=1&b=2", "nonce=1616492376594&b=2&b=1", ParamOrder);
}

#[test]
fn params_of_a_json_body() {
    body(JSON, r#"{"nonce":"1616492376594","pair":"XBT/USD","note":"café"}"#, ParamMissing);
    let sorted = r#"{"nonce":"1616492376594","note":"café","pair":"XBT/USD","price":37500.50}"#;
    body(JSON, sorted, ParamOrder);
    let more =
        r#"{"nonce":"1616492376594","pair":"XBT/USD","price":37500.50,"note":"café","otp":""}"#;
    let params = [super::super::KnownParam { name: "otp", values: Vec::new() }];
    let (signature, calls) = Script::new(ADD_ORDER, more).run();
    let url = url(ADD_ORDER);
    let known = Evidence { params: &params, ..Evidence::default() };
    let traced = Evidence { calls: &calls, ..Evidence::default() };
    for evidence in [known, traced] {
        let found = ask(&sent(&url, JSON), &signature, evidence).expect("it differs");
        assert_eq!(found.cause, ParamExtra, "{found:#?}");
    }
}

#[test]
fn another_address() {
    path(ADD_ORDER, "/0/private/AddOrder/", PathDiffers);
    path(ADD_ORDER, "/private/AddOrder", PathDiffers);
    path(ADD_ORDER, "0/private/AddOrder", PathDiffers);
    path(ADD_ORDER, "AddOrder", PathDiffers);
    path(ADD_ORDER, "/0/private/addorder", PathDiffers);
    path(ADD_ORDER, "", PathDiffers);
    path("/0/private/Balance?account_id=x", "/0/private/Balance", QueryMissing);
    path(ADD_ORDER, "https://api.kraken.com/0/private/AddOrder", HostIncluded);
    path(ADD_ORDER, "api.kraken.com/0/private/AddOrder", HostIncluded);
    path("/x?a=b", "https://api.kraken.com/x", HostIncluded);
}

#[test]
fn another_query() {
    path("/x?a=b%20c&d=e", "/x?a=b c&d=e", UnencodedBody);
    path("/x?a=b%20c&d=e", "/x?a=b+c&d=e", PlusForSpace);
    path("/x?a=b&d=e", "/x?d=e&a=b", ParamOrder);
    path("/x?a=b&d=e", "/x?a=b", ParamMissing);
}

#[test]
fn another_nonce() {
    let other = |nonce: &str| Script {
        hashed: format!("{nonce}{}", FORM.replace(NONCE, nonce)),
        ..Script::new(ADD_ORDER, "")
    };
    for nonce in ["1616492376595", "1616492376570", "1616492376594000", "1616492376"] {
        assert_both(ADD_ORDER, FORM, &other(nonce), NonceDiffers);
        let in_front = Script { hashed: format!("{nonce}{FORM}"), ..other("") };
        assert_both(ADD_ORDER, FORM, &in_front, NonceDiffers);
        body(FORM, &FORM.replace(NONCE, nonce), NonceDiffers);
        body(JSON, &JSON.replace(NONCE, nonce), NonceDiffers);
    }
    let left_out = Script { hashed: FORM.to_owned(), ..Script::new(ADD_ORDER, "") };
    assert_both(ADD_ORDER, FORM, &left_out, NonceNotHashed);
    let left_out = Script { hashed: JSON.to_owned(), ..Script::new(ADD_ORDER, "") };
    assert_both(ADD_ORDER, JSON, &left_out, NonceNotHashed);
}

#[test]
fn a_nonce_of_nineteen_digits() {
    let long = "1616492376594123456";
    let sent_body = format!(r#"{{"nonce":{long},"pair":"X"}}"#);
    let outgoing_url = url(ADD_ORDER);
    let outgoing = Outgoing { nonce: Some(long), ..sent(&outgoing_url, &sent_body) };
    let ask_of = |signed: &str| {
        let script = Script { hashed: format!("{long}{signed}"), ..Script::new(ADD_ORDER, "") };
        ask(&outgoing, &script.signature(), Evidence::default()).expect("it differs").cause
    };
    // What JSON.parse and JSON.stringify make of it, measured with Node.
    assert_eq!(ask_of(r#"{"nonce":1616492376594123500,"pair":"X"}"#), JsonReformatted);
    assert_eq!(ask_of(r#"{"nonce":1616492376594123457,"pair":"X"}"#), NonceDiffers);
}

#[test]
fn json_in_another_form() {
    let pretty = "{\n  \"nonce\": \"1616492376594\",\n  \"pair\": \"XBT/USD\",\n  \"price\": 37500.50,\n  \"note\": \"café\"\n}";
    body(pretty, JSON, JsonReformatted);
    body(JSON, pretty, JsonReformatted);
    body(JSON, &JSON.replace("37500.50", "37500.5"), JsonReformatted);
    body(JSON, &JSON.replace("37500.50", "\"37500.50\""), JsonReformatted);
    body(JSON, &JSON.replace("\"1616492376594\"", "1616492376594"), JsonReformatted);
    body(JSON, &JSON.replace('é', "\\u00e9"), JsonReformatted);
    body(JSON, &JSON.replace('/', "\\/"), JsonReformatted);
    let python = JSON.replace(':', ": ").replace(",\"", ", \"");
    body(JSON, &python, JsonReformatted);
    body(JSON, "nonce=1616492376594&pair=XBT%2FUSD&price=37500.50&note=caf%C3%A9", BodyDiffers);
}

#[test]
fn json_signed_and_a_form_sent() {
    let sent = "nonce=1616492376594&pair=XBT%2FUSD&volume=1.25";
    body(sent, r#"{"nonce":"1616492376594","pair":"XBT/USD","volume":"1.25"}"#, JsonSignedFormSent);
    body(sent, r#"{"nonce":1616492376594,"pair":"XBT/USD","volume":1.25}"#, JsonSignedFormSent);
}

#[test]
fn another_body_altogether() {
    body(FORM, "", BodyDiffers);
    body(FORM, &format!("{FORM}\n"), StaleLiteral);
    body(JSON, &format!("{JSON}\n"), JsonReformatted);
    body(FORM, &format!("{FORM}&"), BodyDiffers);
    body("nonce=1616492376594&a=%2F", "nonce=1616492376594&a=%2f", BodyDiffers);
    body("nonce=1616492376594&a=%2F", "nonce=1616492376594&a=%252F", BodyDiffers);
}

#[test]
fn a_placeholder_as_text() {
    body(FORM, &FORM.replace(NONCE, "{{api_nonce}}"), UnresolvedVariable);
    body(FORM, &FORM.replace("XBTUSD", "{{pair}}"), UnresolvedVariable);
    body(JSON, &JSON.replace("XBT/USD", "{{pair}}"), UnresolvedVariable);
    body(JSON, &JSON.replace("37500.50", "{{price}}"), UnresolvedVariable);
}

#[test]
fn shows_both_texts_and_where_they_part() {
    let sent = "nonce=1616492376594&é=1&pair=XBT%2FUSD";
    let script = Script::new(ADD_ORDER, "nonce=1616492376594&é=1&pair=XBT/USD");
    let [guessed, traced] = both(ADD_ORDER, sent, &script);
    assert_eq!(guessed, traced);
    assert_eq!(traced.signed.as_deref(), Some("nonce=1616492376594&é=1&pair=XBT/USD"));
    assert_eq!(traced.sent.as_deref(), Some(sent));
    assert_eq!(traced.differs_at, Some(32));
    assert_eq!(traced.detail, "`pair=XBT/USD` was signed, `pair=XBT%2FUSD` is sent");
}
