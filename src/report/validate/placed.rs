//! Findings with lines and columns, in the order in which they are reported.

use std::collections::BTreeMap;

use memchr::{memchr_iter, memrchr};

use crate::source::{Document, Lines, Position, Span};
use crate::validate::{Diagnostic, FileOutcome};

/// A finding and where it is.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    /// Its place in the file's list of findings.
    pub(super) index: usize,
    pub(super) diagnostic: &'a Diagnostic,
    pub(super) document: &'a Document,
    pub(super) lines: Lines,
    pub(super) span: Span,
}

/// The findings of a file by position, rule and message.
pub(super) fn placed(file: &FileOutcome) -> Vec<Placed<'_>> {
    let Some(document) = &file.document else { return Vec::new() };
    let with_span = |diagnostic: &Diagnostic| diagnostic.primary.span(document);
    let spans: Vec<_> = file.diagnostics.iter().map(with_span).collect();
    let positions = positions(document.text(), spans.iter().flat_map(|s| [s.start, s.end]));
    let both = file.diagnostics.iter().zip(spans).enumerate();
    let mut placed: Vec<_> = both
        .map(|(index, (diagnostic, span))| {
            let lines = Lines { start: positions[&span.start], end: positions[&span.end] };
            Placed { index, diagnostic, document, lines, span }
        })
        .collect();
    placed.sort_by(|a, b| a.key().cmp(&b.key()));
    placed
}

/// The positions of these bytes, found in one pass: a file of one line may have thousands of
/// findings.
fn positions(text: &str, bytes: impl Iterator<Item = usize>) -> BTreeMap<usize, Position> {
    let mut positions: BTreeMap<_, _> =
        bytes.map(|byte| (byte, Position { line: 1, column: 1 })).collect();
    let (mut at, mut here) = (0, Position { line: 1, column: 1 });
    for (byte, position) in &mut positions {
        let between = text.get(at..*byte).unwrap_or_default();
        let last_line = match memrchr(b'\n', between.as_bytes()) {
            Some(end) => {
                let lines = memchr_iter(b'\n', between.as_bytes()).count();
                here = Position { line: here.line + lines, column: 1 };
                between.get(end + 1..).unwrap_or_default()
            }
            None => between,
        };
        here.column += last_line.chars().count();
        at = *byte;
        *position = here;
    }
    positions
}

impl Placed<'_> {
    fn key(&self) -> impl Ord {
        (self.lines, self.diagnostic.rule, self.diagnostic.message.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_document() {
        let text = "\u{feff}{\r\n\t\"é\": [1, \"漢\", 2],\n\n \"b\": \"😀\"}\n";
        let document = Document::read(text.as_bytes()).unwrap();
        let text = document.text();
        let bytes: Vec<_> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        let found = positions(text, bytes.iter().rev().copied());
        for byte in bytes {
            assert_eq!(found[&byte], document.position(byte), "{byte}");
        }
    }
}
