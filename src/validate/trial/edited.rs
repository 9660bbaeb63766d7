//! A request that signs right as saved, in the ways in which people go on to use it.

use serde_json::Value;

use super::{Bench, Broken, Trial};
use crate::runtime::{Attempt, Ran, Solo};
use crate::signing::NoncePlace;
use crate::validate::ValidateError;
use crate::validate::countersign::{Countersigned, Covered, Status, countersign};
use crate::validate::credentials::test_values;
use crate::validate::scenario::{Scenario, Switch, hostile, switched_on, switches};

/// How far the clock moves on: within this time a nonce has to grow, since people press Send twice
/// in a second.
const LATER_MS: u64 = 10;

/// Judges a request in every scenario, and adds what breaks.
///
/// The scenarios share runs where one run answers for several: with all params on, the clock has
/// moved too; and a script that names none of the params cannot tell one from another, so that all on
/// stands for each of them.
pub(super) fn judge<'a>(
    bench: &Bench<'a>,
    solo: &mut Solo,
    trial: &mut Trial<'a>,
) -> Result<(), ValidateError> {
    let Some(covered) = trial.covered else { return Ok(()) };
    let request = trial.ran.planned.request();
    let own = trial.test_values.iter().filter(|name| !bench.test_values.contains(name));
    let variables = test_values(own);
    let mut judge = Judge { bench, solo, trial, covered, variables, now_ms: bench.setup.now_ms };
    let switches = switches(request);
    let all_on = judge.switches(request, &switches)?;
    let is_sound = judge.trial.broken.is_empty();
    let base = if is_sound { all_on.as_ref().unwrap_or(request) } else { request };
    judge.hostile(base)?;
    judge.clock(request)
}

struct Judge<'j, 'a> {
    bench: &'j Bench<'a>,
    solo: &'j mut Solo,
    trial: &'j mut Trial<'a>,
    covered: Covered<'a>,
    /// Test values for credentials.
    variables: Vec<(String, String)>,
    now_ms: u64,
}

impl Judge<'_, '_> {
    /// Judges params that are switched on, and yields the request with all of them on.
    fn switches(
        &mut self,
        request: &Value,
        switches: &[Switch],
    ) -> Result<Option<Value>, ValidateError> {
        if switches.is_empty() {
            return Ok(None);
        }
        self.trial.scenarios += switches.len() + usize::from(switches.len() > 1);
        let all_on = switched_on(request, switches);
        let broken = self.attempt(Scenario::AllOn, &all_on)?;
        let [only] = switches else {
            let broken = self.one_by_one(request, switches, broken)?;
            self.trial.broken.extend(broken);
            return Ok(Some(all_on));
        };
        let scenario = Scenario::ParamOn(only.name.clone());
        self.trial.broken.extend(broken.map(|broken| Broken { scenario, ..broken }));
        Ok(Some(all_on))
    }

    /// The first param that breaks the signature by itself; what breaks with all of them on if there
    /// is none.
    fn one_by_one(
        &mut self,
        request: &Value,
        switches: &[Switch],
        all_on: Option<Broken>,
    ) -> Result<Option<Broken>, ValidateError> {
        for switch in switches {
            if all_on.is_none() && !self.script_names(&switch.name) {
                continue;
            }
            let scenario = Scenario::ParamOn(switch.name.clone());
            let one_on = switched_on(request, std::slice::from_ref(switch));
            let broken = self.attempt(scenario, &one_on)?;
            if broken.is_some() {
                return Ok(broken);
            }
        }
        Ok(all_on)
    }

    /// Whether a script may treat this param otherwise than the others: it has its name somewhere, or
    /// goes by position.
    fn script_names(&self, name: &str) -> bool {
        let mut sources = self.trial.ran.scripts.iter().map(|script| &*script.planned.source);
        sources.any(|source| source.contains(name) || source.contains(".idx("))
    }

    fn hostile(&mut self, request: &Value) -> Result<(), ValidateError> {
        let recipe = self.covered.recipe.map(|(_, recipe)| recipe);
        let nonce = recipe.and_then(|recipe| match &recipe.nonce {
            Some(NoncePlace::Body(name) | NoncePlace::Query(name)) => Some(name.as_str()),
            _ => None,
        });
        let Some(hostile) = hostile(request, nonce) else { return Ok(()) };
        self.trial.scenarios += 1;
        let broken = self.attempt(Scenario::HostileText, &hostile)?;
        self.trial.broken.extend(broken);
        Ok(())
    }

    /// Judges the time, unless a run at a later time has done so already.
    fn clock(&mut self, request: &Value) -> Result<(), ValidateError> {
        self.trial.scenarios += 1;
        if self.trial.nonces.is_none() {
            let broken = self.attempt(Scenario::LaterClock, request)?;
            self.trial.broken.extend(broken);
        }
        Ok(())
    }

    /// Runs an edited request, and yields what is wrong with its signature.
    fn attempt(
        &mut self,
        scenario: Scenario,
        request: &Value,
    ) -> Result<Option<Broken>, ValidateError> {
        let planned = &self.trial.ran.planned;
        let attempt = Attempt::as_saved()
            .with_request(request)
            .at(self.now_ms + LATER_MS)
            .with_variables(&self.variables);
        let ran = self.solo.run(planned, &attempt)?;
        let countersigned = self.countersigned(&ran);
        if let Some(later) = &countersigned
            && later.status == Status::Verified
        {
            self.note_nonces(later);
            return Ok(None);
        }
        Ok(Some(Broken { scenario, failure: failure(&ran), countersigned }))
    }

    fn countersigned(&self, ran: &Ran<'_>) -> Option<Countersigned> {
        let outgoing = ran.outgoing.as_ref().ok().filter(|_| ran.failed_script().is_none())?;
        Some(countersign(&self.covered, ran, outgoing, &self.bench.secrets))
    }

    fn note_nonces(&mut self, later: &Countersigned) {
        let saved = self.trial.countersigned.as_ref().and_then(|saved| saved.nonce.clone());
        if self.trial.nonces.is_none() {
            self.trial.nonces = saved.zip(later.nonce.clone());
        }
    }
}

/// Why a script failed, or why nothing was sent.
fn failure(ran: &Ran<'_>) -> Option<String> {
    if let Some(script) = ran.failed_script() {
        let error = script.outcome.errors.first().map(ToString::to_string);
        return Some(error.unwrap_or_else(|| "the script was ended".to_owned()));
    }
    ran.outgoing.as_ref().err().map(ToString::to_string)
}
