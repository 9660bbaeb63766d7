//! What came of a case, in a form in which both sides can be compared.

use std::collections::BTreeMap;

use countersign::sandbox::{
    Engine, NextRequest, Sandbox, Scope, Script, ScriptOutcome, ScriptState, Settings, When,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::sandbox::case::Case;

/// The parts of a request that scripts can change.
const PARTS: &[&str] = &["url", "header", "body", "auth", "method"];

/// What came of a case.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    pub(crate) console: Vec<(String, String)>,
    pub(crate) errors: Vec<Failure>,
    pub(crate) assertions: Vec<Assertion>,
    pub(crate) skip: bool,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<Value>,
    pub(crate) scopes: BTreeMap<String, Value>,
    pub(crate) request: BTreeMap<String, Value>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Failure {
    pub(crate) name: String,
    pub(crate) message: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Assertion {
    pub(crate) name: String,
    pub(crate) passed: bool,
    pub(crate) skipped: bool,
}

fn some<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// Errors whose words are the script engine's own. Both sides agree on the name; the words differ as those of V8 do
/// from version to version.
const WORDED_BY_THE_ENGINE: &[&str] = &["TypeError", "SyntaxError", "RangeError", "URIError"];

impl Failure {
    fn is_like(&self, other: &Self) -> bool {
        self.name == other.name
            && (self.message == other.message || WORDED_BY_THE_ENGINE.contains(&self.name.as_str()))
    }
}

impl Outcome {
    /// A line for each thing that is not the same.
    pub(crate) fn differences(&self, other: &Self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut compare = |what: &str, same: bool, own: String, theirs: String| {
            if !same {
                lines.push(format!("  {what}\n    ours:    {own}\n    postman: {theirs}"));
            }
        };
        let errors_alike = self.errors.len() == other.errors.len()
            && self.errors.iter().zip(&other.errors).all(|(own, theirs)| own.is_like(theirs));
        compare(
            "errors",
            errors_alike,
            format!("{:?}", self.errors),
            format!("{:?}", other.errors),
        );
        compare(
            "console",
            self.console == other.console,
            lines_of(&self.console),
            lines_of(&other.console),
        );
        compare(
            "assertions",
            self.assertions == other.assertions,
            format!("{:?}", self.assertions),
            format!("{:?}", other.assertions),
        );
        compare("skip", self.skip == other.skip, self.skip.to_string(), other.skip.to_string());
        compare(
            "next",
            self.next == other.next,
            format!("{:?}", self.next),
            format!("{:?}", other.next),
        );
        for part in keys(&self.scopes, &other.scopes) {
            let (own, theirs) = (self.scopes.get(part), other.scopes.get(part));
            compare(part, own == theirs, shown(own), shown(theirs));
        }
        for part in keys(&self.request, &other.request) {
            let (own, theirs) = (self.request.get(part), other.request.get(part));
            compare(part, own == theirs, shown(own), shown(theirs));
        }
        lines
    }
}

fn keys<'a>(one: &'a BTreeMap<String, Value>, other: &'a BTreeMap<String, Value>) -> Vec<&'a str> {
    let mut keys: Vec<&str> = one.keys().chain(other.keys()).map(String::as_str).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "unchanged".to_owned(), Value::to_string)
}

fn lines_of(console: &[(String, String)]) -> String {
    let lines: Vec<String> =
        console.iter().map(|(level, text)| format!("{level} {text}")).collect();
    lines.join("\n             ")
}

/// Runs a case here.
pub(crate) fn run(case: &Case, engine: Engine) -> Outcome {
    let mut sandbox = Sandbox::new(Settings::new(engine)).expect("the engine starts");
    let mut state = state(case);
    let mut outcome = Outcome::default();
    // The other side's random source always says the same, too.
    let freeze = Script::prerequest("Math.random = function () { return 0.5; };");
    sandbox.run(&freeze, &mut ScriptState::new(json!({})));
    for text in &case.scripts {
        let text = text.as_str();
        let script =
            if case.listen == "test" { Script::test(text) } else { Script::prerequest(text) };
        let ended = sandbox.run(&script, &mut state);
        note(&mut outcome, &ended, engine);
        if ended.skip_request {
            break;
        }
    }
    compare_with_start(case, &state, &mut outcome);
    outcome
}

fn state(case: &Case) -> ScriptState {
    let mut state = ScriptState::new(case.request.clone());
    let scope = |value: &Value| {
        serde_json::from_value::<Scope>(value.clone()).expect("a list of variables")
    };
    state.scopes.local = scope(&case.variables);
    state.scopes.environment = scope(&case.environment);
    state.scopes.collection = scope(&case.collection_variables);
    state.scopes.globals = scope(&case.globals);
    state.scopes.data.clone_from(&case.data);
    let text = |name: &str| case.info.get(name).and_then(Value::as_str).map(str::to_owned);
    state.info.request_name = text("requestName");
    state.info.request_id = text("requestId");
    state.info.current = text("current");
    if let Some(path) = case.info.get("path").and_then(Value::as_array) {
        state.info.path = path.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    }
    state
}

fn note(outcome: &mut Outcome, came: &ScriptOutcome, engine: Engine) {
    outcome
        .console
        .extend(came.console.iter().map(|line| (line.level.name().to_owned(), line.text.clone())));
    for error in &came.errors {
        // In Newman the process is gone by then, so there is nothing to compare.
        assert!(engine == Engine::Postman || error.when != When::Rejection, "{error:?}");
        outcome.errors.push(Failure { name: error.name.clone(), message: error.message.clone() });
    }
    outcome.assertions.extend(came.assertions.iter().map(|assertion| Assertion {
        name: assertion.name.clone(),
        passed: assertion.passed,
        skipped: assertion.skipped,
    }));
    outcome.skip = came.skip_request;
    if let Some(next) = &came.next_request {
        outcome.next = Some(match next {
            NextRequest::Named(name) => Value::from(name.as_str()),
            NextRequest::Stop => Value::Null,
        });
    }
}

fn compare_with_start(case: &Case, state: &ScriptState, outcome: &mut Outcome) {
    let pairs = [
        ("variables", &case.variables, &state.scopes.local),
        ("environment", &case.environment, &state.scopes.environment),
        ("collectionVariables", &case.collection_variables, &state.scopes.collection),
        ("globals", &case.globals, &state.scopes.globals),
    ];
    for (name, before, after) in pairs {
        let before: Scope = serde_json::from_value(before.clone()).expect("a list of variables");
        if plain(&before) != plain(after) {
            outcome.scopes.insert(name.to_owned(), plain(after));
        }
    }
    for part in PARTS {
        let after = state.request.get(part);
        let before = if case.request.is_string() && *part == "url" {
            Some(&case.request)
        } else {
            case.request.get(part)
        };
        let after =
            if state.request.is_string() && *part == "url" { Some(&state.request) } else { after };
        if before != after {
            outcome.request.insert((*part).to_owned(), after.cloned().unwrap_or(Value::Null));
        }
    }
}

/// Postman's scopes turn the text of a variable of type `number` into a number as soon as they are made.
fn as_number(kind: Option<&str>, value: &Value) -> Value {
    let number =
        value.as_str().filter(|_| kind == Some("number")).and_then(|text| text.parse::<f64>().ok());
    number.map_or_else(|| value.clone(), Value::from)
}

/// A scope as the other side writes it down.
fn plain(scope: &Scope) -> Value {
    let rows = scope.variables.iter().map(|variable| {
        let mut row = json!({"key": variable.key});
        if let Some(value) = &variable.value {
            row["value"] = as_number(variable.kind.as_deref(), value);
        }
        if variable.disabled {
            row["disabled"] = Value::Bool(true);
        }
        // Postman's scopes know these types only; the others keep their name here, and mean the same as none.
        let known = ["string", "number", "boolean", "array", "object"];
        if let Some(kind) = variable.kind.as_deref().filter(|kind| known.contains(kind)) {
            row["type"] = Value::from(kind);
        }
        row
    });
    Value::Array(rows.collect())
}
