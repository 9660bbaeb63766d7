//! Base64 as Node reads it.

/// The bytes of a text: both alphabets count, other characters are passed over, and the first `=`
/// ends it. Of each UTF-16 code unit only the low byte counts.
pub(super) fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    let low_bytes = text.encode_utf16().map(|unit| unit.to_le_bytes()[0]);
    for character in low_bytes.take_while(|byte| *byte != b'=') {
        let Some(sextet) = sextet(character) else { continue };
        bits = (bits << 6 | sextet) & 0xffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap_or_default());
        }
    }
    bytes
}

fn sextet(character: u8) -> Option<u32> {
    Some(match character {
        b'A'..=b'Z' => u32::from(character - b'A'),
        b'a'..=b'z' => u32::from(character - b'a') + 26,
        b'0'..=b'9' => u32::from(character - b'0') + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_node_reads() {
        assert_eq!(decoded("eHl6"), b"xyz");
        assert_eq!(decoded("eH l\n6!"), b"xyz");
        assert_eq!(decoded("-_8="), [0xfb, 0xff]);
        assert_eq!(decoded("eA==eA=="), b"x");
        assert_eq!(decoded("e"), b"");
        assert_eq!(decoded("eHl6漢eHl6"), b"xyzxyz");
        assert_eq!(decoded("ŁŁŁŁ"), [0, 0, 0]);
        assert_eq!(decoded("ee😀eeee"), b"y");
    }
}
