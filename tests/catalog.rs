//! The catalogue as a user meets it: what is in it, and what it says of mistakes.

#[path = "catalog/content.rs"]
mod content;
