//! What a collection says of itself.

use serde_json::Value;

use super::Description;
use super::json::{BEYOND, NULLABLE, REQUIRED, TextOr, max_length, object};

object! {
    /// What a collection says of itself.
    Info {
        /// Identifies the collection, usually as a UUID.
        postman_id as "_postman_id": String,
        /// What the collection is called.
        name: String => REQUIRED,
        /// What the collection is for.
        description: TextOr<Box<Description>> => NULLABLE,
        /// The address of the schema that the file follows.
        schema: String => REQUIRED,
        /// The version of the collection itself.
        version: TextOr<Box<Version>>,
        /// The account that exported the file.
        exporter_id as "_exporter_id": String => BEYOND,
        /// Where the collection is in Postman's cloud.
        collection_link as "_collection_link": String => BEYOND,
    }
}

object! {
    /// A version in parts.
    Version {
        /// Counts changes that alter what the collection does.
        major: u64 => REQUIRED,
        /// Counts changes that break nothing.
        minor: u64 => REQUIRED,
        /// Counts corrections.
        patch: u64 => REQUIRED,
        /// A word for people, such as `beta-3`.
        identifier: String => max_length(10),
        /// Anything else.
        meta: Value,
    }
}
