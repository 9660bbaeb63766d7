//! Two texts that should be the same, one above the other.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How much of what both have in common is shown before the first difference.
const COMMON: usize = 30;

/// Two texts cut to a width, with their first difference at the same column.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct OneAboveTheOther {
    /// What both have in common, as far as it is shown.
    pub(crate) common: String,
    /// What the first goes on with.
    pub(crate) first: String,
    /// What the second goes on with.
    pub(crate) second: String,
}

impl OneAboveTheOther {
    /// Two texts that differ first in the character `at`, in at most `width` columns.
    pub(crate) fn of(first: &str, second: &str, at: usize, width: usize) -> Self {
        let before: String = second.chars().take(at).map(visible).collect();
        let fits = first.width().max(second.width()) <= width;
        let common = if fits { before } else { last_columns(&before, COMMON.min(width / 2)) };
        let room = width.saturating_sub(common.width());
        let rest = |text: &str| {
            let rest: String = text.chars().skip(at).map(visible).collect();
            if rest.is_empty() { "(ends here)".to_owned() } else { first_columns(&rest, room) }
        };
        Self { first: rest(first), second: rest(second), common }
    }

    /// The column of the first difference, counted from 0.
    pub(crate) fn column(&self) -> usize {
        self.common.width()
    }
}

/// One character on one line, none that steers a terminal.
fn visible(character: char) -> char {
    match character {
        '\n' => '⏎',
        '\t' => '→',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '·',
        control if control.is_control() => '·',
        other => other,
    }
}

fn columns_of(character: char) -> usize {
    character.width().unwrap_or_default()
}

fn first_columns(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |character: &char| {
        used += columns_of(*character);
        used <= width
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

fn last_columns(text: &str, width: usize) -> String {
    let reversed: String = text.chars().rev().collect();
    first_columns(&reversed, width).chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_where_two_texts_part() {
        let rows = OneAboveTheOther::of("pair=XBT/USD", "pair=XBT%2FUSD", 8, 60);
        assert_eq!((rows.common.as_str(), rows.column()), ("pair=XBT", 8));
        assert_eq!((rows.first.as_str(), rows.second.as_str()), ("/USD", "%2FUSD"));
    }

    #[test]
    fn says_where_a_text_ends() {
        let rows = OneAboveTheOther::of("a=1", "a=1&b=2", 3, 60);
        assert_eq!((rows.first.as_str(), rows.second.as_str()), ("(ends here)", "&b=2"));
    }

    #[test]
    fn long_texts_are_cut_at_both_ends() {
        let (first, second) = ("漢".repeat(90) + "x", "漢".repeat(90) + "y" + &"z".repeat(99));
        let rows = OneAboveTheOther::of(&first, &second, 90, 60);
        assert_eq!(rows.common, "…".to_owned() + &"漢".repeat(14));
        assert_eq!(rows.first, "x");
        assert_eq!(rows.second.width(), 60 - rows.column());
        assert!(rows.second.ends_with("z…"));
    }

    #[test]
    fn steers_no_terminal() {
        let rows = OneAboveTheOther::of("a\n\u{1b}[0m", "a\n\t\u{202e}", 2, 60);
        assert_eq!(
            (rows.common.as_str(), rows.first.as_str(), rows.second.as_str()),
            ("a⏎", "·[0m", "→·")
        );
    }
}
