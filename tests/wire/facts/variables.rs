//! Scopes, the grammar of `{{names}}`, values as text, and where they are put in.

use serde_json::{Value, json};

use super::Fact;

fn token(name: &str) -> String {
    format!("{{{{{name}}}}}")
}

/// A variable that leads to the next one of its chain.
fn link(name: &str, next: &str) -> Value {
    json!({"key": name, "value": token(next)})
}

/// A collection without items, an environment, globals and a row of data.
pub(super) fn run() -> Value {
    let mut collection = vec![
        json!({"key": "a", "value": "1"}),
        json!({"key": "scoped", "value": "collection"}),
        json!({"key": "below environment", "value": "collection"}),
        json!({"key": "below collection", "value": "collection"}),
        json!({"key": "$timestamp", "value": "mine"}),
        json!({"key": "Case", "value": "x"}),
        json!({"key": "with.dot-dash/slash?mark&amp", "value": "named"}),
        json!({"key": "", "value": "empty name"}),
        json!({"key": "b", "value": "2"}),
        json!({"key": "a2", "value": "inner"}),
        json!({"key": "self", "value": "x{{self}}"}),
        json!({"key": "empty", "value": ""}),
        json!({"key": "null", "value": null}),
        json!({"key": "number", "value": 1.50}),
        json!({"key": "large", "value": 1e21}),
        json!({"key": "exact", "value": 108_421_625.840_776_13}),
        json!({"key": "zero", "value": 0}),
        json!({"key": "false", "value": false}),
        json!({"key": "object", "value": {"k": 1}}),
        json!({"key": "list", "value": [1, 2]}),
        json!({"key": "typed number", "value": "007.10", "type": "number"}),
        json!({"key": "typed boolean", "value": "false", "type": "boolean"}),
        json!({"key": "typed string", "value": 5, "type": "string"}),
        json!({"key": "secret", "value": "s", "type": "secret"}),
        json!({"key": "default", "value": "d", "type": "default"}),
        json!({"key": "any", "value": "y", "type": "any"}),
        json!({"key": "unvalued"}),
        json!({"key": "unvalued string", "type": "string"}),
        json!({"key": "not a number", "value": "x", "type": "number"}),
        json!({"key": "disabled", "value": "gone", "disabled": true}),
        json!({"key": "twice", "value": "first"}),
        json!({"key": "twice", "value": "second"}),
        json!({"key": "twice", "value": "third", "disabled": true}),
        json!({"key": "METHOD", "value": "put"}),
        json!({"key": "verb", "value": "put"}),
        json!({"key": "base", "value": "https://h:8443/v1"}),
        json!({"key": "base/", "value": "http://h/v1/"}),
        json!({"key": "base?", "value": "http://h/x?y=1"}),
        json!({"key": "two params", "value": "1&c=3"}),
        json!({"key": "cut", "value": "a#b"}),
        json!({"key": "comment", "value": "1 // one"}),
        json!({"key": "line", "value": "a\nb"}),
        json!({"key": "beyond latin", "value": "漢"}),
    ];
    collection.extend((0..30).map(|n| link(&format!("c{n}"), &format!("c{}", n + 1))));
    collection.extend((0..18).map(|n| link(&format!("d{n}"), &format!("d{}", n + 1))));
    collection.push(json!({"key": "d18", "value": "end"}));
    json!({
        "collection": {
            "info": {"name": "facts", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
            "variable": collection,
        },
        "environment": {"name": "e", "values": [
            {"key": "scoped", "value": "environment"},
            {"key": "below data", "value": "environment"},
            {"key": "below environment", "value": "environment"},
            {"key": "off", "value": "still there", "enabled": false},
            {"key": "disabled in environment", "value": "gone", "disabled": true},
            {"key": "row.path", "value": "environment"},
        ]},
        "globals": {"name": "g", "values": [
            {"key": "below collection", "value": "globals"},
            {"key": "global", "value": "globals"},
        ]},
        "data": [{
            "scoped": "data", "below data": "data", "row number": 2, "row null": null, "row list": [1, "x"],
            "row": {"path": 1},
        }],
    })
}

/// A fact about the text that stands in the place of one in a header.
fn pasted(name: &'static str, text: &str, expected: &str) -> Fact {
    Fact::get(name, json!("http://h/"))
        .request("header", json!([{"key": "X", "value": text}]))
        .header("X", expected)
}

fn scopes() -> Vec<Fact> {
    vec![
        pasted("2.1 data wins over the rest", "{{scoped}}", "data"),
        pasted("2.1 data wins over the environment", "{{below data}}", "data"),
        pasted(
            "2.1 the environment wins over the collection",
            "{{below environment}}",
            "environment",
        ),
        pasted("2.1 the collection wins over the globals", "{{below collection}}", "collection"),
        pasted("2.1 the globals come last", "{{global}}", "globals"),
        pasted("2.1 a variable hides the dynamic one of its name", "{{$timestamp}}", "mine"),
        pasted("2.1 variables of folders are ignored", "{{of folder}}", "{{of folder}}")
            .folder("variable", json!([{"key": "of folder", "value": "x"}])),
        pasted("2.1 variables of items are ignored", "{{of item}}", "{{of item}}")
            .item("variable", json!([{"key": "of item", "value": "x"}])),
        pasted("data that is null stays and hides", "{{row null}}", "{{row null}}"),
        pasted("data that is no text has its text", "{{row number}} {{row list}}", "2 1,x"),
        pasted("a path into the data hides the environment", "{{row.path}}", "{{row.path}}"),
    ]
}

fn grammar() -> Vec<Fact> {
    vec![
        pasted("2.2 names are not trimmed", "{{ a }}", "{{ a }}"),
        pasted("2.2 names are case-sensitive", "{{Case}}{{case}}", "x{{case}}"),
        Fact::get(
            "2.2 names may hold anything but braces, in URLs too",
            json!("http://h/{{with.dot-dash/slash?mark&amp}}?q={{with.dot-dash/slash?mark&amp}}"),
        )
        .target("/named?q=named"),
        pasted("2.2 the empty name is a name", "{{}}", "empty name"),
        pasted("2.2 inner tokens come first", "{{a{{b}}}}", "inner"),
        pasted("2.2 a chain of 18 resolves", "{{d0}}", "end"),
        pasted("2.2 a longer chain stops after 19 passes", "{{c0}}", "{{c19}}"),
        pasted(
            "2.2 a self reference stops after 19 passes",
            "{{self}}",
            "xxxxxxxxxxxxxxxxxxx{{self}}",
        ),
        Fact::get(
            "2.2 unknown names are encoded in a path",
            json!("http://h/{{nope}}?{{nope}}={{nope}}"),
        )
        .target("/%7B%7Bnope%7D%7D?{{nope}}={{nope}}"),
        pasted("2.2 unknown names stay in a header", "{{nope}}", "{{nope}}"),
        Fact::post(
            "2.2 unknown names stay in a raw body",
            json!({"mode": "raw", "raw": "{{nope}}"}),
        )
        .body("{{nope}}"),
        Fact::post(
            "2.2 unknown names are encoded in a form",
            json!({"mode": "urlencoded", "urlencoded": [{"key": "{{nope}}", "value": "{{nope}}"}]}),
        )
        .body("%7B%7Bnope%7D%7D=%7B%7Bnope%7D%7D"),
        pasted("2.2 three braces are one and two", "{{{a}}}", "{1}"),
        pasted(
            "names that JavaScript objects inherit are found",
            "{{toString}} {{constructor}} {{isPrototypeOf}}",
            "[object Undefined] [object Object] false",
        ),
    ]
}

fn values() -> Vec<Fact> {
    let cases = [
        ("2.3 empty text", "-{{empty}}-", "--"),
        ("2.3 null", "{{null}}", "null"),
        ("2.3 a number has its JavaScript text", "{{number}}", "1.5"),
        ("a large number has an exponent", "{{large}}", "1e+21"),
        ("a number keeps its digits", "{{exact}}", "108421625.84077613"),
        ("2.3 zero and false", "{{zero}} {{false}}", "0 false"),
        ("2.3 an object", "{{object}}", "[object Object]"),
        ("2.3 a list", "{{list}}", "1,2"),
        ("2.3 the type number", "{{typed number}}", "7.1"),
        ("2.3 the type boolean: any text is true", "{{typed boolean}}", "true"),
        ("2.3 the type string", "{{typed string}}", "5"),
        ("2.3 other types change nothing", "{{secret}}{{default}}{{any}}", "sdy"),
        ("a variable without value is nothing", "-{{unvalued}}-", "--"),
        ("a string without value is undefined", "{{unvalued string}}", "undefined"),
        ("a number that is none", "{{not a number}}", "NaN"),
        ("2.3 disabled takes it out", "{{disabled}}", "{{disabled}}"),
        (
            "2.3 disabled takes it out of an environment",
            "{{disabled in environment}}",
            "{{disabled in environment}}",
        ),
        ("2.3 enabled: false is ignored by Newman", "{{off}}", "still there"),
        ("2.3 the last enabled of a name counts", "{{twice}}", "second"),
    ];
    cases.into_iter().map(|(name, text, expected)| pasted(name, text, expected)).collect()
}

fn places() -> Vec<Fact> {
    let form = |mode: &str| json!({"mode": mode, mode: [{"key": "k{{a}}", "value": "v{{a}}"}]});
    vec![
        Fact::get("2.4 in the URL, query keys and values", json!({"host": ["h"], "path": ["{{a}}"], "query": [{"key": "k{{a}}", "value": "v{{a}}"}]}))
            .target("/1?k1=v1"),
        Fact::get("2.4 in header names and values", json!("http://h/"))
            .request("header", json!([{"key": "X-{{a}}", "value": "v{{a}}"}])).header("X-1", "v1"),
        Fact::post("2.4 in raw bodies", json!({"mode": "raw", "raw": "{{a}}"})).body("1"),
        Fact::post("2.4 in form bodies", form("urlencoded")).body("k1=v1"),
        Fact::post("2.4 in multipart bodies", form("formdata"))
            .request("header", json!([{"key": "Content-Type", "value": "multipart/form-data; boundary=B"}]))
            .body("--B\r\nContent-Disposition: form-data; name=\"k1\"\r\n\r\nv1\r\n--B--\r\n"),
        Fact::post("2.4 in GraphQL query and variables",
            json!({"mode": "graphql", "graphql": {"query": "{{{a}}}", "variables": "{\"x\":{{a}}}"}}))
            .body(r#"{"query":"{1}","variables":{"x":1}}"#),
        Fact::get("2.4 in auth", json!("http://h/"))
            .request("auth", json!({"type": "bearer", "bearer": [{"key": "token", "value": "t{{a}}"}]}))
            .header("Authorization", "Bearer t1"),
        Fact::get("2.4 in values of path variables",
            json!({"host": ["h"], "path": [":id"], "variable": [{"key": "id", "value": "{{a}}"}]})).target("/1"),
        Fact::of("2.4 in the method, which is upper-cased first", json!({"method": "{{METHOD}}", "url": "http://h/"})).method("PUT"),
        Fact::of("2.4 a method variable in lower case is not found", json!({"method": "{{verb}}", "url": "http://h/"})).not_sent(),
        Fact::get("2.4 path variables are not resolved by variables", json!("http://h/:a")).target("/:a"),
        Fact::get("2.4 variables are not resolved by path variables",
            json!({"host": ["h"], "path": ["{{id}}"], "variable": [{"key": "id", "value": "x"}]})).target("/%7B%7Bid%7D%7D"),
        Fact::get("2.4 a base may hold protocol, port and path", json!("{{base}}/p")).target("/v1/p").header("Host", "h:8443"),
        Fact::get("2.4 a base that ends in a slash doubles it", json!("{{base/}}/p")).target("/v1//p"),
        Fact::get("2.4 a base with a query swallows the path", json!("{{base?}}/p")).target("/x?y=1/p"),
        Fact::get("2.4 an ampersand in a value makes a second param", json!("http://h/?b={{two params}}")).target("/?b=1&c=3"),
        Fact::get("2.4 a hash in a value cuts the rest off", json!("http://h/{{cut}}/p?q=1")).target("/a"),
        Fact::get("a variable in all of the URL's parts", json!({"protocol": "{{unvalued}}http", "host": ["{{Case}}"], "port": "{{typed number}}"}))
            .not_sent(),
    ]
}

fn path_variables() -> Vec<Fact> {
    let url = |path: &str, variables: Value| {
        let segments: Vec<&str> = path.split('/').collect();
        json!({"protocol": "http", "host": ["h"], "path": segments, "variable": variables})
    };
    let id = |value: Value| json!([{"key": "id", "value": value}]);
    vec![
        Fact::get("2.5 a text is put in", url("a/:id", id(json!("5")))).target("/a/5"),
        Fact::get("2.5 an empty value stays", url("a/:id", id(json!("")))).target("/a/:id"),
        Fact::get("2.5 a null stays", url("a/:id", id(json!(null)))).target("/a/:id"),
        Fact::get("2.5 a missing entry stays", url("a/:id", json!([]))).target("/a/:id"),
        Fact::get("2.5 a number stays", url("a/:id", id(json!(5)))).target("/a/:id"),
        Fact::get("2.5 a text of type number stays", url("a/:id", json!([{"key": "id", "value": "5", "type": "number"}])))
            .target("/a/:id"),
        Fact::get("a number of type string is put in", url("a/:id", json!([{"key": "id", "value": 5, "type": "string"}])))
            .target("/a/5"),
        Fact::get("2.5 a disabled one is put in", url("a/:id", json!([{"key": "id", "value": "5", "disabled": true}])))
            .target("/a/5"),
        Fact::get("2.5 slash, question mark and hash act", url("a/:id", id(json!("x y/z?w#v")))).target("/a/x%20y/z?w"),
        Fact::get("2.5 a name ends at a dot", url("a/:id.json", id(json!("5")))).target("/a/5.json"),
        Fact::get("2.5 dashes and colons belong to the name", url(":id-x/:id:go",
            json!([{"key": "id-x", "value": "1"}, {"key": "id:go", "value": "2"}, {"key": "id", "value": "3"}]))).target("/1/2"),
        Fact::get("2.5 the colon must be first", url("x:id", id(json!("5")))).target("/x:id"),
        Fact::get("2.5 the last of a name counts", url(":id", json!([{"key": "id", "value": "1"}, {"key": "id", "value": "2"}])))
            .target("/2"),
        Fact::get("2.5 an entry may be named by id", url(":id", json!([{"id": "id", "value": "5"}]))).target("/5"),
        Fact::get("2.5 not in a query", json!({"host": ["h"], "query": [{"key": "q", "value": ":id"}], "variable": [{"key": "id", "value": "5"}]}))
            .target("/?q=:id"),
        Fact::get("2.5 not in a text without entry", json!("http://h/:id")).target("/:id"),
        pasted("2.6 unknown dynamic names stay", "{{$randomFloat}}", "{{$randomFloat}}"),
    ]
}

pub(super) fn facts() -> Vec<Fact> {
    [scopes(), grammar(), values(), places(), path_variables()].into_iter().flatten().collect()
}
