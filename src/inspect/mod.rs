//! What each request of a collection would put on the wire, what its scripts said and did, and each step of
//! its signature.

mod credentials;
mod mask;
mod request;

use serde_json::Value;

use crate::catalog::{Catalog, CatalogError};
use crate::runtime::sandbox::SandboxError;
use crate::runtime::{Run, Setup};

use credentials::Given;
use mask::Mask;
pub use request::{Body, Console, Failure, InspectedRequest, Sent};

/// Everything that was found out about a run.
#[derive(Debug)]
#[non_exhaustive]
pub struct Inspection {
    /// The requests in the order in which they ran.
    pub requests: Vec<InspectedRequest>,
    /// The credentials that nobody gave, so that made-up ones took their places.
    pub test_values: Vec<&'static str>,
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
    let given = Given::of(collection, &setup);
    let needs_some = credentials::needs(collection, &setup, catalog, choice.api)?;
    let test_values = if needs_some { given.complete(&mut setup) } else { Vec::new() };
    let credentials = credentials::credentials(collection, &setup);
    let mask = Mask::new(collection, &setup);
    let mut run = Run::new(collection, setup);
    let mut requests = Vec::new();
    while let Some(ran) = run.next_request()? {
        if choice.request.is_none_or(|wanted| request::is_named(&ran.planned, wanted)) {
            let mut inspected = request::inspected(&ran, catalog, choice.api, &credentials)?;
            mask.hide(&mut inspected);
            requests.push(inspected);
        }
    }
    Ok(Inspection { requests, test_values })
}
