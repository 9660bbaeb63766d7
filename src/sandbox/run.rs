//! A sandbox: the scripting side of one run.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use serde_json::Value;
use thiserror::Error;

use super::Engine;
use super::accept::{self, Changes};
use super::call::{Call, Ended};
use super::host::{Dynamic, Host, Report};
use super::limits::{Breach, Limits, Watch};
use super::outcome::ScriptOutcome;
use super::realm::Realm;
use super::script::Script;
use super::state::{RequestInfo, Scope, Scopes, ScriptState};
use crate::world::Random;

/// Why no sandbox could be made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SandboxError {
    /// The engine did not start.
    #[error("the script engine did not start: {message}")]
    Start {
        /// What the engine said.
        message: String,
    },
}

impl SandboxError {
    pub(super) fn start(error: &rquickjs::Error) -> Self {
        Self::Start { message: error.to_string() }
    }
}

/// How a sandbox is set up.
#[non_exhaustive]
pub struct Settings {
    /// The engine that is played.
    pub engine: Engine,
    /// What each script may use.
    pub limits: Limits,
    /// What the random numbers follow from.
    pub seed: u64,
    /// The time, in milliseconds since 1970, UTC. It stands still but for timers.
    pub clock_ms: u64,
    /// Draws the value of a dynamic variable such as `$guid` for `replaceIn`; none for a name that there is not.
    pub dynamic: Dynamic,
}

impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("engine", &self.engine)
            .field("limits", &self.limits)
            .field("seed", &self.seed)
            .field("clock_ms", &self.clock_ms)
            .finish_non_exhaustive()
    }
}

impl Settings {
    /// The defaults: usual limits, the start of 2020, no dynamic variables.
    pub fn new(engine: Engine) -> Self {
        Self {
            engine,
            limits: Limits::default(),
            seed: 0,
            clock_ms: 1_577_836_800_000,
            dynamic: Box::new(|_| None),
        }
    }
}

/// The scripting side of one run.
pub struct Sandbox {
    engine: Engine,
    realm: Option<Realm>,
    host: Rc<RefCell<Host>>,
    watch: Rc<Watch>,
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sandbox").field("engine", &self.engine).finish_non_exhaustive()
    }
}

fn host(limits: Limits, seed: u64, clock_ms: u64, dynamic: Dynamic, watch: &Rc<Watch>) -> Host {
    Host {
        limits,
        watch: Rc::clone(watch),
        now_ms: milliseconds(clock_ms),
        seed,
        random: Random::new(seed),
        ids: Random::new(!seed),
        dynamic,
        trace: Rc::default(),
        scopes: Scopes::default(),
        request: Value::Null,
        is_bare: false,
        info: RequestInfo::default(),
        report: Report::default(),
        changes: Changes::default(),
        rejections: Vec::new(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "JavaScript counts time in such numbers")]
fn milliseconds(clock_ms: u64) -> f64 {
    clock_ms as f64
}

fn realm(engine: Engine, host: &Rc<RefCell<Host>>) -> Result<Realm, SandboxError> {
    Realm::new(engine, host).map_err(|error| SandboxError::start(&error))
}

impl Sandbox {
    /// Makes a sandbox.
    ///
    /// # Errors
    ///
    /// When the engine does not start, as with a memory limit that is too low for it.
    pub fn new(settings: Settings) -> Result<Self, SandboxError> {
        let Settings { engine, limits, seed, clock_ms, dynamic } = settings;
        let watch = Rc::new(Watch::new());
        let host = Rc::new(RefCell::new(host(limits, seed, clock_ms, dynamic, &watch)));
        let realm = Some(realm(engine, &host)?);
        Ok(Self { engine, realm, host, watch })
    }

    /// The time that scripts see, in milliseconds since 1970, UTC.
    pub fn set_clock_ms(&mut self, clock_ms: u64) {
        self.host.borrow_mut().now_ms = milliseconds(clock_ms);
    }

    /// Makes the next script the first of a new run: chance begins again from the seed, and nothing is left of what
    /// earlier scripts did by assigning without declaring, or did to scopes of variables.
    ///
    /// What a script did to the language's own objects or to a library stays; see [`leaves_traces`].
    ///
    /// [`leaves_traces`]: super::leaves_traces
    pub fn restart(&mut self, clock_ms: u64, dynamic: Dynamic) {
        {
            let mut host = self.host.borrow_mut();
            host.now_ms = milliseconds(clock_ms);
            host.random = Random::new(host.seed);
            host.ids = Random::new(!host.seed);
            host.dynamic = dynamic;
            host.scopes.local = Scope::default();
        }
        self.realm = self.realm.take().filter(Realm::restart);
    }

    /// Runs one script. What it changed is in `state` afterwards, unless it broke a limit that ends it.
    pub fn run(&mut self, script: &Script, state: &mut ScriptState) -> ScriptOutcome {
        {
            let mut host = self.host.borrow_mut();
            host.request = std::mem::take(&mut state.request);
            host.info = std::mem::take(&mut state.info);
        }
        let adopted = self.adopt(&state.scopes);
        let counts = self.execute(script, adopted);
        let mut host = self.host.borrow_mut();
        state.request = std::mem::take(&mut host.request);
        state.info = std::mem::take(&mut host.info);
        let changes = std::mem::take(&mut host.changes);
        let report = std::mem::take(&mut host.report);
        let mut outcome = ScriptOutcome {
            errors: report.errors,
            console: report.console,
            warnings: report.warnings,
            refused_sends: report.refused_sends,
            unset_reads: report.unset_reads,
            leaked_globals: report.leaked_globals,
            written: report.written,
            reads_request: report.reads_request,
            reads_clock: report.reads_clock,
            breach: self.watch.stop(),
            crypto: host.trace.borrow_mut().take(),
            ..ScriptOutcome::default()
        };
        if counts {
            accept::accept(changes, &mut host.scopes, state, &mut outcome);
        }
        outcome
    }

    /// Takes over scopes that someone else changed, and names them to the prelude.
    fn adopt(&mut self, scopes: &Scopes) -> Vec<&'static str> {
        let known = &mut self.host.borrow_mut().scopes;
        let mut stale = Vec::new();
        let mut take = |name, known: &mut Scope, given: &Scope| {
            if known != given {
                known.clone_from(given);
                stale.push(name);
            }
        };
        take("variables", &mut known.local, &scopes.local);
        take("environment", &mut known.environment, &scopes.environment);
        take("collectionVariables", &mut known.collection, &scopes.collection);
        take("globals", &mut known.globals, &scopes.globals);
        if known.data != scopes.data {
            known.data.clone_from(&scopes.data);
            stale.push("iterationData");
        }
        stale
    }

    /// Everything from the first line to the last timer. False when nothing of what it changed counts.
    fn execute(&mut self, script: &Script, stale: Vec<&'static str>) -> bool {
        self.watch.start(self.host.borrow().limits.time);
        let mut realm = match self.realm.take() {
            Some(realm) => realm,
            None => match realm(self.engine, &self.host) {
                Ok(realm) => realm,
                Err(_) => return false,
            },
        };
        let context = realm.context.clone();
        let ended = context.with(|ctx| {
            let mut call =
                Call { ctx: &ctx, realm: &mut realm, host: &self.host, watch: &self.watch };
            call.run(script, stale, self.engine)
        });
        self.host.borrow_mut().rejections.clear();
        // Without memory for an error the engine throws `null`.
        let may_throw = script.text.contains("throw") || script.text.contains("reject");
        if self.host.borrow().report.threw_nothing && (realm.is_full() || !may_throw) {
            self.watch.end_with(Breach::Memory);
        }
        let is_fatal = self.watch.breach().is_some_and(Breach::is_fatal);
        match ended {
            Ended::Well if !is_fatal => {
                self.realm = Some(realm);
                true
            }
            Ended::BeforeItBegan if !is_fatal => {
                self.realm = Some(realm);
                false
            }
            // Whatever the prelude was doing, it was not done with it: the next script starts afresh. Without an error
            // of its own it was for want of memory, even for the error.
            _ => {
                if self.host.borrow().report.errors.is_empty() {
                    self.watch.end_with(Breach::Memory);
                }
                false
            }
        }
    }
}
