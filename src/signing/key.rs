//! From the text of a private key to the bytes of a MAC key.

use zeroize::Zeroizing;

use super::{KeyEncoding, Secret};
use crate::text::base64;

/// Why the text of a private key is not a key.
///
/// Positions count characters from 1. No message shows a letter or digit of the secret: the only
/// character shown is one that cannot be part of a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// There is no text.
    #[error("the secret is empty")]
    Empty,
    /// The first and the last character are the same kind of quote.
    #[error("the secret is wrapped in quotes; leave them out")]
    Quoted,
    /// A space, tab or line break, which often comes with copying.
    #[error("the secret has {what} at position {position}; a key has no white space")]
    WhiteSpace {
        /// `a space`, `a line break` and so on.
        what: &'static str,
        /// The character's position.
        position: usize,
    },
    /// `-` or `_`, which only the URL-safe alphabet has.
    #[error(
        "the secret has `{found}` at position {position}, from the URL-safe base64 alphabet; \
         the API uses the standard one with `+` and `/`"
    )]
    UrlSafe {
        /// The character.
        found: char,
        /// Its position.
        position: usize,
    },
    /// A character that base64 does not have.
    #[error("the secret is not base64: {what} at position {position}")]
    NotBase64 {
        /// The character in words or in backticks.
        what: String,
        /// Its position.
        position: usize,
    },
    /// The padding is missing, too long or incomplete.
    #[error("the secret is not base64: {characters} characters and {padding} `=`, {advice}")]
    Padding {
        /// Characters before the padding.
        characters: usize,
        /// Padding characters found.
        padding: usize,
        /// What would be right.
        advice: &'static str,
    },
    /// The last character stands for bits that no byte takes.
    #[error("the secret is not base64: its last character before any `=` is wrong or cut short")]
    LastCharacter,
    /// A character that hexadecimal does not have.
    #[error("the secret is not hexadecimal: wrong character at position {position}")]
    NotHex {
        /// The character's position.
        position: usize,
    },
    /// Half a byte is left over.
    #[error("the secret is not hexadecimal: {characters} digits, which is an odd number")]
    OddHex {
        /// How many digits there are.
        characters: usize,
    },
    /// The key decodes, but to another length than the API's keys have.
    #[error("the secret has {observed} bytes once decoded, expected {expected}")]
    Length {
        /// Bytes found.
        observed: usize,
        /// Bytes that [`Recipe::key_bytes`](super::Recipe::key_bytes) asks for.
        expected: usize,
    },
}

/// The bytes of `secret` as `encoding` reads them, checked against `expected_bytes` if given.
///
/// # Errors
///
/// When the text is not of that encoding or the length is another; see [`KeyError`].
pub fn decode_key(
    secret: &Secret,
    encoding: KeyEncoding,
    expected_bytes: Option<usize>,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let text = secret.expose();
    if text.is_empty() {
        return Err(KeyError::Empty);
    }
    let key = match encoding {
        KeyEncoding::Utf8 => text.as_bytes().to_vec(),
        KeyEncoding::Base64 => base64_key(text)?,
        KeyEncoding::Hex => hex_key(text)?,
    };
    let key = Zeroizing::new(key);
    match expected_bytes {
        Some(expected) if expected != key.len() => {
            Err(KeyError::Length { observed: key.len(), expected })
        }
        _ => Ok(key),
    }
}

fn base64_key(text: &str) -> Result<Vec<u8>, KeyError> {
    refuse_quotes_and_space(text)?;
    let body = text.trim_end_matches('=');
    if let Some((index, found)) = text.chars().enumerate().find(|&(index, c)| {
        !(c.is_ascii_alphanumeric() || "+/".contains(c) || (c == '=' && index >= body.len()))
    }) {
        return Err(not_base64(found, index + 1));
    }
    check_padding(body.len(), text.len() - body.len())?;
    // Alphabet, padding and length are right, so only unused bits can be wrong.
    base64::decode(text).ok_or(KeyError::LastCharacter)
}

fn not_base64(found: char, position: usize) -> KeyError {
    match found {
        '-' | '_' => KeyError::UrlSafe { found, position },
        '=' => KeyError::NotBase64 { what: "`=` before the end".into(), position },
        c if c.is_ascii_punctuation() => KeyError::NotBase64 { what: format!("`{c}`"), position },
        c if c.is_control() => KeyError::NotBase64 {
            what: format!("control character U+{:04X}", u32::from(c)),
            position,
        },
        c => KeyError::NotBase64 { what: format!("`{c}` (U+{:04X})", u32::from(c)), position },
    }
}

fn check_padding(characters: usize, padding: usize) -> Result<(), KeyError> {
    let advice = match (characters % 4, padding) {
        (0, 0) | (2, 2) | (3, 1) => return Ok(()),
        (0, _) => "expected none",
        (1, _) => "so at least one character is missing or too many",
        (2, _) => "expected two `=` at the end",
        _ => "expected one `=` at the end",
    };
    Err(KeyError::Padding { characters, padding, advice })
}

fn hex_key(text: &str) -> Result<Vec<u8>, KeyError> {
    refuse_quotes_and_space(text)?;
    let digits: Vec<u8> = text
        .chars()
        .enumerate()
        .map(|(index, c)| {
            let digit = c.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            digit.ok_or(KeyError::NotHex { position: index + 1 })
        })
        .collect::<Result<_, _>>()?;
    let digits = Zeroizing::new(digits);
    if !digits.len().is_multiple_of(2) {
        return Err(KeyError::OddHex { characters: digits.len() });
    }
    Ok(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

fn refuse_quotes_and_space(text: &str) -> Result<(), KeyError> {
    let quoted = |quote| text.len() > 1 && text.starts_with(quote) && text.ends_with(quote);
    if quoted('"') || quoted('\'') || quoted('`') {
        return Err(KeyError::Quoted);
    }
    match text.chars().enumerate().find(|(_, c)| c.is_whitespace()) {
        Some((index, c)) => Err(KeyError::WhiteSpace { what: white_space(c), position: index + 1 }),
        None => Ok(()),
    }
}

fn white_space(c: char) -> &'static str {
    match c {
        ' ' => "a space",
        '\t' => "a tab",
        '\n' | '\r' => "a line break",
        '\u{a0}' => "a no-break space",
        _ => "white space",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base64(text: &str) -> Result<Vec<u8>, KeyError> {
        decode_key(&Secret::new(text), KeyEncoding::Base64, None).map(|key| key.to_vec())
    }

    fn message(text: &str) -> String {
        base64(text).expect_err("the text is no key").to_string()
    }

    #[test]
    fn decodes_each_encoding() {
        let key = |text: &str, encoding| {
            decode_key(&Secret::new(text), encoding, None).map(|key| key.to_vec())
        };
        assert_eq!(key("AQID", KeyEncoding::Base64), Ok(vec![1, 2, 3]));
        assert_eq!(key("/+8=", KeyEncoding::Base64), Ok(vec![0xff, 0xef]));
        assert_eq!(key("00Ff1a", KeyEncoding::Hex), Ok(vec![0, 0xff, 0x1a]));
        assert_eq!(key(" é ", KeyEncoding::Utf8), Ok(" é ".as_bytes().to_vec()));
    }

    #[test]
    fn says_what_is_wrong_with_base64() {
        insta::assert_snapshot!(message(""), @"the secret is empty");
        insta::assert_snapshot!(message("\"AQID\""), @"the secret is wrapped in quotes; leave them out");
        insta::assert_snapshot!(message("AQID\n"), @"the secret has a line break at position 5; a key has no white space");
        insta::assert_snapshot!(message("AQ ID"), @"the secret has a space at position 3; a key has no white space");
        insta::assert_snapshot!(message("AQ-_"), @"the secret has `-` at position 3, from the URL-safe base64 alphabet; the API uses the standard one with `+` and `/`");
        insta::assert_snapshot!(message("{{key}}"), @"the secret is not base64: `{` at position 1");
        insta::assert_snapshot!(message("AQéD"), @"the secret is not base64: `é` (U+00E9) at position 3");
        insta::assert_snapshot!(message("AQ\u{1b}D"), @"the secret is not base64: control character U+001B at position 3");
        insta::assert_snapshot!(message("AQ=D"), @"the secret is not base64: `=` before the end at position 3");
        insta::assert_snapshot!(message("AQI"), @"the secret is not base64: 3 characters and 0 `=`, expected one `=` at the end");
        insta::assert_snapshot!(message("AQID="), @"the secret is not base64: 4 characters and 1 `=`, expected none");
        insta::assert_snapshot!(message("AQIDB"), @"the secret is not base64: 5 characters and 0 `=`, so at least one character is missing or too many");
        insta::assert_snapshot!(message("===="), @"the secret is not base64: 0 characters and 4 `=`, expected none");
        insta::assert_snapshot!(message("AR=="), @"the secret is not base64: its last character before any `=` is wrong or cut short");
    }

    #[test]
    fn refuses_a_key_of_another_length() {
        let short = decode_key(&Secret::new("AQID"), KeyEncoding::Base64, Some(64));
        assert_eq!(short, Err(KeyError::Length { observed: 3, expected: 64 }));
    }

    #[test]
    fn says_what_is_wrong_with_hex() {
        let hex = |text: &str| decode_key(&Secret::new(text), KeyEncoding::Hex, None);
        assert_eq!(hex("abc"), Err(KeyError::OddHex { characters: 3 }));
        assert_eq!(hex("abxg"), Err(KeyError::NotHex { position: 3 }));
        assert_eq!(hex("ab cd"), Err(KeyError::WhiteSpace { what: "a space", position: 3 }));
    }

    #[test]
    fn errors_show_no_part_of_the_secret() {
        let key = "Zq7Xw9Kj4Vp2";
        let broken = ["!", "é", "-", " ", "\n", "=", "A", "AB", "\0"];
        for text in broken.map(|end| format!("{key}{end}")) {
            let message = message(&text);
            let shown = key
                .as_bytes()
                .windows(2)
                .find(|pair| message.as_bytes().windows(2).any(|window| window == *pair));
            assert_eq!(shown, None, "{message}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_decodes_or_is_explained(text in "\\PC*") {
            match base64(&text) {
                Ok(key) => proptest::prop_assert_eq!(base64::encode(key), text),
                Err(error) => proptest::prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}
