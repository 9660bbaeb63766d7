//! Whether a text is what its name promises, or only stands for it.

use super::Grade;

/// Shorter texts are words that people choose.
pub(crate) const SHORTEST: usize = 16;
/// Words within texts that stand for a credential.
const STANDING_FOR: [&str; 16] = [
    "your",
    "example",
    "sample",
    "placeholder",
    "insert",
    "replace",
    "change",
    "dummy",
    "xxxx",
    "demo",
    "fake",
    "redacted",
    "undefined",
    "secret",
    "password",
    "token",
];

/// The part of a value that would be the credential if it looks like one: what stands behind `Bearer`.
pub(crate) fn credential_in(value: &str) -> Option<&str> {
    if value.len() < SHORTEST {
        return None;
    }
    // The values of cookies may stand in quotes.
    let value = value.trim().trim_matches('"');
    let text = value.split_once(' ').map_or(value, |(scheme, rest)| {
        let is_scheme = ["bearer", "basic", "token", "apikey", "key"].iter();
        if is_scheme.clone().any(|it| scheme.eq_ignore_ascii_case(it)) {
            rest.trim()
        } else {
            value
        }
    });
    let is_credential = text.len() >= SHORTEST
        && text.bytes().all(is_of_credential)
        && is_random(text)
        && !stands_for(text);
    is_credential.then_some(text)
}

/// Whether a text of a script that is called like a password may be one, and is neither a word of the program nor the
/// name of a variable.
pub(crate) fn may_be_password(text: &str) -> bool {
    let text = text.trim();
    let is_word = text.chars().all(char::is_alphabetic);
    let is_name = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
        && (text.contains(['_', '-', '.']) || Grade::of(text).is_some());
    !text.is_empty() && !is_word && !is_name && !stands_for(text) && !text.contains("{{")
}

/// Whether credentials have such a character.
pub(crate) fn is_of_credential(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=_-.~:%".contains(&byte)
}

/// Whether a text says that something else belongs into its place.
pub(super) fn stands_for(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    STANDING_FOR.iter().any(|word| lower.contains(word))
        || text.contains("...")
        || text.contains("://")
}

/// Whether a text looks as if nobody had thought of it: digits among letters, in an order that tells
/// nothing.
pub(crate) fn is_random(text: &str) -> bool {
    mixes_letters_and_digits(text) && !is_in_order(text) && bits(text) >= 3.0
}

/// Whether a run of letters and digits has both, and is no word with a number behind it.
fn mixes_letters_and_digits(text: &str) -> bool {
    // Times have no more than two.
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let mut pieces = text.split(|c: char| !c.is_ascii_alphanumeric());
    letters > 3
        && pieces.any(|piece| {
            let kinds = piece.as_bytes().windows(2);
            let changes =
                kinds.filter(|two| two[0].is_ascii_digit() != two[1].is_ascii_digit()).count();
            piece.len() >= 4 && changes >= 2
        })
}

/// Whether half of the characters follow from those before them, as in `0123456789abcdef`.
fn is_in_order(text: &str) -> bool {
    let steps = text.as_bytes().windows(2);
    let foreseen = steps.filter(|two| two[1].wrapping_sub(two[0]) <= 1).count();
    foreseen * 2 >= text.len()
}

/// The entropy of a text, in bits a character, as far as its own characters tell.
fn bits(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let total = f64::from(counts.iter().sum::<u32>());
    let share = |count: &u32| f64::from(*count) / total;
    counts.iter().filter(|count| **count > 0).map(share).map(|share| -share * share.log2()).sum()
}

/// Whether a text says that a public key belongs into its place: `API PUBLIC KEY`, `YOUR_API_KEY`.
pub(super) fn is_no_key(text: &str) -> bool {
    text.contains(char::is_whitespace) || stands_for(text)
}

/// Whether a text is nothing but `{{name}}`, with the name of a variable between the braces.
pub(super) fn is_variable(text: &str) -> bool {
    let name = text.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    name.is_some_and(|name| !name.contains(['{', '}']) && !is_pasted_value(name))
}

/// What stands between the braces of `{{…}}` and is no name of a variable, but the value itself.
pub(super) fn is_pasted_value(between_braces: &str) -> bool {
    let text = between_braces.trim();
    let is_run = text.len() >= SHORTEST && text.bytes().all(is_of_credential);
    let has_padding = text.ends_with('=') && text.len().is_multiple_of(4);
    is_run && (has_padding || is_random(text) && !has_words(text))
}

/// Whether a text is words with separators between them, such as `api_secret_2fa_v2`.
fn has_words(text: &str) -> bool {
    let words = text.split(['_', '-', '.', ':']);
    let is_short = |word: &str| word.len() <= 12;
    text.contains(['_', '-', '.', ':']) && words.clone().all(is_short) && words.count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_credential_is_none() {
        for value in [
            "",
            "API PRIVATE KEY",
            "YOUR_API_KEY_1a2b3c",
            "{{api_secret}}",
            "<key 1a2b3c4d5e6f7a8b>",
            "xxxxxxxxxxxxxxxx1x2x",
            "0123456789abcdef0123456789abcdef",
            "kraken-private-key-2026",
            "aaaaaaaaaaaaaaaaaaaaaaa1a2a3",
            "AB7J4FF-BGM7G",
            "https://example.com/oauth2/v1/authorize",
            "2026-11-26T08:19:13.123Z",
        ] {
            assert_eq!(credential_in(value), None, "{value}");
        }
    }

    #[test]
    fn values_between_braces_are_no_names() {
        for value in [
            "Q0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQVJZQ0FOQQ==",
            "9f86d081884c7d659a2feaa0c55ad015",
            "gEtxPHzRSQhXqMzFJr2IvRVSxE2xbeU7xgR1nQ8oQ3bR9tYd1c2sLmKf",
        ] {
            assert!(is_pasted_value(value), "{value}");
        }
        for name in ["api_secret", "krakenFuturesPrivateKey", "order_id_2026_v2_final", "$guid", ""]
        {
            assert!(!is_pasted_value(name), "{name}");
        }
    }

    #[test]
    fn credentials_are_known_by_their_looks() {
        for value in [
            "9f86d081884c7d659a2feaa0c55ad015",
            "gEtxPHzRSQhXqMzFJr2IvRVSxE2xbeU7xgR1nQ8oQ3bR9tYd1c2sLmKf",
            "123e4567-e89b-12d3-a456-426614174000",
        ] {
            assert_eq!(credential_in(value), Some(value), "{value}");
            assert_eq!(credential_in(&format!("Bearer {value}")), Some(value), "{value}");
        }
    }
}
