//! Variables of collections and paths.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::Description;
use super::json::{BEYOND, NULLABLE, Property, TextOr, object, object_schema, words};

object! {
    /// A variable of a collection, or of a path.
    Variable: with_id_or_key {
        /// The name of the variable, where it has no `key`.
        id: String,
        /// The name of the variable.
        key: String,
        /// Its value, of any type.
        value: Value,
        /// The type that the value is converted to.
        r#type as "type": String => words(&["string", "boolean", "any", "number"]),
        /// What people call the variable.
        name: String,
        /// What the variable is for.
        description: TextOr<Box<Description>> => NULLABLE,
        /// Whether Postman itself made the variable.
        system: bool,
        /// Whether the variable is kept but not used.
        disabled: bool,
        /// Whether the value is hidden on screen, newer than the schema.
        secret: bool => BEYOND,
        /// Where the value comes from, such as a vault; newer than the schema.
        source: Value => BEYOND,
    }
}

fn with_id_or_key(
    generator: &mut SchemaGenerator,
    about: &[&str],
    properties: Vec<Property>,
) -> Schema {
    let mut schema = object_schema(generator, about, properties);
    schema.insert("anyOf".into(), json!([{ "required": ["id"] }, { "required": ["key"] }]));
    schema
}
