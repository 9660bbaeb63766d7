//! How the objects of a collection are declared, read, written and described.
//!
//! [`object!`](object) declares a Postman object once; reading, writing, key order and JSON schema
//! all follow from that one declaration.

mod extra;
mod field;
mod list;
mod object;
mod rule;
mod shape;
mod text_or;

pub use extra::Extra;
pub use field::Field;
pub use list::{Entry, List};
pub(crate) use object::{Object, debug_object, object, read_object, read_root, write_object};
pub(crate) use rule::{
    BEYOND, NULLABLE, Property, REQUIRED, Rule, described, from_keys, max_length, object_schema,
    type_schema, untyped_schema, words,
};
pub(crate) use shape::Shape;
pub use text_or::TextOr;
