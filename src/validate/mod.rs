//! What is right and wrong about a collection.

pub mod countersign;
