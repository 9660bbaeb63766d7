//! The JSON schema of the catalogue's files.

use countersign::catalog::{api_file_schema, endpoint_file_schema, file_schema};
use serde_json::Value;

fn keys(schema: &Value, pointer: &str) -> Vec<String> {
    let keys = schema.pointer(pointer).and_then(Value::as_object).expect("an object");
    keys.keys().cloned().collect()
}

#[test]
fn lists_the_keys_of_each_file() {
    let api = keys(&api_file_schema(), "/properties");
    assert_eq!(
        api,
        [
            "name",
            "title",
            "base_url",
            "summary",
            "docs",
            "as_of",
            "signing",
            "shared_params",
            "group",
            "errors"
        ]
    );
    assert_eq!(keys(&endpoint_file_schema(), "/properties"), ["endpoint"]);
    let both = keys(&file_schema(), "/properties");
    assert_eq!(both, api.into_iter().chain(["endpoint".to_owned()]).collect::<Vec<_>>());
}

#[test]
fn refuses_unknown_keys_and_names_required_ones() {
    let schema = file_schema();
    for definition in ["ApiFile", "EndpointFile", "Endpoint", "Param", "Recipe", "GroupEntry"] {
        let definition = &schema["definitions"][definition];
        assert_eq!(definition["additionalProperties"], false);
        assert!(definition["required"].as_array().is_some_and(|names| !names.is_empty()));
    }
}

#[test]
fn has_a_description_for_every_key_and_no_null() {
    fn look(schema: &Value, place: &str) {
        match schema {
            Value::Object(object) => {
                for (key, value) in object {
                    if key == "properties" && object.get("type") == Some(&Value::from("object")) {
                        let keys = value.as_object().expect("an object");
                        // The alternatives of a choice are described as a whole.
                        let choice = keys.len() == 1 && object.get("description").is_some();
                        for (name, schema) in keys {
                            assert!(
                                choice || schema.get("description").is_some(),
                                "{place}/{name}"
                            );
                        }
                    }
                    look(value, &format!("{place}/{key}"));
                }
            }
            Value::Array(entries) => entries.iter().for_each(|entry| look(entry, place)),
            Value::String(text) => {
                assert_ne!(text, "null", "{place}");
                assert!(!text.contains("[`"), "{place}: {text}");
            }
            Value::Null => panic!("{place} is null"),
            _ => {}
        }
    }
    look(&file_schema(), "");
}
