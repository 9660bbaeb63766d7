//! What `inspect` found, as a page to read, as JSON, and as commands for curl.

mod curl;
mod json;
mod text;

pub use curl::write as write_curl;
pub use json::{Report, write as write_json};
pub use text::write as write_text;
