//! The schemas by themselves, without Postman's file.

use std::process::{Command, Output};

use countersign::collection::{Collection, Environment};
use serde_json::{Value, json};

use super::odd_documents::{base, edited, odd_edits};
use super::support::fixture;

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::validator_for(schema).expect("a schema")
}

fn read(name: &str) -> Value {
    serde_json::from_str(&fixture(name)).expect("a JSON fixture")
}

#[test]
fn takes_our_documents() {
    let validator = validator(&Collection::schema());
    assert!(validator.is_valid(&base()));
    assert!(validator.is_valid(&read("kitchen-sink.postman_collection.json")));
    assert!(validator.is_valid(&read("kraken-sample.postman_collection.json")));
}

#[test]
fn gives_the_measured_verdict_on_odd_documents() {
    let validator = validator(&Collection::schema());
    for (pointer, value, valid) in odd_edits() {
        let document = edited(pointer, value.as_ref());
        assert_eq!(validator.is_valid(&document), valid, "{pointer} = {value:?}");
    }
}

#[test]
fn an_entry_that_is_request_and_folder_is_invalid_at_the_root_only() {
    let validator = validator(&Collection::schema());
    let info = json!({ "name": "n", "schema": "s" });
    let both = json!({ "request": {}, "item": [] });
    assert!(!validator.is_valid(&json!({ "info": info, "item": [both] })));
    assert!(validator.is_valid(&json!({ "info": info, "item": [{ "item": [both] }] })));
}

#[test]
fn environments_and_globals_are_valid() {
    let validator = validator(&Environment::schema());
    let mut environment = read("kitchen-sink.postman_environment.json");
    assert!(validator.is_valid(&environment));
    environment["_postman_variable_scope"] = "globals".into();
    assert!(validator.is_valid(&environment));
    environment["_postman_variable_scope"] = "local".into();
    assert!(!validator.is_valid(&environment));
    assert!(!validator.is_valid(&json!({ "name": "n" })));
    assert!(!validator.is_valid(&json!({ "values": [{ "value": "v" }] })));
    assert!(!validator.is_valid(&base()));
}

#[test]
fn every_property_is_described() {
    for schema in [Collection::schema(), Environment::schema()] {
        let definitions = schema["definitions"].as_object().expect("definitions");
        for (name, definition) in definitions.iter().chain([(&"the root".to_owned(), &schema)]) {
            let about = definition["description"].as_str();
            assert!(about.is_some_and(|about| !about.is_empty()), "{name}");
            for (key, property) in definition["properties"].as_object().into_iter().flatten() {
                let about = property["description"].as_str();
                assert!(about.is_some_and(|about| !about.is_empty()), "{name}.{key}");
            }
        }
    }
}

#[test]
fn says_which_draft_it_is_written_in() {
    let schema = Collection::schema();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert!(jsonschema::meta::is_valid(&schema));
}

fn countersign(args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_countersign");
    Command::new(program).args(args).output().expect("the program starts")
}

#[test]
fn the_command_prints_each_schema() {
    for (name, schema) in
        [("collection", Collection::schema()), ("environment", Environment::schema())]
    {
        let output = countersign(&["schema", name]);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{schema:#}\n"));
        assert!(output.stderr.is_empty());
    }
}

#[test]
fn the_command_names_the_schemas_there_are() {
    let output = countersign(&["schema", "nope"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("no schema `nope`"), "{message}");
    let collection = message.find("`collection`").expect("the first name");
    assert!(message.find("`environment`").is_some_and(|at| at > collection), "{message}");
}
