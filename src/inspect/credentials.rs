//! The credentials that scripts look for, and made-up ones where nobody gave any.

use serde_json::{Value, json};

use crate::catalog::{Catalog, CatalogError};
use crate::runtime::{NotSent, Scope, Scopes, Setup, World, plan};
use crate::signing::{Credentials, Secret};
use crate::validate::countersign::covered;

/// The names that generated and Kraken's own scripts use.
const API_KEY: &str = "api_key";
const API_SECRET: &str = "api_secret";

/// A key of nobody's.
const TEST_KEY: &str = "countersign/test+key";
/// The base64 of the bytes 0 to 63: a secret of nobody's.
const TEST_SECRET: &str =
    "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";

/// Which credentials somebody gave.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given {
    key: bool,
    secret: bool,
}

impl Given {
    /// What environment, collection, globals and data hold, or a script brings itself.
    pub(super) fn of(collection: &Value, setup: &Setup) -> Self {
        let has = |name| {
            value(collection, setup, name).is_some_and(|value| !value.is_empty())
                || is_set_by_script(collection, name)
        };
        Self { key: has(API_KEY), secret: has(API_SECRET) }
    }

    /// Puts test values into the environment for what is missing, and names it.
    pub(super) fn complete(self, setup: &mut Setup) -> Vec<&'static str> {
        let missing = [(self.key, API_KEY, TEST_KEY), (self.secret, API_SECRET, TEST_SECRET)];
        let missing: Vec<_> = missing.into_iter().filter(|(given, ..)| !given).collect();
        let mut values = setup.environment["values"].as_array().cloned().unwrap_or_default();
        for (_, name, value) in &missing {
            values.retain(|entry| entry["key"] != *name);
            values.push(json!({"key": name, "value": value, "type": "secret"}));
        }
        if !missing.is_empty() {
            let mut environment = setup.environment.as_object().cloned().unwrap_or_default();
            environment.insert("values".to_owned(), values.into());
            setup.environment = environment.into();
        }
        missing.into_iter().map(|(_, name, _)| name).collect()
    }
}

/// Whether a script sets the variable itself, as Kraken's own do: a value in the environment would hide
/// the one that such a script puts into the globals.
fn is_set_by_script(collection: &Value, name: &str) -> bool {
    let setters = [format!("set(\"{name}\""), format!("set('{name}'")];
    let scripts = plan(collection).into_iter().flat_map(|request| request.scripts("prerequest"));
    let mut sources = scripts.map(|script| script.source);
    sources.any(|source| setters.iter().any(|setter| source.contains(setter)))
}

/// The credentials that a script finds at the start of the run.
pub(super) fn credentials(collection: &Value, setup: &Setup) -> Credentials {
    let text = |name| value(collection, setup, name).unwrap_or_default();
    Credentials { api_key: text(API_KEY), secret: Secret::new(text(API_SECRET)) }
}

/// The text of a variable at the start of the run.
fn value(collection: &Value, setup: &Setup, name: &str) -> Option<String> {
    let from_data = setup.data.first().and_then(|row| row.get(name)).and_then(Value::as_str);
    if let Some(text) = from_data {
        return Some(text.to_owned());
    }
    let scopes = scopes(collection, setup);
    let lists = [&scopes.environment, &scopes.collection, &scopes.globals];
    lists.iter().find_map(|scope| Some(scope.get(name)?.pasted().into_owned()))
}

fn scopes(collection: &Value, setup: &Setup) -> Scopes {
    let variables = collection.get("variable").unwrap_or(&Value::Null);
    Scopes {
        environment: Scope::read_file(&setup.environment, setup.engine),
        collection: Scope::read(variables, setup.engine),
        globals: Scope::read_file(&setup.globals, setup.engine),
        ..Scopes::default()
    }
}

/// Whether a request of the collection, as it stands, is one that a recipe signs.
pub(super) fn needs(
    collection: &Value,
    setup: &Setup,
    catalog: &Catalog,
    api: Option<&str>,
) -> Result<bool, CatalogError> {
    let scopes = scopes(collection, setup);
    let mut world = World::new(setup.seed, setup.now_ms);
    for request in plan(collection) {
        let outgoing: Result<_, NotSent> = request.outgoing(&scopes, &mut world);
        let Ok(outgoing) = outgoing else { continue };
        if covered(catalog, api, &outgoing)?.is_some_and(|covered| covered.recipe.is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}
