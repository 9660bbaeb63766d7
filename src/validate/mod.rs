//! What is wrong with a collection and its signatures, and why.

pub mod causes;
