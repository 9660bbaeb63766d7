//! The collection itself.

use schemars::{Schema, SchemaGenerator};
use serde_json::json;

use super::json::{List, NULLABLE, Property, REQUIRED, object, object_schema};
use super::{Auth, Event, Info, Item, ProtocolProfileBehavior, Variable, item};

object! {
    /// A Postman collection of format version 2.1.
    Collection: with_root_entries {
        /// What the collection says of itself.
        info: Info => REQUIRED,
        /// Requests and folders, in the order in which they run.
        item: List<Item> => REQUIRED,
        /// Scripts that run with each request.
        event: List<Event>,
        /// Variables that every request sees.
        variable: List<Variable>,
        /// How requests authorize that do not say so themselves.
        auth: Box<Auth> => NULLABLE,
        /// Settings of how requests are sent.
        protocol_profile_behavior as "protocolProfileBehavior": Box<ProtocolProfileBehavior>,
    }
}

fn with_root_entries(
    generator: &mut SchemaGenerator,
    about: &[&str],
    mut properties: Vec<Property>,
) -> Schema {
    for property in properties.iter_mut().filter(|property| property.key == "item") {
        property.schema.insert("items".into(), json!(item::root_entry(generator)));
    }
    object_schema(generator, about, properties)
}
