//! Scripts and what sets them off.

use serde_json::Value;

use super::Url;
use super::json::{BEYOND, List, REQUIRED, TextOr, object};

object! {
    /// A script and the moment at which it runs.
    Event {
        /// Identifies the event.
        id: String,
        /// `prerequest` to run before each request, `test` to run after it.
        listen: String => REQUIRED,
        /// What runs.
        script: Script,
        /// Whether the script is kept but not run.
        disabled: bool,
    }
}

object! {
    /// A piece of JavaScript.
    Script {
        /// Identifies the script.
        id: String,
        /// The source, as one text or as a list of lines.
        exec: TextOr<List<String>>,
        /// The media type, `text/javascript`.
        r#type as "type": String,
        /// Where the source is, instead of `exec`.
        src: TextOr<Box<Url>>,
        /// What the script is called.
        name: String,
        /// The packages that the script requires, newer than the schema.
        packages: Value => BEYOND,
        /// The requests that the script sends, newer than the schema.
        requests: Value => BEYOND,
    }
}
