//! Line, column and source line of a place in a text.

use std::ops::Range;

/// More characters of a line than this are not shown.
const WIDTH: usize = 100;
/// How much of a long line is shown before the place.
const BEFORE: usize = 30;

/// A text and where its lines start, so that thousands of places are found quickly.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(end, _)| end + 1);
        Self { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The line of a byte and its column in Unicode characters, both counted from 1. A byte order
    /// mark has no column.
    pub(super) fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte);
        let before = self.text.get(self.start(line)..byte).unwrap_or_default();
        (line, before.trim_start_matches('\u{feff}').chars().count() + 1)
    }

    /// The line with the place underlined, as lines that each begin with a line break; nothing for
    /// an empty line.
    pub(super) fn excerpt(&self, place: Range<usize>) -> String {
        let (number, column) = self.line_column(place.start);
        let line = self.text.get(self.start(number)..).unwrap_or_default();
        let line = line.lines().next().unwrap_or_default().trim_start_matches('\u{feff}');
        if line.trim().is_empty() {
            return String::new();
        }
        let length = line.chars().count();
        let marked = self.text.get(place).unwrap_or_default().lines().next().unwrap_or_default();
        let marks = marked.chars().count().max(1);
        let skipped = if length > WIDTH { (column - 1).saturating_sub(BEFORE) } else { 0 };
        let cut = if skipped > 0 { "…" } else { "" };
        let shown: String = line.chars().skip(skipped).take(WIDTH).map(printable).collect();
        let more = if length > skipped + WIDTH { "…" } else { "" };
        let indent = " ".repeat(column - 1 - skipped + cut.chars().count());
        let room = WIDTH.saturating_sub(column - 1 - skipped).max(1);
        let gutter = " ".repeat(number.to_string().len());
        format!(
            "\n {gutter} |\n {number} | {cut}{shown}{more}\n {gutter} | {indent}{}",
            "^".repeat(marks.min(room))
        )
    }

    /// The byte at which a line starts; lines are counted from 1.
    fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default()
    }
}

/// One column for each character, and none that steers a terminal.
fn printable(character: char) -> char {
    match character {
        '\t' => ' ',
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
