//! Findings with lines and columns, in the order in which they are reported.

use crate::source::{Document, Lines, Span};
use crate::validate::{Diagnostic, FileOutcome};

/// A finding and where it is.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) diagnostic: &'a Diagnostic,
    pub(super) document: &'a Document,
    pub(super) lines: Lines,
    pub(super) span: Span,
}

/// The findings of a file by position, rule and message.
pub(super) fn placed<'a>(file: &'a FileOutcome) -> Vec<Placed<'a>> {
    let Some(document) = &file.document else { return Vec::new() };
    let place = |diagnostic: &'a Diagnostic| {
        let primary = &diagnostic.primary;
        let (lines, span) = (primary.lines(document), primary.span(document));
        Placed { diagnostic, document, lines, span }
    };
    let mut placed: Vec<_> = file.diagnostics.iter().map(place).collect();
    placed.sort_by(|a, b| a.key().cmp(&b.key()));
    placed
}

impl Placed<'_> {
    fn key(&self) -> impl Ord {
        (self.lines, self.diagnostic.rule, self.diagnostic.message.as_str())
    }
}
