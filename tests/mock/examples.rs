//! Requests made from the examples of the catalogue.

use countersign::catalog::{BodyKind, Endpoint, Param, Place};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use super::client::{FORM, JSON, Mock, Reply};

/// Sends `endpoint` a request with the example of each of its params.
pub(crate) fn send(mock: &Mock, endpoint: &Endpoint, nonce: &str) -> Reply {
    let method = endpoint.method.as_str();
    let target = target(endpoint);
    match (endpoint.auth.as_deref(), endpoint.body) {
        (None, _) => mock.send(method, &target, &[], b""),
        (Some("funding"), BodyKind::None) => mock.funding(method, &target, nonce, ""),
        (Some("funding"), _) => mock.funding(method, &target, nonce, &json(endpoint, nonce)),
        (Some(_), BodyKind::Json) => mock.private(&target, nonce, JSON, &json(endpoint, nonce)),
        (Some(_), _) => mock.private(&target, nonce, FORM, &form(endpoint, Place::Body, nonce)),
    }
}

fn target(endpoint: &Endpoint) -> String {
    let path = endpoint.params_in(Place::Path).fold(endpoint.path.clone(), |path, param| {
        path.replace(&format!("{{{}}}", param.name), &encoded(&text(param, "")))
    });
    match form(endpoint, Place::Query, "") {
        query if query.is_empty() => path,
        query => format!("{path}?{query}"),
    }
}

fn form(endpoint: &Endpoint, place: Place, nonce: &str) -> String {
    let pairs = endpoint.params_in(place).flat_map(|param| match &param.example {
        // An array is one field an entry.
        Some(Value::Array(entries)) => {
            entries.iter().map(|entry| pair(param, &in_form(entry))).collect()
        }
        _ => vec![pair(param, &text(param, nonce))],
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn pair(param: &Param, value: &str) -> String {
    format!("{}={}", encoded(&param.name), encoded(value))
}

fn json(endpoint: &Endpoint, nonce: &str) -> String {
    let members: Map<_, _> = endpoint
        .params_in(Place::Body)
        .map(|param| match param.name.as_str() {
            "nonce" => (param.name.clone(), Value::from(nonce)),
            _ => (param.name.clone(), param.example.clone().unwrap_or_default()),
        })
        .collect();
    Value::Object(members).to_string()
}

fn text(param: &Param, nonce: &str) -> String {
    match &param.example {
        _ if param.name == "nonce" => nonce.to_owned(),
        Some(example) => in_form(example),
        None => panic!("the param `{}` has no example", param.name),
    }
}

fn in_form(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
