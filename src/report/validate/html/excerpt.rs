//! A few lines of a source around a place.

use std::ops::Range;

use minijinja::{Value, context};
use unicode_width::UnicodeWidthChar as _;

use crate::excerpt::{Cut, Lines};

/// How many lines are shown before and after the line with the place.
const AROUND: usize = 2;
/// How many columns of a line are shown.
const WIDTH: usize = 100;

/// The lines around a place, of which one is in three parts: before, at and after the place.
pub(super) fn values(
    lines: &Lines<'_>,
    place: Range<usize>,
    hidden: impl Fn(usize) -> bool,
) -> Value {
    let (line, _) = lines.line_column(place.start);
    let first = line.saturating_sub(AROUND).max(1);
    let last = (line + AROUND).min(lines.count());
    let shown = (first..=last).map(|number| {
        if number == line {
            return lines
                .cut(place.clone(), WIDTH, &hidden)
                .map_or_else(|| plain(number, ""), marked);
        }
        let start = lines.start(number);
        let text = lines.cut(start..start, WIDTH, &hidden).map(|cut| cut.text);
        plain(number, &text.unwrap_or_default())
    });
    shown.collect()
}

fn plain(number: usize, text: &str) -> Value {
    context! { number, before => text }
}

fn marked(cut: Cut) -> Value {
    let (before, rest) = split_at_column(&cut.text, cut.indent);
    let (at, after) = split_at_column(rest, cut.marks);
    let at = if at.is_empty() { " " } else { at };
    context! { number => cut.number, before, at, after }
}

/// The text before a column, and from there on.
fn split_at_column(text: &str, column: usize) -> (&str, &str) {
    let mut used = 0;
    let is_at = |(_, character): &(usize, char)| {
        let is_at = used >= column;
        used += character.width().unwrap_or_default();
        is_at
    };
    let end = text.char_indices().find(is_at).map_or(text.len(), |(byte, _)| byte);
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::split_at_column;

    #[test]
    fn splits_by_columns() {
        assert_eq!(split_at_column("漢字ab", 4), ("漢字", "ab"));
        assert_eq!(split_at_column("é", 1), ("é", ""));
        assert_eq!(split_at_column("ab", 0), ("", "ab"));
        assert_eq!(split_at_column("ab", 9), ("ab", ""));
    }
}
