//! What is known about a request whose signature differs.

use super::Case;
use super::key::RightKey;
use super::message::Message;
use super::written::AsWritten;
use crate::catalog::{Endpoint, Param};
use crate::causes::{self, Evidence, Explanation, KnownParam, Mismatch, explain};
use crate::sandbox::crypto::TracedCall;
use serde_json::Value;

impl Case<'_> {
    /// The mistake that gives the signature that was found.
    pub(super) fn explanation(
        &self,
        message: &Message<'_>,
        key: &RightKey<'_>,
        found: &str,
    ) -> Option<Explanation> {
        let calls: Vec<_> = self.calls().into_iter().map(known_call).collect();
        let written = AsWritten::of(&self.ran.request, self.recipe);
        let fields = written.fields();
        let api = self.covered.api;
        let paths = api.endpoints().map(|endpoint| endpoint.path.as_str());
        let other_paths: Vec<_> = paths.filter(|path| *path != message.path()).collect();
        let others = api.recipes.iter().filter(|(_, other)| other.message != self.recipe.message);
        let other_recipes: Vec<_> = others.map(|(name, other)| (name.as_str(), other)).collect();
        let params = self.covered.endpoint.map(known_params).unwrap_or_default();
        explain(&Mismatch {
            recipe: self.recipe,
            api_key: message.api_key(),
            key: key.as_key(),
            outgoing: &message.outgoing(),
            signature: found,
            evidence: Evidence {
                calls: &calls,
                written: written.written(&fields),
                variables: &[],
                params: &params,
                other_paths: &other_paths,
                other_recipes: &other_recipes,
            },
        })
    }
}

/// The params of an endpoint with values that are likely in a script.
pub(crate) fn known_params(endpoint: &Endpoint) -> Vec<KnownParam<'_>> {
    endpoint.params.iter().map(known_param).collect()
}

fn known_param(param: &Param) -> KnownParam<'_> {
    let values = param.example.iter().chain(&param.default).chain(&param.values);
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    KnownParam { name: &param.name, values: values.map(text).collect() }
}

fn known_call(call: &TracedCall) -> causes::TracedCall {
    causes::TracedCall {
        algorithm: call.algorithm.name(),
        key: call.key.clone(),
        input: call.input.clone(),
        output: call.output.clone(),
    }
}
