//! What a team makes of the rules: how bad each finding is, and where it does not count.

mod file;
mod ignore;
mod level;

pub use file::{FailOn, SettingsFile};
pub use ignore::Ignore;
pub use level::Level;

use std::collections::BTreeMap;
use std::path::Path;

use super::{Diagnostic, RuleId};
use crate::validate::rules::Rule;

/// How findings are judged. The default is what each rule says itself.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    levels: BTreeMap<RuleId, Level>,
    ignores: Vec<Ignore>,
}

/// The folders and the name of the request, or the folders, that a finding is about.
pub type RequestPath<'a> = &'a str;

impl Settings {
    /// Settings of these levels and ignores.
    pub fn new(levels: BTreeMap<RuleId, Level>, ignores: Vec<Ignore>) -> Self {
        Self { levels, ignores }
    }

    /// Whether a rule is to look at all.
    pub(crate) fn is_on(&self, rule: &Rule) -> bool {
        self.levels.get(&rule.id) != Some(&Level::Off)
    }

    /// The finding as it counts; none if it does not.
    ///
    /// `path` is the file's, relative to the settings; `request` is as in `Trading/AddOrder`, empty for
    /// what belongs to no request or folder.
    pub(crate) fn judged(
        &self,
        mut diagnostic: Diagnostic,
        path: &Path,
        request: RequestPath<'_>,
    ) -> Option<Diagnostic> {
        if self.ignores.iter().any(|ignore| ignore.covers(diagnostic.rule, path, request)) {
            return None;
        }
        match self.levels.get(&diagnostic.rule) {
            Some(Level::Off) => return None,
            Some(Level::As(severity)) => diagnostic.severity = *severity,
            None => {}
        }
        Some(diagnostic)
    }
}
