//! The key that a request should have been signed with.

use zeroize::Zeroizing;

use crate::causes::{self, Key};
use crate::sandbox::crypto::TracedCall;
use crate::signing::{KeyError, Recipe, Secret, decode_key};

/// The right key of a request: the private key that its script should have used, or the bytes that
/// it used where it has a key of its own.
pub(super) enum RightKey<'a> {
    /// A private key as text.
    Text(&'a Secret),
    /// The text of a private key that the script has hard-coded, and did not decode.
    OwnText(Secret),
    /// The bytes of a key that the script has hard-coded.
    Own(Vec<u8>),
}

impl<'a> RightKey<'a> {
    /// Tells the right key from what the script did with keys.
    ///
    /// `calls` are its HMACs, the one that made the signature first; `secrets` are the private keys
    /// that it could read, the likeliest first.
    pub(super) fn of(recipe: &Recipe, calls: &[&TracedCall], secrets: &'a [Secret]) -> Self {
        for call in calls {
            // A secret in the message's place has been swapped with it.
            let has_it = |secret: &&Secret| {
                let used = [call.key.as_deref().unwrap_or_default(), &call.input];
                used.iter().any(|bytes| causes::is_made_of(bytes, secret, recipe))
            };
            if let Some(secret) = secrets.iter().find(has_it) {
                return Self::Text(secret);
            }
        }
        let used = calls.first().and_then(|call| call.key.as_deref());
        match (used, secrets.first()) {
            (Some(key), _) => match causes::undecoded_text(key, recipe) {
                Some(secret) => Self::OwnText(secret),
                None => Self::Own(key.to_vec()),
            },
            (None, Some(secret)) => Self::Text(secret),
            (None, None) => Self::OwnText(Secret::new("")),
        }
    }

    /// The bytes of the MAC key.
    pub(super) fn bytes(&self, recipe: &Recipe) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Own(bytes) => Zeroizing::new(bytes.clone()),
            Self::Text(secret) => causes::right_bytes(secret, recipe),
            Self::OwnText(secret) => causes::right_bytes(secret, recipe),
        }
    }

    /// Why the text is no private key of the api's; none if it is one.
    pub(super) fn error(&self, recipe: &Recipe) -> Option<KeyError> {
        let text = match self {
            Self::Own(_) => return None,
            Self::Text(secret) => secret,
            Self::OwnText(secret) => secret,
        };
        decode_key(text, recipe.key, recipe.key_bytes).err()
    }

    /// The same, as the search for a mistake takes it.
    pub(super) fn as_key(&self) -> Key<'_> {
        match self {
            Self::Text(secret) => Key::Text(secret),
            Self::OwnText(secret) => Key::Text(secret),
            Self::Own(bytes) => Key::Bytes(bytes),
        }
    }
}

/// The HMACs of a trace: those whose result is the signature first, then the latest.
pub(super) fn keyed<'a>(
    calls: &[&'a TracedCall],
    recipe: &Recipe,
    found: &str,
) -> Vec<&'a TracedCall> {
    let keyed = || calls.iter().copied().filter(|call| call.key.is_some());
    let made_it = |call: &&TracedCall| recipe.signature.encoding.text(&call.output) == found;
    let makers = keyed().filter(made_it);
    let others = keyed().rev().filter(|call| !made_it(call));
    makers.chain(others).collect()
}
