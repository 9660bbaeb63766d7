//! The verdicts on a collection's signatures, and nothing else.

use serde_json::Value;

use super::countersign::Status;
use super::trial::Bench;
use super::{Options, ValidateError};
use crate::runtime::plan;
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
    options: &Options<'_>,
) -> Result<Vec<(Pointer, Status)>, ValidateError> {
    if let Some(api) = options.api {
        options.catalog.api(api)?;
    }
    let planned = plan(collection);
    let bench = Bench::new(collection, options.setup.clone(), options.catalog, options.api);
    let trials = bench.as_saved(&planned, options.progress)?;
    let verdict =
        |trial: &super::trial::Trial<'_>| (trial.ran.planned.pointer().clone(), trial.status());
    Ok(trials.iter().map(verdict).collect())
}
