//! Findings with their fingerprints, in the order in which they are reported.

use super::placed::{Placed, placed};
use crate::findings::{Fingerprint, fingerprints};
use crate::validate::FileOutcome;

/// A finding, where it is, and what it is told by.
#[derive(Debug)]
pub(super) struct Fingerprinted<'a> {
    pub(super) placed: Placed<'a>,
    pub(super) fingerprint: Fingerprint,
}

/// The findings of a file by position, rule and message.
pub(super) fn fingerprinted(file: &FileOutcome) -> Vec<Fingerprinted<'_>> {
    let fingerprints = fingerprints(file);
    let found = placed(file).into_iter();
    found
        .map(|placed| Fingerprinted { fingerprint: fingerprints[placed.index].clone(), placed })
        .collect()
}
