//! Auth helpers and behaviours: what they add, and what is inherited.

use serde_json::{Value, json};

use super::Fact;

fn get(name: &'static str, auth: Value) -> Fact {
    Fact::get(name, json!("http://h/?a=1")).request("auth", auth)
}

fn bearer(token: Value) -> Value {
    json!({"type": "bearer", "bearer": [{"key": "token", "value": token, "type": "any"}]})
}

fn api_key(key: &str, place: &str) -> Value {
    json!({"type": "apikey", "apikey": [{"key": "key", "value": key}, {"key": "value", "value": "v v"}, {"key": "in", "value": place}]})
}

fn oauth2(token: &str, extra: (&str, Value)) -> Value {
    json!({"type": "oauth2", "oauth2": [{"key": "accessToken", "value": token}, {"key": extra.0, "value": extra.1}]})
}

fn helpers() -> Vec<Fact> {
    let user = json!([{"key": "authorization", "value": "mine"}, {"key": "AUTHORIZATION", "value": "x", "disabled": true}, {"key": "X", "value": "1"}]);
    vec![
        get("3.8 bearer replaces a user's header, after the others", bearer(json!("t"))).request("header", user.clone())
            .header("Authorization", "Bearer t")
            .header_names(&["X", "Authorization", "User-Agent", "Accept", "Cache-Control", "Postman-Token", "Host", "Accept-Encoding", "Connection"]),
        get("3.8 bearer without token adds nothing", bearer(json!(""))).request("header", user).header("Authorization", "mine"),
        get("bearer with a number", bearer(json!(5))).header("Authorization", "Bearer 5"),
        get("basic", json!({"type": "basic", "basic": [{"key": "username", "value": "ü:"}, {"key": "password", "value": "{{a}}"}]}))
            .header("Authorization", "Basic w7w6OjE="),
        get("basic without parameters", json!({"type": "basic"})).header("Authorization", "Basic Og=="),
        get("1.4 parameters as a map, as in v2.0", json!({"type": "bearer", "bearer": {"token": "t"}})).header("Authorization", "Bearer t"),
        get("disabled parameters count", json!({"type": "bearer", "bearer": [{"key": "token", "value": "t", "disabled": true}]})).header("Authorization", "Bearer t"),
        get("of two parameters of a name the last counts", json!({"type": "bearer", "bearer": [{"key": "token", "value": "s"}, {"key": "token", "value": "t"}]})).header("Authorization", "Bearer t"),
        get("3.8 apikey in the query is appended last", api_key("k", "query")).target("/?a=1&k=v%20v"),
        get("apikey in the query replaces its name", api_key("a", "query")).target("/?a=v%20v"),
        get("apikey in a header", api_key("X-Key", "header")).header("X-Key", "v v"),
        get("apikey replaces headers of the same words", api_key("X-API-Key", "other"))
            .request("header", json!([{"key": "x_api_key", "value": "1"}, {"key": "XApiKey", "value": "2"}]))
            .header("X-API-Key", "v v").no_header("x_api_key").no_header("XApiKey"),
        get("oauth2 with a token", oauth2("t", ("headerPrefix", json!(" Token ")))).header("Authorization", "Token t"),
        get("oauth2 without prefix", oauth2("t", ("headerPrefix", json!("")))).header("Authorization", "t"),
        get("oauth2 in the query", oauth2("t", ("addTokenTo", json!("queryParams")))).target("/?a=1&access_token=t").no_header("Authorization"),
        get("oauth2 with a MAC token", oauth2("t", ("tokenType", json!("MAC")))).no_header("Authorization"),
        get("oauth2 without token", oauth2("", ("headerPrefix", json!("x")))).no_header("Authorization"),
    ]
}

fn inheritance() -> Vec<Fact> {
    let none = |name, auth: Value| get(name, auth).folder("auth", bearer(json!("folder")));
    vec![
        Fact::get("3.8 auth is inherited", json!("http://h/"))
            .folder("auth", bearer(json!("folder")))
            .header("Authorization", "Bearer folder"),
        none("3.8 auth null inherits", json!(null)).header("Authorization", "Bearer folder"),
        none("1.4 auth {} inherits", json!({})).header("Authorization", "Bearer folder"),
        none("3.8 noauth stops it", json!({"type": "noauth"})).no_header("Authorization"),
        none("an unknown type stops it", json!({"type": "nonesuch"})).no_header("Authorization"),
        none("3.8 the nearest wins", bearer(json!("own"))).header("Authorization", "Bearer own"),
        Fact::get("1.4 auth on the item is ignored", json!("http://h/"))
            .item("auth", bearer(json!("item")))
            .no_header("Authorization"),
        Fact::post("3.9 behaviours are merged key by key", json!("x"))
            .request("method", json!("GET"))
            .folder(
                "protocolProfileBehavior",
                json!({"disableBodyPruning": true, "disableUrlEncoding": true}),
            )
            .item("protocolProfileBehavior", json!({"disableUrlEncoding": false}))
            .body("x"),
        Fact::post("1.4 behaviour inside the request is ignored", json!("x"))
            .request("method", json!("GET"))
            .request("protocolProfileBehavior", json!({"disableBodyPruning": true}))
            .body(""),
    ]
}

pub(super) fn facts() -> Vec<Fact> {
    [helpers(), inheritance()].into_iter().flatten().collect()
}
