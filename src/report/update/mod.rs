//! What `update` does, as text and as JSON.

mod json;
mod text;

pub use json::{Report, write as write_json};
pub use text::write as write_text;
