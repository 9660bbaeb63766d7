//! A finding with its place in the source.

use minijinja::{Value, context};

use super::{excerpt, parted, prose};
use crate::findings::{Compared, Location};
use crate::report::validate::mask::Mask;
use crate::report::validate::placed::Placed;
use crate::source::Span;
use crate::source::excerpt::Lines;
use crate::validate::{FileOutcome, Outcome};

/// The text that the findings of a file are places in.
pub(super) struct Source<'a> {
    file: &'a FileOutcome,
    outcome: &'a Outcome,
    lines: Lines<'a>,
    mask: Mask,
}

impl<'a> Source<'a> {
    /// The text of a file with findings; empty for one without.
    pub(super) fn of(file: &'a FileOutcome, outcome: &'a Outcome) -> Self {
        let text = file.document.as_ref().map_or("", |document| document.text());
        Self { file, outcome, lines: Lines::of(text), mask: Mask::of(file) }
    }

    /// What the page says of a finding.
    pub(super) fn values(&self, found: &Placed<'_>) -> Value {
        let diagnostic = found.diagnostic;
        let related = diagnostic.related.iter();
        context! {
            severity => diagnostic.severity.as_str(),
            rule => diagnostic.rule.as_str(),
            cause => diagnostic.cause,
            message => prose::values(&diagnostic.message),
            help => diagnostic.help.as_deref().map(prose::values),
            place => self.place(found.lines.start.line, found.lines.start.column),
            excerpt => self.excerpt(found.span),
            compared => diagnostic.compared.as_ref().map(compared),
            related => related.map(|(at, label)| self.related(at, label)).collect::<Vec<_>>(),
        }
    }

    fn place(&self, line: usize, column: usize) -> String {
        format!("{}:{line}:{column}", self.file.path)
    }

    fn excerpt(&self, span: Span) -> Value {
        excerpt::values(&self.lines, span.start..span.end, |byte| self.mask.hides(byte))
    }

    fn related(&self, location: &Location, label: &str) -> Value {
        let file = self.outcome.files.get(location.file.0);
        let is_here = file.is_some_and(|file| std::ptr::eq(file, self.file));
        let document = file.and_then(|file| file.document.as_ref());
        let start = document.map(|document| location.lines(document).start);
        let path = file.map(|file| file.path.as_str()).unwrap_or_default();
        let place = start.map(|start| format!("{path}:{}:{}", start.line, start.column));
        context! {
            label => prose::values(label),
            place => place.unwrap_or_else(|| path.to_owned()),
            excerpt => document.filter(|_| is_here).map(|it| self.excerpt(location.span(it))),
        }
    }
}

/// Both texts in pieces, those in which they differ marked.
fn compared(compared: &Compared) -> Value {
    let (signed, sent) = parted::pieces(&compared.signed, &compared.sent);
    context! { signed, sent }
}
