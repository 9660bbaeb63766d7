//! Where a rule puts what it finds.

use super::Rule;
use crate::findings::{Diagnostic, FileId, Location};

/// The findings of one rule in one file.
pub(crate) struct Findings<'a> {
    rule: &'a Rule,
    pub(super) file: FileId,
    list: Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    pub(super) fn of(rule: &'a Rule, file: FileId) -> Self {
        Self { rule, file, list: Vec::new() }
    }

    /// Adds a finding of the rule's severity, and yields it for more to be said.
    pub(super) fn add(&mut self, primary: Location, message: impl Into<String>) -> &mut Diagnostic {
        let finding = Diagnostic::new(self.rule.id, self.rule.severity, primary, message);
        self.list.push(finding);
        self.list.last_mut().expect("one was pushed just now")
    }

    /// Adds findings that were made elsewhere.
    pub(super) fn extend(&mut self, list: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(list);
    }

    pub(super) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}
