//! What each request of a collection would put on the wire, what its scripts said and did, and each step of
//! its signature.

mod request;

use serde_json::Value;

use crate::catalog::{Catalog, CatalogError};
use crate::runtime::outline::Outline;
use crate::runtime::{Run, Setup, secrets};
use crate::sandbox::SandboxError;

use crate::countersign::credentials;
use crate::secrecy::KnownForms;
pub use request::{Console, Failure, InspectedRequest};

/// Everything that was found out about a run.
#[derive(Debug)]
#[non_exhaustive]
pub struct Inspection {
    /// The requests in the order in which they ran.
    pub requests: Vec<InspectedRequest>,
    /// The credentials that nobody gave, so that made-up ones took their places.
    pub test_values: Vec<String>,
}

/// Which requests and rules count.
#[derive(Debug, Default, Clone, Copy)]
pub struct Choice<'a> {
    /// Only requests of this name, or of this `folder/name`; all of them run.
    pub request: Option<&'a str>,
    /// The api that the requests are for, whatever their hosts are.
    pub api: Option<&'a str>,
}

/// Why a collection could not be inspected.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InspectError {
    /// The script engine did not start.
    #[error(transparent)]
    Sandbox(#[from] SandboxError),
    /// The catalogue cannot be read.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
}

impl Inspection {
    /// Whether a script failed.
    pub fn has_failures(&self) -> bool {
        self.requests.iter().any(|request| request.failure.is_some())
    }
}

/// Runs a collection, and looks at every request on its way out.
///
/// # Errors
///
/// When the script engine does not start, or the catalogue has mistakes.
pub fn inspect(
    collection: &Value,
    mut setup: Setup,
    catalog: &Catalog,
    choice: Choice<'_>,
) -> Result<Inspection, InspectError> {
    let are_needed = credentials::are_needed(collection, &setup, catalog, choice.api)?;
    let test_values =
        if are_needed { credentials::complete(collection, &mut setup) } else { Vec::new() };
    let keys = credentials::private_keys(collection, &setup);
    let found = secrets::in_file(collection, &Outline::of(collection), KnownForms::of_any());
    let mask = credentials::mask(&found, &setup);
    let mut run = Run::new(collection, setup);
    let mut requests = Vec::new();
    while let Some(ran) = run.next_request()? {
        if choice.request.is_none_or(|wanted| request::is_named(&ran.planned, wanted)) {
            requests.push(request::inspected(&ran, catalog, choice.api, &keys, &mask)?);
        }
    }
    Ok(Inspection { requests, test_values })
}
