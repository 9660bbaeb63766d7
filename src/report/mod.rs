//! What was found, as text for people and as JSON for programs.
//!
//! A report writes to whatever it is given and never prints. What it writes depends on nothing but
//! the [`Outcome`](crate::validate::Outcome): findings are sorted by file, position and rule.

pub mod json;
mod mask;
mod placed;
mod summary;
mod text;
mod wrap;

pub use json::write_json;
pub use summary::{SignatureCounts, Summary};
pub use text::{Styles, write_text};
