//! The credentials that scripts look for, and made-up ones where nobody gave any.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::catalog::{Catalog, CatalogError};
use crate::runtime::secrets::{self, FoundSecret};
use crate::runtime::{NotSent, Setup, plan};
use crate::secrecy::{Grade, Mask};
use crate::signing::Secret;
use crate::variables::{Scope, Scopes};
use crate::world::World;

use crate::countersign::covered;

/// The names that generated and Kraken's own scripts use.
const API_KEY: &str = "api_key";
const API_SECRET: &str = "api_secret";

/// A key of nobody's.
const TEST_KEY: &str = "countersign/test+key";
/// A secret of nobody's: 64 bytes, many of them beyond ASCII, with `+` and `/` in their base64, so that
/// no way of spoiling a key leaves it as it is.
const TEST_SECRET: &str =
    "i2Q8v3M3caomuDA+kvOPL8DvrFtBGlGTGjNm6YzNQlazWDT+/9Mcu/rZL9IleU9/Su7nbSluTz401gzy1STqpg==";

/// What hides the secrets of a collection and of what it is used with, but for values that this program made up.
pub(crate) fn mask(found: &[FoundSecret], setup: &Setup) -> Mask {
    let mut secrets = secrets::in_setup(setup);
    secrets::add_to(&mut secrets, found);
    secrets.show(TEST_KEY);
    secrets.show(TEST_SECRET);
    secrets.mask()
}

/// The made-up value of a variable that is called like a key; `None` if it is not.
pub(crate) fn test_value(name: &str) -> Option<&'static str> {
    match Grade::of(name) {
        Some(Grade::PublicKey) => Some(TEST_KEY),
        Some(Grade::PrivateKey) => Some(TEST_SECRET),
        _ => None,
    }
}

/// Names that are credentials' with made-up values; other names are left out.
pub(crate) fn test_values<'n>(
    names: impl IntoIterator<Item = &'n String>,
) -> Vec<(String, String)> {
    let value = |name: &String| Some((name.clone(), test_value(name)?.to_owned()));
    names.into_iter().filter_map(value).collect()
}

/// Puts test values into the environment where nobody gives `api_key` or `api_secret` and no script
/// sets them, and names those that it made up.
pub(crate) fn complete(collection: &Value, setup: &mut Setup) -> Vec<String> {
    let names = [(API_KEY, TEST_KEY), (API_SECRET, TEST_SECRET)];
    let sources = LazyCell::new(|| script_texts(collection));
    let is_given = |name: &str| {
        value(collection, setup, name).is_some_and(|value| !value.is_empty())
            || is_set_by_script(&sources, name)
    };
    let missing: Vec<_> = names.into_iter().filter(|(name, _)| !is_given(name)).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let mut environment = setup.environment.as_object().cloned().unwrap_or_default();
    let values = environment.get("values").and_then(Value::as_array).cloned().unwrap_or_default();
    let is_missing = |entry: &Value| missing.iter().any(|(name, _)| entry["key"] == *name);
    let kept = values.into_iter().filter(|entry| !is_missing(entry));
    let made =
        missing.iter().map(|(name, value)| json!({"key": name, "value": value, "type": "secret"}));
    environment.insert("values".to_owned(), kept.chain(made).collect());
    setup.environment = environment.into();
    missing.into_iter().map(|(name, _)| name.to_owned()).collect()
}

/// The different texts of the scripts that run before requests; most requests share theirs.
fn script_texts(collection: &Value) -> BTreeSet<Arc<str>> {
    let scripts = plan(collection).into_iter().flat_map(|request| request.scripts("prerequest"));
    scripts.map(|script| script.source).collect()
}

/// Whether a script sets the variable itself, as Kraken's own do: a value in the environment would hide
/// the one that such a script puts into the globals.
fn is_set_by_script(sources: &BTreeSet<Arc<str>>, name: &str) -> bool {
    let setters = [format!("set(\"{name}\""), format!("set('{name}'")];
    sources.iter().any(|source| setters.iter().any(|setter| source.contains(setter)))
}

/// The private keys that a script finds at the start of the run: `api_secret` first, then the
/// values of other variables with such names.
pub(crate) fn private_keys(collection: &Value, setup: &Setup) -> Vec<Secret> {
    let first = value(collection, setup, API_SECRET);
    let scopes = scopes(collection, setup);
    let lists = [&scopes.environment, &scopes.collection, &scopes.globals];
    let variables = lists.into_iter().flat_map(Scope::iter);
    let others = variables
        .filter(|variable| {
            !variable.is_disabled() && Grade::of(variable.key()) == Some(Grade::PrivateKey)
        })
        .map(|variable| variable.pasted().into_owned());
    let rows = setup.data.iter().filter_map(Value::as_object).flatten();
    let in_data = rows
        .filter(|(name, _)| Grade::of(name) == Some(Grade::PrivateKey))
        .filter_map(|(_, value)| value.as_str().map(str::to_owned));
    let mut secrets: Vec<Secret> = Vec::new();
    for text in first.into_iter().chain(others).chain(in_data).filter(|text| !text.is_empty()) {
        let secret = Secret::new(text);
        if !secrets.contains(&secret) {
            secrets.push(secret);
        }
    }
    secrets
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
///
/// # Errors
///
/// When the catalogue cannot be read.
pub(crate) fn are_needed(
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
