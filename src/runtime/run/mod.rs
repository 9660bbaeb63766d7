//! A run of a whole collection, as Newman or Postman's runner goes through it: scripts, variables that
//! live on from request to request, and what each request puts on the wire. Nothing is sent.

mod scopes;
mod solo;
mod steps;

use serde_json::Value;

use super::{NotSent, Outgoing, PlannedRequest, PlannedScript, plan};
use crate::sandbox::{Limits, SandboxError, ScriptOutcome};
use crate::world::Engine;
pub use solo::{Attempt, Solo};
use steps::Steps;

/// How a run is set up.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Setup {
    /// The program that is played.
    pub engine: Engine,
    /// What chance follows from: dynamic variables, random numbers, boundaries.
    pub seed: u64,
    /// The frozen clock, in milliseconds since 1970, UTC.
    pub now_ms: u64,
    /// What each script may use.
    pub limits: Limits,
    /// An environment file, or null.
    pub environment: Value,
    /// A globals file, or null.
    pub globals: Value,
    /// The rows of a data file: one iteration each. Without any there is one iteration.
    pub data: Vec<Value>,
}

impl Setup {
    /// The defaults: usual limits, no files, one iteration.
    pub fn new(engine: Engine, now_ms: u64) -> Self {
        Self {
            engine,
            seed: 0,
            now_ms,
            limits: Limits::default(),
            environment: Value::Null,
            globals: Value::Null,
            data: Vec::new(),
        }
    }
}

/// A request that has had its turn.
#[derive(Debug)]
#[non_exhaustive]
pub struct Ran<'v> {
    /// The request and what is around it.
    pub planned: PlannedRequest<'v>,
    /// Counted from 0.
    pub iteration: u32,
    /// The request's definition as the scripts left it.
    pub request: Value,
    /// The scripts that ran before it, in order.
    pub scripts: Vec<RanScript>,
    /// What goes out, or why nothing does.
    pub outgoing: Result<Outgoing, NotSent>,
    /// The scripts that run after a reply. There was none: what they ask of it is missing, and only
    /// variables and the next request that they choose count.
    pub tests: Vec<RanScript>,
}

/// A script that has run.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RanScript {
    /// The script and its place in the file.
    pub planned: PlannedScript,
    /// What came of it.
    pub outcome: ScriptOutcome,
}

impl Ran<'_> {
    /// The script that failed first, if one did.
    pub fn failed_script(&self) -> Option<&RanScript> {
        self.scripts.iter().find(|script| script.outcome.is_failed())
    }
}

/// A run of a collection.
///
/// ```
/// use countersign::world::Engine;
/// use countersign::runtime::{Run, Setup};
/// use serde_json::json;
///
/// let collection = json!({"item": [{
///     "name": "hello",
///     "event": [{"listen": "prerequest", "script": {"exec": ["pm.variables.set('who', 'you & me')"]}}],
///     "request": {"method": "POST", "url": "https://example.com/hello",
///                 "body": {"mode": "urlencoded", "urlencoded": [{"key": "who", "value": "{{who}}"}]}},
/// }]});
/// let mut run = Run::new(&collection, Setup::new(Engine::Postman, 1_763_812_345_678));
/// let ran = run.next_request()?.expect("there is one request");
/// let outgoing = ran.outgoing.expect("it can be sent");
/// assert_eq!(outgoing.body, b"who=you%20%26%20me");
/// # Ok::<(), countersign::sandbox::SandboxError>(())
/// ```
#[derive(Debug)]
pub struct Run<'v> {
    planned: Vec<PlannedRequest<'v>>,
    steps: Steps,
    iteration: u32,
    position: usize,
    left: usize,
}

/// A run ends after this many requests more than the file has, since scripts can send it in circles.
const DETOURS: usize = 1000;

impl<'v> Run<'v> {
    /// A run of `collection` from its first request on.
    pub fn new(collection: &'v Value, setup: Setup) -> Self {
        let planned = plan(collection);
        let iterations = setup.data.len().max(1);
        let left = planned.len() * iterations + DETOURS;
        Self { planned, steps: Steps::new(collection, setup), iteration: 0, position: 0, left }
    }

    /// The requests of the file, in order.
    pub fn planned(&self) -> &[PlannedRequest<'v>] {
        &self.planned
    }

    /// Runs the next request; none when the run is over.
    ///
    /// # Errors
    ///
    /// When the script engine does not start.
    pub fn next_request(&mut self) -> Result<Option<Ran<'v>>, SandboxError> {
        if self.position >= self.planned.len() {
            self.iteration += 1;
            self.position = 0;
        }
        let is_over = self.iteration >= self.steps.iterations() || self.left == 0;
        let Some(planned) = self.planned.get(self.position).filter(|_| !is_over).cloned() else {
            return Ok(None);
        };
        self.left -= 1;
        let (ran, next) = self.steps.run(planned, self.iteration)?;
        self.position = match next {
            None => self.position + 1,
            Some(next) => self.found(&next),
        };
        Ok(Some(ran))
    }

    /// The position of the request that a script chose; the end of the iteration if there is none.
    fn found(&self, next: &crate::sandbox::NextRequest) -> usize {
        let crate::sandbox::NextRequest::Named(name) = next else { return self.planned.len() };
        let is_it = |request: &PlannedRequest<'_>| {
            let id = request.item().definition.get("id").and_then(Value::as_str);
            request.name() == name || id == Some(name)
        };
        self.planned.iter().position(is_it).unwrap_or(self.planned.len())
    }
}
