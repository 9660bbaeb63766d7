//! Whether the requests of an endpoint are proved to sign right.

use super::super::diff::StatusOf;
use super::super::operation::Operation;
use super::Endpoint;
use crate::countersign::Status;

/// An endpoint whose requests are not proved to sign right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unproved {
    /// The endpoint.
    pub endpoint: Endpoint,
    /// What is the matter.
    pub why: Why,
}

/// Why requests are not proved to sign right; what is worse is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// They were not signed again.
    NotChecked,
    /// One carries no signature.
    Unsigned,
    /// One carries a signature that is wrong.
    Mismatched,
}

impl Why {
    /// `not-checked`, `unsigned` or `mismatched`.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotChecked => "not-checked",
            Self::Unsigned => "unsigned",
            Self::Mismatched => "mismatched",
        }
    }
}

/// Why the requests of an endpoint are not proved; none if all of them sign right.
pub(super) fn lacks(calls: &[&Operation<'_>], status: &StatusOf<'_>) -> Option<Why> {
    let lack = |call: &&Operation<'_>| match status(call.source, &call.pointer) {
        Some(Status::Verified) => None,
        Some(Status::Mismatched) => Some(Why::Mismatched),
        Some(Status::Unsigned) => Some(Why::Unsigned),
        Some(Status::NotApplicable) | None => Some(Why::NotChecked),
    };
    calls.iter().filter_map(lack).max()
}
