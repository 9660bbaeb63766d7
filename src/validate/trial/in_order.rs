//! Running the whole collection in order, for requests that need what earlier ones left.

use super::{Bench, Trial, as_saved};
use crate::runtime::{Run, Setup};
use crate::validate::ValidateError;
use crate::validate::countersign::Status;
use crate::validate::credentials::{Role, test_variable};

/// Takes the verdict of a run in order for each request that does worse by itself.
pub(super) fn improve<'a>(
    bench: &Bench<'a>,
    trials: &mut Vec<Trial<'a>>,
) -> Result<(), ValidateError> {
    if trials.len() < 2 || !trials.iter().any(is_lacking) {
        return Ok(());
    }
    let mut run = Run::new(bench.collection, setup(bench, trials));
    let mut places = trials.iter().map(|trial| trial.ran.planned.pointer().clone());
    let places: Vec<_> = places.by_ref().collect();
    let mut is_left: Vec<bool> = trials.iter().map(is_lacking).collect();
    while let Some(ran) = run.next_request()? {
        let Some(index) = places.iter().position(|place| place == ran.planned.pointer()) else {
            continue;
        };
        if std::mem::take(&mut is_left[index]) {
            let trial = as_saved::judged(bench, ran)?;
            if !is_lacking(&trial) {
                let test_values = std::mem::take(&mut trials[index].test_values);
                trials[index] = Trial { test_values, ..trial };
            }
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
    let mut names: Vec<_> = trials.iter().flat_map(|trial| &trial.test_values).collect();
    names.retain(|name| !bench.test_values.contains(name));
    names.sort();
    names.dedup();
    let made = names.into_iter().filter_map(|name| Some(test_variable(name, Role::of(name)?)));
    let made: Vec<_> = made.collect();
    if let Some(values) = setup.environment.get_mut("values").and_then(|it| it.as_array_mut()) {
        values.extend(made);
    } else if !made.is_empty() {
        setup.environment = serde_json::json!({ "values": made });
    }
    setup
}
