//! What the JSON schema says of a field, and of an object.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::Shape;

/// What the format asks of a field besides its type.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Rule {
    required: bool,
    nullable: bool,
    beyond: bool,
    words: &'static [&'static str],
    max_length: Option<u32>,
}

const OPTIONAL: Rule =
    Rule { required: false, nullable: false, beyond: false, words: &[], max_length: None };

/// The object is invalid without the field.
pub(crate) const REQUIRED: Rule = Rule { required: true, ..OPTIONAL };

/// The field may be null.
pub(crate) const NULLABLE: Rule = Rule { nullable: true, ..OPTIONAL };

/// Postman writes the field but its schema does not know it, so any value is valid.
pub(crate) const BEYOND: Rule = Rule { beyond: true, ..OPTIONAL };

/// The field holds one of these words.
pub(crate) const fn words(words: &'static [&'static str]) -> Rule {
    Rule { words, ..OPTIONAL }
}

/// The field holds at most so many characters.
pub(crate) const fn max_length(characters: u32) -> Rule {
    Rule { max_length: Some(characters), ..OPTIONAL }
}

impl Rule {
    /// No rule besides the type.
    pub(crate) const OPTIONAL: Self = OPTIONAL;

    /// The same rule, and the object is invalid without the field.
    pub(crate) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    fn schema<T: Shape>(self, generator: &mut SchemaGenerator) -> Schema {
        if self.beyond {
            return Schema::default();
        }
        let mut schema = T::schema(generator);
        if !self.words.is_empty() {
            schema.insert("enum".into(), json!(self.words));
        }
        if let Some(characters) = self.max_length {
            schema.insert("maxLength".into(), json!(characters));
        }
        if self.nullable { or_null(schema) } else { schema }
    }
}

/// A field as the schema describes it.
#[derive(Debug, Clone)]
pub struct Property {
    pub(crate) key: &'static str,
    pub(crate) schema: Schema,
    pub(crate) required: bool,
}

impl Property {
    /// The property of a field of type `T`.
    pub(crate) fn new<T: Shape>(
        generator: &mut SchemaGenerator,
        key: &'static str,
        about: &[&str],
        rule: Rule,
    ) -> Self {
        let schema = described(about, rule.schema::<T>(generator));
        Self { key, schema, required: rule.required }
    }
}

/// The schema of an object with these properties; others may come on top.
pub(crate) fn object_schema(
    _: &mut SchemaGenerator,
    about: &[&str],
    properties: Vec<Property>,
) -> Schema {
    with_properties(described(about, type_schema("object")), properties)
}

/// The same for what need not be an object: the properties count only where it is one.
pub(crate) fn untyped_schema(
    _: &mut SchemaGenerator,
    about: &[&str],
    properties: Vec<Property>,
) -> Schema {
    with_properties(described(about, Schema::default()), properties)
}

fn with_properties(mut schema: Schema, properties: Vec<Property>) -> Schema {
    let required: Vec<_> = properties.iter().filter(|p| p.required).map(|p| p.key).collect();
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    let properties: Map<_, _> =
        properties.into_iter().map(|p| (p.key.to_owned(), p.schema.into())).collect();
    schema.insert("properties".into(), properties.into());
    schema
}

/// A schema that takes what at least one of these takes.
pub(crate) fn any_of(schemas: impl IntoIterator<Item = Schema>) -> Schema {
    let schemas: Vec<Value> = schemas.into_iter().map(Value::from).collect();
    from_keys([("anyOf", schemas.into())])
}

/// The schema of one JSON type.
pub(crate) fn type_schema(name: &str) -> Schema {
    from_keys([("type", name.into())])
}

/// A schema with these keywords.
pub(crate) fn from_keys<const N: usize>(keys: [(&str, Value); N]) -> Schema {
    let keys: Map<_, _> = keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    keys.into()
}

fn or_null(mut schema: Schema) -> Schema {
    match schema.get("anyOf").cloned() {
        Some(Value::Array(mut schemas)) => {
            schemas.push(type_schema("null").into());
            schema.insert("anyOf".into(), schemas.into());
            schema
        }
        _ => any_of([schema, type_schema("null")]),
    }
}

/// Puts a description in front; a reference is wrapped, since keywords beside it do not count.
pub(crate) fn described(about: &[&str], schema: Schema) -> Schema {
    let mut described = Schema::default();
    if !about.is_empty() {
        described.insert("description".into(), paragraphs(about).into());
    }
    if schema.get("$ref").is_some() {
        described.insert("allOf".into(), json!([schema]));
    } else if let Value::Object(mut keys) = Value::from(schema) {
        described.ensure_object().append(&mut keys);
    }
    described
}

/// The lines of a doc comment as text: one line a paragraph.
fn paragraphs(lines: &[&str]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| line.trim()).collect();
    let paragraphs = lines.split(|line| line.is_empty()).map(|lines| lines.join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
