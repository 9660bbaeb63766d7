//! What happens to one request of a run.

use serde_json::Value;

use super::scopes::RunScopes;
use super::{Ran, RanScript, Setup};
use crate::runtime::sandbox::{
    NextRequest, RequestInfo, Sandbox, SandboxError, Script, ScriptKind, ScriptState, Settings,
};
use crate::runtime::variables::dynamic;
use crate::runtime::{Level, NotSent, PlannedRequest, PlannedScript, World, outgoing};

/// What a run keeps between its requests.
#[derive(Debug)]
pub(super) struct Steps {
    setup: Setup,
    scopes: RunScopes,
    world: World,
    sandbox: Option<Sandbox>,
}

impl Steps {
    pub(super) fn new(collection: &Value, setup: Setup) -> Self {
        let scopes = RunScopes::new(setup.engine, collection, &setup.environment, &setup.globals);
        let mut world = World::new(setup.seed, setup.now_ms);
        world.engine = setup.engine;
        Self { setup, scopes, world, sandbox: None }
    }

    pub(super) fn iterations(&self) -> u32 {
        u32::try_from(self.setup.data.len().max(1)).unwrap_or(u32::MAX)
    }

    /// Runs a request, and says where to go next if a script chose that.
    pub(super) fn run<'v>(
        &mut self,
        planned: PlannedRequest<'v>,
        iteration: u32,
    ) -> Result<(Ran<'v>, Option<NextRequest>), SandboxError> {
        let row = usize::try_from(iteration).ok().and_then(|row| self.setup.data.get(row));
        self.scopes.set_data(&row.cloned().unwrap_or_default());
        let mut state = ScriptState::new(planned.request().clone());
        state.info = self.info(&planned, iteration);
        let mut next = None;
        let scripts = self.scripts(&planned, ScriptKind::Prerequest, &mut state, &mut next)?;
        let skipped = scripts.last().is_some_and(|script| script.outcome.skip_request);
        let outgoing = if skipped { Err(NotSent::Skipped) } else { self.sent(&planned, &state) };
        self.scopes.settle();
        let request = state.request.clone();
        let tests = if outgoing.is_ok() {
            self.scripts(&planned, ScriptKind::Test, &mut state, &mut next)?
        } else {
            Vec::new()
        };
        self.scopes.settle();
        Ok((Ran { planned, iteration, request, scripts, outgoing, tests }, next))
    }

    pub(super) fn solo<'v>(
        &mut self,
        planned: PlannedRequest<'v>,
        request: Option<&Value>,
    ) -> Result<Ran<'v>, SandboxError> {
        let mut state = ScriptState::new(request.unwrap_or(planned.request()).clone());
        state.info = self.info(&planned, 0);
        let mut next = None;
        let scripts = self.scripts(&planned, ScriptKind::Prerequest, &mut state, &mut next)?;
        let skipped = scripts.last().is_some_and(|script| script.outcome.skip_request);
        let outgoing = if skipped { Err(NotSent::Skipped) } else { self.sent(&planned, &state) };
        let request = state.request.clone();
        Ok(Ran { planned, iteration: 0, request, scripts, outgoing, tests: Vec::new() })
    }

    fn sent(
        &mut self,
        planned: &PlannedRequest<'_>,
        state: &ScriptState,
    ) -> Result<crate::runtime::Outgoing, NotSent> {
        let (auth, behaviour) = (planned.inherited_auth(), planned.behaviour());
        outgoing(&state.request, auth, &behaviour, &self.scopes.requests, &mut self.world)
    }

    fn scripts(
        &mut self,
        planned: &PlannedRequest<'_>,
        kind: ScriptKind,
        state: &mut ScriptState,
        next: &mut Option<NextRequest>,
    ) -> Result<Vec<RanScript>, SandboxError> {
        let event = match kind {
            ScriptKind::Prerequest => "prerequest",
            ScriptKind::Test => "test",
        };
        let mut ran = Vec::new();
        for planned in planned.scripts(event) {
            let outcome = self.script(&planned, kind, state)?;
            if outcome.next_request.is_some() {
                next.clone_from(&outcome.next_request);
            }
            let stop = outcome.skip_request;
            ran.push(RanScript { planned, outcome });
            if stop {
                break;
            }
        }
        Ok(ran)
    }

    fn script(
        &mut self,
        planned: &PlannedScript,
        kind: ScriptKind,
        state: &mut ScriptState,
    ) -> Result<crate::runtime::sandbox::ScriptOutcome, SandboxError> {
        let script = match kind {
            ScriptKind::Prerequest => Script::prerequest(planned.source.as_str()),
            ScriptKind::Test => Script::test(planned.source.as_str()),
        };
        let sandbox = match &mut self.sandbox {
            Some(sandbox) => sandbox,
            empty => empty.insert(sandbox(&self.setup)?),
        };
        let before = self.scopes.scripts.clone();
        state.scopes = std::mem::take(&mut self.scopes.scripts);
        let outcome = sandbox.run(&script, state);
        self.scopes.scripts = std::mem::take(&mut state.scopes);
        self.scopes.refresh(&before);
        Ok(outcome)
    }

    fn info(&self, planned: &PlannedRequest<'_>, iteration: u32) -> RequestInfo {
        let id = planned.item().definition.get("id").and_then(Value::as_str);
        let mut info = RequestInfo::default();
        info.request_name = Some(planned.name().to_owned());
        info.request_id = id.map(str::to_owned);
        info.path = planned.levels.iter().map(|level| Level::name(level).to_owned()).collect();
        info.current = info.path.last().cloned();
        info.iteration = iteration;
        info.iteration_count = self.iterations();
        info
    }
}

fn sandbox(setup: &Setup) -> Result<Sandbox, SandboxError> {
    let mut settings = Settings::new(setup.engine);
    settings.limits = setup.limits.clone();
    settings.seed = setup.seed;
    settings.clock_ms = setup.now_ms;
    // Values that scripts draw are not those that the request draws afterwards.
    let mut world = World::new(!setup.seed, setup.now_ms);
    settings.dynamic = Box::new(move |name| dynamic::generate(name, &mut world));
    Sandbox::new(settings)
}
