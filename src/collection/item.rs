//! Requests and folders of requests.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::json::{
    List, NULLABLE, Object, Property, TextOr, described, from_keys, object, object_schema,
};
use super::{Auth, Description, Event, ProtocolProfileBehavior, Request, Response, Variable};

object! {
    /// An entry of a collection or folder: a request with its scripts and examples, or a folder.
    Item: request_or_folder {
        /// What the request or folder is called.
        name: String,
        /// Identifies the request.
        id: String,
        /// What the request or folder is for.
        description: TextOr<Box<Description>> => NULLABLE,
        /// The entries of a folder; its presence makes the entry a folder.
        item: List<Item>,
        /// How the requests of a folder authorize; absent or null inherits the parent's way.
        auth: Box<Auth> => NULLABLE,
        /// Scripts that run with the request, or with each request of a folder.
        event: List<Event>,
        /// Variables of this entry, which Postman's runtime ignores.
        variable: List<Variable>,
        /// Settings of how the request, or each request of a folder, is sent.
        protocol_profile_behavior as "protocolProfileBehavior": Box<ProtocolProfileBehavior>,
        /// The request itself; a text is the URL of a GET request.
        request: TextOr<Box<Request>>,
        /// Saved examples of responses.
        response: List<Response>,
    }
}

impl Item {
    /// Whether Postman takes the entry for a folder, even if it has a request as well.
    ///
    /// It does so when `item` holds anything that JavaScript counts as true (postman-collection
    /// 5.3.1, `_createNewGroupOrItem`).
    pub fn is_folder(&self) -> bool {
        match (self.item.get(), self.item.other()) {
            (Some(_), _) => true,
            (_, Some(other)) => is_truthy(other),
            _ => false,
        }
    }
}

fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

fn request_or_folder(generator: &mut SchemaGenerator, about: &[&str], _: Vec<Property>) -> Schema {
    described(about, from_keys([("anyOf", forms(generator))]))
}

/// The entries of the collection itself: here, unlike in a folder, what is valid both as a request
/// and as a folder is invalid.
pub(super) fn root_entry(generator: &mut SchemaGenerator) -> Schema {
    from_keys([("oneOf", forms(generator))])
}

/// References to the two kinds of entry.
fn forms(generator: &mut SchemaGenerator) -> Value {
    json!([generator.subschema_for::<RequestItem>(), generator.subschema_for::<Folder>()])
}

/// An entry read as a request: what only folders have may be anything.
struct RequestItem;

/// An entry read as a folder: what only requests have may be anything.
struct Folder;

impl JsonSchema for RequestItem {
    fn schema_name() -> Cow<'static, str> {
        "RequestItem".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let about = "A request with its scripts and saved examples.";
        form(generator, about, "request", &["item", "auth"])
    }
}

impl JsonSchema for Folder {
    fn schema_name() -> Cow<'static, str> {
        "Folder".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let about = "A folder: an ordered list of requests and folders.";
        form(generator, about, "item", &["id", "request", "response"])
    }
}

/// The schema of an item that must have one key, and in which the foreign keys may be anything.
fn form(generator: &mut SchemaGenerator, about: &str, required: &str, foreign: &[&str]) -> Schema {
    let mut properties = Item::properties(generator);
    properties.retain(|property| !foreign.contains(&property.key));
    for property in &mut properties {
        property.required = property.key == required;
    }
    object_schema(generator, &[about], properties)
}
