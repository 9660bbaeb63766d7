//! The collection model: what is read is what is written, and the schema agrees with Postman's.

mod building;
mod differential;
mod mutation;
mod odd_documents;
mod round_trip;
mod schema;
mod support;
mod walking;
