//! Rules about signing, beyond the signature itself.

use countersign::catalog::Catalog;
use countersign::findings::Severity;
use countersign::runtime::Setup;
use countersign::world::Engine;
use serde_json::{Value, json};

use super::{collection, findings, found, mended};
use crate::support::fixture;

/// A script that signs `/0/private/Balance` and puts the signature into `api_signature`.
fn signing(nonce: &str) -> Vec<String> {
    let script = format!(
        "var CryptoJS = require('crypto-js');\n\
         var nonce = {nonce};\n\
         var key = CryptoJS.enc.Base64.parse(pm.variables.get('api_secret'));\n\
         var hmac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, key);\n\
         hmac.update('/0/private/Balance');\n\
         hmac.update(CryptoJS.SHA256(nonce + 'nonce=' + nonce));\n\
         pm.variables.set('api_nonce', nonce);\n\
         pm.variables.set('api_signature', hmac.finalize().toString(CryptoJS.enc.Base64));"
    );
    script.lines().map(str::to_owned).collect()
}

const IN_MS: &str = "Date.now().toString()";
const IN_US: &str = "(Date.now() * 1000).toString()";

/// A request for the balance that runs this script.
fn balance(name: &str, script: &[String]) -> Value {
    json!({
        "name": name,
        "event": [{"listen": "prerequest", "script": {"exec": script}}],
        "request": {
            "method": "POST",
            "header": [
                {"key": "API-Key", "value": "{{api_key}}"},
                {"key": "API-Sign", "value": "{{api_signature}}"},
            ],
            "url": "https://api.kraken.com/0/private/Balance",
            "body": {"mode": "urlencoded", "urlencoded": [{"key": "nonce", "value": "{{api_nonce}}"}]},
        },
    })
}

#[test]
fn the_unit_that_fewer_requests_use_is_the_odd_one() {
    let (ms, us) = (signing(IN_MS), signing(IN_US));
    let items = json!([balance("a", &us), balance("b", &ms), balance("c", &us)]);
    let says = found("nonce-unit-mixed", &collection(&items));
    assert_eq!(
        says,
        [
            "/item/1/event/0/script/exec/3: the nonce of `b` is in milliseconds, that of `a` and 1 other \
          request is in microseconds; expected one unit"
        ]
    );
    let same = json!([balance("a", &ms), balance("b", &ms)]);
    assert_eq!(found("nonce-unit-mixed", &collection(&same)), [""; 0]);
}

#[test]
fn requests_with_different_keys_may_have_different_units() {
    let mut other = balance("b", &signing(IN_MS));
    other["request"]["header"][0]["value"] = "another key".into();
    let items = json!([balance("a", &signing(IN_US)), other]);
    assert_eq!(found("nonce-unit-mixed", &collection(&items)), [""; 0]);
}

/// What is said of the key in a request whose header for it is edited.
fn of_key(edit: impl Fn(&mut Value)) -> Vec<String> {
    let mut request = balance("r", &signing(IN_US));
    edit(&mut request["request"]["header"]);
    found("api-key-missing", &collection(&json!([request])))
}

#[test]
fn a_key_that_is_not_sent_is_told_with_the_reason() {
    let row = "/item/0/request/header/0: ";
    let lacks = "`r` is signed, but has no header `API-Key`";
    assert_eq!(
        of_key(|list| drop(list.as_array_mut().expect("a list").remove(0))),
        [format!("/item/0/name: {lacks}")]
    );
    assert_eq!(of_key(|list| list[0]["disabled"] = true.into()), [format!("{row}{lacks}")]);
    assert_eq!(of_key(|list| list[0]["value"] = "".into()), [format!("{row}{lacks}")]);
    assert_eq!(
        of_key(|list| list[0]["value"] = "{{kraken}}".into()),
        [format!("{row}the header `API-Key` of `r` takes `{{{{kraken}}}}`, which nothing sets")]
    );
    assert_eq!(
        of_key(|list| list[0]["value"] = "{{api_secret}}".into()),
        [format!("{row}the header `API-Key` of `r` sends the private key, expected the public")]
    );
    assert_eq!(of_key(|_| {}), [""; 0]);
}

#[test]
fn a_request_without_signature_is_told_once_of_both_headers() {
    let mut request = balance("r", &signing(IN_US));
    request["request"]["header"] = json!([]);
    let file = collection(&json!([request]));
    assert_eq!(found("api-key-missing", &file), [""; 0]);
    let found = findings(&file);
    let missing = found.iter().find(|it| it.rule.as_str() == "signature-missing").expect("it is");
    assert_eq!(
        missing.help.as_deref(),
        Some(
            "add the headers `API-Key` and `API-Sign`, and a pre-request script that signs the request"
        )
    );
}

/// The script with another call in place of one.
fn with(piece: &str, other: &str) -> Vec<String> {
    signing(IN_US).iter().map(|line| line.replace(piece, other)).collect()
}

#[test]
fn what_is_stored_is_told_once_and_kept_for_the_run_instead() {
    let script = with("pm.variables.set(", "pm.globals.set(");
    let file = collection(&json!([balance("a", &script), balance("b", &script)]));
    assert_eq!(
        found("stored-signature", &file),
        [
            "/item/0/event/0/script/exec/7: the script leaves `api_signature` in the globals, as does 1 \
          other script; expected `pm.variables.set`"
        ]
    );
    let mended = mended("stored-signature", &file);
    assert_eq!(
        mended["item"][1]["event"][0]["script"]["exec"],
        json!(with("pm.variables.set('api_nonce'", "pm.globals.set('api_nonce'"))
    );
    assert_eq!(found("signature-mismatch", &mended), [""; 0]);
}

#[test]
fn what_others_read_is_not_moved() {
    let script = with("pm.variables.set('api_sig", "pm.environment.set('api_sig");
    let asks =
        json!({"listen": "test", "script": {"exec": ["pm.environment.get('api_signature');"]}});
    let mut request = balance("a", &script);
    request["event"].as_array_mut().expect("a list").push(asks);
    let taker = balance("b", &[]);
    for items in [json!([request]), json!([balance("a", &script), taker])] {
        let found = findings(&collection(&items));
        let found = found.iter().find(|it| it.rule.as_str() == "stored-signature");
        assert_eq!(found.expect("it is stored").fix, None);
    }
}

#[test]
fn a_private_key_in_the_environment_is_told_too() {
    let mut script = signing(IN_US);
    script.push("pm.environment.set('kraken_secret', pm.variables.get('api_secret'));".to_owned());
    assert_eq!(
        found("stored-signature", &collection(&json!([balance("a", &script)]))),
        ["/item/0/event/0/script/exec/8: the script leaves `kraken_secret` in the environment; \
          expected `pm.variables.set`"]
    );
}

#[test]
fn rows_are_put_into_the_order_in_which_they_are_sent() {
    let script = [
        "var CryptoJS = require('crypto-js');",
        "var nonce = (Date.now() * 1000).toString();",
        "pm.variables.set('api_nonce', nonce);",
        "var body = pm.variables.replaceIn(pm.request.body.urlencoded.toString());",
        "var key = CryptoJS.enc.Base64.parse(pm.variables.get('api_secret'));",
        "var hmac = CryptoJS.algo.HMAC.create(CryptoJS.algo.SHA512, key);",
        "hmac.update('/0/private/Balance');",
        "hmac.update(CryptoJS.SHA256(nonce + body));",
        "pm.variables.set('api_signature', hmac.finalize().toString(CryptoJS.enc.Base64));",
    ];
    let mut request = balance("r", &script.map(str::to_owned));
    let row = |key: &str, value: &str| json!({"key": key, "value": value});
    let off = json!({"key": "a", "value": "0", "disabled": true});
    request["request"]["body"]["urlencoded"] =
        json!([row("a", "1"), row("nonce", "{{api_nonce}}"), off, row("7", "2"), row("a", "3"),]);
    let file = collection(&json!([request]));
    assert_eq!(
        found("regrouped-params", &file),
        ["/item/0/request/body/urlencoded/3/key: the script signs the row `7` as number 3, but \
          Postman sends it as number 1"]
    );
    let mended = mended("regrouped-params", &file);
    assert_eq!(
        mended["item"][0]["request"]["body"]["urlencoded"],
        json!([row("7", "2"), row("a", "1"), off, row("a", "3"), row("nonce", "{{api_nonce}}")])
    );
    assert_eq!(found("signature-mismatch", &mended), [""; 0]);
}

#[test]
fn an_address_without_protection_is_told_once_a_host() {
    let to = |url: &str| json!({"name": "r", "request": url});
    let file = collection(&json!([
        to("http://shop.io/a"),
        to("http://shop.io/b"),
        to("shop.io/c"),
        to("https://shop.io/d"),
        to("http://localhost/"),
        to("http://10.0.0.1/"),
        to("http://backend/"),
        to("{{host}}/"),
        to("http://{{host}}/"),
        to("http://example.com/"),
    ]));
    assert_eq!(
        found("insecure-url", &file),
        [
            "/item/0/request: the request to `shop.io` goes by `http`, as do 2 other requests; expected \
          `https`"
        ]
    );
}

#[test]
fn the_variable_that_holds_the_address_is_the_place() {
    let mut file = collection(&json!([{"name": "r", "request": {
        "url": {"host": ["{{base_url}}"], "path": ["a"]},
        "header": [{"key": "Authorization", "value": "Bearer x"}],
    }}]));
    file["variable"] = json!([{"key": "base_url", "value": "http://shop.io"}]);
    let found = findings(&file);
    let found = found.iter().find(|it| it.rule.as_str() == "insecure-url").expect("it is told");
    assert_eq!(found.primary.pointer.as_str(), "/variable/0/value");
    assert_eq!(found.severity, Severity::Error, "it carries a credential");
    assert_eq!(found.fix, None, "the host may not know https");
}

#[test]
fn an_api_of_the_catalogue_is_known_to_take_https() {
    let url = json!({"raw": "http://api.kraken.com/0/public/Time", "protocol": "http",
        "host": ["api", "kraken", "com"], "path": ["0", "public", "Time"]});
    let file = collection(&json!([
        {"name": "a", "request": {"url": url}},
        {"name": "b", "request": "http://api.kraken.com/0/public/Assets"},
    ]));
    let mended = mended("insecure-url", &file);
    let items = &mended["item"];
    assert_eq!(items[0]["request"]["url"]["protocol"], "https");
    assert_eq!(items[0]["request"]["url"]["raw"], "https://api.kraken.com/0/public/Time");
    assert_eq!(items[1]["request"], "https://api.kraken.com/0/public/Assets");
}

#[test]
fn a_key_goes_to_its_own_exchange_only() {
    let to = |host: &str| {
        let mut request = balance("r", &signing(IN_US));
        request["request"]["url"] = format!("https://{host}/0/private/Balance").into();
        found("foreign-host", &collection(&json!([request, request])))
    };
    assert_eq!(
        to("api.krakem.com"),
        [
            "/item/0/request/url: the request carries the key of kraken-spot to `api.krakem.com`, as does \
          1 other request; expected `api.kraken.com`"
        ]
    );
    for host in ["api.kraken.com", "beta.kraken.com", "localhost:8080", "mock.test", "{{host}}"] {
        assert_eq!(to(host), [""; 0], "{host}");
    }
}

#[test]
fn a_host_that_the_user_names_an_api_for_is_no_foreign_one() {
    let mut request = balance("r", &signing(IN_US));
    request["request"]["url"] = "https://proxy.shop.io/0/private/Balance".into();
    let file = collection(&json!([request]));
    let profile = |api: Option<&str>| {
        let setup = Setup::new(Engine::Postman, 1_767_225_600_000);
        let mut profile = super::Profile::new(Catalog::embedded(), setup);
        profile.api = api.map(str::to_owned);
        profile
    };
    let count = |api| {
        let profile = profile(api);
        let input = super::Input::new("f.json", super::document(&file), &profile);
        let outcome = super::validate(vec![input], &super::Options::default()).expect("it runs");
        let found = &outcome.files[0].diagnostics;
        found.iter().filter(|it| it.rule.as_str() == "foreign-host").count()
    };
    assert_eq!((count(None), count(Some("kraken-spot"))), (1, 0));
}

#[test]
fn krakens_published_sample_has_only_what_is_amiss_with_it() {
    let sample: Value =
        serde_json::from_str(&fixture("kraken-sample.postman_collection.json")).expect("JSON");
    let found: Vec<_> = findings(&sample)
        .into_iter()
        .map(|it| (it.rule.as_str(), it.severity, it.message))
        .collect();
    let expected = [
        (
            "deprecated-global",
            Severity::Note,
            "the script uses the deprecated `CryptoJS`; expected `require(\"crypto-js\")`",
        ),
        (
            "leaked-global",
            Severity::Note,
            "the script assigns `api_endpoint`, `api_key`, `api_nonce` and 4 more without declaring \
             them, so that later scripts see them",
        ),
        (
            "stored-signature",
            Severity::Warning,
            "the script leaves `api_key` and `api_signature` in the globals; expected \
             `pm.variables.set`",
        ),
    ];
    let expected = expected.map(|(rule, severity, message)| (rule, severity, message.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn krakens_published_sample_can_be_mended() {
    let mut sample: Value =
        serde_json::from_str(&fixture("kraken-sample.postman_collection.json")).expect("JSON");
    for rule in ["deprecated-global", "leaked-global", "stored-signature"] {
        sample = mended(rule, &sample);
    }
    assert_eq!(findings(&sample), []);
}
