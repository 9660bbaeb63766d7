//! What the mock refuses, and with which words.

use serde_json::json;

use super::client::{FORM, JSON, KEY, Mock, exchange, mock, signature};
use countersign::mock::Limits;

const BALANCE: &str = "/0/private/Balance";

#[test]
fn refuses_a_wrong_key_before_all_else() {
    let mock = mock();
    let none = mock.send("POST", BALANCE, &[("Content-Type", FORM)], b"nonce=1");
    assert_eq!((none.status, none.json()), (200, json!({ "error": ["EAPI:Invalid key"] })));
    assert_eq!(mock.hints(), "there is no header `API-Key`");
    mock.send("POST", BALANCE, &[("API-Key", "{{api_key}}")], b"");
    assert_eq!(mock.hints(), "the header `API-Key` holds a variable that was not resolved");
    mock.send("POST", BALANCE, &[("API-Key", "other")], b"");
    assert_eq!(mock.hints(), "the header `API-Key` holds another key than expected");
}

#[test]
fn refuses_a_request_without_a_nonce_that_can_be_read() {
    let mock = mock();
    let hint = |content_type: &str, body: &str| {
        let reply = mock.private(BALANCE, "1", content_type, body);
        assert_eq!(reply.error(), "EAPI:Invalid nonce", "{body}");
        mock.hints()
    };
    assert_eq!(hint(FORM, "x=1"), "there is no field `nonce` in the body");
    assert_eq!(hint(FORM, "nonce="), "the nonce is ``, expected a whole number below 2^64");
    assert_eq!(hint(FORM, "nonce=-1"), "the nonce is `-1`, expected a whole number below 2^64");
    assert_eq!(hint(FORM, "nonce=%2B1"), "the nonce is `+1`, expected a whole number below 2^64");
    assert_eq!(
        hint(FORM, "nonce=18446744073709551616"),
        "the nonce is `18446744073709551616`, expected a whole number below 2^64"
    );
    assert_eq!(
        hint(JSON, r#"{"nonce":1e3}"#),
        "the nonce is `1e3`, expected a whole number below 2^64"
    );
    assert_eq!(
        hint(JSON, r#"{"a":{"nonce":1}}"#),
        "the field `nonce` is at `/a/nonce`, expected at the top level of the body"
    );
    assert!(hint(JSON, "nonce=1").starts_with("the body is not a JSON object"));
    assert_eq!(
        hint("text/plain", "nonce=1"),
        "the `Content-Type` is `text/plain`, expected `application/x-www-form-urlencoded` or \
         `application/json`"
    );
    assert_eq!(hint(FORM, ""), "there is no field `nonce` in the body");
}

#[test]
fn refuses_a_signature_of_anything_else_and_says_what_should_be_signed() {
    let mock = mock();
    let signed_elsewhere = signature("POST", BALANCE, "1", b"nonce=1&asset=x");
    let headers =
        [("API-Key", KEY), ("API-Sign", signed_elsewhere.as_str()), ("Content-Type", FORM)];
    let reply = mock.send("POST", BALANCE, &headers, b"nonce=1");
    assert_eq!(reply.error(), "EAPI:Invalid signature");
    insta::assert_snapshot!(mock.hints(), @r"
    the header `API-Sign` holds another signature than expected
    signed here: uri `/0/private/Balance`
    signed here: nonce `1`
    signed here: body `nonce=1`
    signed here: sha256 input `1nonce=1`
    signed here: sha256 `8e795d3db1197daac5e8d3982a9053dc3ebce03a83ba38ff9440a2416102872f`
    ");
    mock.send("POST", BALANCE, &[("API-Key", KEY), ("Content-Type", FORM)], b"nonce=1");
    assert_eq!(mock.hints(), "there is no header `API-Sign`");
}

#[test]
fn a_wrong_signature_uses_up_no_nonce() {
    let mock = mock();
    let headers = [("API-Key", KEY), ("API-Sign", "AAAA"), ("Content-Type", FORM)];
    let wrong = mock.send("POST", BALANCE, &headers, b"nonce=9");
    assert_eq!(wrong.error(), "EAPI:Invalid signature");
    assert_eq!(mock.private(BALANCE, "3", FORM, "nonce=3").error(), "");
}

#[test]
fn wants_the_nonce_to_grow_across_endpoints_and_kinds() {
    let mock = mock();
    assert_eq!(mock.private(BALANCE, "5", FORM, "nonce=5").error(), "");
    assert_eq!(mock.private(BALANCE, "5", FORM, "nonce=5").error(), "EAPI:Invalid nonce");
    let lower = mock.funding("GET", "/funding/v1/networks", "4", "");
    assert_eq!((lower.status, lower.json()), (401, json!({ "error": "EAPI:Invalid nonce" })));
    assert_eq!(mock.hints(), "the nonce is `4`, expected more than the last, `5`");
    assert_eq!(mock.funding("GET", "/funding/v1/networks", "6", "").status, 200);
    assert_eq!(mock.private(BALANCE, "6", FORM, "nonce=6").error(), "EAPI:Invalid nonce");
    let largest = u64::MAX.to_string();
    let body = format!("nonce={largest}");
    assert_eq!(mock.private(BALANCE, &largest, FORM, &body).error(), "");
}

#[test]
fn a_wrong_param_uses_up_the_nonce() {
    let mock = mock();
    let wrong = mock.private("/0/private/TradeVolume", "1", FORM, "nonce=1&fee_schedule=perhaps");
    assert_eq!(wrong.error(), "EGeneral:Invalid arguments:fee_schedule");
    assert_eq!(mock.private(BALANCE, "1", FORM, "nonce=1").error(), "EAPI:Invalid nonce");
}

#[test]
fn names_the_param_that_is_missing_or_wrong() {
    let mock = mock();
    let mut nonce = 0;
    let mut refused = |content_type: &str, body: &str| {
        nonce += 1;
        let body = body.replace("NONCE", &nonce.to_string());
        let reply = mock.private("/0/private/AddOrder", &nonce.to_string(), content_type, &body);
        reply.error()
    };
    let order = "nonce=NONCE&pair=XBTUSD&type=buy&volume=1.25";
    let wrong = |name: &str| format!("EGeneral:Invalid arguments:{name}");
    assert_eq!(refused(FORM, order), wrong("ordertype"));
    assert_eq!(refused(FORM, &format!("{order}&ordertype=limit")), "");
    assert_eq!(refused(FORM, &format!("{order}&ordertype=Limit")), wrong("ordertype"));
    assert_eq!(refused(FORM, &format!("{order}&ordertype=limit&validate=1")), wrong("validate"));
    assert_eq!(refused(FORM, &format!("{order}&ordertype=limit&unknown=1")), "");
    assert_eq!(refused(FORM, "nonce=NONCE&pair=&type=buy&volume=1&ordertype=limit"), wrong("pair"));
    let json = r#"{"nonce":NONCE,"ordertype":"limit","pair":"XBTUSD","type":"buy","volume":"1"#;
    assert_eq!(refused(JSON, &format!(r#"{json}","validate":true}}"#)), "");
    assert_eq!(refused(JSON, &format!(r#"{json}","validate":"true"}}"#)), "");
    assert_eq!(refused(JSON, &format!(r#"{json}","validate":"yes"}}"#)), wrong("validate"));
    assert_eq!(refused(JSON, &format!(r#"{json}","userref":"x"}}"#)), wrong("userref"));
    assert_eq!(refused(JSON, &format!(r#"{json}","more":{{}}}}"#)), "");
}

#[test]
fn checks_params_in_queries_paths_and_nested_objects() {
    let mock = mock();
    assert_eq!(mock.get("/0/public/Depth").error(), "EGeneral:Invalid arguments:pair");
    let count = mock.get("/0/public/Depth?pair=XBTUSD&count=0");
    assert_eq!(count.error(), "EGeneral:Invalid arguments:count");
    let direction = mock.funding("GET", "/funding/v1/methods/sideways", "1", "");
    let code = json!({ "error": "EGeneral:Invalid arguments:direction" });
    assert_eq!((direction.status, direction.json()), (400, code));
    let amount = json!({
        "scope": {}, "address_id": "ABR6SXP-SF6CY-VJMONY",
        "amount": { "asset_amount": { "asset": { "class": "gold", "name": "X" }, "amount": "5" } },
    });
    let reply = mock.funding("POST", "/funding/v1/withdrawals", "2", &amount.to_string());
    assert_eq!(reply.json(), json!({ "error": "EGeneral:Invalid arguments:amount" }));
    assert!(mock.hints().contains("`gold`"), "{}", mock.hints());
    let form = mock.private("/0/private/AddOrderBatch", "3", FORM, "nonce=3&pair=XBTUSD");
    assert_eq!(form.error(), "EGeneral:Invalid arguments:orders");
}

#[test]
fn refuses_a_signed_body_that_is_no_json() {
    let mock = mock();
    let reply = mock.funding("POST", "/funding/v1/withdrawals", "1", "{\"a\":");
    assert_eq!((reply.status, reply.json()), (400, json!({ "error": "EAPI:Bad request" })));
}

#[test]
fn can_leave_params_alone() {
    let mock = Mock::start(exchange().without_param_checks(), Limits::default());
    assert_eq!(mock.private("/0/private/AddOrder", "1", FORM, "nonce=1&type=%2B").error(), "");
    let headers = [("API-Key", KEY), ("API-Sign", "AAAA"), ("Content-Type", FORM)];
    let wrong = mock.send("POST", "/0/private/AddOrder", &headers, b"nonce=2");
    assert_eq!(wrong.error(), "EAPI:Invalid signature");
}

#[test]
fn tells_unknown_paths_from_wrong_methods() {
    let mock = mock();
    let unknown = mock.get("/0/private/NoSuchThing");
    assert_eq!((unknown.status, unknown.error()), (200, "EGeneral:Unknown method".into()));
    let funding = mock.get("/funding/v1/nothing");
    assert_eq!(
        (funding.status, funding.json()),
        (404, json!({"error": "EGeneral:Unknown method"}))
    );
    let wrong = mock.get(BALANCE);
    assert_eq!((wrong.status, wrong.error()), (405, "EGeneral:Unknown method".into()));
    assert!(wrong.head.contains("allow: post"), "{}", wrong.head);
}

#[test]
fn logs_no_secret_wherever_it_is_pasted() {
    let mock = mock();
    let secret = super::client::SECRET;
    let encoded = secret.replace('/', "%2F").replace('+', "%2B").replace('=', "%3D");
    let headers = [("API-Key", KEY), ("API-Sign", secret), ("Content-Type", FORM)];
    for secret in [secret, &encoded] {
        let target = format!("{BALANCE}?secret={secret}");
        let body = format!("nonce=1&secret={secret}");
        mock.send("POST", &target, &headers, body.as_bytes());
        mock.get(&format!("/{secret}"));
    }
    let log = format!("{:?}", mock.events());
    assert_eq!(mock.events().len(), 4);
    assert!(!log.contains("kQH5HW") && !log.contains(&encoded), "{log}");
    assert!(log.contains("signed here: body `nonce=1&secret=***`"), "{log}");
}
