//! What `validate` found, as text for people and as JSON for programs.
//!
//! What is written depends on nothing but the [`Outcome`](crate::validate::Outcome): findings are
//! sorted by file, position and rule.

mod json;
mod mask;
mod placed;
mod summary;
mod text;
mod wrap;

pub use json::{Report, write as write_json};
pub use summary::{SignatureCounts, Summary};
pub use text::{Styles, write as write_text};
