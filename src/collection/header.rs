//! Headers.

use super::Description;
use super::json::{BEYOND, NULLABLE, REQUIRED, TextOr, object};

object! {
    /// A header of a request or of a saved response.
    Header {
        /// The name of the header.
        key: String => REQUIRED,
        /// `text` in many files that Postman writes.
        r#type as "type": String => BEYOND,
        /// The value of the header.
        value: String => REQUIRED,
        /// What the header is for.
        description: TextOr<Box<Description>> => NULLABLE,
        /// Whether the header is kept but not sent.
        disabled: bool,
    }
}
