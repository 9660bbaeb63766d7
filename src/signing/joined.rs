//! Bytes together with the way they are shown to a person.

use crate::text::hex;

/// Parts of a message, joined.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// What is hashed or signed.
    pub(super) bytes: Vec<u8>,
    /// The same for a person to read, with bytes that are no text as `<hex:…>`.
    pub(super) shown: String,
}

impl Joined {
    pub(super) fn text(text: impl Into<String>) -> Self {
        let shown = text.into();
        Self { bytes: shown.as_bytes().to_vec(), shown }
    }

    /// A body, which usually is text.
    pub(super) fn bytes(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec(), shown: hex::text_or_dump(bytes) }
    }

    /// A digest, which is never text, whatever its bytes are.
    pub(super) fn digest(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec(), shown: hex::dump(bytes) }
    }

    pub(super) fn masked(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec(), shown: "***".to_owned() }
    }

    pub(super) fn append(&mut self, other: Self) {
        self.bytes.extend(other.bytes);
        self.shown.push_str(&other.shown);
    }
}
