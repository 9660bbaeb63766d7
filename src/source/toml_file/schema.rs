//! The JSON schema of a TOML file's structs, for editors and for messages.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

/// The JSON schema (draft 07) of one kind of file.
pub(crate) fn schema_of<T: JsonSchema>() -> Value {
    for_toml(generator().into_root_schema_for::<T>().to_value())
}

pub(crate) fn generator() -> SchemaGenerator {
    SchemaSettings::draft07().into_generator()
}

/// The same schema for a language without null, with descriptions that read well outside Rust.
pub(crate) fn for_toml(schema: Value) -> Value {
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
