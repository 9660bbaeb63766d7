//! Running the whole collection in order, for requests that need what earlier ones left.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Bench, Trial, as_saved};
use crate::countersign::Status;
use crate::countersign::credentials::test_values;
use crate::runtime::{Run, Setup};
use crate::validate::ValidateError;

/// Takes the verdict of a run in order for each request that does worse by itself.
pub(crate) fn improve<'a>(
    bench: &Bench<'a>,
    trials: &mut [Trial<'a>],
) -> Result<(), ValidateError> {
    if trials.len() < 2 || !trials.iter().any(is_lacking) {
        return Ok(());
    }
    let mut run = Run::new(bench.collection, setup(bench, trials));
    let lacking = trials.iter().enumerate().filter(|(_, trial)| is_lacking(trial));
    let place = |(index, trial): (usize, &Trial<'_>)| (trial.ran.planned.pointer().clone(), index);
    let mut places: BTreeMap<_, _> = lacking.map(place).collect();
    while let Some(ran) = run.next_request()? {
        let Some(index) = places.remove(ran.planned.pointer()) else { continue };
        let trial = as_saved::judged(bench, ran)?;
        if !is_lacking(&trial) {
            let test_values = std::mem::take(&mut trials[index].test_values);
            trials[index] = Trial { test_values, ..trial };
        }
        if places.is_empty() {
            break;
        }
    }
    Ok(())
}

/// Whether a request is not signed right, or a script failed.
fn is_lacking(trial: &Trial<'_>) -> bool {
    matches!(trial.status(), Status::Mismatched | Status::Unsigned)
        || trial.ran.failed_script().is_some()
}

/// The setup with the test values that requests turned out to need.
fn setup(bench: &Bench<'_>, trials: &[Trial<'_>]) -> Setup {
    let mut setup = bench.setup.clone();
    let names: BTreeSet<_> = trials.iter().flat_map(|trial| &trial.test_values).collect();
    let names = names.into_iter().filter(|name| !bench.test_values.contains(name));
    let made = test_values(names);
    if made.is_empty() {
        return setup;
    }
    let values = setup.environment.get("values").and_then(Value::as_array).cloned();
    let mut values = values.unwrap_or_default();
    values.extend(made.iter().map(|(name, value)| json!({"key": name, "value": value})));
    setup.environment = json!({ "values": values });
    setup
}
