//! Requests one at a time, each as if it were the first of its run.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::steps::Steps;
use super::{Ran, RanScript, Setup};
use crate::runtime::{PlannedRequest, PlannedScript};
use crate::sandbox::{Breach, SandboxError, ScriptKind, ScriptState, leaves_traces};
use crate::source::Pointer;

/// What is otherwise in one attempt at a request than in the file and the setup.
#[derive(Debug, Default, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The request's definition, in place of the file's.
    pub request: Option<&'a Value>,
    /// The clock, in milliseconds since 1970, UTC, in place of the setup's.
    pub now_ms: Option<u64>,
    /// Names and values that environment, collection and globals have too, in place of their own of
    /// these names: a script may ask any of them.
    pub variables: &'a [(String, String)],
}

impl<'a> Attempt<'a> {
    /// The request as the file has it.
    pub fn as_saved() -> Self {
        Self::default()
    }

    /// With another definition of the request.
    #[must_use]
    pub fn with_request(self, request: &'a Value) -> Self {
        Self { request: Some(request), ..self }
    }

    /// At another time.
    #[must_use]
    pub fn at(self, now_ms: u64) -> Self {
        Self { now_ms: Some(now_ms), ..self }
    }

    /// With more variables.
    #[must_use]
    pub fn with_variables(self, variables: &'a [(String, String)]) -> Self {
        Self { variables, ..self }
    }
}

/// Runs requests of a collection one at a time on one script engine, each as if it were the first of its run: variables,
/// clock and chance are those of the setup, and nothing is left of the scripts of another request. Only scripts that
/// run before the request run. Of the data file the first row counts.
///
/// ```
/// use countersign::runtime::{Attempt, Setup, Solo, plan};
/// use countersign::world::Engine;
/// use serde_json::json;
///
/// let collection = json!({"item": [{
///     "event": [{"listen": "prerequest", "script": "pm.globals.set('n', (pm.globals.get('n') || 0) + 1)"}],
///     "request": "https://example.com/{{n}}",
/// }]});
/// let mut solo = Solo::new(&collection, Setup::new(Engine::Postman, 1_763_812_345_678));
/// for request in plan(&collection).iter().cycle().take(3) {
///     let ran = solo.run(request, &Attempt::as_saved())?;
///     assert_eq!(ran.outgoing.expect("it can be sent").url.path, "/1");
/// }
/// # Ok::<(), countersign::sandbox::SandboxError>(())
/// ```
#[derive(Debug)]
pub struct Solo {
    steps: Steps,
    last: Option<Known>,
    /// Whether a text leaves traces, for all texts so far.
    traces: BTreeMap<Arc<str>, bool>,
}

/// The scripts of a request, which most often has several attempts in a row.
#[derive(Debug)]
struct Known {
    pointer: Pointer,
    scripts: Arc<[PlannedScript]>,
    leave_traces: bool,
}

impl Solo {
    /// Requests of `collection`; its variables and the files of the setup are read here, once.
    pub fn new(collection: &Value, setup: Setup) -> Self {
        Self { steps: Steps::new(collection, setup), last: None, traces: BTreeMap::new() }
    }

    /// Runs a request of the collection.
    ///
    /// # Errors
    ///
    /// When the script engine does not start.
    pub fn run<'v>(
        &mut self,
        planned: &PlannedRequest<'v>,
        attempt: &Attempt<'_>,
    ) -> Result<Ran<'v>, SandboxError> {
        let (scripts, leave_traces) = self.scripts(planned);
        let is_used = self.steps.has_engine() && !leave_traces;
        if leave_traces {
            self.steps.drop_engine();
        }
        let mut ran = self.attempt(planned, attempt, &scripts)?;
        // How much memory there was depends on what had run before.
        if is_used && has_reached(&ran.scripts, |breach| breach == Breach::Memory) {
            self.steps.drop_engine();
            ran = self.attempt(planned, attempt, &scripts)?;
        }
        if leave_traces || has_reached(&ran.scripts, |_| true) {
            self.steps.drop_engine();
        }
        Ok(ran)
    }

    /// What goes out if the request that ran last had another definition, without running its scripts
    /// again. That is what a run would give only if no script looked at the request.
    pub fn resend<'v>(&mut self, last: &Ran<'v>, request: &Value) -> Ran<'v> {
        self.steps.redraw();
        let state = ScriptState::new(request.clone());
        let outgoing = self.steps.outgoing(&last.planned, &last.scripts, &state);
        Ran {
            planned: last.planned.clone(),
            iteration: last.iteration,
            request: state.request,
            scripts: last.scripts.clone(),
            outgoing,
            tests: Vec::new(),
        }
    }

    fn attempt<'v>(
        &mut self,
        planned: &PlannedRequest<'v>,
        attempt: &Attempt<'_>,
        scripts: &[PlannedScript],
    ) -> Result<Ran<'v>, SandboxError> {
        self.steps.restart(attempt.now_ms, attempt.variables);
        let request = attempt.request.unwrap_or_else(|| planned.request());
        let mut state = ScriptState::new(request.clone());
        state.info = self.steps.info(planned, 0);
        let scripts = self.steps.scripts(scripts, ScriptKind::Prerequest, &mut state, &mut None)?;
        let outgoing = self.steps.outgoing(planned, &scripts, &state);
        let (planned, request) = (planned.clone(), state.request);
        Ok(Ran { planned, iteration: 0, request, scripts, outgoing, tests: Vec::new() })
    }

    /// The scripts of a request, and whether one of them leaves traces.
    fn scripts(&mut self, planned: &PlannedRequest<'_>) -> (Arc<[PlannedScript]>, bool) {
        let pointer = planned.pointer();
        let last = match self.last.take().filter(|last| last.pointer == *pointer) {
            Some(last) => last,
            None => self.read_scripts(planned),
        };
        let last = self.last.insert(last);
        (Arc::clone(&last.scripts), last.leave_traces)
    }

    fn read_scripts(&mut self, planned: &PlannedRequest<'_>) -> Known {
        let scripts: Arc<[_]> = planned.scripts("prerequest").into();
        let mut leaves = |text: &Arc<str>| match self.traces.get(text) {
            Some(known) => *known,
            None => *self.traces.entry(Arc::clone(text)).or_insert(leaves_traces(text)),
        };
        let leave_traces = scripts.iter().any(|script| leaves(&script.source));
        Known { pointer: planned.pointer().clone(), scripts, leave_traces }
    }
}

fn has_reached(scripts: &[RanScript], counts: impl Fn(Breach) -> bool) -> bool {
    scripts.iter().any(|script| script.outcome.breach.is_some_and(&counts))
}
