//! Runs a collection's scripts as Postman does, with no network, no files, a clock that stands still and a random
//! source that repeats.
//!
//! A [`Sandbox`] is the scripting side of one run: globals that one script makes are there for the next, as in
//! Postman, and nothing is left of them in another sandbox. It plays either of the two [`Engine`]s that users have.
//!
//! ```
//! use countersign::world::Engine;
//! use countersign::sandbox::{Sandbox, Script, ScriptState, Settings};
//! use serde_json::json;
//!
//! let mut sandbox = Sandbox::new(Settings::new(Engine::Postman))?;
//! let mut state = ScriptState::new(json!({"method": "GET", "url": "https://example.com/{{id}}"}));
//! let outcome = sandbox.run(&Script::prerequest("pm.variables.set('id', 7)"), &mut state);
//! assert!(outcome.errors.is_empty());
//! assert_eq!(state.scopes.local.get("id").map(|variable| variable.value.clone()), Some(Some(json!(7))));
//! # Ok::<(), countersign::sandbox::SandboxError>(())
//! ```
//!
//! Local time is that of the machine, as in Postman; everything else is the same wherever it runs.

mod accept;
mod bridge;
mod bytecode;
mod call;
pub mod crypto;
mod host;
pub mod libs;
mod limits;
mod names;
mod outcome;
mod prelude;
mod realm;
mod rows;
mod run;
mod script;
mod state;
mod sugar;
mod syntax;
#[cfg(test)]
mod tests;
mod traces;

pub use host::Dynamic;
pub use limits::{Breach, Limits};
pub use names::provided_names;
pub use outcome::{
    Assertion, ConsoleLine, Level, NextRequest, ScriptError, ScriptOutcome, When, Written,
};
pub use run::{Sandbox, SandboxError, Settings};
pub use script::{Script, ScriptKind};
pub use state::{RequestInfo, Scope, Scopes, ScriptState, Variable};
pub use syntax::Syntax;
pub use traces::leaves_traces;

pub use crate::world::Engine;
