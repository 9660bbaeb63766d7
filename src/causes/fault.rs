//! One mistake, as far as it is understood.

use super::Cause;

/// A mistake with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) cause: Cause,
    /// One line, lower case, no full stop.
    pub(super) detail: String,
    /// What was signed and what should have been.
    pub(super) texts: Option<(String, String)>,
}

impl Fault {
    pub(super) fn new(cause: Cause, detail: impl Into<String>) -> Self {
        Self { cause, detail: detail.into(), texts: None }
    }

    pub(super) fn with_texts(self, signed: impl Into<String>, sent: impl Into<String>) -> Self {
        Self { texts: Some((signed.into(), sent.into())), ..self }
    }
}

/// Characters that are shown of a value.
const MOST: usize = 60;
/// Characters that are shown of what two long values have in common.
const COMMON: usize = 16;

/// A value in a detail: in backticks, on one line, not too long.
pub(super) fn quoted(text: &str) -> String {
    quoted_from(text, 0)
}

/// Two values that differ, so that the difference is among what is shown of them.
pub(super) fn quoted_apart(one: &str, other: &str) -> (String, String) {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let start = if common + COMMON < MOST { 0 } else { common - COMMON };
    (quoted_from(one, start), quoted_from(other, start))
}

fn quoted_from(text: &str, start: usize) -> String {
    let mut shown: String = text.chars().skip(start).take(MOST).flat_map(visible).collect();
    if text.chars().count() > start + MOST {
        shown.push('…');
    }
    let before = if start > 0 { "…" } else { "" };
    format!("`{before}{shown}`")
}

fn visible(c: char) -> Vec<char> {
    if c.is_control() { c.escape_default().collect() } else { vec![c] }
}

#[cfg(test)]
mod tests {
    use super::{quoted, quoted_apart};

    #[test]
    fn long_values_are_cut() {
        assert_eq!(quoted("a\nb"), "`a\\nb`");
        assert_eq!(quoted(&"é".repeat(61)), format!("`{}…`", "é".repeat(60)));
    }

    #[test]
    fn the_difference_is_among_what_is_shown() {
        let long = "a".repeat(100);
        let (one, other) = quoted_apart(&format!("{long}b"), &format!("{long}c"));
        assert_eq!(one, format!("`…{}b`", "a".repeat(16)));
        assert_eq!(other, format!("`…{}c`", "a".repeat(16)));
        assert_eq!(quoted_apart("ab", "ac"), ("`ab`".to_owned(), "`ac`".to_owned()));
    }
}
