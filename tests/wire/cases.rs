//! The recorded cases of `tests/fixtures/wire-cases.json`: collections that were run, and the bytes
//! that a socket got.

use countersign::runtime::{Outgoing, plan};
use countersign::variables::{Row, Scope, Scopes};
use countersign::world::{Engine, World};
use serde_json::{Value, json};

const CASES: &str = include_str!("../fixtures/wire-cases.json");

/// Two recordings whose method begins with bytes that the request before left on the connection.
const RESIDUES: [(&str, &str); 2] = [("h-latin1", "cd"), ("h-dsh-ct-ue", "{}")];

fn cases() -> Vec<Value> {
    serde_json::from_str(CASES).expect("the fixture is JSON")
}

fn scope(case: &Value, name: &str) -> Scope {
    Scope::read_file(&case[name], Engine::Newman)
}

fn scopes(case: &Value) -> Scopes {
    Scopes {
        local: Scope::new(),
        data: Row::read(&case["data"][0]),
        environment: scope(case, "environment"),
        collection: Scope::read(&case["collection"]["variable"], Engine::Newman),
        globals: scope(case, "globals"),
    }
}

/// An outgoing request in the form of the recordings.
fn recorded(outgoing: &Outgoing) -> Value {
    let masked = |name: &str, value: &str| match name {
        "User-Agent" if value == "PostmanRuntime/7.39.1" => "PostmanRuntime/<version>".to_owned(),
        "Postman-Token" if value.len() == 36 => "<uuid-v4>".to_owned(),
        _ => without_boundary(value),
    };
    let headers = outgoing.headers.iter();
    let headers = headers.map(|header| [header.name.clone(), masked(&header.name, &header.value)]);
    let body = String::from_utf8(outgoing.body.clone()).expect("the bodies are text");
    json!({
        "method": outgoing.method,
        "path_and_query": outgoing.url.path_and_query(),
        "headers": headers.collect::<Vec<_>>(),
        "body": without_boundary(&body),
    })
}

/// Replaces each 26 hyphens and 24 digits.
fn without_boundary(text: &str) -> String {
    let hyphens = "-".repeat(26);
    let mut masked = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(&hyphens) {
        let (dashes, digits) = after.split_at(after.find(|c| c != '-').unwrap_or(after.len()));
        let (boundary, after) = digits.split_at(24);
        assert!(boundary.bytes().all(|byte| byte.is_ascii_digit()), "{boundary} in {text}");
        masked.extend([before, dashes, "<boundary>"]);
        rest = after;
    }
    masked + rest
}

/// The request that went out, without what the one before left on the connection.
fn expected(case: &Value) -> Value {
    let mut wire = case["wire"].clone();
    let id = case["id"].as_str().expect("a case has an id");
    if let Some((_, residue)) = RESIDUES.iter().find(|(with_residue, _)| *with_residue == id) {
        let method = wire["method"].as_str().and_then(|method| method.strip_prefix(residue));
        wire["method"] = json!(method.expect("the recording has the residue"));
    }
    wire
}

#[test]
fn cases_without_script_match_exactly() {
    let mut checked = 0;
    for case in cases() {
        let collection = &case["collection"];
        let request = plan(collection).remove(0);
        if ["prerequest", "test"].iter().any(|event| !request.scripts(event).is_empty()) {
            continue;
        }
        let sent = request.outgoing(&scopes(&case), &mut World::new(1, 0));
        let id = &case["id"];
        match sent {
            Err(reason) => assert_eq!(case["not_sent"], true, "{id}: {reason}"),
            Ok(outgoing) => assert_eq!(recorded(&outgoing), expected(&case), "{id}"),
        }
        checked += 1;
    }
    assert!(checked > 100, "only {checked} cases were checked");
}
