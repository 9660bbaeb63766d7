//! What could not be done as Postman would do it.

/// Something about an outgoing request that Postman may send differently, or would warn about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Warning {
    /// An auth helper that is not worked out here: the request is shown without it.
    #[error("auth of type `{kind}` is not worked out, the request is shown without it")]
    UnsupportedAuth {
        /// The type.
        kind: String,
    },
    /// A file of a body could not be read: what it stands for is left out.
    #[error("the file `{file}` could not be read, it is left out of the body")]
    FileNotRead {
        /// The name of the file.
        file: String,
    },
    /// The name of a header is no text, which makes Postman's auth helpers fail.
    #[error("a header's name is no text, so Postman sends the request without its auth")]
    HeaderNameNotText,
    /// The request names a proxy: it is shown as the proxy would send it on.
    #[error("the proxy that the request names is not used here")]
    ProxyIgnored,
}
