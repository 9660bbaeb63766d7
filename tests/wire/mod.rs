//! What is worked out for a request is what Postman puts on the wire, byte for byte.

mod cases;
mod facts;
mod generator;
mod newman;
mod order;
mod recorder;
