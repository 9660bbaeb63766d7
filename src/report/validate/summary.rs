//! The counts that every report ends or begins with.

use crate::validate::countersign::Status;
use crate::validate::{Outcome, Severity};

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
