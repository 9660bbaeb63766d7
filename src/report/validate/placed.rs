//! Findings with lines and columns, in the order in which they are reported.

use crate::findings::Diagnostic;
use crate::source::{Document, Lines, Span};
use crate::validate::FileOutcome;

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
    let mut placed: Vec<_> = file
        .diagnostics
        .iter()
        .enumerate()
        .map(|(index, diagnostic)| {
            let span = diagnostic.primary.span(document);
            Placed { index, diagnostic, document, lines: document.lines(span), span }
        })
        .collect();
    placed.sort_by(|a, b| a.key().cmp(&b.key()));
    placed
}

impl Placed<'_> {
    fn key(&self) -> impl Ord {
        (self.lines, self.diagnostic.rule, self.diagnostic.message.as_str())
    }
}
