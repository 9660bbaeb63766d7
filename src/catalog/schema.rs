//! The JSON schema of the catalogue's files, for editors and for the loader's own messages.

use serde_json::{Map, Value, json};

use super::file::{ApiFile, EndpointFile};
use crate::source::toml_file::{for_toml, generator, schema_of};

/// The JSON schema (draft 07) of `api.toml`.
pub fn api_file_schema() -> Value {
    schema_of::<ApiFile>()
}

/// The JSON schema (draft 07) of `endpoints/*.toml`.
pub fn endpoint_file_schema() -> Value {
    schema_of::<EndpointFile>()
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
