//! Headers: their order, Postman's own, what may stand in them.

use serde_json::{Value, json};

use super::Fact;

const OWN: [&str; 7] = [
    "User-Agent",
    "Accept",
    "Cache-Control",
    "Postman-Token",
    "Host",
    "Accept-Encoding",
    "Connection",
];

fn get(name: &'static str, headers: Value) -> Fact {
    Fact::get(name, json!("http://h/")).request("header", headers)
}

fn names(before: &[&'static str], after: &[&'static str]) -> Vec<&'static str> {
    [before, &OWN, after].concat()
}

fn order() -> Vec<Fact> {
    let user = json!([{"key": "B", "value": "1"}, {"key": "A", "value": "2"}]);
    let bearer = json!({"type": "bearer", "bearer": [{"key": "token", "value": "t"}]});
    let sent = |name, body: Value, before: &[&'static str], after: &[&'static str]| {
        Fact::post(name, body)
            .request("header", user.clone())
            .request("auth", bearer.clone())
            .header_names(&names(before, after))
    };
    let raw = |language: &str| json!({"mode": "raw", "raw": "x", "options": {"raw": {"language": language}}});
    vec![
        sent(
            "3.8 raw JSON",
            raw("json"),
            &["B", "A", "Content-Type", "Authorization"],
            &["Content-Length"],
        ),
        sent(
            "3.8 other raw",
            raw("text"),
            &["B", "A", "Authorization", "Content-Type"],
            &["Content-Length"],
        ),
        sent(
            "3.8 graphql",
            json!({"mode": "graphql", "graphql": {"query": "{a}"}}),
            &["B", "A", "Authorization", "Content-Type"],
            &["Content-Length"],
        ),
        sent(
            "3.8 form",
            json!({"mode": "urlencoded", "urlencoded": "a=1"}),
            &["B", "A", "Authorization"],
            &["Content-Type", "Content-Length"],
        ),
        sent(
            "3.8 multipart",
            json!({"mode": "formdata", "formdata": [{"key": "a", "value": "1"}]}),
            &["B", "A", "Authorization"],
            &["Content-Type", "Content-Length"],
        ),
        Fact::of(
            "3.8 POST without body announces 0",
            json!({"method": "POST", "url": "http://h/"}),
        )
        .header("Content-Length", "0"),
        Fact::of(
            "3.8 PATCH without body announces 0",
            json!({"method": "PATCH", "url": "http://h/"}),
        )
        .header("Content-Length", "0"),
        Fact::of(
            "3.8 LINK without body announces 0",
            json!({"method": "LINK", "url": "http://h/"}),
        )
        .header("Content-Length", "0"),
        Fact::of(
            "3.8 DELETE without body announces nothing",
            json!({"method": "DELETE", "url": "http://h/"}),
        )
        .no_header("Content-Length"),
        Fact::of(
            "3.8 OPTIONS without body announces nothing",
            json!({"method": "OPTIONS", "url": "http://h/"}),
        )
        .no_header("Content-Length"),
        Fact::of(
            "TRACE without body announces nothing",
            json!({"method": "TRACE", "url": "http://h/"}),
        )
        .no_header("Content-Length"),
        get(
            "3.8 a GET without body keeps a user's type",
            json!([{"key": "Content-Type", "value": "a/b"}]),
        )
        .header("Content-Type", "a/b"),
        Fact::get("userinfo stands after the form's type", json!("http://u:p@h/"))
            .request("method", json!("POST"))
            .request("body", json!({"mode": "urlencoded", "urlencoded": "a=1"}))
            .header_names(&names(&[], &["Content-Type", "Authorization", "Content-Length"])),
    ]
}

fn own() -> Vec<Fact> {
    let disabled = |names: &[&str]| {
        let all: Vec<(String, Value)> =
            names.iter().map(|name| ((*name).to_owned(), json!(true))).collect();
        json!({"disabledSystemHeaders": Value::Object(all.into_iter().collect())})
    };
    let post = json!({"method": "POST", "url": "http://h/", "body": {"mode": "raw", "raw": "x"}});
    vec![
        get(
            "3.8 a user's header replaces Postman's, in its own place and spelling",
            json!([{"key": "X", "value": "1"}, {"key": "accept", "value": "a/b"}]),
        )
        .header_names(&[
            "X",
            "accept",
            "User-Agent",
            "Cache-Control",
            "Postman-Token",
            "Host",
            "Accept-Encoding",
            "Connection",
        ]),
        get("an empty Host is replaced by Node's", json!([{"key": "hOst", "value": ""}]))
            .header("Host", "h")
            .header_names(&[
                "Host",
                "User-Agent",
                "Accept",
                "Cache-Control",
                "Postman-Token",
                "Accept-Encoding",
                "Connection",
            ]),
        get(
            "two Hosts of one spelling",
            json!([{"key": "Host", "value": "a"}, {"key": "Host", "value": "b"}]),
        )
        .not_sent(),
        Fact::of("3.9 system headers can be left out", post.clone())
            .item(
                "protocolProfileBehavior",
                disabled(&[
                    "user-agent",
                    "accept",
                    "cache-control",
                    "postman-token",
                    "accept-encoding",
                    "connection",
                    "host",
                    "content-type",
                    "content-length",
                ]),
            )
            .header_names(&[]),
        Fact::of("3.9 user-written ones stay", post)
            .request(
                "header",
                json!([{"key": "Accept", "value": "a/b"}, {"key": "Content-Length", "value": "1"}]),
            )
            .item("protocolProfileBehavior", disabled(&["accept", "content-length"]))
            .header("Accept", "a/b")
            .header("Content-Length", "1"),
        get("names of system headers are in lower case", json!([]))
            .item("protocolProfileBehavior", disabled(&["Accept"]))
            .header("Accept", "*/*"),
    ]
}

fn rules() -> Vec<Fact> {
    vec![
        get("3.8 one spelling twice is two lines at the place of the first", json!([{"key": "X", "value": "1"}, {"key": "Y", "value": "m"}, {"key": "X", "value": "2"}]))
            .header_names(&names(&["X", "X", "Y"], &[])),
        get("3.8 of two spellings the last survives at the place of the first", json!([{"key": "X", "value": "1"}, {"key": "Y", "value": "m"}, {"key": "x", "value": "2"}]))
            .header("X", "2").header_names(&names(&["x", "Y"], &[])),
        get("3.8 disabled is anything true", json!([{"key": "X", "value": "1", "disabled": "false"}, {"key": "Y", "value": "1", "disabled": 0}]))
            .header_names(&names(&["Y"], &[])),
        get("3.8 an empty key is dropped", json!([{"key": "", "value": "1"}, {"value": "2"}])).header_names(&OWN),
        get("3.8 values that are no text", json!([{"key": "A", "value": null}, {"key": "B", "value": 1.50}, {"key": "C", "value": true}, {"key": "D"}]))
            .header("A", "null").header("B", "1.5").header("C", "true").header("D", ""),
        get("3.8 white space before a key", json!([{"key": " X", "value": "1"}])).not_sent(),
        get("3.8 a blank in a key", json!([{"key": "X Y", "value": "1"}])).not_sent(),
        get("3.8 a line end in a value", json!([{"key": "X", "value": "{{line}}"}])).not_sent(),
        get("3.8 characters beyond Latin-1 in a value", json!([{"key": "X", "value": "{{beyond latin}}"}])).not_sent(),
        get("3.8 Latin-1 in a value", json!([{"key": "X", "value": "é"}])).header("X", "é"),
        get("3.8 blanks in a value are kept", json!([{"key": "X", "value": " a\tb "}])).header("X", " a\tb "),
        Fact::post("Latin-1 in a header is UTF-8 beside a text body", json!("x")).request("header", json!([{"key": "X", "value": "é"}])).header("X", "é"),
        Fact::post("3.8 a user's Content-Length is sent as given", json!("x")).request("header", json!([{"key": "Content-Length", "value": "5"}])).header("Content-Length", "5"),
        Fact::post("3.8 a user's Transfer-Encoding", json!("abcd")).request("header", json!([{"key": "Transfer-Encoding", "value": "chunked"}]))
            .header("Transfer-Encoding", "chunked").header("Content-Length", "4").body("abcd"),
        get("1.4 header null", json!(null)).header_names(&OWN),
        get("1.4 header as one text", json!("A: 1\nB: 2")).header("A", "1").header("B", "2"),
        get("1.4 headers as texts", json!(["A: 1"])).header("A", "1"),
        get("1.4 enabled: false is ignored", json!([{"key": "X", "value": "1", "enabled": false}])).header("X", "1"),
        get("headers as a map", json!({"A": "1", "2": "z", "b": {"key": "K", "value": "v"}, "c": null})).header_names(&names(&["2", "A", "K"], &[])),
        get("a header text ends a name at its last colon", json!("A:b:c\n D: 1")).not_sent(),
        get("names that are integers come first", json!([{"key": "b", "value": "1"}, {"key": "2", "value": "x"}, {"key": "1", "value": "y"}])).header_names(&names(&["1", "2", "b"], &[])),
        get("cookies share a line", json!([{"key": "Cookie", "value": "a=1"}, {"key": "Cookie", "value": "b=2"}])).header("Cookie", "a=1; b=2"),
        get("a list is several lines", json!([{"key": "X", "value": ["a", "b"]}])).header_names(&names(&["X", "X"], &[])),
    ]
}

pub(super) fn facts() -> Vec<Fact> {
    [order(), own(), rules()].into_iter().flatten().collect()
}
