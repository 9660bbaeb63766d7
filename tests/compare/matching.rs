//! Requests are the same if method and path are, whatever their URLs are written as.

use serde_json::{Value, json};

use super::support::{collection, coverage, diff, request};

/// Ways to write the address of the same endpoint.
fn spellings() -> Vec<Value> {
    vec![
        json!("https://api.kraken.com/funding/v1/addresses/:id"),
        json!("https://api.kraken.com//funding/v1/addresses/:id/"),
        json!("HTTPS://API.KRAKEN.COM/funding/v1/addresses/:id#x"),
        json!("{{base_url}}/funding/v1/addresses/{{id}}"),
        json!("{{base_url}}//funding/v1/addresses/17"),
        json!("{{other}}/v1/addresses/:id"),
        json!("{{with_path}}/addresses/:id"),
        json!("http://localhost:8321/funding/{{version}}/addresses/%31%37?x=1"),
        json!({"raw": "x", "host": ["{{base_url}}"], "path": ["funding", "v1", "addresses", ":id"]}),
        json!({"protocol": "https", "host": "api.kraken.com", "path": "/funding/v1/addresses/:id"}),
        json!({"raw": "https://api.kraken.com/funding/v1/addresses/:id"}),
    ]
}

fn with(url: &Value) -> Value {
    let mut item = request("a", "DELETE", "");
    item["request"]["url"] = url.clone();
    let mut collection = collection(json!([item]));
    collection["variable"] = json!([
        {"key": "base_url", "value": "https://api.kraken.com/"},
        {"key": "with_path", "value": "https://api.kraken.com/funding/v1"},
        {"key": "version", "value": "v1"},
    ]);
    collection
}

#[test]
fn an_endpoint_is_found_however_its_address_is_written() {
    for url in spellings() {
        let found = coverage(&[&with(&url)]);
        assert_eq!(found.total.endpoints.covered, 1, "{url}");
        assert_eq!(found.extra, [], "{url}");
        assert!(found.missing.iter().all(|it| it.name != "DeleteFundingAddress"), "{url}");
    }
}

#[test]
fn two_spellings_are_one_request() {
    let spellings = spellings();
    for one in &spellings {
        for other in &spellings {
            let found = diff(&with(one), &with(other));
            assert_eq!((found.added.len(), found.removed.len()), (0, 0), "{one} {other}");
        }
    }
}

#[test]
fn other_methods_and_paths_are_other_endpoints() {
    for url in [
        "https://api.kraken.com/funding/v1/addresses",
        "https://api.kraken.com/funding/v1/addresses/a/b",
        "https://api.kraken.com/v1/addresses/a",
        "{{base_url}}/v1/addresses/a",
        "{{unknown}}",
        "",
    ] {
        assert_eq!(coverage(&[&with(&url.into())]).extra.len(), 1, "{url}");
    }
    let mut other = with(&spellings()[0]);
    other["item"][0]["request"]["method"] = "PATCH".into();
    assert_eq!(coverage(&[&other]).extra.len(), 1);
}

#[test]
fn a_base_that_could_be_several_endpoints_is_none() {
    let found = coverage(&[&with(&"{{unknown}}/{{x}}".into())]);
    assert_eq!((found.total.endpoints.covered, found.extra.len()), (0, 1));
}

#[test]
fn requests_that_share_an_endpoint_are_told_apart_by_folder_name_and_params() {
    let order = |name: &str, pair: &str| {
        let mut item = request(name, "POST", "https://h/order");
        let rows = json!([{"key": "pair", "value": pair}]);
        item["request"]["body"] = json!({"mode": "urlencoded", "urlencoded": rows});
        item
    };
    let old = collection(json!([order("a", "1"), order("b", "2"), order("c", "3")]));
    let swapped = collection(json!([order("c", "3"), order("a", "1"), order("b", "2")]));
    assert!(diff(&old, &swapped).is_empty());
    let renamed = collection(json!([order("x", "2"), order("a", "1"), order("c", "4")]));
    let found = diff(&old, &renamed);
    assert_eq!((found.added.len(), found.removed.len()), (0, 0));
    assert_eq!((found.moved[0].from.as_str(), found.moved[0].to.as_str()), ("b", "x"));
    assert_eq!(found.changed[0].endpoint.name, "c");
    let fewer = diff(&old, &collection(json!([order("b", "2")])));
    let removed: Vec<_> = fewer.removed.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(removed, ["a", "c"]);
}

#[test]
fn odd_items_are_requests_too() {
    let odd = json!([
        {"name": "text", "request": "https://api.kraken.com/0/public/Time"},
        {"name": "null", "request": null},
        {"name": "number", "request": 5},
        {"name": "nothing"},
        {"request": {"method": "post", "url": {"path": ["0", {"value": "private"}, "Balance"]}}},
        null,
        "text",
    ]);
    let odd = collection(odd);
    let found = coverage(&[&odd]);
    assert_eq!((found.requests, found.total.endpoints.covered, found.extra.len()), (5, 2, 3));
    assert!(diff(&odd, &odd).is_empty());
}
