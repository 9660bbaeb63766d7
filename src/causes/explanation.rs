//! The answer to why a signature differs.

use super::Cause;
use super::fault::Fault;
use super::mask::Mask;

/// Why a signature differs.
///
/// No text in it shows the private key, whatever the script did with it: it reads `***`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The mistake.
    pub cause: Cause,
    /// Further mistakes, without which `cause` alone does not give the signature.
    pub also: Vec<Cause>,
    /// The text that was signed; none when the mistake is not one of texts.
    pub signed: Option<String>,
    /// The text that should have been signed, since it is what is sent.
    pub sent: Option<String>,
    /// The first character, counted from 0, in which `signed` and `sent` differ.
    pub differs_at: Option<usize>,
    /// What exactly is the matter with this request, in one line without a full stop.
    pub detail: String,
}

impl Explanation {
    /// Puts the first fault forward; the others are named besides.
    pub(super) fn new(mut faults: Vec<Fault>, mask: &Mask) -> Option<Self> {
        if faults.is_empty() {
            return None;
        }
        let first = faults.remove(0);
        let (signed, sent) = match first.texts {
            Some((signed, sent)) => (Some(mask.hide(&signed)), Some(mask.hide(&sent))),
            None => (None, None),
        };
        let mut also = Vec::new();
        for fault in &faults {
            if fault.cause != first.cause && !also.contains(&fault.cause) {
                also.push(fault.cause);
            }
        }
        Some(Self {
            cause: first.cause,
            also,
            differs_at: signed.as_deref().zip(sent.as_deref()).and_then(|(a, b)| differs_at(a, b)),
            signed,
            sent,
            detail: mask.hide(&first.detail),
        })
    }
}

/// The first character in which two texts differ; none if they are the same.
fn differs_at(one: &str, other: &str) -> Option<usize> {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    (one != other).then_some(common)
}
