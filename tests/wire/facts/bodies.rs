//! Bodies: which counts, comments, regrouping, parts.

use serde_json::{Value, json};

use super::Fact;

fn raw(text: &str, language: &str) -> Value {
    json!({"mode": "raw", "raw": text, "options": {"raw": {"language": language}}})
}

fn form(rows: Value) -> Value {
    json!({"mode": "urlencoded", "urlencoded": rows})
}

fn typed(content_type: &str) -> Value {
    json!([{"key": "Content-Type", "value": content_type}])
}

fn choice() -> Vec<Fact> {
    let body = json!({"mode": "raw", "raw": "x"});
    let of = |name, method: &str| {
        Fact::of(name, json!({"method": method, "url": "http://h/", "body": body}))
    };
    vec![
        of("3.4 GET has no body", "GET")
            .body("")
            .no_header("Content-Length")
            .no_header("Content-Type"),
        of("3.4 HEAD has no body", "head").body(""),
        of("3.4 COPY has no body, but a length", "Copy").body("").header("Content-Length", "0"),
        of("3.4 PURGE has no body", "PURGE").body(""),
        of("3.4 UNLOCK has no body", "unlock").body(""),
        of("3.4 DELETE has a body", "DELETE").body("x").header("Content-Length", "1"),
        of("3.4 OPTIONS has a body", "OPTIONS").body("x"),
        of("3.4 LINK has a body", "link").method("LINK").body("x"),
        of("3.4 unknown methods have a body", "Foo").method("FOO").body("x"),
        of("3.4 disableBodyPruning gives GET a body", "GET")
            .item("protocolProfileBehavior", json!({"disableBodyPruning": true}))
            .body("x")
            .header("Content-Length", "1"),
        of("an empty method is GET with a body", "").method("GET").body("x"),
        Fact::of("1.4 no method is GET", json!({"url": "http://h/", "body": body}))
            .method("GET")
            .body(""),
        Fact::of(
            "1.4 method null is GET",
            json!({"method": null, "url": "http://h/", "body": body}),
        )
        .method("GET")
        .body(""),
        Fact::post(
            "3.4 the mode decides",
            json!({"mode": "urlencoded", "raw": "x", "urlencoded": [{"key": "a", "value": "1"}]}),
        )
        .body("a=1"),
        Fact::post("3.4 no mode, no body", json!({"raw": "x"}))
            .body("")
            .header("Content-Length", "0"),
        Fact::post("3.4 disabled", json!({"mode": "raw", "raw": "x", "disabled": true})).body(""),
        Fact::post("3.4 an empty text is no body", raw("", "json"))
            .body("")
            .no_header("Content-Type"),
        Fact::post("3.4 an empty list is no body", form(json!([])))
            .body("")
            .no_header("Content-Type"),
        Fact::post(
            "3.4 a list of disabled rows is no body",
            form(json!([{"key": "a", "disabled": true}])),
        )
        .body("")
        .no_header("Content-Type"),
        Fact::post("3.4 a blank is a body", raw(" ", "text")).body(" "),
        Fact::post("1.4 body null", json!(null)).body(""),
        Fact::post("1.4 body {}", json!({})).body(""),
        Fact::post("1.4 a body that is a text is raw", json!("x"))
            .body("x")
            .header("Content-Type", "text/plain"),
        Fact::post("1.4 an unknown mode without raw", json!({"mode": "none"})).body(""),
        Fact::post("an unknown mode is raw", json!({"mode": "none", "raw": "x"})).body("x"),
        Fact::post("modes may be in capitals", json!({"mode": "UrlEncoded", "urlencoded": "a=1"}))
            .body("a=1"),
        Fact::post("1.4 raw null", json!({"mode": "raw", "raw": null})).body(""),
        Fact::post("1.4 raw an object", json!({"mode": "raw", "raw": {"b": 1.50, "1": "{{a}}"}}))
            .body(r#"{"1":"1","b":1.5}"#),
    ]
}

fn texts() -> Vec<Fact> {
    let of_language = |name, language: &str, content_type: &str| {
        Fact::post(name, raw("x", language)).header("Content-Type", content_type)
    };
    vec![
        Fact::post("3.5 sent as written", raw("{ \"é\" :1.50,\r\n}", "json")).body("{ \"é\" :1.50,\r\n}"),
        of_language("3.5 json", "json", "application/json"),
        of_language("3.5 xml", "xml", "application/xml"),
        of_language("3.5 html", "html", "text/html"),
        of_language("3.5 javascript", "javascript", "application/javascript"),
        of_language("3.5 text", "text", "text/plain"),
        of_language("3.5 languages are case-sensitive", "JSON", "text/plain"),
        Fact::post("3.5 no language", json!({"mode": "raw", "raw": "x"})).header("Content-Type", "text/plain"),
        Fact::post("3.5 a user's type wins, in any case", raw("x", "json"))
            .request("header", json!([{"key": "content-TYPE", "value": "a/b"}])).header("Content-Type", "a/b"),
        Fact::post("3.5 a disabled type does not count", raw("x", "json"))
            .request("header", json!([{"key": "Content-Type", "value": "a/b", "disabled": true}])).header("Content-Type", "application/json"),
        Fact::post("3.5 an empty type counts", raw("x", "json")).request("header", typed("")).header("Content-Type", ""),
        Fact::post("3.5 comments are cut out", raw("{\"a\": \"//x\", // one\r\n /* two\n */ \"b\": 1 /* open", "json"))
            .body("{\"a\": \"//x\", \n  \"b\": 1 "),
        Fact::post("3.5 comments in variables too", raw("{{comment}}", "json")).body("1 "),
        Fact::post("3.5 it need not be JSON", raw("a=http://x/y", "json")).body("a=http:"),
        Fact::post("3.5 language text keeps comments", raw("1 // one", "text")).request("header", typed("application/json")).body("1 // one"),
        Fact::post("3.5 no language, a JSON type", json!({"mode": "raw", "raw": "1 // one"})).request("header", typed("application/vnd.x+json; v=1")).body("1 "),
        Fact::post("3.5 no language, another type", json!({"mode": "raw", "raw": "1 // one"})).request("header", typed("text/json")).body("1 // one"),
        Fact::post("3.5 language json with another type", raw("1 // one", "json")).request("header", typed("text/plain")).body("1 "),
        Fact::post("a body of comments only leaves its type", raw("// one", "json")).body("").header("Content-Type", "application/json").header("Content-Length", "0"),
        Fact::post("a single disabled type decides over comments", json!({"mode": "raw", "raw": "1 // one"}))
            .request("header", json!([{"key": "Content-Type", "value": "application/json", "disabled": true}])).body("1 ").header("Content-Type", "text/plain"),
        Fact::post("two disabled types leave none that decides", json!({"mode": "raw", "raw": "1 // one"}))
            .request("header", json!([{"key": "Content-Type", "value": "a/b", "disabled": true}, {"key": "Content-Type", "value": "a/b", "disabled": true}])).body("1 "),
        Fact::post("3.5 a raw form is untouched", json!({"mode": "raw", "raw": "a=é b&a"})).request("header", typed("application/x-www-form-urlencoded")).body("a=é b&a"),
    ]
}

fn forms() -> Vec<Fact> {
    vec![
        Fact::post("3.6 rows are regrouped", form(json!("b=1&a=2&b=3"))).body("b=1&b=3&a=2"),
        Fact::post("3.6 integer keys come first", form(json!("b=x&2=y&1=z"))).body("1=z&2=y&b=x"),
        Fact::post("3.6 what is an integer", form(json!("01=a&-1=b&1.5=c&4294967295=d&4294967294=e&0=f")))
            .body("0=f&4294967294=e&01=a&-1=b&1.5=c&4294967295=d"),
        Fact::post("3.6 __proto__ is lost", form(json!("__proto__=1&a=2"))).body("a=2"),
        Fact::post("3.6 values", form(json!([
            {"key": "a", "value": null}, {"key": "b"}, {"key": "c", "value": {}}, {"key": "d", "value": true},
            {"key": "e", "value": 1e21}, {"key": "f", "value": [1, "x"]}, {"key": null, "value": "n"}, {"value": "u"},
        ]))).body("a=&b=&c=&d=true&e=1e%2B21&f=1&f=x&null=n&undefined=u"),
        Fact::post("1.4 a map", form(json!({"a": 1}))).body("undefined="),
        Fact::post("3.6 a user's form type is kept", form(json!("a=1"))).request("header", typed("application/x-www-form-urlencoded; charset=UTF-8"))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
        Fact::post("3.6 any other type is replaced", form(json!("a=1"))).request("header", typed("application/json"))
            .header("Content-Type", "application/x-www-form-urlencoded"),
        Fact::post("another type is kept if the system header is off", form(json!("a=1"))).request("header", typed("application/json"))
            .item("protocolProfileBehavior", json!({"disabledSystemHeaders": {"content-type": true}})).header("Content-Type", "application/json"),
    ]
}

fn parts() -> Vec<Fact> {
    let multipart = |rows: Value| json!({"mode": "formdata", "formdata": rows});
    let bounded = |name, rows: Value| {
        Fact::post(name, multipart(rows))
            .request("header", typed("multipart/form-data; boundary=\"B\"; x=y"))
    };
    let part = |head: &str, content: &str| {
        format!("--B\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let body = |parts: &[String]| format!("{}--B--\r\n", parts.concat());
    vec![
        bounded("3.7 order and duplicates are kept", json!([{"key": "b", "value": "1"}, {"key": "a", "value": "é"}, {"key": "b", "value": "2"}]))
            .body(body(&[part("name=\"b\"", "1"), part("name=\"a\"", "é"), part("name=\"b\"", "2")])),
        bounded("3.7 a content type", json!([{"key": "a", "value": "1", "contentType": "a/b"}]))
            .body(body(&[part("name=\"a\"\r\nContent-Type: a/b", "1")])),
        bounded("3.7 names are not escaped", json!([{"key": "a\"\nb", "value": "1"}])).body(body(&[part("name=\"a\"\nb\"", "1")])),
        bounded("3.7 values that are no text", json!([{"key": "a", "value": {"x": [1.50]}}, {"key": "b", "value": null}, {"key": "c", "value": true}, {"key": "d", "value": 0}]))
            .body(body(&[part("name=\"a\"", "{\"x\":[1.5]}"), part("name=\"b\"", ""), part("name=\"c\"", "true"), part("name=\"d\"", "")])),
        bounded("3.7 a file without source", json!([{"key": "a", "type": "file"}])).body(body(&[part("name=\"a\"; filename=\"\"", "")])),
        bounded("1.4 type default", json!([{"key": "a", "value": "1", "type": "default"}])).body(body(&[part("name=\"a\"", "1")])),
        bounded("a file name gives a type", json!([{"key": "a", "value": "1", "fileName": "d/漢 '(*).JSON"}]))
            .body(body(&[part("name=\"a\"; filename=\"漢 '(*).JSON\"; filename*=UTF-8''%E6%BC%A2%20%27%28%2a%29.JSON\r\nContent-Type: application/json", "1")])),
        bounded("a file may stand in the row as base64", json!([{"key": "a", "type": "file", "value": "eHl6"}]))
            .body(body(&[part("name=\"a\"\r\nContent-Type: application/octet-stream", "xyz")])),
        bounded("a file that cannot be read is left out", json!([{"key": "a", "type": "file", "src": "nonesuch"}, {"key": "b", "value": "1"}]))
            .body(body(&[part("name=\"b\"", "1")])),
        Fact::post("3.7 a type without boundary is replaced", multipart(json!([{"key": "a", "value": "1"}]))).request("header", typed("multipart/form-data"))
            .header("Content-Length", "157"),
        Fact::post("3.7 graphql with variables as text", json!({"mode": "graphql", "graphql": {"query": "{a}", "operationName": "o", "variables": "{ not JSON"}}))
            .body("{\"query\":\"{a}\",\"operationName\":\"o\",\"variables\":{ not JSON}").header("Content-Type", "application/json"),
        Fact::post("3.7 graphql with empty variables", json!({"mode": "graphql", "graphql": {"query": "{a}", "variables": ""}})).body(r#"{"query":"{a}"}"#),
        Fact::post("3.7 graphql with variables as an object", json!({"mode": "graphql", "graphql": {"query": "{a}", "variables": {"b": 1}}}))
            .body(r#"{"query":"{a}","variables":{"b":1}}"#),
        Fact::post("1.4 graphql a text", json!({"mode": "graphql", "graphql": "x"})).body("{}"),
        Fact::post("graphql without content has a body", json!({"mode": "graphql"})).body("{}"),
        Fact::post("3.7 a file without source is no body", json!({"mode": "file", "file": {}})).body("").header("Content-Length", "0"),
        Fact::post("a file's type stands after its length", json!({"mode": "file", "file": {"src": ".npmrc"}}))
            .header("Content-Type", "application/octet-stream")
            .header_names(&["User-Agent", "Accept", "Cache-Control", "Postman-Token", "Host", "Accept-Encoding", "Connection", "Content-Length", "Content-Type"]),
        Fact::post("a file's content may be base64", json!({"mode": "file", "file": {"content": "eHl6"}})).body("xyz").no_header("Content-Type"),
    ]
}

pub(super) fn facts() -> Vec<Fact> {
    [choice(), texts(), forms(), parts()].into_iter().flatten().collect()
}
