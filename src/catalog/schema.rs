//! The JSON schema of the catalogue's files, for editors and for the loader's own messages.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::file::{ApiFile, EndpointFile};

/// The JSON schema (draft 07) of `api.toml`.
pub fn api_file_schema() -> Value {
    of::<ApiFile>()
}

/// The JSON schema (draft 07) of `endpoints/*.toml`.
pub fn endpoint_file_schema() -> Value {
    of::<EndpointFile>()
}

/// One JSON schema (draft 07) for both kinds of file: a file with `endpoint` is an endpoint file,
/// any other an `api.toml`.
///
/// The keys of both are listed at the root as well, because editors complete from there and few
/// look into the branches of a condition.
pub fn file_schema() -> Value {
    let mut generator = generator();
    let api = generator.subschema_for::<ApiFile>();
    let endpoints = generator.subschema_for::<EndpointFile>();
    let definitions = generator.take_definitions(true);
    let mut properties = Map::new();
    for file in ["ApiFile", "EndpointFile"] {
        let keys = definitions.get(file).and_then(|file| file.get("properties"));
        properties.extend(keys.and_then(Value::as_object).cloned().unwrap_or_default());
    }
    for_toml(json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Countersign catalogue",
        "description": "`api.toml` says what holds for a whole API, `endpoints/*.toml` what its endpoints are.",
        "type": "object",
        "properties": properties,
        "if": { "required": ["endpoint"] },
        "then": endpoints,
        "else": api,
        "definitions": definitions,
    }))
}

/// The JSON schema of one kind of file.
pub(super) fn of<T: JsonSchema>() -> Value {
    for_toml(generator().into_root_schema_for::<T>().to_value())
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft07().into_generator()
}

/// The same schema for a language without null, with descriptions that read well outside Rust.
fn for_toml(schema: Value) -> Value {
    match schema {
        Value::Array(entries) => Value::Array(entries.into_iter().map(for_toml).collect()),
        Value::Object(keys) => {
            let keys = keys.into_iter().filter(|(key, value)| key != "default" || !value.is_null());
            let keys = keys.map(|(key, value)| match (key.as_str(), value) {
                ("description", Value::String(text)) => (key, Value::String(plain(&text))),
                ("type", Value::Array(types)) => (key, without_null(types)),
                ("anyOf", Value::Array(branches)) => {
                    let branches =
                        branches.into_iter().filter(|branch| *branch != json!({"type": "null"}));
                    (key, branches.map(for_toml).collect())
                }
                (_, value) => (key, for_toml(value)),
            });
            Value::Object(keys.collect())
        }
        other => other,
    }
}

/// A list of types less `null`, as a single word where one is left.
fn without_null(mut types: Vec<Value>) -> Value {
    types.retain(|name| name != "null");
    match types.len() {
        1 => types.remove(0),
        _ => Value::Array(types),
    }
}

/// A doc comment without the brackets of links, and with its paragraphs on one line each.
fn plain(comment: &str) -> String {
    let code = |paragraph: &str| paragraph.starts_with("```");
    let paragraphs = comment.split("\n\n").map(|paragraph| {
        if code(paragraph) { paragraph.to_owned() } else { paragraph.replace('\n', " ") }
    });
    paragraphs.collect::<Vec<_>>().join("\n\n").replace("[`", "`").replace("`]", "`")
}
