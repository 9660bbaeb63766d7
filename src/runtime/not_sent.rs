//! Why a request does not go out.

/// Why Postman does not send a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotSent {
    /// The URL has no text.
    #[error("the url is empty; Postman builds it from its parts and never reads `raw`")]
    EmptyUrl,
    /// The URL has neither host nor port.
    #[error("the url has no host")]
    NoHost,
    /// The protocol is none that Postman sends.
    #[error("the protocol is `{protocol}`, expected `http` or `https`")]
    Protocol {
        /// The protocol.
        protocol: String,
    },
    /// The port is no number from 0 to 65535.
    #[error("the port is `{port}`, expected a number from 0 to 65535")]
    Port {
        /// The port.
        port: String,
    },
    /// The path has characters that a request line may not have.
    #[error("the path `{path}` has characters that must be percent-encoded")]
    UnescapedPath {
        /// Path and query.
        path: String,
    },
    /// The method is no HTTP token.
    #[error("the method is `{method}`, expected letters such as `POST`")]
    Method {
        /// The method.
        method: String,
    },
    /// The name of a header is no HTTP token.
    #[error("the header name `{name}` has characters that HTTP does not allow")]
    HeaderName {
        /// The name.
        name: String,
    },
    /// The value of a header has line ends or characters beyond Latin-1.
    #[error("the value of header `{name}` has characters that HTTP does not allow")]
    HeaderValue {
        /// The name.
        name: String,
    },
    /// A form body ends in half a character.
    #[error("the body ends in half a character (a lone surrogate)")]
    HalfCharacter,
    /// The content of a file body decodes to nothing, which Newman reports as an error.
    #[error("the content of the body decodes to no bytes")]
    EmptyContent,
    /// A script called `pm.execution.skipRequest()`.
    #[error("a script called `pm.execution.skipRequest()`")]
    Skipped,
    /// There are several `Host` headers of one spelling, or its value is no text.
    #[error("the value of header `Host` is no single text")]
    HostNotText,
    /// Variables refer to each other without end.
    #[error("variables that contain themselves make the request endlessly long")]
    EndlessVariables,
}
