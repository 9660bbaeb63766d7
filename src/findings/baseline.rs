//! Findings that a team knows already, so that only new ones count.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Fingerprint, fingerprints};
use crate::validate::{FileOutcome, Outcome};

/// The version of the file format.
const VERSION: u32 = 1;

/// Known findings, as a file keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The version of this format, 1.
    schema_version: u32,
    /// The findings, by file and fingerprint.
    findings: Vec<Known>,
}

/// One known finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Known {
    /// The file, with slashes, from the folder of the settings.
    path: String,
    /// The rule that found it.
    rule: String,
    /// What the finding is told by.
    fingerprint: String,
    /// What it said, for people.
    message: String,
}

/// Why a text is no baseline.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BaselineError {
    /// It is not of the format.
    #[error("it is no baseline: {0}")]
    Format(#[from] serde_json::Error),
    /// It is of another version of the format.
    #[error("it has version {found}, expected {VERSION}")]
    Version {
        /// The version that it names.
        found: u32,
    },
}

/// What came of holding findings against a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownCounts {
    /// Findings that were known, and are left out.
    pub known: usize,
    /// Known findings in the files at hand that are there no longer.
    pub gone: usize,
}

impl Baseline {
    /// All findings of an outcome.
    pub fn of(outcome: &Outcome) -> Self {
        let mut findings: Vec<_> = outcome.files.iter().flat_map(known).collect();
        findings.sort();
        Self { schema_version: VERSION, findings }
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// When it is no baseline, or one of another version.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let baseline: Self = serde_json::from_str(text)?;
        match baseline.schema_version {
            VERSION => Ok(baseline),
            found => Err(BaselineError::Version { found }),
        }
    }

    /// The text of the file, which says the same for the same findings.
    pub fn to_text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("texts and numbers are JSON");
        text.push('\n');
        text
    }

    /// How many findings it holds.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Takes known findings out of a file.
    pub fn leave_new(&self, file: &mut FileOutcome) -> KnownCounts {
        let path = path(file);
        let of_file = self.findings.iter().filter(|known| known.path == path);
        let known: BTreeSet<&str> = of_file.map(|known| known.fingerprint.as_str()).collect();
        let is_new: Vec<bool> = fingerprints(file)
            .iter()
            .map(|fingerprint: &Fingerprint| !known.contains(fingerprint.as_str()))
            .collect();
        let before = file.diagnostics.len();
        let mut is_new = is_new.into_iter();
        file.diagnostics.retain(|_| is_new.next().unwrap_or(true));
        let left_out = before - file.diagnostics.len();
        KnownCounts { known: left_out, gone: known.len().saturating_sub(left_out) }
    }
}

fn known(file: &FileOutcome) -> Vec<Known> {
    let path = path(file);
    let both = file.diagnostics.iter().zip(fingerprints(file));
    let known = both.map(|(found, fingerprint)| Known {
        path: path.clone(),
        rule: found.rule.to_string(),
        fingerprint: fingerprint.to_string(),
        message: found.message.clone(),
    });
    known.collect()
}

fn path(file: &FileOutcome) -> String {
    let parts = file.place.components().map(|part| part.as_os_str().to_string_lossy());
    parts.filter(|part| part != ".").collect::<Vec<_>>().join("/")
}
