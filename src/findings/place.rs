//! From what a finding names to the bytes of a file.

use std::ops::Range;

use crate::runtime::secrets::FoundSecret;
use crate::source::{Document, Lines, Position, Span};

use super::{FileId, Location, Part};

impl Location {
    /// The place of a secret in a file.
    pub(crate) fn of_secret(file: FileId, found: &FoundSecret) -> Self {
        let part = found.inside.clone().map_or(Part::Value, Part::Inside);
        Self { file, pointer: found.pointer.clone(), part }
    }

    /// The bytes of the file's text that the location names; those of the nearest enclosing value if
    /// there is no such place.
    pub fn span(&self, document: &Document) -> Span {
        let place = document.nearest_place(&self.pointer);
        match &self.part {
            Part::Key => place.key.unwrap_or(place.value),
            Part::Value => place.value,
            Part::Inside(range) => inside(document.text(), place.value, range),
            Part::Known(lines) => {
                let start = offset(document.text(), lines.start);
                Span { start, end: offset(document.text(), lines.end).max(start) }
            }
        }
    }

    /// The lines and columns of the location.
    pub fn lines(&self, document: &Document) -> Lines {
        match &self.part {
            Part::Known(lines) => *lines,
            _ => document.lines(self.span(document)),
        }
    }
}

fn offset(text: &str, position: Position) -> usize {
    let lines = text.split_inclusive('\n').take(position.line.saturating_sub(1));
    let line = lines.map(str::len).sum();
    let before =
        text.get(line..).unwrap_or_default().chars().take(position.column.saturating_sub(1));
    line + before.map(char::len_utf8).sum::<usize>()
}

/// The part of a quoted text that stands for these bytes of its value.
fn inside(text: &str, quoted: Span, range: &Range<usize>) -> Span {
    let raw = text.get(quoted.start..quoted.end).unwrap_or_default();
    let Some(content) = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')) else {
        return quoted;
    };
    let first = quoted.start + 1;
    let start = first + raw_offset(content, range.start);
    Span { start, end: (first + raw_offset(content, range.end)).max(start) }
}

/// How far into the raw text the byte of the value is.
fn raw_offset(content: &str, byte: usize) -> usize {
    let (mut raw, mut decoded) = (0, 0);
    while decoded < byte {
        let Some((read, stands_for)) = character(content.get(raw..).unwrap_or_default()) else {
            break;
        };
        raw += read;
        decoded += stands_for;
    }
    raw
}

/// The length of the first character or escape, and of the UTF-8 that it stands for.
fn character(content: &str) -> Option<(usize, usize)> {
    let first = content.chars().next()?;
    if first != '\\' {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    match (unit(content), content.get(6..).and_then(unit)) {
        (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => Some((12, 4)),
        // Half a character is read as a stand-in of four bytes.
        (Some(0xd800..=0xdfff), _) => Some((6, 4)),
        (Some(unit), _) => Some((6, char::from_u32(unit).map_or(1, char::len_utf8))),
        (None, _) => Some((2, 1)),
    }
}

/// The code unit of a `\uXXXX` escape.
fn unit(content: &str) -> Option<u32> {
    let digits = content.strip_prefix("\\u")?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Pointer;

    fn found(text: &str, pointer: &str, part: Part) -> (String, usize, usize) {
        let document = Document::read(text.as_bytes()).unwrap();
        let pointer = Pointer::parse(pointer).unwrap();
        let location = Location { file: FileId(0), pointer, part };
        let span = location.span(&document);
        let start = location.lines(&document).start;
        (document.text().get(span.start..span.end).unwrap().to_owned(), start.line, start.column)
    }

    #[test]
    fn columns_count_characters() {
        let text = "{\"é漢😀\": 1, \"b\": 2}";
        assert_eq!(found(text, "/b", Part::Key), ("\"b\"".into(), 1, 12));
        assert_eq!(found(text, "/b", Part::Value), ("2".into(), 1, 17));
    }

    #[test]
    fn a_byte_order_mark_tabs_and_crlf_keep_the_columns() {
        let text = "\u{feff}{\r\n\t\"a\":\t1,\r\n\t\"b\":\t2\r\n}\r\n";
        assert_eq!(found(text, "/b", Part::Value), ("2".into(), 3, 7));
        assert_eq!(found("\u{feff}{\"a\": 1}", "/a", Part::Key), ("\"a\"".into(), 1, 2));
    }

    #[test]
    fn finds_text_behind_escapes() {
        let text = r#"{"a": "\"é\u00e9\ud83d\ude00\ud83dx\nHmac y"}"#;
        let document = Document::read(text.as_bytes()).unwrap();
        let value = document.value()["a"].as_str().unwrap().to_owned();
        let start = value.find("Hmac").unwrap();
        let part = Part::Inside(start..start + 4);
        assert_eq!(found(text, "/a", part).0, "Hmac");
        let start = value.find('x').unwrap();
        assert_eq!(found(text, "/a", Part::Inside(start..start + 1)).0, "x");
        assert_eq!(found(text, "/a", Part::Inside(900..901)).0, "");
    }

    #[test]
    fn known_lines_are_taken_as_they_are() {
        let document = Document::read("{\"a\": 1,\n  \"é\": 2, \"a\": 3}".as_bytes()).unwrap();
        let twice = &document.duplicate_keys()[0];
        for (lines, at) in [(twice.first, 1), (twice.second, 20)] {
            let part = Part::Known(lines);
            let location = Location { file: FileId(0), pointer: twice.pointer.clone(), part };
            assert_eq!(location.lines(&document), lines);
            assert_eq!(location.span(&document).start, at);
            assert_eq!(document.lines(location.span(&document)), lines);
        }
    }

    #[test]
    fn what_is_not_there_is_its_nearest_parent() {
        assert_eq!(found(r#"{"a": {"b": 1}}"#, "/a/c/0", Part::Value).0, r#"{"b": 1}"#);
    }
}
