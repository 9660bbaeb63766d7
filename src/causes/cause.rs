//! The usual mistakes.

use std::fmt;

/// A mistake that makes a signature differ from the one that the API computes.
///
/// The order is that of the documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Values signed as typed; the wire has them percent-encoded.
    UnencodedBody,
    /// Values encoded by another set of characters than the wire's.
    PartialEncoding,
    /// `+` where the wire has `%20`.
    PlusForSpace,
    /// Fewer params signed than sent.
    ParamMissing,
    /// More params signed than sent.
    ParamExtra,
    /// The params in another order.
    ParamOrder,
    /// A value that the request no longer has.
    StaleLiteral,
    /// Another path.
    PathDiffers,
    /// The query string is left out.
    QueryMissing,
    /// The host, or the whole URL, in place of the path.
    HostIncluded,
    /// Another nonce than the one sent.
    NonceDiffers,
    /// The nonce is left out of the hash.
    NonceNotHashed,
    /// The secret used as text, or decoded in another way.
    SecretNotDecoded,
    /// The secret with stray white space or quotes.
    SecretWhitespace,
    /// The signature in another output encoding.
    HexOutput,
    /// Another keyed hash, or another way of putting the message together.
    WrongMac,
    /// The inner digest appended as text.
    DigestAsHex,
    /// No inner digest.
    DigestMissing,
    /// JSON signed, a form sent.
    JsonSignedFormSent,
    /// Comments signed, which Postman takes out.
    JsonComments,
    /// The same JSON, written another way.
    JsonReformatted,
    /// Another body in a way that no other cause names.
    BodyDiffers,
    /// A placeholder signed as text.
    UnresolvedVariable,
    /// A `{{$…}}` that is drawn anew when sent.
    DynamicVariable,
    /// The header takes another value than the right signature.
    WrongVariable,
    /// None of these.
    Unknown,
}

impl Cause {
    /// All causes, in order.
    pub const ALL: [Self; 26] = [
        Self::UnencodedBody,
        Self::PartialEncoding,
        Self::PlusForSpace,
        Self::ParamMissing,
        Self::ParamExtra,
        Self::ParamOrder,
        Self::StaleLiteral,
        Self::PathDiffers,
        Self::QueryMissing,
        Self::HostIncluded,
        Self::NonceDiffers,
        Self::NonceNotHashed,
        Self::SecretNotDecoded,
        Self::SecretWhitespace,
        Self::HexOutput,
        Self::WrongMac,
        Self::DigestAsHex,
        Self::DigestMissing,
        Self::JsonSignedFormSent,
        Self::JsonComments,
        Self::JsonReformatted,
        Self::BodyDiffers,
        Self::UnresolvedVariable,
        Self::DynamicVariable,
        Self::WrongVariable,
        Self::Unknown,
    ];

    /// The id in reports: `unencoded-body`.
    pub fn id(self) -> &'static str {
        self.words().0
    }

    /// What it means, in a line of plain words without a full stop.
    pub fn meaning(self) -> &'static str {
        self.words().1
    }

    /// What to do about it, in a line without a full stop.
    pub fn help(self) -> &'static str {
        self.words().2
    }

    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::UnencodedBody => (
                "unencoded-body",
                "values were signed as typed, but are sent percent-encoded",
                "percent-encode each key and value before signing, all but letters, digits and `-_.~`",
            ),
            Self::PartialEncoding => (
                "partial-encoding",
                "values were signed with other characters percent-encoded than are sent so",
                "encode each key and value with encodeURIComponent (not encodeURI), then `!'()*` as well: \
                 .replace(/[!'()*]/g, c => \"%\" + c.charCodeAt(0).toString(16).toUpperCase())",
            ),
            Self::PlusForSpace => (
                "plus-for-space",
                "a space was signed as `+`, but is sent as `%20`",
                "encode with encodeURIComponent, or replace each `+` by `%20` before signing; \
                 URLSearchParams writes `+`",
            ),
            Self::ParamMissing => (
                "param-missing",
                "fewer params were signed than are sent",
                "build the signed text from the request's enabled params instead of a fixed list",
            ),
            Self::ParamExtra => (
                "param-extra",
                "more params were signed than are sent",
                "leave out params that are disabled or not part of the request",
            ),
            Self::ParamOrder => (
                "param-order",
                "the params were signed in another order than they are sent",
                "sign the params in the order in which they are sent; Postman puts repeated keys of a \
                 form together and moves keys that are whole numbers to the front",
            ),
            Self::StaleLiteral => (
                "stale-literal",
                "a literal was signed that the request no longer has",
                "read the values from the request (`pm.request`) instead of writing them again in the \
                 script",
            ),
            Self::PathDiffers => (
                "path-differs",
                "another path was signed than the request goes to",
                "sign the path exactly as it is sent, from its first slash, with the version and \
                 without the host",
            ),
            Self::QueryMissing => (
                "query-missing",
                "the path was signed without its query string",
                "append `?` and the query, encoded as it is sent, to the path before signing",
            ),
            Self::HostIncluded => (
                "host-included",
                "the address was signed with its host, only path and query belong there",
                "cut scheme and host off, so that the signed text begins with the path's first slash",
            ),
            Self::NonceDiffers => (
                "nonce-differs",
                "another nonce was signed than is sent",
                "draw the nonce once, keep it in a variable, and use that variable both for signing \
                 and in the request",
            ),
            Self::NonceNotHashed => (
                "nonce-not-hashed",
                "the nonce was left out of the hash",
                "put the nonce in front of the body before hashing, even where the body contains it",
            ),
            Self::SecretNotDecoded => (
                "secret-not-decoded",
                "the private key was not decoded as the api wants it",
                "turn the text of the key into bytes once before use: \
                 CryptoJS.enc.Base64.parse(secret) for base64",
            ),
            Self::SecretWhitespace => (
                "secret-whitespace",
                "the private key was used with stray white space, quotes or marks around it",
                "paste the key again without blanks, quotes or line breaks, or trim it in the script",
            ),
            Self::HexOutput => (
                "hex-output",
                "the signature is written in another output encoding than the api expects",
                "write the bytes as the api wants them: toString(CryptoJS.enc.Base64) for base64; \
                 toString() alone gives hexadecimal",
            ),
            Self::WrongMac => (
                "wrong-mac",
                "another keyed hash was used, or the message was put together by another rule",
                "use the keyed hash of the api's rule, with the parts of the message in its order and \
                 the key in the key's place",
            ),
            Self::DigestAsHex => (
                "digest-as-hex",
                "the inner digest was joined in another form than the api's, such as hexadecimal text",
                "join the digest's bytes: give the word array itself to update(), or use concat(); \
                 `+` turns it into hexadecimal text",
            ),
            Self::DigestMissing => (
                "digest-missing",
                "the inner digest is missing, the text was signed as it is or not at all",
                "hash nonce and body first and append the digest's bytes to the path",
            ),
            Self::JsonSignedFormSent => (
                "json-signed-form-sent",
                "json was signed, but the body is sent as a form",
                "sign the form text that is sent, or set the body to raw JSON where the api takes it",
            ),
            Self::JsonComments => (
                "json-comments",
                "comments were signed that Postman takes out of a json body before sending it",
                "remove the comments from the body, or from the text before it is signed",
            ),
            Self::JsonReformatted => (
                "json-reformatted",
                "the same json was signed in another layout than is sent",
                "sign the body's text as it is (pm.request.body.raw, variables filled in), without \
                 JSON.parse and JSON.stringify",
            ),
            Self::BodyDiffers => (
                "body-differs",
                "another body was signed than is sent",
                "sign the very text that is sent, to the last byte; GET requests are sent without body",
            ),
            Self::UnresolvedVariable => (
                "unresolved-variable",
                "a placeholder was signed as text, but its value is sent",
                "fill in variables before signing with pm.variables.replaceIn(text)",
            ),
            Self::DynamicVariable => (
                "dynamic-variable",
                "a dynamic variable was signed that is drawn anew when the request is sent",
                "draw the value once in the script, set it with pm.variables.set, and use that variable \
                 in the request",
            ),
            Self::WrongVariable => (
                "wrong-variable",
                "the header carries another value than the signature",
                "let the header take the variable that the script stores the signature in",
            ),
            Self::Unknown => (
                "unknown",
                "none of the usual mistakes gives this signature",
                "compare the signed text with the one shown, part by part, and check that the key is \
                 the one of this account",
            ),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
