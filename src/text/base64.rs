//! Base64 as RFC 4648 has it, and as Node and CryptoJS read it.

use base64::Engine as _;
use base64::alphabet::{self, Alphabet};
use base64::engine::DecodePaddingMode::Indifferent;
use base64::engine::general_purpose::{
    GeneralPurpose, GeneralPurposeConfig, STANDARD, URL_SAFE_NO_PAD,
};

/// The standard alphabet with padding (RFC 4648, section 4).
pub(crate) fn encode(bytes: impl AsRef<[u8]>) -> String {
    STANDARD.encode(bytes)
}

/// The URL-safe alphabet without padding (RFC 4648, section 5).
pub(crate) fn encode_url_safe(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads the standard alphabet with all of its padding; `None` for anything else.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// The same where padding may be missing.
pub(crate) fn decode_unpadded(text: &str) -> Option<Vec<u8>> {
    without_padding(&alphabet::STANDARD).decode(text).ok()
}

/// Reads the URL-safe alphabet, with padding or without.
pub(crate) fn decode_url_safe(text: &str) -> Option<Vec<u8>> {
    without_padding(&alphabet::URL_SAFE).decode(text).ok()
}

fn without_padding(alphabet: &Alphabet) -> GeneralPurpose {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(Indifferent);
    GeneralPurpose::new(alphabet, config)
}

/// Reads as Node's `Buffer.from(text, "base64")` does (measured with Node 22): both alphabets count,
/// other characters are passed over, and the first `=` ends it. Only the low byte of each UTF-16
/// code unit counts.
pub(crate) fn decode_as_node(text: &str) -> Vec<u8> {
    let low_bytes = text.encode_utf16().map(|unit| unit.to_le_bytes()[0]);
    let counting = low_bytes.take_while(|byte| *byte != b'=').filter_map(|byte| match byte {
        b'-' => Some(62),
        b'_' => Some(63),
        other => sextet(other),
    });
    joined(counting, text.len())
}

/// Reads as `CryptoJS.enc.Base64.parse` does: the first `=` ends it, and a UTF-16 code unit outside
/// the standard alphabet counts as six zero bits instead of being refused (measured with crypto-js 3.3.0).
pub(crate) fn decode_as_crypto_js(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().take_while(|unit| *unit != u16::from(b'='));
    joined(
        units.map(|unit| u8::try_from(unit).ok().and_then(sextet).unwrap_or_default()),
        text.len(),
    )
}

/// The six bits that a character of the standard alphabet stands for.
fn sextet(character: u8) -> Option<u8> {
    Some(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

/// The whole bytes of groups of six bits.
fn joined(sextets: impl Iterator<Item = u8>, characters: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(characters / 4 * 3 + 3);
    let mut previous = 0;
    for (index, bits) in sextets.enumerate() {
        let place = index % 4;
        if place != 0 {
            bytes.push(previous << (2 * place) | bits >> (6 - 2 * place));
        }
        previous = bits;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::hex;

    #[test]
    fn reads_what_node_reads() {
        for (text, bytes) in [
            ("eHl6", &b"xyz"[..]),
            ("eH l\n6!", b"xyz"),
            ("-_8=", &[0xfb, 0xff]),
            ("eA==eA==", b"x"),
            ("e", b""),
            ("eHl6漢eHl6", b"xyzxyz"),
            ("ŁŁŁŁ", &[0, 0, 0]),
            ("ee😀eeee", b"y"),
        ] {
            assert_eq!(decode_as_node(text), bytes, "{text}");
        }
    }

    #[test]
    fn reads_what_crypto_js_reads() {
        for (text, bytes) in [
            ("API PRIVATE KEY", "00f2003d12150131002846"),
            ("{{key}}", "00091ec800"),
            ("AQID BAUG", "010203001014"),
            (" QUJDREVG", "0105090d1115"),
            ("QUJD\nREVG", "414243011115"),
            ("AQI-_w==", "01020003"),
            ("A", ""),
            ("AAA", "0000"),
            ("/w==", "ff"),
            ("AB=CD", "00"),
            ("/😀/", "fc003f"),
        ] {
            assert_eq!(hex::encode(&decode_as_crypto_js(text)), bytes, "{text}");
        }
    }

    #[test]
    fn padding_and_alphabet_are_as_asked_for() {
        assert_eq!(decode("+/8="), Some(vec![0xfb, 0xff]));
        assert_eq!((decode("+/8"), decode("-_8=")), (None, None));
        assert_eq!(decode_unpadded("+/8"), decode("+/8="));
        assert_eq!(decode_url_safe("-_8"), decode("+/8="));
        assert_eq!(encode_url_safe(&[0xfb, 0xff]), "-_8");
    }

    proptest! {
        #[test]
        fn all_read_what_is_well_formed(bytes: Vec<u8>) {
            let text = encode(&bytes);
            prop_assert_eq!(decode_as_crypto_js(&text), &*bytes);
            prop_assert_eq!(decode_as_node(&text), &*bytes);
            prop_assert_eq!(decode_as_node(&encode_url_safe(&bytes)), &*bytes);
        }
    }
}
