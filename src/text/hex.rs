//! Bytes as hexadecimal digits (RFC 4648, section 8).

/// Two lower-case digits a byte.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes of digits of either case; `None` for an empty text, an odd number of digits, or any other character.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let digit = |c: char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let digits: Vec<u8> = text.chars().map(digit).collect::<Option<_>>()?;
    let is_whole = !digits.is_empty() && digits.len().is_multiple_of(2);
    is_whole.then(|| digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

/// Bytes for a person to read: `<hex:fffe00>`.
pub(crate) fn dump(bytes: &[u8]) -> String {
    format!("<hex:{}>", encode(bytes))
}

/// Bytes for a person to read: their text, or a [`dump`] if they are no UTF-8.
pub(crate) fn text_or_dump(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| dump(bytes), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_either_case_are_read() {
        assert_eq!(encode(&[0, 0x9f, 0xff]), "009fff");
        assert_eq!(decode("009fFF"), Some(vec![0, 0x9f, 0xff]));
        for text in ["", "0", "0g", "00 "] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }

    #[test]
    fn only_bytes_that_are_no_text_are_dumped() {
        assert_eq!(text_or_dump("é".as_bytes()), "é");
        assert_eq!(text_or_dump(&[0xff, 0xfe, 0]), "<hex:fffe00>");
    }
}
