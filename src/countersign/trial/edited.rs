//! A request that signs right as saved, in the ways in which people go on to use it.

use serde_json::Value;

use super::{Bench, Broken, Trial};
use crate::countersign::credentials::test_values;
use crate::countersign::scenario::{Scenario, Switch, hostile, switched_on, switches};
use crate::countersign::{Countersigned, Covered, Status, countersign};
use crate::runtime::{Attempt, Ran, Solo};
use crate::signing::NoncePlace;
use crate::validate::ValidateError;

/// How far the clock moves on: within this time a nonce has to grow, since people press Send twice
/// in a second.
const LATER_MS: u64 = 10;

/// Judges a request in every scenario, and adds what breaks.
///
/// First everything is tried at once: all params on, hostile text in them, and a later time. A script
/// whose signature is right then, as it is right as saved, stands every scenario; only a param that it
/// may treat otherwise than the others, since it has its name, is tried by itself too. If it is wrong,
/// the scenarios are tried one after another, to tell what breaks it. Scripts that do not look at the
/// request run once for all of them.
pub(crate) fn judge<'a>(
    bench: &Bench<'a>,
    solo: &mut Solo,
    trial: &mut Trial<'a>,
) -> Result<(), ValidateError> {
    let Some(covered) = trial.covered else { return Ok(()) };
    let request = trial.ran.planned.request();
    let own = trial.test_values.iter().filter(|name| !bench.test_values.contains(name));
    let variables = test_values(own);
    let mut judge =
        Judge { bench, solo, trial, covered, variables, now_ms: bench.setup.now_ms, later: None };
    let edits = Edits::of(request, judge.nonce_field());
    judge.trial.scenarios += edits.count();
    judge.run_once_for_all(request)?;
    if judge.attempt(Scenario::HostileText, edits.all(request))?.is_none() {
        let named = judge.one_by_one(request, &edits, None)?;
        judge.trial.broken.extend(named);
        return Ok(());
    }
    judge.switches(request, &edits)?;
    judge.hostile(request, &edits)?;
    judge.clock(request)
}

/// The edits of a request that are to be tried.
struct Edits {
    switches: Vec<Switch>,
    /// All params on; none if they are.
    all_on: Option<Value>,
    /// Hostile text, in all params; none if there is no text.
    hostile: Option<Value>,
}

impl Edits {
    fn of(request: &Value, nonce: Option<&str>) -> Self {
        let switches = switches(request);
        let all_on = (!switches.is_empty()).then(|| switched_on(request, &switches));
        let hostile = hostile(all_on.as_ref().unwrap_or(request), nonce);
        Self { switches, all_on, hostile }
    }

    /// How many scenarios they make, the later time among them.
    fn count(&self) -> usize {
        let switches = self.switches.len();
        switches + usize::from(switches > 1) + usize::from(self.hostile.is_some()) + 1
    }

    /// The request with all of them made.
    fn all<'e>(&'e self, request: &'e Value) -> &'e Value {
        self.hostile.as_ref().or(self.all_on.as_ref()).unwrap_or(request)
    }
}

struct Judge<'j, 'a> {
    bench: &'j Bench<'a>,
    solo: &'j mut Solo,
    trial: &'j mut Trial<'a>,
    covered: Covered<'a>,
    /// Test values for credentials.
    variables: Vec<(String, String)>,
    now_ms: u64,
    /// The run at the later time, if no script looks at the request, so that it holds for every edit.
    later: Option<Ran<'a>>,
}

impl<'a> Judge<'_, 'a> {
    /// The name of the nonce's field in body or query.
    fn nonce_field(&self) -> Option<&'a str> {
        match &self.covered.recipe?.1.nonce {
            Some(NoncePlace::Body(name) | NoncePlace::Query(name)) => Some(name),
            _ => None,
        }
    }

    /// Judges params that are switched on.
    fn switches(&mut self, request: &Value, edits: &Edits) -> Result<(), ValidateError> {
        let Some(all_on) = &edits.all_on else { return Ok(()) };
        let broken = self.attempt(Scenario::AllOn, all_on)?;
        let broken = match edits.switches.as_slice() {
            [only] => {
                let scenario = Scenario::ParamOn(only.name.clone());
                broken.map(|broken| Broken { scenario, ..broken })
            }
            _ => self.one_by_one(request, edits, broken)?,
        };
        self.trial.broken.extend(broken);
        Ok(())
    }

    /// The first param that breaks the signature by itself; what breaks with all of them on if there
    /// is none.
    fn one_by_one(
        &mut self,
        request: &Value,
        edits: &Edits,
        all_on: Option<Broken>,
    ) -> Result<Option<Broken>, ValidateError> {
        for switch in &edits.switches {
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

    /// Judges hostile text, in the request as saved if it breaks already with its params on.
    fn hostile(&mut self, request: &Value, edits: &Edits) -> Result<(), ValidateError> {
        let Some(in_all) = &edits.hostile else { return Ok(()) };
        let in_saved;
        let hostile = if self.trial.broken.is_empty() {
            in_all
        } else {
            in_saved = hostile(request, self.nonce_field());
            let Some(in_saved) = &in_saved else { return Ok(()) };
            in_saved
        };
        let broken = self.attempt(Scenario::HostileText, hostile)?;
        self.trial.broken.extend(broken);
        Ok(())
    }

    /// Judges the time, unless a run at a later time has done so already.
    fn clock(&mut self, request: &Value) -> Result<(), ValidateError> {
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
        let ran = match &self.later {
            Some(later) => self.solo.resend(later, request),
            None => self.run(request)?,
        };
        let countersigned = self.countersigned(&ran);
        if let Some(later) = &countersigned
            && later.status == Status::Verified
        {
            self.note_nonces(later);
            return Ok(None);
        }
        Ok(Some(Broken { scenario, failure: failure(&ran), countersigned }))
    }

    /// Runs scripts that do not look at the request once, at the later time.
    fn run_once_for_all(&mut self, request: &Value) -> Result<(), ValidateError> {
        if !self.trial.reads_request() {
            let ran = self.run(request)?;
            let still = ran.scripts.iter().all(|script| !script.outcome.reads_request);
            self.later = still.then_some(ran);
        }
        Ok(())
    }

    /// Runs the request with another definition at the later time.
    fn run(&mut self, request: &Value) -> Result<Ran<'a>, ValidateError> {
        let attempt = Attempt::as_saved()
            .with_request(request)
            .at(self.now_ms + LATER_MS)
            .with_variables(&self.variables);
        Ok(self.solo.run(&self.trial.ran.planned, &attempt)?)
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
