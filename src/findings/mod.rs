//! What was found in a file: findings, how bad they are, where they are, and how they are mended.

mod baseline;
mod diagnostic;
mod fingerprint;
mod fix;
mod place;
pub mod settings;

pub use baseline::{Baseline, BaselineError, KnownCounts};
pub use diagnostic::{Compared, Diagnostic, FileId, Location, Part, RuleId, Severity};
pub use fingerprint::{Fingerprint, fingerprints};
pub use fix::{Edit, Fix, Fixed, fixed};
