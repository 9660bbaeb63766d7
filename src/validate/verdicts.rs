//! The verdicts on a collection's signatures, and nothing else.

use serde_json::Value;

use super::ValidateError;
use crate::catalog::Catalog;
use crate::countersign::Status;
use crate::countersign::trial::Bench;
use crate::runtime::{Setup, plan};
use crate::source::Pointer;

/// What came of signing each request of a collection again, as saved, in the order in which they run.
///
/// Requests are named by the pointers of their items. This takes a fraction of what
/// [`validate`](super::validate) takes, which also tries how people go on to edit requests.
///
/// # Errors
///
/// When the catalogue cannot be read, has no api of the name, or the script engine does not start.
pub fn verdicts(
    collection: &Value,
    setup: Setup,
    catalog: &Catalog,
    api: Option<&str>,
) -> Result<Vec<(Pointer, Status)>, ValidateError> {
    api.map(|api| catalog.api(api)).transpose()?;
    let planned = plan(collection);
    let trials = Bench::new(collection, setup, catalog, api, &[]).as_saved(&planned, &|_| {})?;
    let verdict = |trial: &crate::countersign::trial::Trial<'_>| {
        (trial.ran.planned.pointer().clone(), trial.status())
    };
    Ok(trials.iter().map(verdict).collect())
}
