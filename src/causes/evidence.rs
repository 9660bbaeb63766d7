//! What is known about a signature that differs.

use std::fmt;

use crate::signing::{Outgoing, Recipe, Secret};

/// A signature and what it should be a signature of.
#[derive(Debug, Clone, Copy)]
pub struct Mismatch<'a> {
    /// The API's rule.
    pub recipe: &'a Recipe,
    /// The public key, for rules that sign it.
    pub api_key: &'a str,
    /// The private key.
    pub key: Key<'a>,
    /// The request as sent.
    pub outgoing: &'a Outgoing<'a>,
    /// The value of the signature header, as sent.
    pub signature: &'a str,
    /// What else is known; the default is nothing.
    pub evidence: Evidence<'a>,
}

/// A private key.
#[derive(Clone, Copy)]
pub enum Key<'a> {
    /// As the API handed it out, to be decoded as the recipe says. White space and quotes around it
    /// do not belong to it.
    Text(&'a Secret),
    /// The bytes of the MAC key, as a script that has its key hard-coded used them.
    Bytes(&'a [u8]),
}

/// What is known besides the request and the key. Each part makes the search more exact.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence<'a> {
    /// The script's hash and HMAC calls, oldest first.
    pub calls: &'a [TracedCall],
    /// The request before its variables were filled in.
    pub written: Written<'a>,
    /// Variables by name, with the values that they hold when the request is sent.
    pub variables: &'a [(String, String)],
    /// Params that the endpoint knows.
    pub params: &'a [KnownParam<'a>],
    /// Paths of the API's other endpoints.
    pub other_paths: &'a [&'a str],
    /// Other signing rules by name, such as those of the same company's other APIs.
    pub other_recipes: &'a [(&'a str, &'a Recipe)],
}

/// A request as its collection has it, with `{{…}}` in place of values.
#[derive(Debug, Clone, Copy, Default)]
pub struct Written<'a> {
    /// The whole address.
    pub url: Option<&'a str>,
    /// The text of a raw body, with its comments.
    pub body: Option<&'a str>,
    /// The rows of a form, disabled ones too.
    pub fields: &'a [WrittenField<'a>],
    /// The value of the nonce's header.
    pub nonce: Option<&'a str>,
    /// The value of the signature's header.
    pub signature: Option<&'a str>,
}

/// A row of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenField<'a> {
    /// The key.
    pub key: &'a str,
    /// The value.
    pub value: &'a str,
    /// Whether it is left out when the request is sent.
    pub disabled: bool,
}

/// A param that an endpoint knows, with values that are likely in a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownParam<'a> {
    /// The key as sent.
    pub name: &'a str,
    /// Its default, its example, the values it can have; as text.
    pub values: Vec<String>,
}

/// One hash or HMAC call of a script.
///
/// `Debug` shows sizes only, since keys and messages may be secret.
#[derive(Clone, PartialEq, Eq)]
pub struct TracedCall {
    /// The hash function as CryptoJS names it: `SHA256`. For an HMAC, the hash inside it.
    pub algorithm: &'static str,
    /// The HMAC key before padding; none for a plain hash.
    pub key: Option<Vec<u8>>,
    /// The whole message.
    pub input: Vec<u8>,
    /// The digest.
    pub output: Vec<u8>,
}

impl fmt::Debug for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Debug for TracedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TracedCall")
            .field("algorithm", &self.algorithm)
            .field("key_bytes", &self.key.as_ref().map(Vec::len))
            .field("input_bytes", &self.input.len())
            .field("output_bytes", &self.output.len())
            .finish()
    }
}
