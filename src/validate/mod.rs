//! Whether Postman takes a collection and the exchange its signatures; when not, why.
//!
//! What is wrong with a file is data, a [`Diagnostic`] that names its place by pointer. An error is
//! only what kept the file from being looked at.

pub mod causes;
pub mod countersign;
mod diagnostic;
mod document;
mod outcome;
mod place;
pub mod schema;
mod shown;
mod written;

pub use diagnostic::{Diagnostic, FileId, Location, Part, RuleId, Severity};
pub use document::{CheckError, DUPLICATE_KEY, check_document};
pub use outcome::{FileOutcome, Outcome, RequestOutcome, SignatureOutcome};
