//! The variables of a run, as files write them, as scripts see them, and as requests use them.

use serde_json::{Map, Value};

use crate::sandbox::{self, Variable};

use crate::text::coercion;
use crate::variables::{self, Row};
use crate::world::Engine;

/// The variables of a run, for scripts and for requests.
#[derive(Debug)]
pub(super) struct RunScopes {
    engine: Engine,
    /// As scripts see them.
    pub(super) scripts: sandbox::Scopes,
    /// The same, as requests use them.
    pub(super) requests: variables::Scopes,
    /// As they are at the start of the run.
    initial: (sandbox::Scopes, variables::Scopes),
}

impl RunScopes {
    pub(super) fn new(
        engine: Engine,
        collection: &Value,
        environment: &Value,
        globals: &Value,
    ) -> Self {
        let list = |file: &Value, key: &str| scope(file.get(key).unwrap_or(&Value::Null), engine);
        let scripts = sandbox::Scopes {
            collection: list(collection, "variable"),
            environment: list(environment, "values"),
            globals: list(globals, "values"),
            ..sandbox::Scopes::default()
        };
        let requests = variables::Scopes {
            collection: used(&scripts.collection, engine),
            environment: used(&scripts.environment, engine),
            globals: used(&scripts.globals, engine),
            ..variables::Scopes::default()
        };
        let initial = (scripts.clone(), requests.clone());
        Self { engine, scripts, requests, initial }
    }

    /// Goes back to the start of the run, with more variables in environment, collection and globals.
    pub(super) fn restart(&mut self, variables: &[(String, String)]) {
        self.scripts.clone_from(&self.initial.0);
        self.requests.clone_from(&self.initial.1);
        if variables.is_empty() {
            return;
        }
        let (scripts, requests) = (&mut self.scripts, &mut self.requests);
        for (scope, used_scope) in [
            (&mut scripts.environment, &mut requests.environment),
            (&mut scripts.collection, &mut requests.collection),
            (&mut scripts.globals, &mut requests.globals),
        ] {
            scope.variables.retain(|known| variables.iter().all(|(name, _)| *name != known.key));
            for (name, value) in variables {
                scope.push(name, value.as_str());
            }
            *used_scope = used(scope, self.engine);
        }
    }

    /// Puts the row of an iteration in.
    pub(super) fn set_data(&mut self, row: &Value) {
        self.scripts.data = row.as_object().cloned().unwrap_or_default();
        self.requests.data = Row::read(row);
    }

    /// Takes over what scripts changed since `before`.
    pub(super) fn refresh(&mut self, before: &sandbox::Scopes) {
        let engine = self.engine;
        let after = &self.scripts;
        let pairs = [
            (&before.local, &after.local, &mut self.requests.local),
            (&before.environment, &after.environment, &mut self.requests.environment),
            (&before.collection, &after.collection, &mut self.requests.collection),
            (&before.globals, &after.globals, &mut self.requests.globals),
        ];
        for (before, after, requests) in pairs {
            if before != after {
                *requests = used(after, engine);
            }
        }
    }

    /// What scripts set to `undefined` is null for the requests that follow.
    pub(super) fn settle(&mut self) {
        let scopes = &mut self.scripts;
        let before = scopes.clone();
        for scope in [
            &mut scopes.local,
            &mut scopes.environment,
            &mut scopes.collection,
            &mut scopes.globals,
        ] {
            for variable in scope.variables.iter_mut().filter(|it| it.value.is_none()) {
                variable.value = Some(Value::Null);
            }
        }
        self.refresh(&before);
    }
}

/// A list of variables as scripts see it.
fn scope(list: &Value, engine: Engine) -> sandbox::Scope {
    let entries = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let variables = entries.iter().filter(|entry| !entry.is_null());
    sandbox::Scope { variables: variables.map(|entry| variable(entry, engine)).collect() }
}

fn variable(entry: &Value, engine: Engine) -> Variable {
    let empty = Map::new();
    let mut extra = entry.as_object().unwrap_or(&empty).clone();
    let key = extra.shift_remove("key").map(|key| coercion::text(&key).into_owned());
    let kind = extra.shift_remove("type").and_then(|kind| kind.as_str().map(str::to_owned));
    let value = extra.shift_remove("value");
    let disabled = extra.shift_remove("disabled").is_some_and(|it| coercion::is_truthy(&it));
    // Newman knows only `disabled`; environment exports write `enabled`, which the app honours.
    let is_off = engine == Engine::Postman && extra.get("enabled") == Some(&Value::Bool(false));
    Variable { key: key.unwrap_or_default(), kind, value, disabled: disabled || is_off, extra }
}

/// The same list as requests use it.
fn used(scope: &sandbox::Scope, engine: Engine) -> variables::Scope {
    let list = serde_json::to_value(scope).expect("names and values are JSON");
    variables::Scope::read(&list, engine)
}
