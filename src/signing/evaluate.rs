//! Evaluating a recipe over an outgoing request.

use std::borrow::Cow;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest, Sha256, Sha512};

use super::joined::Joined;
use super::{
    Credentials, KeyError, Mac, Made, Outgoing, Part, Piece, Recipe, SignatureEncoding, decode_key,
};
use crate::text::{base64, hex};

/// A signature and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The signature as its header carries it.
    pub signature: String,
    /// What led to it, in the order of evaluation.
    pub steps: Vec<Step>,
}

/// One step towards a signature.
///
/// Bytes that are not UTF-8 text are written as `<hex:…>`; the results of hashes, which never are
/// text, as hexadecimal digits alone. Keys are masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// A piece of the request by its name in the recipe, or `text`; a hash (`sha256`) and what goes
    /// into it (`sha256 input`); then `message`, `key`, `mac` and `signature`.
    pub name: String,
    /// What came out.
    pub value: String,
}

/// Why a request cannot be signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignError {
    /// The private key is no key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The recipe signs something that the request does not carry.
    #[error("the request has no {piece}, which its signature covers")]
    Missing {
        /// `nonce` or `timestamp`.
        piece: &'static str,
    },
}

/// Signs `outgoing` as `recipe` says.
///
/// # Errors
///
/// When the secret cannot be decoded, and when the nonce or timestamp is signed but missing.
pub fn sign(
    recipe: &Recipe,
    credentials: &Credentials,
    outgoing: &Outgoing<'_>,
) -> Result<Signed, SignError> {
    let key = decode_key(&credentials.secret, recipe.key, recipe.key_bytes)?;
    sign_with_key(recipe, &key, &credentials.api_key, outgoing)
}

/// Signs `outgoing` as `recipe` says with a MAC key that is decoded already, of any length.
///
/// # Errors
///
/// When the nonce or timestamp is signed but missing.
pub fn sign_with_key(
    recipe: &Recipe,
    key: &[u8],
    api_key: &str,
    outgoing: &Outgoing<'_>,
) -> Result<Signed, SignError> {
    let mut evaluation = Evaluation { recipe, api_key, outgoing, steps: Vec::new() };
    let message = evaluation.join(&recipe.message)?;
    let mac = authenticate(recipe.mac, key, &message.bytes);
    let signature = recipe.signature.encoding.text(&mac);
    evaluation.note("message", message.shown);
    evaluation.note("key", format!("*** ({} bytes)", key.len()));
    evaluation.note("mac", hex::encode(&mac));
    evaluation.note("signature", signature.clone());
    Ok(Signed { signature, steps: evaluation.steps })
}

/// The bytes that `piece` of a request adds to what `recipe` signs.
///
/// # Errors
///
/// When it is the nonce or the timestamp and the request carries none.
pub fn piece_bytes<'a>(
    recipe: &Recipe,
    api_key: &'a str,
    outgoing: &Outgoing<'a>,
    piece: Piece,
) -> Result<Cow<'a, [u8]>, SignError> {
    let path = signed_path(recipe, outgoing.path);
    let text = match piece {
        Piece::Method => Cow::Owned(outgoing.method.to_ascii_uppercase()),
        Piece::Path => Cow::Borrowed(path),
        Piece::Query => Cow::Borrowed(outgoing.query.unwrap_or_default()),
        Piece::Uri => match outgoing.query {
            Some(query) => Cow::Owned(format!("{path}?{query}")),
            None => Cow::Borrowed(path),
        },
        Piece::Url => Cow::Borrowed(outgoing.url),
        Piece::Body => return Ok(Cow::Borrowed(outgoing.body)),
        Piece::Nonce => match outgoing.nonce {
            None if recipe.nonce_optional => Cow::Borrowed(""),
            nonce => Cow::Borrowed(nonce.ok_or(SignError::Missing { piece: "nonce" })?),
        },
        Piece::Timestamp => {
            Cow::Borrowed(outgoing.timestamp.ok_or(SignError::Missing { piece: "timestamp" })?)
        }
        Piece::ApiKey => Cow::Borrowed(api_key),
    };
    Ok(match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    })
}

fn signed_path<'a>(recipe: &Recipe, path: &'a str) -> &'a str {
    let prefix = recipe.strip_prefix.as_deref().unwrap_or_default();
    match path.strip_prefix(prefix) {
        Some(rest) if rest.starts_with('/') => rest,
        _ => path,
    }
}

impl SignatureEncoding {
    /// Bytes as a header carries them.
    pub fn text(self, bytes: &[u8]) -> String {
        match self {
            Self::Base64 => base64::encode(bytes),
            Self::Hex => hex::encode(bytes),
        }
    }
}

fn authenticate(mac: Mac, key: &[u8], message: &[u8]) -> Vec<u8> {
    const ANY_LENGTH: &str = "HMAC takes a key of any length";
    match mac {
        Mac::HmacSha256 => {
            let mac = Hmac::<Sha256>::new_from_slice(key).expect(ANY_LENGTH);
            mac.chain_update(message).finalize().into_bytes().to_vec()
        }
        Mac::HmacSha512 => {
            let mac = Hmac::<Sha512>::new_from_slice(key).expect(ANY_LENGTH);
            mac.chain_update(message).finalize().into_bytes().to_vec()
        }
    }
}

struct Evaluation<'a> {
    recipe: &'a Recipe,
    api_key: &'a str,
    outgoing: &'a Outgoing<'a>,
    steps: Vec<Step>,
}

impl Evaluation<'_> {
    fn join(&mut self, parts: &[Part]) -> Result<Joined, SignError> {
        let mut joined = Joined::default();
        for part in parts {
            joined.append(match part {
                Part::Piece(piece) => self.piece(*piece)?,
                Part::Made(made) => self.made(made)?,
            });
        }
        Ok(joined)
    }

    fn piece(&mut self, piece: Piece) -> Result<Joined, SignError> {
        let value = match piece {
            Piece::ApiKey => Joined::masked(self.api_key),
            _ => Joined::bytes(&piece_bytes(self.recipe, self.api_key, self.outgoing, piece)?),
        };
        self.note_once(piece.name(), &value.shown);
        Ok(value)
    }

    fn made(&mut self, made: &Made) -> Result<Joined, SignError> {
        Ok(match made {
            Made::Text(text) => {
                self.note("text", text.clone());
                Joined::text(text.as_str())
            }
            Made::Sha256(parts) => Joined::digest(&self.digest::<Sha256>("sha256", parts)?),
            Made::Sha512(parts) => Joined::digest(&self.digest::<Sha512>("sha512", parts)?),
            Made::Sha256Hex(parts) => {
                Joined::text(hex::encode(&self.digest::<Sha256>("sha256", parts)?))
            }
            Made::Sha512Hex(parts) => {
                Joined::text(hex::encode(&self.digest::<Sha512>("sha512", parts)?))
            }
        })
    }

    fn digest<D: Digest>(&mut self, name: &str, parts: &[Part]) -> Result<Vec<u8>, SignError> {
        let input = self.join(parts)?;
        let digest = D::digest(&input.bytes).to_vec();
        self.note(&format!("{name} input"), input.shown);
        self.note(name, hex::encode(&digest));
        Ok(digest)
    }

    fn note(&mut self, name: &str, value: String) {
        self.steps.push(Step { name: name.to_owned(), value });
    }

    fn note_once(&mut self, name: &str, value: &str) {
        if !self.steps.iter().any(|step| step.name == name) {
            self.note(name, value.to_owned());
        }
    }
}
