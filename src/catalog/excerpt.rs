//! Line, column and source line of a place in a text.

use std::ops::Range;

/// More characters of a line than this are not shown.
const WIDTH: usize = 100;
/// How much of a long line is shown before the place.
const BEFORE: usize = 30;

/// The line of a byte and its column in Unicode characters, both counted from 1. A byte order mark
/// has no column.
pub(super) fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let (start, line) = line_start(text, byte);
    let before = text.get(start..byte).unwrap_or_default();
    (line, before.trim_start_matches('\u{feff}').chars().count() + 1)
}

/// The line with the place underlined, as lines that each begin with a line break.
pub(super) fn excerpt(text: &str, place: Range<usize>) -> String {
    let (start, number) = line_start(text, place.start);
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim_start_matches('\u{feff}');
    let (_, column) = line_column(text, place.start);
    let marked = text.get(place).unwrap_or_default().lines().next().unwrap_or_default();
    let marks = marked.chars().count().max(1);
    let skipped =
        if line.chars().count() > WIDTH { (column - 1).saturating_sub(BEFORE) } else { 0 };
    let cut = if skipped > 0 { "…" } else { "" };
    let shown: String = line.chars().skip(skipped).take(WIDTH).map(printable).collect();
    let more = if line.chars().count() > skipped + WIDTH { "…" } else { "" };
    let indent = " ".repeat(column - 1 - skipped + cut.chars().count());
    let room = WIDTH.saturating_sub(column - 1 - skipped).max(1);
    let gutter = " ".repeat(number.to_string().len());
    format!(
        "\n {gutter} |\n {number} | {cut}{shown}{more}\n {gutter} | {indent}{}",
        "^".repeat(marks.min(room))
    )
}

/// The byte at which the line of `byte` starts, and the number of that line.
fn line_start(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (start, before.matches('\n').count() + 1)
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
    use super::{excerpt, line_column};

    #[test]
    fn counts_columns_in_characters() {
        let text = "# é\n  é = 1\n";
        let one = text.find('1').expect("it is there");
        assert_eq!(line_column(text, one), (2, 7));
    }

    #[test]
    fn counts_no_column_for_a_byte_order_mark() {
        assert_eq!(line_column("\u{feff}a = 1", 3), (1, 1));
    }

    #[test]
    fn underlines_the_place() {
        let text = "a = 1\n\té = \"x\"\r\nb = 2\n";
        let start = text.find('"').expect("it is there");
        assert_eq!(excerpt(text, start..start + 3), "\n   |\n 2 |  é = \"x\"\n   |      ^^^");
    }

    #[test]
    fn shows_a_part_of_a_long_line() {
        let text = format!("{}x{}", "a".repeat(1000), "b".repeat(1_000_000));
        let shown = excerpt(&text, 1000..1_001_001);
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(lines[2], format!(" 1 | …{}x{}…", "a".repeat(30), "b".repeat(69)));
        assert_eq!(lines[3], format!("   | {}{}", " ".repeat(31), "^".repeat(70)));
    }

    #[test]
    fn survives_the_end_of_a_text() {
        assert_eq!(excerpt("", 0..0), "\n   |\n 1 | \n   | ^");
        assert_eq!(excerpt("a\n", 2..2), "\n   |\n 2 | \n   | ^");
    }
}
