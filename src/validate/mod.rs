//! Whether Postman takes a collection and the exchange its signatures; when not, why.
//!
//! What is wrong with a file is data, a [`Diagnostic`](crate::findings::Diagnostic) that names its place by pointer. An error is
//! only what kept the file from being looked at.

mod api_request;
mod document;
mod file;
mod outcome;
pub mod rules;
mod run;
pub mod schema;
mod script_place;
mod sent;
mod slip;
pub(crate) mod variables;
mod verdicts;

pub(crate) use document::secret_places;
pub use document::{CheckError, check_document};
pub use outcome::{FileOutcome, Outcome, RequestOutcome, SignatureOutcome};
pub use run::{Input, Options, Profile, ValidateError, validate};
pub(crate) use sent::places;
pub use sent::{Body, Sent};
pub use verdicts::verdicts;
