//! The collection model: what is read is what is written, and the schema agrees with Postman's.

mod building;
mod differential;
pub(crate) mod mutation;
pub(crate) mod odd_documents;
mod round_trip;
mod schema;
pub(crate) mod support;
mod walking;
