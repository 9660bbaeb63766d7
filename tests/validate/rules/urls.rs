//! Rules about URLs.

use serde_json::{Value, json};

use super::{found, mended, request};

const NONE: [&str; 0] = [];

/// A collection with a request to this URL.
fn to(url: &Value) -> Value {
    request(&json!({"method": "GET", "header": [], "url": url}))
}

fn url(raw: &str) -> Value {
    json!({
        "raw": raw, "protocol": "https", "host": ["{{sub}}", "x", "com"], "path": ["a b", ":id", ""],
        "variable": [{"key": "id", "value": "17"}],
        "query": [
            {"key": "p", "value": "1/2 +3"}, {"key": "q", "value": null},
            {"key": "off", "value": "5", "disabled": true},
        ],
    })
}

#[test]
fn raw_may_be_written_in_several_ways() {
    for raw in [
        "https://{{sub}}.x.com/a b/:id/?p=1/2 +3&q",
        "https://{{sub}}.x.com/a%20b/:id/?p=1%2F2%20%2B3&q=",
        "HTTPS://{{sub}}.X.com/a+b/17/?q&p=1/2 +3&off=5#there",
        "{{sub}}.x.com/a b/:id/?p=1/2 +3&q ",
        "{{sub}}.x.com/a b/:id/",
    ] {
        assert_eq!(found("url-parts-disagree", &to(&url(raw))), NONE, "{raw}");
    }
}

#[test]
fn the_first_difference_between_raw_and_the_parts_is_told() {
    for (raw, told) in [
        (
            "http://{{sub}}.x.com/a b/:id/",
            "`raw` has the protocol `http`, but the parts, which are sent, have `https`",
        ),
        (
            "https://y.com/a b/:id/",
            "`raw` has the host `y.com`, but the parts, which are sent, have `{{sub}}.x.com`",
        ),
        (
            "{{sub}}.x.com:8443/a b/:id/",
            "`raw` has the port `8443`, but the parts, which are sent, have none",
        ),
        (
            "{{sub}}.x.com/a b/18/",
            "`raw` has the path `/a b/18/`, but the parts, which are sent, have `/a b/:id/`",
        ),
        (
            "{{sub}}.x.com/a b/:id",
            "`raw` has the path `/a b/:id`, but the parts, which are sent, have `/a b/:id/`",
        ),
        (
            "{{sub}}.x.com/a b/:id/?p=2&q",
            "`raw` has another value for `p` than `query`, which is what is sent",
        ),
        (
            "{{sub}}.x.com/a b/:id/?p=1/2 +3&q&r=5",
            "`raw` has the param `r`, but `query` does not, and it is not sent",
        ),
        (
            "{{sub}}.x.com/a b/:id/?p=1/2 +3",
            "`raw` lacks the param `q`, which `query` has and which is sent",
        ),
    ] {
        assert_eq!(
            found("url-parts-disagree", &to(&url(raw))),
            [format!("/item/0/request/url/raw: {told}")]
        );
    }
}

#[test]
fn a_host_without_a_path_has_a_slash_or_none() {
    for (raw, path) in [("https://x.com/", json!([])), ("https://x.com", json!([""]))] {
        let url = json!({"raw": raw, "protocol": "https", "host": "x.com", "path": path});
        assert_eq!(found("url-parts-disagree", &to(&url)), NONE, "{raw}");
    }
}

#[test]
fn a_url_of_raw_alone_gets_its_parts() {
    let file = to(&json!({"raw": "https://{{a.b}}.x.com:80/v/:id?p=1&q#top", "host": []}));
    assert_eq!(found("raw-only-url", &file).len(), 1);
    assert_eq!(found("url-parts-disagree", &file), NONE);
    assert_eq!(
        mended("raw-only-url", &file)["item"][0]["request"]["url"],
        json!({
            "raw": "https://{{a.b}}.x.com:80/v/:id?p=1&q#top", "host": ["{{a.b}}.x.com"], "protocol": "https",
            "port": "80", "path": ["v", ":id"],
            "query": [{"key": "p", "value": "1"}, {"key": "q", "value": null}], "hash": "top",
            "variable": [{"key": "id", "value": ""}],
        })
    );
}

#[test]
fn a_request_without_any_url_is_not_raw_only() {
    for url in
        [json!({}), json!({"raw": ""}), json!("https://h/"), json!({"raw": "h", "host": "h"})]
    {
        assert_eq!(found("raw-only-url", &to(&url)), NONE, "{url}");
    }
}

#[test]
fn path_variables_that_are_no_text_become_one() {
    let variables = |id: Value, kind: &str| {
        to(&json!({"host": ["h"], "path": ["a", ":id"], "variable": [
            {"key": "id", "value": id, "type": kind}, {"key": "unused", "value": 5}]}))
    };
    for (file, fixed) in [
        (variables(json!(17), "any"), json!({"key": "id", "value": "17", "type": "any"})),
        (variables(json!(1.5), "number"), json!({"key": "id", "value": "1.5", "type": "string"})),
        (variables(json!("17"), "number"), json!({"key": "id", "value": "17", "type": "string"})),
    ] {
        assert_eq!(found("numeric-path-variable", &file).len(), 1);
        let mended = mended("numeric-path-variable", &file);
        assert_eq!(mended["item"][0]["request"]["url"]["variable"][0], fixed);
    }
    for (value, kind) in [(json!("17"), "string"), (json!(null), "any"), (json!(""), "number")] {
        assert_eq!(found("numeric-path-variable", &variables(value, kind)), NONE);
    }
}
