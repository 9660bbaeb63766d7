//! Whether Postman takes a collection and the exchange its signatures; when not, why.
//!
//! What is wrong with a file is data, a [`Diagnostic`] that names its place by pointer. An error is
//! only what kept the file from being looked at.

mod api_request;
mod baseline;
pub mod causes;
pub mod countersign;
pub(crate) mod credentials;
mod diagnostic;
mod document;
mod engines;
mod file;
mod fingerprint;
mod fix;
mod host;
pub(crate) mod javascript;
mod json_text;
mod mask;
mod outcome;
mod outline;
mod place;
pub mod rules;
mod run;
pub mod scenario;
pub mod schema;
mod script_place;
mod secrets;
mod sent;
pub mod settings;
mod shown;
mod slip;
mod trial;
mod variables;
mod verdicts;

pub use baseline::{Baseline, BaselineError, KnownCounts};
pub use diagnostic::{Compared, Diagnostic, FileId, Location, Part, RuleId, Severity};
pub(crate) use document::secret_places;
pub use document::{CheckError, check_document};
pub use fingerprint::{Fingerprint, fingerprints};
pub use fix::{Edit, Fix, Fixed, fixed};
pub use mask::Mask;
pub use outcome::{FileOutcome, Outcome, RequestOutcome, SignatureOutcome};
pub use run::{Input, Options, Profile, ValidateError, validate};
pub use sent::{Body, Sent};
pub use verdicts::verdicts;
