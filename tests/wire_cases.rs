//! Recorded requests, scripts and all: what Newman and Postman's runtime put on the wire is what a run gives.

use countersign::runtime::{Outgoing, Ran, Run, Setup};
use countersign::world::Engine;
use serde_json::{Value, json};

use crate::support::fixture;

#[test]
fn every_recorded_case_goes_out_as_recorded() {
    let cases: Vec<Value> = serde_json::from_str(&fixture("wire-cases.json")).expect("it is JSON");
    let mut wrong = Vec::new();
    for case in &cases {
        for engine in [Engine::Newman, Engine::Postman] {
            if let Err(difference) = check(case, engine) {
                wrong.push(format!("{} ({}): {difference}", case["id"], engine.name()));
            }
        }
    }
    assert_eq!(cases.len(), 137);
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn check(case: &Value, engine: Engine) -> Result<(), String> {
    let expected: Vec<&Value> = if let Some(wires) = case.get("wires").and_then(Value::as_array) {
        wires.iter().collect()
    } else {
        let newman = case.get("wire_newman").filter(|_| engine == Engine::Newman);
        newman.or(case.get("wire")).into_iter().filter(|wire| !wire.is_null()).collect()
    };
    let sent = sent(case, engine);
    if sent.len() != expected.len() {
        return Err(format!("{} sent, expected {}", sent.len(), expected.len()));
    }
    for (sent, expected) in sent.iter().zip(expected) {
        let (sent, expected) = (masked(sent), without_leftovers(expected));
        if sent != expected {
            return Err(format!("\n  sent     {sent}\n  expected {expected}"));
        }
    }
    Ok(())
}

fn sent(case: &Value, engine: Engine) -> Vec<Value> {
    let mut setup = Setup::new(engine, 1_763_812_345_678);
    setup.environment = case["environment"].clone();
    setup.globals = case.get("globals").cloned().unwrap_or_default();
    setup.data = case.get("data").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut run = Run::new(&case["collection"], setup);
    let mut sent = Vec::new();
    while let Some(ran) = run.next_request().expect("the engine starts") {
        let Ran { outgoing, .. } = ran;
        sent.extend(outgoing.ok().map(|outgoing| recorded(&outgoing)));
    }
    sent
}

fn recorded(outgoing: &Outgoing) -> Value {
    let headers: Vec<_> =
        outgoing.headers.iter().map(|header| json!([header.name, header.value])).collect();
    json!({
        "method": outgoing.method,
        "path_and_query": outgoing.url.path_and_query(),
        "headers": headers,
        "body": String::from_utf8_lossy(&outgoing.body),
    })
}

/// The request with what differs from run to run taken out, as the recording has it.
fn masked(sent: &Value) -> Value {
    let mut sent = sent.clone();
    let mut boundary = None;
    for header in sent["headers"].as_array_mut().expect("a list") {
        let value = header[1].as_str().expect("text").to_owned();
        let masked = match header[0].as_str().expect("text") {
            "Postman-Token" => "<uuid-v4>".to_owned(),
            "User-Agent" if value.starts_with("PostmanRuntime/") => {
                "PostmanRuntime/<version>".to_owned()
            }
            _ => match value.split_once("boundary=--------------------------") {
                Some((start, digits)) if digits.len() == 24 => {
                    boundary = Some(format!("--------------------------{digits}"));
                    format!("{start}boundary=<boundary>")
                }
                _ => value,
            },
        };
        header[1] = masked.into();
    }
    if let (Some(boundary), Some(body)) = (boundary, sent["body"].as_str()) {
        sent["body"] = body.replace(&boundary, "<boundary>").into();
    }
    sent
}

/// In two recordings the end of the previous request's body stands before the method.
fn without_leftovers(expected: &Value) -> Value {
    let mut expected = expected.clone();
    let method = expected["method"].as_str().expect("text");
    let method = method.trim_start_matches(['c', 'd', '{', '}']).to_owned();
    expected["method"] = method.into();
    expected
}
