//! One request at a time (interim).
use serde_json::Value;

use super::steps::Steps;
use super::{Ran, Setup};
use crate::runtime::PlannedRequest;
use crate::runtime::sandbox::SandboxError;

/// How one run of a request differs from the request as saved.
#[derive(Debug, Clone, Copy, Default)]
pub struct Attempt<'a> {
    /// A definition in place of the request's own.
    pub request: Option<&'a Value>,
    /// The clock, in milliseconds since 1970.
    pub now_ms: Option<u64>,
    /// Variables that the environment has besides its own.
    pub variables: &'a [Value],
}

/// Runs requests one at a time.
#[derive(Debug)]
pub struct Solo<'v> {
    collection: &'v Value,
    setup: Setup,
}

impl<'v> Solo<'v> {
    /// New.
    pub fn new(collection: &'v Value, setup: Setup) -> Self {
        Self { collection, setup }
    }
    /// Runs.
    ///
    /// # Errors
    ///
    /// When the engine does not start.
    pub fn run(
        &mut self,
        planned: &PlannedRequest<'v>,
        attempt: &Attempt<'_>,
    ) -> Result<Ran<'v>, SandboxError> {
        let mut setup = self.setup.clone();
        if let Some(now) = attempt.now_ms {
            setup.now_ms = now;
        }
        if !attempt.variables.is_empty() {
            let mut values = setup.environment["values"].as_array().cloned().unwrap_or_default();
            values.extend(attempt.variables.iter().cloned());
            setup.environment = serde_json::json!({"values": values});
        }
        let mut steps = Steps::new(self.collection, setup);
        steps.solo(planned.clone(), attempt.request)
    }
}
