//! What only the request as written, or the variables, can tell.

use super::super::Cause::*;
use super::super::{KnownParam, Written, WrittenField};
use super::*;

const FORM: &str = "nonce=1616492376594&pair=XBTUSD&type=buy";

#[track_caller]
fn cause(body: &str, signed: &str, evidence: Evidence<'_>) -> Cause {
    let url = url(ADD_ORDER);
    let signature = Script::new(ADD_ORDER, signed).signature();
    ask(&sent(&url, body), &signature, evidence).expect("it differs").cause
}

#[track_caller]
fn traced_cause(body: &str, signed: &str, evidence: Evidence<'_>) -> Cause {
    let (_, calls) = Script::new(ADD_ORDER, signed).run();
    cause(body, signed, Evidence { calls: &calls, ..evidence })
}

fn row<'a>(key: &'a str, value: &'a str, disabled: bool) -> WrittenField<'a> {
    WrittenField { key, value, disabled }
}

#[test]
fn a_literal_that_the_request_no_longer_has() {
    let signed = "nonce=1616492376594&pair=ETHUSD&type=buy";
    assert_eq!(traced_cause(FORM, signed, Evidence::default()), StaleLiteral);
    assert_eq!(cause(FORM, signed, Evidence::default()), Unknown);
    let params = [KnownParam { name: "pair", values: vec!["XBTEUR".into(), "ETHUSD".into()] }];
    assert_eq!(
        cause(FORM, signed, Evidence { params: &params, ..Evidence::default() }),
        StaleLiteral
    );
    let json = r#"{"nonce":"1616492376594","pair":"XBTUSD"}"#;
    let other = json.replace("XBT", "ETH");
    assert_eq!(traced_cause(json, &other, Evidence::default()), StaleLiteral);
    assert_eq!(
        cause(json, &other, Evidence { params: &params, ..Evidence::default() }),
        StaleLiteral
    );
    let renamed = "nonce=1616492376594&symbol=XBTUSD&type=buy";
    assert_eq!(traced_cause(FORM, renamed, Evidence::default()), StaleLiteral);
}

#[test]
fn a_signature_that_is_a_literal() {
    let literal = STANDARD.encode([9u8; 64]);
    let written = Written { signature: Some(&literal), ..Written::default() };
    let url = url(ADD_ORDER);
    let evidence = Evidence { written, ..Evidence::default() };
    let found = ask(&sent(&url, FORM), &literal, evidence).expect("it differs");
    assert_eq!(found.cause, StaleLiteral);
}

#[test]
fn comments_that_postman_takes_out() {
    let written =
        "{\n  \"nonce\": \"1616492376594\", // now\n  /* all */ \"pair\": \"http://x\"\n}";
    let bare = "{\n  \"nonce\": \"1616492376594\", \n   \"pair\": \"http://x\"\n}";
    let known = Written { body: Some(written), ..Written::default() };
    assert_eq!(
        cause(bare, written, Evidence { written: known, ..Evidence::default() }),
        JsonComments
    );
    assert_eq!(traced_cause(bare, written, Evidence::default()), JsonComments);
    // The other way round: the body is given as it is written, the signature is over what is sent.
    assert_eq!(cause(written, bare, Evidence::default()), JsonComments);
}

#[test]
fn disabled_rows() {
    let fields = [
        row("nonce", "{{api_nonce}}", false),
        row("pair", "XBTUSD", false),
        row("price", "37500", true),
        row("type", "buy", false),
    ];
    let variables = [("api_nonce".to_owned(), NONCE.to_owned())];
    let written = Written { fields: &fields, ..Written::default() };
    let evidence = Evidence { written, variables: &variables, ..Evidence::default() };
    let signed = "nonce=1616492376594&pair=XBTUSD&price=37500&type=buy";
    assert_eq!(cause(FORM, signed, evidence), ParamExtra);
    assert_eq!(traced_cause(FORM, signed, evidence), ParamExtra);
    let unresolved = "nonce={{api_nonce}}&pair=XBTUSD&type=buy";
    assert_eq!(cause(FORM, unresolved, evidence), UnresolvedVariable);
    assert_eq!(traced_cause(FORM, unresolved, evidence), UnresolvedVariable);
}

#[test]
fn variables_that_are_drawn_anew() {
    let fields = [row("nonce", "{{api_nonce}}", false), row("cl_ord_id", "{{$guid}}", false)];
    let written = Written { fields: &fields, ..Written::default() };
    let evidence = Evidence { written, ..Evidence::default() };
    let sent = "nonce=1616492376594&cl_ord_id=8f14e45f-ceea-467f-a0e6-000000000001";
    let signed = "nonce=1616492376594&cl_ord_id=8f14e45f-ceea-467f-a0e6-000000000002";
    assert_eq!(traced_cause(sent, signed, evidence), DynamicVariable);
    assert_eq!(cause(sent, signed, evidence), DynamicVariable);
    let body = r#"{"nonce": {{api_nonce}}, "id": "{{$guid}}"}"#;
    let written = Written { body: Some(body), ..Written::default() };
    let evidence = Evidence { written, ..Evidence::default() };
    let json = |id: &str| format!(r#"{{"nonce": {NONCE}, "id": "{id}"}}"#);
    assert_eq!(traced_cause(&json("one"), &json("two"), evidence), DynamicVariable);
    let nonce = [row("nonce", "{{$timestamp}}", false)];
    let written = Written { fields: &nonce, ..Written::default() };
    let evidence = Evidence { written, ..Evidence::default() };
    assert_eq!(
        traced_cause("nonce=1616492376594", "nonce=1616492376595", evidence),
        DynamicVariable
    );
}

#[test]
fn a_header_that_takes_something_else() {
    let url = url(ADD_ORDER);
    let outgoing = sent(&url, FORM);
    let (right, calls) = Script::new(ADD_ORDER, FORM).run();
    let stale = STANDARD.encode([9u8; 64]);
    let traced = Evidence { calls: &calls, ..Evidence::default() };
    let variables = [("api_sign".to_owned(), right)];
    let known = Evidence { variables: &variables, ..Evidence::default() };
    let cause =
        |signature: &str, evidence| ask(&outgoing, signature, evidence).expect("it differs").cause;
    for evidence in [traced, known] {
        assert_eq!(cause(&stale, evidence), WrongVariable);
        assert_eq!(cause("{{api_signature}}", evidence), WrongVariable);
    }
    assert_eq!(cause("{{api_signature}}", Evidence::default()), UnresolvedVariable);
    let digest = sha256(format!("{NONCE}{FORM}").as_bytes());
    for other in ["public-key", NONCE, SECRET, "", &hex(&digest), &STANDARD.encode(&digest)] {
        assert_eq!(cause(other, Evidence::default()), WrongVariable, "{other}");
    }
}

#[test]
fn another_endpoint_of_the_catalogue() {
    let url = url("/0/private/BalanceEx");
    let signature = Script::new("/0/private/Balance", FORM).signature();
    let other_paths = ["/0/private/Ledgers", "/0/private/Balance"];
    let evidence = Evidence { other_paths: &other_paths, ..Evidence::default() };
    let found = ask(&sent(&url, FORM), &signature, evidence).expect("it differs");
    assert_eq!(found.cause, PathDiffers);
    assert_eq!(
        found.detail,
        "`/0/private/Balance` was signed, the request goes to `/0/private/BalanceEx`"
    );
}

#[test]
fn what_cannot_be_explained() {
    let url = url(ADD_ORDER);
    let guessed = ask(&sent(&url, FORM), &STANDARD.encode([9u8; 64]), Evidence::default())
        .expect("it differs");
    assert_eq!((guessed.cause, guessed.signed), (Unknown, None));
    // A message that has nothing to do with the request, but whose making was traced.
    let strange = Script {
        hashed: "one more time".into(),
        join: |_, digest| [b"<", digest, b">"].concat(),
        ..Script::new("", "")
    };
    let (signature, calls) = strange.run();
    let traced = Evidence { calls: &calls, ..Evidence::default() };
    let found = ask(&sent(&url, FORM), &signature, traced).expect("it differs");
    assert_eq!(found.cause, Unknown);
    assert_eq!(found.signed.as_deref(), Some("< + SHA256(one more time) + >"));
    assert_eq!(
        found.sent.as_deref(),
        Some("/0/private/AddOrder + SHA256(1616492376594nonce=1616492376594&pair=XBTUSD&type=buy)")
    );
    for odd in ["é", "%", "=", "{", "\0", "AAAA", "////"] {
        assert_eq!(
            ask(&sent(&url, FORM), odd, Evidence::default()).expect("it differs").cause,
            Unknown
        );
    }
}
