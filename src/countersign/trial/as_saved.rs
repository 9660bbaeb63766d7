//! A request as it stands in the file.

use super::{Bench, Trial};
use crate::countersign::credentials::{test_value, test_values};
use crate::countersign::{Status, countersign, covered};
use crate::runtime::{Attempt, PlannedRequest, Ran, Solo};
use crate::validate::ValidateError;

/// Runs a request. Where it does not sign for want of a credential, it gets a test value and runs
/// again.
pub(crate) fn trial<'a>(
    bench: &Bench<'a>,
    solo: &mut Solo,
    request: &PlannedRequest<'a>,
) -> Result<Trial<'a>, ValidateError> {
    let ran = solo.run(request, &Attempt::as_saved())?;
    let first = judged(bench, ran)?;
    let is_settled = matches!(first.status(), Status::Verified | Status::NotApplicable);
    let missing = missing_credentials(&first.ran);
    if is_settled || missing.is_empty() {
        return Ok(first);
    }
    let values = test_values(&missing);
    let ran = solo.run(request, &Attempt::as_saved().with_variables(&values))?;
    let mut second = judged(bench, ran)?;
    second.test_values.extend(missing);
    Ok(second)
}

/// Signs a run again.
pub(crate) fn judged<'a>(bench: &Bench<'a>, ran: Ran<'a>) -> Result<Trial<'a>, ValidateError> {
    let covered = match &ran.outgoing {
        Ok(outgoing) => covered(bench.catalog, bench.api, outgoing)?,
        Err(_) => None,
    };
    let outgoing = ran.outgoing.as_ref().ok();
    let countersigned = outgoing
        .zip(covered.as_ref())
        .map(|(outgoing, covered)| countersign(covered, &ran, outgoing, &bench.secrets));
    let is_signed = covered.is_some_and(|covered| covered.recipe.is_some());
    Ok(Trial {
        ran,
        covered,
        countersigned,
        broken: Vec::new(),
        scenarios: usize::from(is_signed),
        test_values: if is_signed { bench.test_values.clone() } else { Vec::new() },
        nonces: None,
    })
}

/// Names of credentials that a script asked for, or a header needs, and that have no value.
fn missing_credentials(ran: &Ran<'_>) -> Vec<String> {
    let by_scripts = ran.scripts.iter().flat_map(|script| &script.outcome.unset_reads);
    let unresolved = ran.outgoing.iter().flat_map(|outgoing| &outgoing.variables);
    let by_request = unresolved.filter(|variable| variable.remains).map(|variable| &variable.name);
    let mut missing = Vec::new();
    for name in by_scripts.chain(by_request) {
        if test_value(name).is_some() && !missing.contains(name) {
            missing.push(name.clone());
        }
    }
    missing
}
