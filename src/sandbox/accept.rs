//! Takes over what a script changed.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::outcome::{Assertion, NextRequest, ScriptOutcome};
use super::rows;
use super::state::{Scope, Scopes, ScriptState, Variable};

/// What the prelude says of a script that ended. Each scope and each part of the request is JSON text of its own, so
/// that one that cannot be read costs no other.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Name and variables of each scope that changed.
    pub(super) scopes: Vec<(String, Vec<ChangedVariable>)>,
    /// Name and new form of each part of the request that changed.
    pub(super) parts: Vec<(String, String)>,
    pub(super) assertions: Vec<Assertion>,
    pub(super) skip: bool,
    pub(super) next: Option<NextRequest>,
}

/// A variable of a scope that changed.
#[derive(Debug)]
pub(super) enum ChangedVariable {
    /// One of name, type and text.
    Plain(Variable),
    /// Any other, as JSON.
    Json(String),
}

impl Changes {
    /// Adds a variable to the scope that was named last.
    pub(super) fn add(&mut self, variable: ChangedVariable) {
        if let Some((_, variables)) = self.scopes.last_mut() {
            variables.push(variable);
        }
    }
}

/// Brings the changes into the state, and into the scopes that the prelude knows.
pub(super) fn accept(
    changes: Changes,
    known: &mut Scopes,
    state: &mut ScriptState,
    outcome: &mut ScriptOutcome,
) {
    for (name, variables) in changes.scopes {
        let (known, given) = match name.as_str() {
            "variables" => (&mut known.local, &mut state.scopes.local),
            "environment" => (&mut known.environment, &mut state.scopes.environment),
            "collectionVariables" => (&mut known.collection, &mut state.scopes.collection),
            _ => (&mut known.globals, &mut state.scopes.globals),
        };
        let variables = variables.into_iter().filter_map(|variable| match variable {
            ChangedVariable::Plain(variable) => Some(variable),
            ChangedVariable::Json(text) => parsed(&text, &name, outcome),
        });
        let mut scope = Scope { variables: variables.collect() };
        keep_as_written(&mut scope, given);
        known.clone_from(&scope);
        *given = scope;
    }
    for (name, text) in &changes.parts {
        if let Some(mut part) = parsed::<Value>(text, &format!("request.{name}"), outcome) {
            if name == "body" {
                rows::fill_in(&mut part, &state.request);
            }
            replace_part(&mut state.request, name, part);
        }
    }
    outcome.assertions = changes.assertions;
    outcome.skip_request = changes.skip;
    outcome.next_request = changes.next;
}

/// A variable that says the same as before stays as it was written: with its id, its description, its type `secret`
/// and the number that it writes as text. One that changed keeps a type that the prelude does not know.
fn keep_as_written(scope: &mut Scope, before: &Scope) {
    for (index, variable) in scope.variables.iter_mut().enumerate() {
        let same_place = before.variables.get(index).filter(|old| old.key == variable.key);
        let Some(old) =
            same_place.or_else(|| before.variables.iter().rfind(|old| old.key == variable.key))
        else {
            continue;
        };
        if old.disabled == variable.disabled && says_the_same(old, variable) {
            variable.clone_from(old);
        } else if variable.kind.as_deref() == Some("any") {
            variable.kind.clone_from(&old.kind);
        }
    }
}

fn says_the_same(old: &Variable, new: &Variable) -> bool {
    let number = |value: &Value| match value {
        Value::String(text) => text.trim().parse::<f64>().ok(),
        other => other.as_f64(),
    };
    let both_numbers = || {
        let (old, new) = (old.value.as_ref().and_then(number), new.value.as_ref().and_then(number));
        old.is_some() && old == new
    };
    old.value == new.value
        || old.kind.as_deref() == Some("number")
            && new.kind.as_deref() == Some("number")
            && both_numbers()
}

/// A part that is gone comes as `null`. A request that was only an address becomes one with parts.
fn replace_part(request: &mut Value, name: &str, part: Value) {
    if !request.is_object() {
        let url = std::mem::take(request);
        *request = Value::Object(Map::from_iter([("url".to_owned(), url)]));
    }
    let parts = request.as_object_mut().expect("made one above");
    if part.is_null() {
        parts.shift_remove(name);
    } else {
        parts.insert(name.to_owned(), part);
    }
}

fn parsed<T: for<'de> Deserialize<'de>>(
    text: &str,
    name: &str,
    outcome: &mut ScriptOutcome,
) -> Option<T> {
    let result = serde_json::from_str(text)
        .or_else(|_| serde_json::from_str(&without_lone_surrogates(text)));
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            outcome.warnings.push(format!("what it made of `{name}` cannot be kept: {error}"));
            None
        }
    }
}

/// JavaScript text may hold half a character. It is sent as U+FFFD, so it becomes that here.
fn without_lone_surrogates(json: &str) -> String {
    let mut clean = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        clean.push_str(before);
        let (kept, after) = kept_escape(escape);
        clean.push_str(kept);
        rest = after;
    }
    clean.push_str(rest);
    clean
}

/// The escape that a text begins with, replaced if it is half a character, and what follows it.
fn kept_escape(text: &str) -> (&str, &str) {
    let unit = |text: &str| {
        text.strip_prefix("\\u").and_then(|hex| u16::from_str_radix(hex.get(..4)?, 16).ok())
    };
    match unit(text) {
        Some(0xd800..=0xdbff)
            if text.get(6..).and_then(unit).is_some_and(|low| (0xdc00..=0xdfff).contains(&low)) =>
        {
            text.split_at(12)
        }
        Some(0xd800..=0xdfff) => ("\\ufffd", text.get(6..).unwrap_or_default()),
        Some(_) => text.split_at(6),
        None => text.split_at(text.len().min(2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_character_becomes_the_replacement_character() {
        let clean = |json| {
            serde_json::from_str::<String>(&without_lone_surrogates(json)).expect("valid now")
        };
        assert_eq!(clean(r#""a\ud800b""#), "a\u{fffd}b");
        assert_eq!(clean(r#""\ud83d\ude00\udc00""#), "😀\u{fffd}");
        assert_eq!(clean(r#""\\ud800 \n""#), "\\ud800 \n");
    }

    #[test]
    fn a_bare_address_becomes_a_request_with_parts() {
        let mut request = Value::from("https://example.com");
        replace_part(&mut request, "method", Value::from("POST"));
        assert_eq!(request, serde_json::json!({"url": "https://example.com", "method": "POST"}));
        replace_part(&mut request, "method", Value::Null);
        assert_eq!(request, serde_json::json!({"url": "https://example.com"}));
    }
}
