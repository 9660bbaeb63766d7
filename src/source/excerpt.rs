//! Line, column and source line of a place in a text.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

/// More characters of a line than this are not shown.
const WIDTH: usize = 100;
/// How much of a long line is shown before the place.
const BEFORE: usize = 30;

/// A text and where its lines start, so that thousands of places are found quickly.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(end, _)| end + 1);
        Self { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The line of a byte and its column in Unicode characters, both counted from 1. A byte order
    /// mark has no column.
    pub(crate) fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.line(byte);
        let before = self.text.get(self.start(line)..byte).unwrap_or_default();
        (line, before.trim_start_matches('\u{feff}').chars().count() + 1)
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// The line with the place underlined, as lines that each begin with a line break; nothing for
    /// an empty line.
    pub(crate) fn excerpt(&self, place: Range<usize>) -> String {
        let Some(cut) = self.cut(place, WIDTH, |_| false) else { return String::new() };
        let Cut { number, text, indent, marks } = cut;
        let gutter = " ".repeat(number.to_string().len());
        let (indent, marks) = (" ".repeat(indent), "^".repeat(marks));
        format!("\n {gutter} |\n {number} | {text}\n {gutter} | {indent}{marks}")
    }

    /// At most `width` columns of the line on which a place begins, with the place among them;
    /// none for an empty line. Characters at `hidden` bytes are shown as asterisks.
    ///
    /// It takes no longer for a long line than for a short one.
    pub(crate) fn cut(
        &self,
        place: Range<usize>,
        width: usize,
        hidden: impl Fn(usize) -> bool,
    ) -> Option<Cut> {
        let number = self.line(place.start);
        let start = self.start(number);
        let before = self.text.get(start..place.start)?.char_indices().rev();
        let after = self.text.get(place.start..)?.char_indices().take_while(|(_, c)| *c != '\n');
        let left: Vec<_> = before
            .map(|(at, character)| Glyph::of(start + at, character, &hidden))
            .filter(Glyph::is_seen)
            .take(width + 1)
            .collect();
        let right: Vec<_> = after
            .map(|(at, character)| Glyph::of(place.start + at, character, &hidden))
            .filter(Glyph::is_seen)
            .take(width + 1)
            .collect();
        let mut all = left.iter().chain(&right);
        if all.clone().all(|glyph| glyph.shown.is_whitespace()) {
            return None;
        }
        let fits = all.try_fold(width, |room, glyph| room.checked_sub(glyph.width)).is_some();
        let room = if fits { width } else { BEFORE };
        Some(Cut { number, ..Cut::of(&left, room, &right, width, place.end) })
    }

    /// How many lines there are.
    pub(crate) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The byte at which a line starts; lines are counted from 1.
    pub(crate) fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default()
    }
}

/// A part of a line, and where in it a place is; `indent` and `marks` count columns.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// The number of the line, from 1.
    pub(crate) number: usize,
    /// What is shown of the line.
    pub(crate) text: String,
    /// How far the place is from the start of `text`.
    pub(crate) indent: usize,
    /// How wide the place is, at least 1; what is beyond `text` does not count.
    pub(crate) marks: usize,
}

impl Cut {
    /// Joins what is left of a place, nearest first, and what is from there on. The place ends at
    /// the byte `end`.
    fn of(left: &[Glyph], room: usize, right: &[Glyph], width: usize, end: usize) -> Self {
        let shown_left = fitting(left, room);
        let used = columns(shown_left);
        let shown_right = fitting(right, width.saturating_sub(used));
        let mut text = String::new();
        let is_cut = shown_left.len() < left.len();
        text.extend(is_cut.then_some('…'));
        text.extend(shown_left.iter().rev().chain(shown_right).map(|glyph| glyph.shown));
        text.extend((shown_right.len() < right.len()).then_some('…'));
        let marked = shown_right.partition_point(|glyph| glyph.byte < end);
        let marks = columns(&shown_right[..marked]).max(1);
        Self { number: 0, text, indent: used + usize::from(is_cut), marks }
    }
}

/// The first glyphs that fit into so many columns.
fn fitting(glyphs: &[Glyph], room: usize) -> &[Glyph] {
    let mut used = 0;
    let fits = move |glyph: &&Glyph| {
        used += glyph.width;
        used <= room
    };
    let count = glyphs.iter().take_while(fits).count();
    &glyphs[..count]
}

fn columns(glyphs: &[Glyph]) -> usize {
    glyphs.iter().map(|glyph| glyph.width).sum()
}

/// A character as it is shown.
#[derive(Debug, Clone, Copy)]
struct Glyph {
    /// Where it stands in the text.
    byte: usize,
    shown: char,
    width: usize,
}

impl Glyph {
    fn of(byte: usize, character: char, hidden: impl Fn(usize) -> bool) -> Self {
        let shown = if hidden(byte) { '*' } else { printable(character) };
        Self { byte, shown, width: shown.width().unwrap_or_default() }
    }

    /// Neither a byte order mark nor what a carriage return leaves of a line's end.
    fn is_seen(&self) -> bool {
        !matches!(self.shown, '\u{feff}' | '\r')
    }
}

/// One column for a tab, and nothing that steers a terminal.
fn printable(character: char) -> char {
    match character {
        '\t' => ' ',
        '\r' => '\r',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        control if control.is_control() => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn counts_columns_in_characters() {
        let text = "# é\n  é = 1\n";
        let one = text.find('1').expect("it is there");
        assert_eq!(Lines::of(text).line_column(one), (2, 7));
    }

    #[test]
    fn counts_no_column_for_a_byte_order_mark() {
        assert_eq!(Lines::of("\u{feff}a = 1").line_column(3), (1, 1));
    }

    #[test]
    fn underlines_the_place() {
        let text = "a = 1\n\té = \"x\"\r\nb = 2\n";
        let start = text.find('"').expect("it is there");
        assert_eq!(
            Lines::of(text).excerpt(start..start + 3),
            "\n   |\n 2 |  é = \"x\"\n   |      ^^^"
        );
    }

    #[test]
    fn shows_a_part_of_a_long_line() {
        let text = format!("{}x{}", "a".repeat(1000), "b".repeat(1_000_000));
        let shown = Lines::of(&text).excerpt(1000..1_001_001);
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(lines[2], format!(" 1 | …{}x{}…", "a".repeat(30), "b".repeat(69)));
        assert_eq!(lines[3], format!("   | {}{}", " ".repeat(31), "^".repeat(70)));
    }

    #[test]
    fn has_nothing_to_show_of_an_empty_line() {
        assert_eq!(Lines::of("").excerpt(0..0), "");
        assert_eq!(Lines::of("a\n").excerpt(2..2), "");
    }

    #[test]
    fn points_past_the_end_of_a_line() {
        assert_eq!(Lines::of("a = [").excerpt(5..5), "\n   |\n 1 | a = [\n   |      ^");
    }
}
