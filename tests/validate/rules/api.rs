//! Rules that compare requests with an api.

use countersign::findings::{Severity, fixed};
use serde_json::{Value, json};

use super::{findings, found, mended, request};

const API: &str = "https://api.kraken.com";

fn url(path: &str, query: &Value) -> Value {
    let path: Vec<_> = path.trim_start_matches('/').split('/').collect();
    json!({"protocol": "https", "host": ["api", "kraken", "com"], "path": path, "query": query})
}

fn get(path: &str, query: &Value) -> Value {
    request(&json!({"method": "GET", "url": url(path, query)}))
}

fn order(rows: &Value) -> Value {
    let url = url("/0/private/AddOrder", &json!([]));
    let body = json!({"mode": "urlencoded", "urlencoded": rows});
    request(&json!({"method": "POST", "url": url, "body": body}))
}

const ORDER: [(&str, &str); 4] =
    [("pair", "XBTUSD"), ("type", "buy"), ("ordertype", "market"), ("volume", "1")];

/// The rows of a fine order, changed.
fn rows(change: impl Fn(&str, &mut Value)) -> Value {
    let rows = ORDER.map(|(key, value)| {
        let mut row = json!({"key": key, "value": value});
        change(key, &mut row);
        row
    });
    Value::from(rows.to_vec())
}

#[test]
fn a_path_with_a_slip_is_told_with_the_one_that_is_meant() {
    for (path, meant) in [
        ("/0/private/Balanec", "/0/private/Balance"),
        ("/0/public/time", "/0/public/Time"),
        ("/0/public/Time/", "/0/public/Time"),
        ("/1/private/AddOrder", "/0/private/AddOrder"),
    ] {
        let found = findings(&request(&json!(format!("{API}{path}"))));
        let found = found.iter().find(|it| it.rule.as_str() == "unknown-endpoint").expect(path);
        assert_eq!(found.help.as_deref(), Some(format!("did you mean `{meant}`?").as_str()));
    }
    assert_eq!(
        found("unknown-endpoint", &get("/0/public/Zzz", &json!([]))),
        ["/item/0/request/url/path/2: no endpoint of kraken-spot has the path `/0/public/Zzz`"]
    );
}

#[test]
fn paths_of_other_hosts_and_open_paths_are_left_alone() {
    for address in [
        "https://example.com/0/public/Tiem",
        "https://api.kraken.com/0/public/{{method}}",
        "{{host}}/elsewhere",
        "http://127.0.0.1:8080/elsewhere",
    ] {
        assert_eq!(found("unknown-endpoint", &request(&json!(address))), [""; 0], "{address}");
    }
}

#[test]
fn a_method_is_mended_where_the_body_says_what_is_meant() {
    let place = "/item/0/request/method";
    let time = json!({"method": "post", "url": format!("{API}/0/public/Time")});
    assert_eq!(
        found("wrong-method", &request(&time)),
        [format!("{place}: the request is sent by `POST`, but `/0/public/Time` takes `GET`")]
    );
    assert_eq!(mended("wrong-method", &request(&time))["item"][0]["request"]["method"], "GET");
    let body = json!({"mode": "urlencoded", "urlencoded": []});
    let balance = json!({"url": format!("{API}/0/private/Balance"), "body": body});
    assert_eq!(mended("wrong-method", &request(&balance))["item"][0]["request"]["method"], "POST");
    let bare = json!({"method": "GET", "url": format!("{API}/0/private/Balance")});
    let found = findings(&request(&bare));
    let found = found.iter().find(|it| it.rule.as_str() == "wrong-method").expect("it is wrong");
    assert_eq!(found.fix, None, "a request without a body lacks more than its method");
}

#[test]
fn a_param_that_is_off_or_empty_is_told_at_its_row() {
    let file = order(&rows(|key, row| match key {
        "pair" => row["disabled"] = true.into(),
        "type" => row["value"] = "".into(),
        _ => {}
    }));
    let row = "/item/0/request/body/urlencoded";
    assert_eq!(
        found("missing-param", &file),
        [
            format!("{row}/1/key: `type` is empty, but `/0/private/AddOrder` requires it"),
            format!("{row}/0/key: `pair` is switched off, but `/0/private/AddOrder` requires it"),
        ]
    );
}

#[test]
fn params_without_a_row_are_told_together() {
    assert_eq!(
        found("missing-param", &order(&json!([{"key": "pair", "value": "{{pair}}"}]))),
        ["/item/0/name: `r` is sent without `ordertype`, `type` and `volume`, which \
          `/0/private/AddOrder` requires"]
    );
    assert_eq!(found("missing-param", &order(&rows(|_, _| {}))), [""; 0]);
    assert_eq!(
        found("missing-param", &get("/0/public/Depth", &json!([]))),
        ["/item/0/name: `r` is sent without `pair`, which `/0/public/Depth` requires"]
    );
}

#[test]
fn a_param_that_a_script_adds_is_there() {
    let add = ["pm.request.url.query.add({key: 'pair', value: 'XBTUSD'});"];
    let mut file = get("/0/public/Depth", &json!([]));
    file["item"][0]["event"] = json!([{"listen": "prerequest", "script": {"exec": add}}]);
    assert_eq!(found("missing-param", &file), [""; 0]);
}

#[test]
fn a_field_with_a_slip_is_renamed_and_others_are_told() {
    let file = get(
        "/0/public/Depth",
        &json!([
            {"key": "pair", "value": "XBTUSD"}, {"key": "Count", "value": "1"}, {"key": "page", "value": "2"},
            {"key": "off", "value": "3", "disabled": true}, {"key": "{{any}}", "value": "4"},
        ]),
    );
    let query = "/item/0/request/url/query";
    let says = "`/0/public/Depth` has no param";
    assert_eq!(
        found("unknown-param", &file),
        [
            format!("{query}/1/key: {says} `Count`, so it ignores the field"),
            format!("{query}/2/key: {says} `page`, so it ignores the field"),
        ]
    );
    let mut found = findings(&file);
    found.retain(|it| it.rule.as_str() == "unknown-param");
    assert_eq!(found[0].severity, Severity::Error);
    assert_eq!(found[1].severity, Severity::Warning);
    let fixed = fixed(&super::document(&file), &found).expect("one can be mended");
    assert!(fixed.text.contains(r#"{"key":"count","value":"1"}"#), "{}", fixed.text);
}

#[test]
fn a_field_is_not_taken_for_a_param_that_is_sent_already() {
    let query = json!([{"key": "pair", "value": "XBTUSD"}, {"key": "pairs", "value": "XBTUSD"}]);
    let found = findings(&get("/0/public/Depth", &query));
    let found = found.iter().find(|it| it.rule.as_str() == "unknown-param").expect("it is unknown");
    assert_eq!((found.severity, found.fix.as_ref()), (Severity::Warning, None));
}

#[test]
fn fields_in_a_text_url_and_in_json_are_placed_exactly() {
    let file = request(&json!(format!("{API}/0/public/Depth?pair=XBTUSD&cuont=1&count=x")));
    let raw = "{\"pair\": \"XBTUSD\", \"type\": \"sel\", // \"x\": 1\n \"ordertype\": \"market\", \"volume\": \"1\", \"cl_ord\": 5}";
    let body = json!({"mode": "raw", "raw": raw, "options": {"raw": {"language": "json"}}});
    let order = json!({"method": "POST", "url": format!("{API}/0/private/AddOrder"), "body": body});
    for (rule, file, expected) in [
        ("unknown-param", &file, "cuont"),
        ("invalid-value", &file, "x"),
        ("unknown-param", &request(&order), "\\\"cl_ord\\\""),
        ("invalid-value", &request(&order), "\\\"sel\\\""),
    ] {
        let document = super::document(file);
        let found = findings(file);
        let places: Vec<_> = found.iter().filter(|it| it.rule.as_str() == rule).collect();
        assert_eq!(places.len(), 1, "{rule} {found:#?}");
        let span = places[0].primary.span(&document);
        assert_eq!(document.text().get(span.start..span.end), Some(expected), "{rule}");
    }
}

#[test]
fn values_are_judged_as_they_are_sent() {
    let with = |key: &str, value: &str| {
        let query = json!([{"key": "pair", "value": "XBTUSD"}, {"key": key, "value": value}]);
        let mut file = get("/0/public/Depth", &query);
        file["variable"] = json!([{"key": "n", "value": "1000"}, {"key": "m", "value": "10"}]);
        found("invalid-value", &file)
    };
    let place = "/item/0/request/url/query/1/value: the param `count`:";
    assert_eq!(with("count", "{{n}}"), [format!("{place} found `1000`, expected at most `500`")]);
    for fine in ["{{m}}", "{{unset}}", "", "500"] {
        assert_eq!(with("count", fine), [""; 0], "{fine}");
    }
}

#[test]
fn a_number_where_text_is_documented_is_less_of_a_fault() {
    let raw = r#"{"pair": "XBTUSD", "type": 1, "ordertype": "market", "volume": 1.25}"#;
    let body = json!({"mode": "raw", "raw": raw, "options": {"raw": {"language": "json"}}});
    let order = json!({"method": "POST", "url": format!("{API}/0/private/AddOrder"), "body": body});
    let mut found = findings(&request(&order));
    found.retain(|it| it.rule.as_str() == "invalid-value");
    let shown: Vec<_> = found.iter().map(|it| (it.severity, it.message.as_str())).collect();
    assert_eq!(
        shown,
        [
            (Severity::Error, "the param `type`: found the number `1`, expected a string"),
            (Severity::Warning, "the param `volume`: found the number `1.25`, expected a string"),
        ]
    );
}

#[test]
fn a_word_in_the_wrong_case_is_mended() {
    let file = order(&rows(|key, row| {
        if key == "type" {
            row["value"] = "BUY".into();
        }
    }));
    let mended = mended("invalid-value", &file);
    assert_eq!(mended["item"][0]["request"]["body"]["urlencoded"][1]["value"], "buy");
}

#[test]
fn a_literal_signature_keeps_a_fix_away() {
    let mut file = order(&rows(|key, row| {
        if key == "type" {
            row["value"] = "BUY".into();
        }
    }));
    let headers = json!([{"key": "API-Key", "value": "k"}, {"key": "API-Sign", "value": "c2ln"}]);
    file["item"][0]["request"]["header"] = headers;
    let found = findings(&file);
    let found = found.iter().find(|it| it.rule.as_str() == "invalid-value").expect("it is wrong");
    assert_eq!(found.fix, None);
}

#[test]
fn path_values_are_judged_where_they_stand() {
    let mut url = url("/funding/v1/addresses/:id", &json!([]));
    url["variable"] = json!([{"key": "id", "value": "{{id}}"}]);
    let file = request(&json!({"method": "DELETE", "url": url}));
    for rule in ["unknown-endpoint", "wrong-method", "missing-param", "invalid-value"] {
        assert_eq!(found(rule, &file), [""; 0], "{rule}");
    }
}

#[test]
fn deprecated_endpoints_are_told_once_unless_the_request_says_so() {
    let to = |path: &str, name: &str| json!({"name": name, "request": {"method": "POST", "url": format!("{API}/0/private/{path}")}});
    let (one, other) = (to("DepositMethods", "a"), to("WithdrawStatus", "b"));
    let known = to("DepositStatus", "DepositStatus (legacy)");
    let folder = json!({"name": "f", "description": {"content": "Deprecated"}, "item": [one]});
    let file = super::collection(&json!([one, other, known, folder]));
    assert_eq!(
        found("deprecated-endpoint", &file),
        ["/item/0/name: `a` and 1 other request call endpoints that their documentation advises \
          against"]
    );
}
