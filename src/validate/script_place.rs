//! Where the text of a script stands in its file, which has it as one text or as a list of lines.

use std::ops::Range;

use serde_json::Value;

use crate::runtime::outline::ScriptText;
use crate::source::Pointer;

impl ScriptText<'_> {
    /// The text of the file that bytes of the script are in, and where they are there.
    pub(crate) fn text_at(&self, file: &Value, range: Range<usize>) -> (Pointer, Range<usize>) {
        match file.pointer(self.pointer.as_str()) {
            Some(Value::Array(lines)) => {
                let (index, start) = entry_at(lines, range.start);
                (self.pointer.index(index), start..start + range.len())
            }
            text => {
                let text = text.and_then(Value::as_str).unwrap_or_default();
                (self.pointer.clone(), with_carriage_returns(text, range))
            }
        }
    }
}

/// The entry of a list of lines that a byte of the joined text is in, and the byte of that entry.
fn entry_at(lines: &[Value], byte: usize) -> (usize, usize) {
    let mut start = 0;
    for (index, line) in lines.iter().enumerate() {
        let length = line.as_str().map_or(0, str::len);
        if byte <= start + length {
            return (index, byte - start);
        }
        start += length + 1;
    }
    (lines.len().saturating_sub(1), 0)
}

/// Where bytes of a text are if its lines end in CRLF, which scripts are read without.
fn with_carriage_returns(text: &str, range: Range<usize>) -> Range<usize> {
    let shifted = |at: usize| {
        let mut line_ends = text.match_indices("\r\n").enumerate();
        // Before the n-th of them, counted from 0, n carriage returns were dropped.
        at + line_ends
            .find(|(dropped, (end, _))| at <= end - dropped)
            .map_or_else(|| text.matches("\r\n").count(), |(dropped, _)| dropped)
    };
    shifted(range.start)..shifted(range.end)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{entry_at, with_carriage_returns};

    #[test]
    fn bytes_are_found_in_an_entry() {
        let lines = json!(["é", "a\nb", "", "c"]);
        let lines = lines.as_array().expect("a list");
        let text = "é\na\nb\n\nc";
        let places: Vec<_> = ["é", "a", "b", "c"]
            .map(|it| entry_at(lines, text.find(it).expect("it is there")))
            .into();
        assert_eq!(places, [(0, 0), (1, 0), (1, 2), (3, 0)]);
    }

    #[test]
    fn bytes_are_found_in_text_with_carriage_returns() {
        let (text, plain) = ("é\r\nb\rc\r\n\r\nd", "é\nb\rc\n\nd");
        for (start, end) in [(0, 2), (3, 4), (3, 6), (8, 9)] {
            let range = with_carriage_returns(text, start..end);
            assert_eq!(text.get(range), plain.get(start..end), "{start}..{end}");
        }
    }
}
