//! What scripts read and change: variables, the request, and where in the run they are.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What scripts read and change.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ScriptState {
    /// The variables of each scope.
    pub scopes: Scopes,
    /// The request as the file writes it, a URL as text included. Parts that no script touches stay as they are.
    pub request: Value,
    /// Where in the run the request is.
    pub info: RequestInfo,
}

impl ScriptState {
    /// A request alone, with no variables.
    pub fn new(request: Value) -> Self {
        Self { request, ..Self::default() }
    }
}

/// The variables of each scope.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Scopes {
    /// Set by `pm.variables`; they last for the run in Newman.
    pub local: Scope,
    /// A row of the data file.
    pub data: Map<String, Value>,
    /// The environment.
    pub environment: Scope,
    /// The collection's own.
    pub collection: Scope,
    /// The globals.
    pub globals: Scope,
}

/// The variables of one scope, in order; of several with one name the last that is not disabled counts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scope {
    /// The variables.
    pub variables: Vec<Variable>,
}

impl Scope {
    /// The variable of that name that counts.
    pub fn get(&self, key: &str) -> Option<&Variable> {
        self.variables.iter().rev().find(|variable| variable.key == key && !variable.disabled)
    }

    /// Adds a variable at the end.
    pub fn push(&mut self, key: impl Into<String>, value: impl Into<Value>) {
        self.variables.push(Variable::new(key, value));
    }
}

/// A variable as Postman's files write it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Variable {
    /// Its name.
    #[serde(default)]
    pub key: String,
    /// Its type: `string`, `number`, `boolean`, `any`, `secret`, …; none counts as `any`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its value; none for a variable that a script set to `undefined`, which is not the same as `null`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// Whether it is as good as absent.
    #[serde(default, deserialize_with = "truthy", skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// Whatever else was written.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Variable {
    /// A variable without a type.
    pub fn new(key: impl Into<String>, value: impl Into<Value>) -> Self {
        Self { key: key.into(), value: Some(value.into()), ..Self::default() }
    }
}

/// Keeps `null` apart from nothing.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// Reads `"true"` as JavaScript does: any non-empty text counts.
fn truthy<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Null => false,
        Value::Bool(value) => value,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    })
}

/// Where in the run a request is, as `pm.info` and `pm.execution.location` tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RequestInfo {
    /// The request's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_name: Option<String>,
    /// The request's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Names from the collection to the request.
    pub path: Vec<String>,
    /// The name of the collection, folder or request that the script belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<String>,
    /// Counted from 0.
    pub iteration: u32,
    /// How many iterations the run has.
    pub iteration_count: u32,
}

impl Default for RequestInfo {
    fn default() -> Self {
        Self {
            request_name: None,
            request_id: None,
            path: Vec::new(),
            current: None,
            iteration: 0,
            iteration_count: 1,
        }
    }
}
