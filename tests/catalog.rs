//! The catalogue as a user meets it: what is in it, and what it says of mistakes.

#[path = "catalog/content.rs"]
mod content;
#[path = "catalog/damage.rs"]
mod damage;
#[path = "catalog/facts.rs"]
mod facts;
#[path = "catalog/folder.rs"]
mod folder;
#[path = "catalog/meaning.rs"]
mod meaning;
#[path = "catalog/schema.rs"]
mod schema;
#[path = "catalog/shape.rs"]
mod shape;
#[path = "catalog/shop.rs"]
mod shop;
#[path = "catalog/values.rs"]
mod values;
