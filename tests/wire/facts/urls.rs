//! The URL: what counts of a definition, what is normalised, queries.

use serde_json::{Value, json};

use super::Fact;

fn definitions() -> Vec<Fact> {
    vec![
        Fact::of("1.4 a request may be a text", json!("http://h/p")).method("GET").target("/p"),
        Fact::of("1.4 no request", json!(null)).not_sent(),
        Fact::of("1.4 an empty request", json!({})).not_sent(),
        Fact::get("1.4 url null", json!(null)).not_sent(),
        Fact::get("1.4 url without parts", json!({})).not_sent(),
        Fact::get("1.4 raw is never used", json!({"raw": "http://h/p"})).not_sent(),
        Fact::get("1.4 port as a number", json!({"host": ["h"], "port": 8080, "path": ["p"]})).header("Host", "h:8080"),
        Fact::get("1.4 path as a text", json!({"host": ["h"], "path": "/a/b"})).target("/a/b"),
        Fact::get("1.4 query null", json!({"host": ["h"], "query": null})).target("/"),
        Fact::get("1.4 query value a number or boolean is lost", json!({"host": ["h"], "query": [{"key": "a", "value": 1}, {"key": "b", "value": true}]}))
            .target("/?a&b"),
        Fact::get("1.4 query value null or missing", json!({"host": ["h"], "query": [{"key": "a", "value": null}, {"key": "b"}]}))
            .target("/?a&b"),
        Fact::get("1.4 query key missing", json!({"host": ["h"], "query": [{"value": "1"}]})).target("/?=1"),
        Fact::get("1.4 path variable without key", json!({"host": ["h"], "path": [":id"], "variable": [{"value": "1"}]}))
            .target("/:id"),
        Fact::get("host as a text", json!({"host": "a.b.c", "path": ["p"]})).header("Host", "a.b.c"),
        Fact::get("segments that are no text", json!({"host": ["h"], "path": [{"type": "any", "value": "x"}, 5, null, true, ["a", "b"]]}))
            .target("/[object%20Object]/5//true/a,b"),
        Fact::get("a path of two lines keeps its slash", json!({"host": ["h"], "path": "/a\nb"})).target("//a%0Ab"),
        Fact::get("userinfo from parts", json!({"auth": {"user": "u", "password": "p"}, "host": ["h"]}))
            .header("Authorization", "Basic dTpw"),
    ]
}

fn normalisation() -> Vec<Fact> {
    vec![
        Fact::get("3.1 path, query, no fragment", json!("http://h/p?q=1#frag")).target("/p?q=1"),
        Fact::get("3.1 nothing is normalised", json!("http://h//a/./b/../C/"))
            .target("//a/./b/../C/"),
        Fact::get("3.1 the host is lower-cased", json!("http://API.Example.com/P"))
            .target("/P")
            .header("Host", "api.example.com"),
        Fact::get("3.1 international hosts become punycode", json!("http://bücher.example/"))
            .header("Host", "xn--bcher-kva.example"),
        Fact::get(
            "3.1 backslashes count as slashes before the query",
            json!("http:\\\\h\\a\\b?c\\d"),
        )
        .target("/a/b?c\\d"),
        Fact::get("3.1 leading blanks are dropped, trailing ones kept", json!("  http://h/p "))
            .target("/p%20"),
        Fact::get("3.1 no protocol is http", json!("h/p")).target("/p").header("Host", "h"),
        Fact::get("3.1 userinfo becomes a Basic header", json!("http://us%40er:pa%20ss@h/"))
            .header("Authorization", "Basic dXNAZXI6cGEgc3M="),
        Fact::get("3.1 no path is a slash", json!({"host": ["h"]})).target("/"),
        Fact::get("3.1 an empty path is a slash", json!({"host": ["h"], "path": []})).target("/"),
        Fact::get("3.1 empty segments are kept", json!({"host": ["h"], "path": ["", "a", "", ""]}))
            .target("//a//"),
        Fact::get("hosts are read as IPv4 numbers", json!("http://0x7f.1/"))
            .header("Host", "127.0.0.1"),
        Fact::get("hosts are percent-decoded", json!("http://%41b.c/")).header("Host", "ab.c"),
        Fact::get("a host that the URL standard refuses stays", json!("http://a b/"))
            .header("Host", "a b"),
        Fact::get("the scheme's own port stays in Host", json!("http://h:80/"))
            .header("Host", "h:80"),
        Fact::get("an empty port keeps its colon", json!("http://h:/")).header("Host", "h:"),
        Fact::get("a port is any JavaScript integer", json!("http://h:0x50/"))
            .header("Host", "h:0x50"),
        Fact::get("a port beyond 65535", json!("http://h:65536/")).not_sent(),
        Fact::get("a port that is no number", json!("http://h:1a/")).not_sent(),
        Fact::get("slashes after the protocol are skipped", json!("http:////h/p")).target("/p"),
        Fact::get("another protocol", json!("ws://h/p")).not_sent(),
        Fact::get("a protocol in capitals", json!("HTTPS://h/p")).target("/p"),
    ]
}

fn queries() -> Vec<Fact> {
    let query = |rows: Value| json!({"protocol": "http", "host": ["h"], "query": rows});
    vec![
        Fact::get("3.3 an empty value keeps its sign", query(json!([{"key": "a", "value": ""}]))).target("/?a="),
        Fact::get("3.3 no key", query(json!([{"key": null, "value": "v"}, {"key": "", "value": "w"}]))).target("/?=v&=w"),
        Fact::get("3.3 both empty", query(json!([{"key": "", "value": ""}]))).target("/?="),
        Fact::get("3.3 both null", query(json!([{"key": null, "value": null}]))).target("/?"),
        Fact::get("3.3 both null, then a pair", query(json!([{"key": null, "value": null}, {"key": "b", "value": "1"}]))).target("/?&b=1"),
        Fact::get("3.3 disabled rows are left out", query(json!([{"key": "a", "value": "1", "disabled": true}, {"key": "b", "value": "2"}]))).target("/?b=2"),
        Fact::get("3.3 disabled is anything true", query(json!([{"key": "a", "value": "1", "disabled": "true"}]))).target("/"),
        Fact::get("3.3 order is kept", query(json!([{"key": "b", "value": "1"}, {"key": "2", "value": "x"}, {"key": "1", "value": "y"}, {"key": "b", "value": "2"}])))
            .target("/?b=1&2=x&1=y&b=2"),
        Fact::get("3.3 a text is kept exactly", json!("http://h/?a=1&&b=2&")).target("/?a=1&&b=2&"),
        Fact::get("3.3 a text with two signs", json!("http://h/?a==b=c")).target("/?a==b=c"),
        Fact::get("3.3 query as a text", query(json!("a=1&b=x y"))).target("/?a=1&b=x%20y"),
        Fact::get("3.3 query as a map, integer keys first", query(json!({"b": "1", "2": "x", "a": null}))).target("/?2=x&b=1&a"),
        Fact::get("a query that is an empty map", query(json!({}))).target("/?"),
        Fact::get("rows as texts", query(json!(["a=1", "b", null, 5]))).target("/?a=1&b&"),
        Fact::get("a question mark alone is kept", json!("http://h/p?")).target("/p?"),
    ]
}

fn as_written() -> Vec<Fact> {
    let setting = json!({"disableUrlEncoding": true});
    let fact = |name, url: &str| {
        Fact::get(name, json!(url)).item("protocolProfileBehavior", setting.clone())
    };
    vec![
        fact("3.9 disableUrlEncoding sends as written", "http://h/\"<{é}>?'q'=é&%zz")
            .target("/\"<{é}>?'q'=é&%zz"),
        fact("3.9 disableUrlEncoding and a blank", "http://h/a b").not_sent(),
        fact("disableUrlEncoding beyond Latin-1", "http://h/漢").not_sent(),
        fact("3.9 disableUrlEncoding leaves bodies alone", "http://h/")
            .request("method", json!("POST"))
            .request(
                "body",
                json!({"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "é"}]}),
            )
            .body("a=%C3%A9"),
    ]
}

pub(super) fn facts() -> Vec<Fact> {
    [definitions(), normalisation(), queries(), as_written()].into_iter().flatten().collect()
}
