//! A few lines of a source around a place.

use std::ops::Range;

use minijinja::{Value, context};
use unicode_width::UnicodeWidthChar as _;

use crate::source::excerpt::{Cut, Lines};

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
    let line = lines.line(place.start);
    let first = line.saturating_sub(AROUND).max(1);
    let last = (line + AROUND).min(lines.count());
    let mut shown: Vec<_> = (first..=last)
        .filter_map(|number| {
            let start = lines.start(number);
            let place = if number == line { place.clone() } else { start..start };
            Some((number, lines.cut(place, WIDTH, &hidden)?))
        })
        .collect();
    take_indent(&mut shown, line);
    shown.into_iter().map(|(number, cut)| values_of(cut, number == line)).collect()
}

/// Takes away the blanks that all lines begin with, but none of the place itself.
fn take_indent(lines: &mut [(usize, Cut)], line: usize) {
    let blanks = |cut: &Cut| cut.text.len() - cut.text.trim_start_matches(' ').len();
    let common =
        lines.iter().map(
            |(number, cut)| {
                if *number == line { blanks(cut).min(cut.indent) } else { blanks(cut) }
            },
        );
    let common = common.min().unwrap_or_default();
    for (_, cut) in lines {
        cut.text.drain(..common);
        cut.indent = cut.indent.saturating_sub(common);
    }
}

fn values_of(cut: Cut, has_place: bool) -> Value {
    let number = cut.number;
    if !has_place {
        return context! { number, before => cut.text };
    }
    let (before, rest) = split_at_column(&cut.text, cut.indent);
    let (at, after) = split_at_column(rest, cut.marks);
    let at = if at.is_empty() { " " } else { at };
    context! { number, before, at, after }
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
