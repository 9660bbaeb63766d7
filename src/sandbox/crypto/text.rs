//! CryptoJS's text encodings, with what they do to text that is not well-formed.

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .collect()
}

/// Base64 text decoded as CryptoJS does: it ends at the first `=`, and every character outside
/// the alphabet counts as a zero sextet instead of being refused.
pub(super) fn base64_lenient(text: &str) -> Vec<u8> {
    let end = text.find('=').unwrap_or(text.len());
    let mut bytes = Vec::with_capacity(end / 4 * 3 + 3);
    let mut previous = 0;
    // A character beyond U+FFFF is two UTF-16 units, each of which counts.
    let units = text
        .chars()
        .take_while(|c| *c != '=')
        .flat_map(|c| std::iter::repeat_n(sextet(c), c.len_utf16()));
    for (index, bits) in units.enumerate() {
        let place = index % 4;
        if place != 0 {
            bytes.push(previous << (2 * place) | bits >> (6 - 2 * place));
        }
        previous = bits;
    }
    bytes
}

fn sextet(c: char) -> u8 {
    match u8::try_from(c) {
        Ok(c @ b'A'..=b'Z') => c - b'A',
        Ok(c @ b'a'..=b'z') => c - b'a' + 26,
        Ok(c @ b'0'..=b'9') => c - b'0' + 52,
        Ok(b'+') => 62,
        Ok(b'/') => 63,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn counts_unknown_characters_as_zero() {
        let decoded = |text| hex(&base64_lenient(text));
        assert_eq!(decoded("API PRIVATE KEY"), "00f2003d12150131002846");
        assert_eq!(decoded("{{key}}"), "00091ec800");
        assert_eq!(decoded("AQID BAUG"), "010203001014");
        assert_eq!(decoded("AQI-_w=="), "01020003");
        assert_eq!(decoded("A"), "");
        assert_eq!(decoded("AAA"), "0000");
        assert_eq!(decoded("/w=="), "ff");
        assert_eq!(decoded("AB=CD"), "00");
    }

    proptest! {
        #[test]
        fn decodes_what_is_well_formed(bytes: Vec<u8>) {
            prop_assert_eq!(base64_lenient(&STANDARD.encode(&bytes)), bytes);
        }
    }
}
