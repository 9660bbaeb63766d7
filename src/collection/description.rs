//! Descriptions.

use serde_json::Value;

use super::json::object;

object! {
    /// A description with its format; a plain text stands for Markdown.
    Description {
        /// The text.
        content: String,
        /// Its media type, such as `text/markdown`.
        r#type as "type": String,
        /// The version of the description, in any form.
        version: Value,
    }
}
