//! Saved examples of responses.

use serde_json::{Map, Number, Value};

use super::json::{BEYOND, List, NULLABLE, REQUIRED, TextOr, object, untyped_schema};
use super::{Header, Request};

object! {
    /// A saved example of a response.
    Response: untyped_schema {
        /// Identifies the response.
        id: String,
        /// What the example is called.
        name: String => BEYOND,
        /// The request that was answered.
        original_request as "originalRequest": TextOr<Box<Request>>,
        /// The reason phrase of the status line, such as `OK`.
        status: String,
        /// The status code, such as 200.
        code: i64,
        /// The language that Postman shows the body in.
        postman_previewlanguage as "_postman_previewlanguage": String => BEYOND,
        /// The headers, as a list or as one text; an entry of the list may be a text too.
        header: TextOr<List<TextOr<Header>>> => NULLABLE,
        /// The cookies that the response set.
        cookie: List<Cookie>,
        /// How long the answer took, in milliseconds if it is a number.
        response_time as "responseTime": TextOr<Number> => NULLABLE,
        /// When each phase of the exchange ended, in milliseconds.
        timings: Map<String, Value> => NULLABLE,
        /// The body as a text.
        body: String => NULLABLE,
    }
}

object! {
    /// A cookie.
    Cookie {
        /// The domain that the cookie is sent to.
        domain: String => REQUIRED,
        /// When the cookie ends, as a date or in seconds since 1970.
        expires: TextOr<Number>,
        /// How long the cookie lives, in seconds.
        max_age as "maxAge": String,
        /// Whether the cookie is kept from subdomains.
        host_only as "hostOnly": bool,
        /// Whether the cookie is kept from scripts of a page.
        http_only as "httpOnly": bool,
        /// The name of the cookie.
        name: String,
        /// The path that the cookie is sent to.
        path: String => REQUIRED,
        /// Whether the cookie is sent over TLS only.
        secure: bool,
        /// Whether the cookie ends with the session.
        session: bool,
        /// The value of the cookie.
        value: String,
        /// Attributes that have no field of their own.
        extensions: List<Value>,
    }
}
