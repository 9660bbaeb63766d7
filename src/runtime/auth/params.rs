//! The type and the parameters of an auth definition.

use serde_json::Value;

use crate::text::coercion;
use crate::variables::{Kind, Resolver};

/// An auth helper with its variables replaced.
#[derive(Debug)]
pub(crate) struct Auth {
    pub(super) kind: String,
    params: Vec<Param>,
}

#[derive(Debug, Clone)]
struct Param {
    key: Value,
    kind: Kind,
    /// The value as its type stores it; none if there is none.
    value: Option<Value>,
}

/// The type that a definition names.
pub(super) fn kind(definition: &Value) -> Option<&str> {
    definition.get("type").and_then(Value::as_str).filter(|kind| *kind != "type")
}

impl Auth {
    /// Reads a definition whose parameters are a list, as in v2.1, or a map, as in v2.0.
    pub(crate) fn read(definition: &Value, resolver: &mut Resolver<'_>) -> Option<Self> {
        let kind = kind(definition)?;
        let mut params = Vec::new();
        match definition.get(kind) {
            Some(Value::Array(list)) => {
                for entry in list.iter().filter(|entry| entry.get("key").is_some()) {
                    upsert(&mut params, entry);
                }
            }
            Some(Value::Object(map)) => {
                params.extend(map.iter().map(|(key, value)| Param {
                    key: Value::from(key.as_str()),
                    kind: Kind::Any,
                    value: Some(value.clone()),
                }));
            }
            _ => {}
        }
        for param in &mut params {
            for part in [Some(&mut param.key), param.value.as_mut()].into_iter().flatten() {
                resolver.fill(part);
            }
        }
        Some(Self { kind: resolver.text(kind).into_owned(), params })
    }

    /// A parameter that counts as true; disabled ones count too.
    pub(super) fn get(&self, key: &str) -> Option<Value> {
        self.raw(key).filter(coercion::is_truthy)
    }

    /// A parameter as its type reads it.
    fn raw(&self, key: &str) -> Option<Value> {
        let param = self.param(key)?;
        param.kind.read(param.value.as_ref())
    }

    /// A parameter as the value of a header: a number as text, since it may be none.
    pub(super) fn header_value(&self, key: &str) -> Option<Value> {
        let param = self.param(key)?;
        match param.kind {
            Kind::Number => Some(param.kind.pasted(param.value.as_ref()).into()),
            kind => kind.read(param.value.as_ref()),
        }
    }

    /// A parameter as the key or value of a query, where a number is nothing.
    pub(super) fn query_part(&self, key: &str) -> Option<Value> {
        self.param(key).filter(|param| param.kind != Kind::Number)?;
        self.raw(key)
    }

    fn param(&self, key: &str) -> Option<&Param> {
        self.params.iter().rfind(|param| coercion::text(&param.key) == key)
    }
}

/// Adds a parameter, or changes the one of that name.
fn upsert(params: &mut Vec<Param>, entry: &Value) {
    let key = entry.get("key").cloned().unwrap_or_default();
    let known = params.iter().position(|param| {
        coercion::is_truthy(&key) && coercion::text(&param.key) == coercion::text(&key)
    });
    let at = known.unwrap_or_else(|| {
        params.push(Param { key, kind: Kind::Any, value: None });
        params.len() - 1
    });
    let param = &mut params[at];
    if let Some(kind) = entry.get("type").and_then(Kind::named) {
        param.kind = kind;
    }
    if let Some(value) = entry.get("value") {
        param.value = Some(param.kind.stored(value));
    }
}
