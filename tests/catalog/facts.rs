//! The catalogue against the facts that it was written from.
//!
//! The facts are not part of the repository: `COUNTERSIGN_FACTS` names their folder.

use std::io::Write as _;
use std::path::Path;

use countersign::catalog::{Api, Catalog, Endpoint, Items, Param, Place};
use serde_json::{Map, Value, json};

/// What the facts are silent about and the catalogue is not: params without summary or example.
const SUPPLIED: [&str; 2] = ["summary", "example"];

#[test]
#[expect(clippy::disallowed_methods, reason = "only the environment knows where the facts are")]
fn kraken_spot_says_what_the_facts_say() {
    let Ok(folder) = std::env::var("COUNTERSIGN_FACTS") else {
        // Straight to the terminal: what a passing test prints is not shown.
        let note = "left out: COUNTERSIGN_FACTS is not set, so there are no facts to compare with";
        writeln!(std::io::stderr(), "{note}").expect("standard error is open");
        return;
    };
    let text =
        std::fs::read(Path::new(&folder).join("kraken-spot.json")).expect("facts can be read");
    let facts: Value = serde_json::from_slice(&text).expect("facts are JSON");
    let catalog = Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("the embedded catalogue has no mistakes");
    compare_api(&facts, api);
    let expected = list(&facts, "endpoints");
    let found: Vec<_> = api
        .groups
        .iter()
        .flat_map(|group| group.endpoints.iter().map(move |one| (group, one)))
        .collect();
    assert_eq!(found.len(), expected.len());
    for (expected, (group, endpoint)) in expected.iter().zip(found) {
        assert_eq!(expected["group"], json!(group.name), "{}", endpoint.name);
        compare_endpoint(expected, endpoint);
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn compare_api(facts: &Value, api: &Api) {
    assert_eq!(facts["api"], json!(api.name));
    assert_eq!(facts["base_url"], json!(api.base_url));
    assert!(facts["as_of"].as_str().is_some_and(|as_of| as_of.starts_with(&api.as_of)));
    let groups: Vec<_> =
        api.groups.iter().map(|group| (json!(group.name), json!(group.title))).collect();
    let expected: Vec<_> = list(facts, "groups")
        .iter()
        .map(|group| (group["name"].clone(), group["display"].clone()))
        .collect();
    assert_eq!(groups, expected);
    let errors: Vec<_> =
        api.errors.iter().map(|error| (json!(error.code), json!(error.meaning))).collect();
    let expected: Vec<_> = list(facts, "errors")
        .iter()
        .map(|error| (error["code"].clone(), error["meaning"].clone()))
        .collect();
    assert_eq!(errors, expected);
}

fn compare_endpoint(facts: &Value, endpoint: &Endpoint) {
    let auth = match endpoint.auth.as_deref() {
        None => "none",
        Some("spot") => "body-nonce",
        Some("funding") => "header-nonce",
        Some(other) => panic!("recipe {other} is not in the facts"),
    };
    let example = &endpoint.response.example;
    let found = json!({
        "name": endpoint.name,
        "title": endpoint.title,
        "auth": auth,
        "method": endpoint.method,
        "path": endpoint.path,
        "permission": endpoint.permission,
        "summary": endpoint.summary,
        "body": endpoint.body,
        "deprecated": endpoint.deprecated,
        "doc_page": endpoint.docs,
        "notes": endpoint.notes,
        "content_type": endpoint.response.content_type.as_deref().unwrap_or("application/json"),
        "example": serde_json::from_str(example).unwrap_or_else(|_| json!(example)),
    });
    let mut expected = Map::new();
    for key in found.as_object().expect("it is one").keys() {
        let value = facts.get(key).or_else(|| facts["response"].get(key));
        expected.insert(key.clone(), value.cloned().unwrap_or_default());
    }
    assert_eq!(found, Value::Object(expected));
    let params: Vec<_> = endpoint.params.iter().map(|param| top_level(endpoint, param)).collect();
    compare_params(list(facts, "params"), &params, &endpoint.name);
}

/// A param in the form of the facts, with where it travels.
fn top_level(endpoint: &Endpoint, param: &Param) -> Value {
    let mut value = in_facts_form(param);
    let place = match endpoint.place(param) {
        Place::Path => "path",
        Place::Query => "query",
        Place::Body => "body",
        Place::Header => "header",
    };
    value["in"] = json!(place);
    value
}

fn in_facts_form(param: &Param) -> Value {
    let mut value = json!({ "name": param.name, "type": param.kind, "required": param.required });
    let object = value.as_object_mut().expect("it is one");
    let mut put = |key: &str, there: bool, value: Value| {
        if there {
            object.insert(key.to_owned(), value);
        }
    };
    put("also_accepts", !param.also_accepts.is_empty(), json!(param.also_accepts));
    put("format", param.format.is_some(), json!(param.format));
    put("enum", !param.values.is_empty(), json!(param.values));
    put("default", param.default.is_some(), json!(param.default));
    put("example", param.example.is_some(), json!(param.example));
    put("min", param.min.is_some(), json!(param.min));
    put("max", param.max.is_some(), json!(param.max));
    put("min_length", param.min_length.is_some(), json!(param.min_length));
    put("max_length", param.max_length.is_some(), json!(param.max_length));
    put("nullable", param.nullable, json!(true));
    put("deprecated", param.deprecated, json!(true));
    put("summary", param.summary.is_some(), json!(param.summary));
    put("notes", param.notes.is_some(), json!(param.notes));
    put("seen_in", !param.seen_in.is_empty(), json!(param.seen_in));
    put("items", param.items.is_some(), param.items.as_ref().map(items).unwrap_or_default());
    let properties: Vec<_> = param.properties.iter().map(in_facts_form).collect();
    put("properties", !properties.is_empty(), json!(properties));
    value
}

fn items(items: &Items) -> Value {
    let mut value = json!({ "type": items.kind });
    let object = value.as_object_mut().expect("it is one");
    if !items.also_accepts.is_empty() {
        object.insert("also_accepts".into(), json!(items.also_accepts));
    }
    if let Some(format) = &items.format {
        object.insert("format".into(), json!(format));
    }
    if !items.values.is_empty() {
        object.insert("enum".into(), json!(items.values));
    }
    if !items.properties.is_empty() {
        let properties: Vec<_> = items.properties.iter().map(in_facts_form).collect();
        object.insert("properties".into(), json!(properties));
    }
    value
}

fn compare_params(facts: &[Value], params: &[Value], place: &str) {
    assert_eq!(params.len(), facts.len(), "{place}");
    for (facts, param) in facts.iter().zip(params) {
        compare_param(facts, param, &format!("{place} {}", param["name"]));
    }
}

fn compare_param(facts: &Value, param: &Value, place: &str) {
    compare_params(list(facts, "properties"), list(param, "properties"), place);
    let (mut facts, mut param) = (facts.clone(), param.clone());
    if let (Some(facts), Some(param)) = (facts.get_mut("items"), param.get_mut("items")) {
        compare_params(list(facts, "properties"), list(param, "properties"), place);
        without(facts, "properties");
        without(param, "properties");
    }
    for value in [&mut facts, &mut param] {
        without(value, "properties");
        if value.get("deprecated") == Some(&json!(false)) {
            without(value, "deprecated");
        }
        if value.get("nullable") == Some(&json!(false)) {
            without(value, "nullable");
        }
    }
    for key in SUPPLIED.into_iter().filter(|key| facts.get(key).is_none()) {
        without(&mut param, key);
    }
    assert_eq!(param, facts, "{place}");
}

fn without(value: &mut Value, key: &str) {
    if let Some(object) = value.as_object_mut() {
        object.remove(key);
    }
}
