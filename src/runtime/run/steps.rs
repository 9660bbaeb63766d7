//! What happens to one request of a run.

use std::sync::Arc;

use serde_json::Value;

use super::scopes::RunScopes;
use super::{Ran, RanScript, Setup};
use crate::runtime::{Level, NotSent, Outgoing, PlannedRequest, PlannedScript, outgoing};
use crate::sandbox::{
    Dynamic, NextRequest, RequestInfo, Sandbox, SandboxError, Script, ScriptKind, ScriptOutcome,
    ScriptState, Settings,
};
use crate::variables::dynamic;
use crate::world::World;

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
        let world = world(&setup, setup.now_ms);
        Self { setup, scopes, world, sandbox: None }
    }

    /// Goes back to the start of a run, with another clock and more variables if they are given.
    pub(super) fn restart(&mut self, now_ms: Option<u64>, variables: &[(String, String)]) {
        let now_ms = now_ms.unwrap_or(self.setup.now_ms);
        self.scopes.restart(variables);
        self.scopes.set_data(self.setup.data.first().unwrap_or(&Value::Null));
        self.world = world(&self.setup, now_ms);
        if let Some(sandbox) = &mut self.sandbox {
            sandbox.restart(now_ms, drawing(&self.setup, now_ms));
        }
    }

    /// Starts chance anew, as it is after a restart.
    pub(super) fn redraw(&mut self) {
        self.world = world(&self.setup, self.world.now_ms);
    }

    pub(super) fn has_engine(&self) -> bool {
        self.sandbox.is_some()
    }

    pub(super) fn drop_engine(&mut self) {
        self.sandbox = None;
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
        let scripts = planned.scripts("prerequest");
        let scripts = self.scripts(&scripts, ScriptKind::Prerequest, &mut state, &mut next)?;
        let outgoing = self.outgoing(&planned, &scripts, &state);
        self.scopes.settle();
        let request = state.request.clone();
        let tests = if outgoing.is_ok() {
            self.scripts(&planned.scripts("test"), ScriptKind::Test, &mut state, &mut next)?
        } else {
            Vec::new()
        };
        self.scopes.settle();
        Ok((Ran { planned, iteration, request, scripts, outgoing, tests }, next))
    }

    /// What goes out after the scripts.
    pub(super) fn outgoing(
        &mut self,
        planned: &PlannedRequest<'_>,
        scripts: &[RanScript],
        state: &ScriptState,
    ) -> Result<Outgoing, NotSent> {
        if scripts.last().is_some_and(|script| script.outcome.skip_request) {
            return Err(NotSent::Skipped);
        }
        let (auth, behaviour) = (planned.inherited_auth(), planned.behaviour());
        outgoing(&state.request, auth, &behaviour, &self.scopes.requests, &mut self.world)
    }

    /// Runs scripts one after another until one of them skips the request.
    pub(super) fn scripts(
        &mut self,
        planned: &[PlannedScript],
        kind: ScriptKind,
        state: &mut ScriptState,
        next: &mut Option<NextRequest>,
    ) -> Result<Vec<RanScript>, SandboxError> {
        let mut ran = Vec::new();
        for planned in planned {
            let outcome = self.script(planned, kind, state)?;
            if outcome.next_request.is_some() {
                next.clone_from(&outcome.next_request);
            }
            let stop = outcome.skip_request;
            ran.push(RanScript { planned: planned.clone(), outcome });
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
    ) -> Result<ScriptOutcome, SandboxError> {
        let script = match kind {
            ScriptKind::Prerequest => Script::prerequest(Arc::clone(&planned.source)),
            ScriptKind::Test => Script::test(Arc::clone(&planned.source)),
        };
        let sandbox = match &mut self.sandbox {
            Some(sandbox) => sandbox,
            empty => empty.insert(sandbox(&self.setup, self.world.now_ms)?),
        };
        let before = self.scopes.scripts.clone();
        state.scopes = std::mem::take(&mut self.scopes.scripts);
        let outcome = sandbox.run(&script, state);
        self.scopes.scripts = std::mem::take(&mut state.scopes);
        self.scopes.refresh(&before);
        Ok(outcome)
    }

    /// Where in the run a request is.
    pub(super) fn info(&self, planned: &PlannedRequest<'_>, iteration: u32) -> RequestInfo {
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

fn world(setup: &Setup, now_ms: u64) -> World {
    let mut world = World::new(setup.seed, now_ms);
    world.engine = setup.engine;
    world
}

/// Values that scripts draw are not those that the request draws afterwards.
fn drawing(setup: &Setup, now_ms: u64) -> Dynamic {
    let mut world = World::new(!setup.seed, now_ms);
    Box::new(move |name| dynamic::generate(name, &mut world))
}

fn sandbox(setup: &Setup, now_ms: u64) -> Result<Sandbox, SandboxError> {
    let mut settings = Settings::new(setup.engine);
    settings.limits = setup.limits.clone();
    settings.seed = setup.seed;
    settings.clock_ms = now_ms;
    settings.dynamic = drawing(setup, now_ms);
    Sandbox::new(settings)
}
