//! How an API's requests are signed, written as data.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The recipes of one API, by the name that endpoints refer to them by.
pub type Recipes = BTreeMap<String, Recipe>;

/// How one kind of request is signed.
///
/// Kraken Spot, for example, signs `uri + SHA256(nonce + body)` with HMAC-SHA512:
///
/// ```toml
/// [signing.spot]
/// key = "base64"
/// key_bytes = 64
/// mac = "hmac-sha512"
/// message = ["uri", { sha256 = ["nonce", "body"] }]
/// signature = { header = "API-Sign", encoding = "base64" }
/// api_key = { header = "API-Key" }
/// nonce = { body = "nonce" }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// How the text of the private key becomes the bytes of the MAC key.
    pub key: KeyEncoding,
    /// How many bytes the private key has once decoded; absent when the API has no fixed length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_bytes: Option<usize>,
    /// The keyed hash over the message.
    pub mac: Mac,
    /// What is signed: the parts are joined without a separator.
    pub message: Vec<Part>,
    /// The header that carries the signature.
    pub signature: SignatureHeader,
    /// The header that carries the public key.
    pub api_key: HeaderName,
    /// Where the nonce travels; absent when the API wants none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonce: Option<NoncePlace>,
    /// Whether a request may travel without a nonce, which then counts as empty text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nonce_optional: bool,
    /// Where the timestamp travels; absent when the API wants none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<NoncePlace>,
    /// A path prefix that is sent but not signed, such as `/derivatives`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strip_prefix: Option<String>,
}

/// How the text of a private key becomes bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum KeyEncoding {
    /// The UTF-8 bytes of the text itself.
    Utf8,
    /// Standard base64 with padding (RFC 4648, section 4).
    Base64,
    /// Two hexadecimal digits a byte.
    Hex,
}

/// A keyed hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Mac {
    /// HMAC with SHA-256: 32 bytes.
    #[serde(rename = "hmac-sha256")]
    HmacSha256,
    /// HMAC with SHA-512: 64 bytes.
    #[serde(rename = "hmac-sha512")]
    HmacSha512,
}

/// How the bytes of a signature are written in its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SignatureEncoding {
    /// Standard base64 with padding.
    Base64,
    /// Lower-case hexadecimal.
    Hex,
}

/// The header that carries a signature, and how it is written there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatureHeader {
    /// The header's name as the API documents it.
    pub header: String,
    /// How the bytes are written.
    pub encoding: SignatureEncoding,
}

/// A header by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeaderName {
    /// The header's name as the API documents it.
    pub header: String,
}

/// Where the nonce or the timestamp travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum NoncePlace {
    /// A field of the form or JSON body.
    Body(String),
    /// A header.
    Header(String),
    /// A field of the query.
    Query(String),
}

/// One part of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Part {
    /// A piece of the request, by name.
    Piece(Piece),
    /// Something made of other parts.
    Made(Made),
}

/// A piece of the request that can be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// The method, upper case.
    Method,
    /// The path as sent, without query and without [`Recipe::strip_prefix`].
    Path,
    /// The query as sent, without the question mark; empty if there is none.
    Query,
    /// [`Piece::Path`], then the question mark and the query if there is one; a lone question mark
    /// at the end counts too.
    Uri,
    /// The whole URL as sent, with scheme and host.
    Url,
    /// The body as sent; empty if there is none.
    Body,
    /// The nonce as sent, as text.
    Nonce,
    /// The time as sent, as text.
    Timestamp,
    /// The public key.
    ApiKey,
}

/// A part that is made of text or of other parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Made {
    /// The text itself.
    Text(String),
    /// The 32 bytes of SHA-256 over the parts.
    Sha256(Vec<Part>),
    /// The 64 bytes of SHA-512 over the parts.
    Sha512(Vec<Part>),
    /// SHA-256 over the parts, as lower-case hexadecimal text.
    Sha256Hex(Vec<Part>),
    /// SHA-512 over the parts, as lower-case hexadecimal text.
    Sha512Hex(Vec<Part>),
}

impl Recipe {
    /// Whether the signature covers `piece`, by itself or inside a hash.
    pub fn covers(&self, piece: Piece) -> bool {
        self.message.iter().any(|part| part.has(piece))
    }
}

impl Part {
    fn has(&self, piece: Piece) -> bool {
        match self {
            Self::Piece(found) => *found == piece,
            Self::Made(Made::Text(_)) => false,
            Self::Made(
                Made::Sha256(parts)
                | Made::Sha512(parts)
                | Made::Sha256Hex(parts)
                | Made::Sha512Hex(parts),
            ) => parts.iter().any(|part| part.has(piece)),
        }
    }
}

impl Piece {
    /// The name as recipes write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Path => "path",
            Self::Query => "query",
            Self::Uri => "uri",
            Self::Url => "url",
            Self::Body => "body",
            Self::Nonce => "nonce",
            Self::Timestamp => "timestamp",
            Self::ApiKey => "api_key",
        }
    }
}

impl Mac {
    /// The name as recipes write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::HmacSha256 => "hmac-sha256",
            Self::HmacSha512 => "hmac-sha512",
        }
    }
}
