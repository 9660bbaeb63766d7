//! What is right and wrong about a collection.

pub mod causes;
pub mod countersign;
mod written;
