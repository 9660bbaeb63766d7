//! Bytes together with the way they are shown to a person.

use std::str;

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
        let shown = match str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => format!("<hex:{}>", hex(bytes)),
        };
        Self { bytes: bytes.to_vec(), shown }
    }

    /// A digest, which is never text, whatever its bytes are.
    pub(super) fn digest(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec(), shown: format!("<hex:{}>", hex(bytes)) }
    }

    pub(super) fn masked(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec(), shown: "***".to_owned() }
    }

    pub(super) fn append(&mut self, other: Self) {
        self.bytes.extend(other.bytes);
        self.shown.push_str(&other.shown);
    }
}

/// Two lower-case digits a byte.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        digits.push(DIGITS[usize::from(byte >> 4)]);
        digits.push(DIGITS[usize::from(byte & 15)]);
    }
    digits
}
