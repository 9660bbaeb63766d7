//! The collection model: what is read is what is written, and the schema agrees with Postman's.

mod building;
mod round_trip;
mod support;
