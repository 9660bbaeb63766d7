//! The counts that every report ends or begins with.

use crate::countersign::Status;
use crate::findings::Severity;
use crate::validate::Outcome;

/// How much was looked at, and how much was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that were looked at.
    pub files: usize,
    /// Requests in them.
    pub requests: usize,
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity note.
    pub notes: usize,
    /// Further findings that a baseline knows already.
    pub known: usize,
    /// Requests by what came of signing them again.
    pub signatures: SignatureCounts,
}

/// Requests by what came of signing them again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SignatureCounts {
    /// The script's signature is right.
    pub verified: usize,
    /// The script's signature is wrong.
    pub mismatched: usize,
    /// There is no signature where one is needed.
    pub unsigned: usize,
    /// There is no recipe for the request.
    pub not_applicable: usize,
}

impl Summary {
    /// The counts of an outcome.
    pub fn of(outcome: &Outcome) -> Self {
        let diagnostics = || outcome.files.iter().flat_map(|file| &file.diagnostics);
        let findings = |severity| diagnostics().filter(|d| d.severity == severity).count();
        let requests = || outcome.files.iter().flat_map(|file| &file.requests);
        let signed = |status| requests().filter(|r| r.signature.status == status).count();
        Self {
            files: outcome.files.len(),
            requests: requests().count(),
            errors: findings(Severity::Error),
            warnings: findings(Severity::Warning),
            notes: findings(Severity::Note),
            known: outcome.files.iter().map(|file| file.known).sum(),
            signatures: SignatureCounts {
                verified: signed(Status::Verified),
                mismatched: signed(Status::Mismatched),
                unsigned: signed(Status::Unsigned),
                not_applicable: signed(Status::NotApplicable),
            },
        }
    }
}

impl Summary {
    /// All of it in one line: "checked 2 files with 79 requests: 1 error; signatures: 65 verified, …".
    pub fn line(&self) -> String {
        let found = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let found = found.into_iter().filter(|(count, _)| *count > 0);
        let found: Vec<_> = found.map(|(count, noun)| counted(count, noun)).collect();
        let found = if found.is_empty() { "no findings".to_owned() } else { found.join(", ") };
        let known = match self.known {
            0 => String::new(),
            known => format!(", besides {known} in the baseline"),
        };
        let (files, requests) = (counted(self.files, "file"), counted(self.requests, "request"));
        format!("checked {files} with {requests}: {found}{known}{}", self.signed())
    }

    /// What came of the signatures; empty if there was none to check.
    fn signed(&self) -> String {
        let SignatureCounts { verified, mismatched, unsigned, .. } = self.signatures;
        if verified + mismatched + unsigned == 0 {
            return String::new();
        }
        format!("; signatures: {verified} verified, {mismatched} mismatched, {unsigned} unsigned")
    }
}

/// `1 file`, `2 files`.
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
