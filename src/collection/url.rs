//! Addresses.

use super::json::{List, NULLABLE, TextOr, object};
use super::{Description, Variable};

object! {
    /// An address in parts. Postman sends what the parts say; `raw` is for people.
    Url {
        /// The whole address as a text.
        raw: String,
        /// The protocol without its colon, `http` if absent.
        protocol: String,
        /// The host, as one text or as a list of labels.
        host: TextOr<List<String>>,
        /// The port.
        port: String,
        /// The path, as one text or as a list of segments without slashes.
        path: TextOr<List<TextOr<Box<PathSegment>>>>,
        /// The params of the query.
        query: List<QueryParam>,
        /// The fragment without its number sign; it is never sent.
        hash: String,
        /// The values of path segments that begin with a colon.
        variable: List<Variable>,
    }
}

object! {
    /// A segment of a path, written in full.
    PathSegment {
        /// The kind of segment.
        r#type as "type": String,
        /// The text of the segment.
        value: String,
    }
}

object! {
    /// A param of a query.
    QueryParam {
        /// The name of the param.
        key: String => NULLABLE,
        /// The value of the param; null leaves the equals sign out.
        value: String => NULLABLE,
        /// What the param is for.
        description: TextOr<Box<Description>> => NULLABLE,
        /// Whether the param is kept but not sent.
        disabled: bool,
    }
}
