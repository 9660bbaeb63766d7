//! What `validate` found, in a format for people, programs and services each.
//!
//! What is written depends on nothing but the [`Outcome`](crate::validate::Outcome): findings are
//! sorted by file, position and rule.

mod fingerprinted;
mod format;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod markdown;
mod mask;
mod message;
mod placed;
mod sarif;
mod summary;
mod text;
mod wrap;

pub use format::Format;
pub use json::{Report, write as write_json};
pub use mask::without_secrets;
pub use summary::{SignatureCounts, Summary};
pub use text::{Styles, write as write_text};
