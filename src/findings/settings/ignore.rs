//! Findings that do not count.

use std::path::Path;

use globset::{Glob, GlobBuilder, GlobMatcher};

use crate::findings::RuleId;

/// Findings that do not count: those of some rules, in some files, about some requests.
#[derive(Debug, Clone)]
pub struct Ignore {
    /// The rules; none stands for all.
    pub rules: Vec<RuleId>,
    /// Files, relative to the settings; none stands for all.
    pub paths: Vec<GlobMatcher>,
    /// Requests as in `Trading/AddOrder`, or folders with all that is in them; none stands for all.
    pub requests: Vec<GlobMatcher>,
}

impl Ignore {
    /// A pattern in which `*` stays within a folder and `**` does not.
    ///
    /// # Errors
    ///
    /// When it is no pattern, such as one with a bracket that is not closed.
    pub fn pattern(text: &str) -> Result<GlobMatcher, globset::Error> {
        GlobBuilder::new(text)
            .literal_separator(true)
            .build()
            .map(|glob: Glob| glob.compile_matcher())
    }

    pub(crate) fn covers(&self, rule: RuleId, path: &Path, request: &str) -> bool {
        let is_rule = self.rules.is_empty() || self.rules.contains(&rule);
        let is_path = self.paths.is_empty() || self.paths.iter().any(|it| it.is_match(path));
        is_rule && is_path && self.covers_request(request)
    }

    /// Whether a pattern matches the request or a folder that it is in.
    fn covers_request(&self, request: &str) -> bool {
        if self.requests.is_empty() {
            return true;
        }
        let ends = request.match_indices('/').map(|(end, _)| end).chain([request.len()]);
        let mut above = ends.filter_map(|end| request.get(..end)).filter(|it| !it.is_empty());
        above.any(|path| self.requests.iter().any(|pattern| pattern.is_match(path)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ignore(rules: &[&'static str], paths: &[&str], requests: &[&str]) -> Ignore {
        let patterns = |texts: &[&str]| {
            texts.iter().map(|text| Ignore::pattern(text).expect("a pattern")).collect()
        };
        Ignore {
            rules: rules.iter().map(|id| RuleId::new(id)).collect(),
            paths: patterns(paths),
            requests: patterns(requests),
        }
    }

    fn covers(ignore: &Ignore, rule: &'static str, path: &str, request: &str) -> bool {
        ignore.covers(RuleId::new(rule), Path::new(path), request)
    }

    #[test]
    fn all_that_is_named_has_to_fit() {
        let some = ignore(&["a"], &["old/*.json"], &["Trading/*"]);
        assert!(covers(&some, "a", "old/x.json", "Trading/AddOrder"));
        assert!(!covers(&some, "b", "old/x.json", "Trading/AddOrder"));
        assert!(!covers(&some, "a", "old/deep/x.json", "Trading/AddOrder"));
        assert!(!covers(&some, "a", "old/x.json", "Funding/Withdraw"));
        assert!(covers(&ignore(&[], &[], &[]), "a", "x.json", ""));
    }

    #[test]
    fn a_folder_stands_for_all_that_is_in_it() {
        let folder = ignore(&[], &[], &["Trading"]);
        assert!(covers(&folder, "a", "x.json", "Trading/Beta/AddOrder"));
        assert!(covers(&folder, "a", "x.json", "Trading"));
        assert!(!covers(&folder, "a", "x.json", "Trading 2/AddOrder"));
        assert!(!covers(&folder, "a", "x.json", ""));
    }
}
