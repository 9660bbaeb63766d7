//! The JSON schemas that the structs yield.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::{Collection, Environment};

impl Collection {
    /// The JSON schema of collections, in draft 07.
    ///
    /// It calls the same documents valid as the schema that Postman publishes for version 2.1.0
    /// (`https://schema.getpostman.com/json/collection/v2.1.0/`, a draft-04 file), and uses only
    /// keywords that mean the same in both drafts. Two things differ with the draft, not with the
    /// schema: draft 04 takes `1.0` for no integer, and the draft-07 form that Postman publishes
    /// beside it wants a cookie's `expires` to be a text or null where this one, as the published
    /// file, wants a text or a number.
    pub fn schema() -> Value {
        schema::<Self>()
    }
}

impl Environment {
    /// The JSON schema of environment and globals files, in draft 07.
    ///
    /// Postman publishes none; this one takes what Postman and Newman write.
    pub fn schema() -> Value {
        schema::<Self>()
    }
}

/// Generates a schema, with what it is for in front of what it says.
fn schema<T: JsonSchema>() -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut body: Map<_, _> = match generator.into_root_schema_for::<T>().into() {
        Value::Object(body) => body,
        // Objects never yield the bare `true` and `false` that are schemas too.
        other => return other,
    };
    let mut schema = Map::new();
    for key in ["$schema", "title"] {
        schema.extend(body.shift_remove(key).map(|value| (key.to_owned(), value)));
    }
    schema.append(&mut body);
    schema.into()
}
