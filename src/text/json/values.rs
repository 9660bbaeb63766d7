//! The values in a JSON text.

use serde::de::IgnoredAny;

use super::piece::{Kind, Piece, pieces};
use super::stringify::quoted;
use crate::text::surrogate;

/// Whether the text is JSON once its comments are cut out and its variables filled in.
pub(crate) fn is_json(text: &str) -> bool {
    let filled = pieces(text).map(|piece| match piece.kind {
        Kind::Comment => "",
        // Whatever it stands beside, a number with one more digit is a number.
        Kind::Variable => "1",
        _ => piece.text,
    });
    serde_json::from_str::<IgnoredAny>(&filled.collect::<String>()).is_ok()
}

/// What a text in quotes stands for; `None` if it is no JSON text.
pub(crate) fn unquoted(text: &str) -> Option<String> {
    let parsed = serde_json::from_str(text).ok();
    parsed.or_else(|| serde_json::from_str(&surrogate::without_lone(text)?).ok())
}

/// The text with `replacement` in place of each text value, but for that of the member `kept`, for
/// empty ones, and for those that hold a variable.
pub(crate) fn with_texts(text: &str, replacement: &str, kept: Option<&str>) -> String {
    let replacement = quoted(replacement);
    let mut edited = String::with_capacity(text.len());
    let mut key = None;
    let all: Vec<_> = pieces(text).collect();
    for (index, piece) in all.iter().enumerate() {
        let is_text = piece.kind == Kind::Text;
        if is_text && is_key(&all[index + 1..]) {
            key = unquoted(piece.text);
        }
        let is_kept = piece.text == "\"\""
            || piece.text.contains("{{")
            || (kept.is_some() && key.as_deref() == kept);
        let is_value = is_text && !is_key(&all[index + 1..]);
        edited.push_str(if is_value && !is_kept { &replacement } else { piece.text });
    }
    edited
}

/// Whether the text before these pieces is a key.
fn is_key(after: &[Piece<'_>]) -> bool {
    let next = after.iter().find(|it| !matches!(it.kind, Kind::Blank | Kind::Comment));
    next.is_some_and(|next| next.is(":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_values_and_neither_keys_nor_comments() {
        let text = r#"{"nonce": "1", "a": "b // c", // "d": "e"
            "f" /* x */ : ["g\"", {"h": "{{i}}"}, ""], "j": 5 /* "k" */}"#;
        assert_eq!(
            with_texts(text, "é\"", Some("nonce")),
            r#"{"nonce": "1", "a": "é\"", // "d": "e"
            "f" /* x */ : ["é\"", {"h": "{{i}}"}, ""], "j": 5 /* "k" */}"#
        );
        assert_eq!(with_texts("[\"a\"]", "b", None), "[\"b\"]");
        for broken in ["", "\"a", "/* a", "{\"a\\", "é\"é"] {
            with_texts(broken, "b", Some("a"));
        }
    }

    #[test]
    fn knows_json_with_variables_and_comments() {
        assert!(is_json(r#"{"a": {{b}}, "c": "{{d}}" /* e */, "f": {{g}}{{h}}.5 }"#));
        assert!(!is_json(r#"{"a": 1 "b": 2}"#));
        assert!(!is_json("{\"a\": 1,\n // \"b\": 2\n}"));
    }

    #[test]
    fn half_a_character_is_read_as_its_stand_in() {
        assert_eq!(unquoted(r#""a\ud83d""#).as_deref(), Some("a\u{10d83d}"));
        assert_eq!(unquoted("\"a"), None);
    }
}
