//! What `diff` found, as text that reads like a changelog, as Markdown for release notes, and as JSON.

mod group;
mod json;
mod markdown;
mod text;
mod words;

pub use json::{Report, write as write_json};
pub use markdown::write as write_markdown;
pub use text::write as write_text;
