//! Checking JSON values.

use serde_json::{Map, Value};

use super::super::model::{Param, ParamType};
use super::super::step::Step;
use super::{Reason, Refusal, Rule, value};
use crate::source::toml_file::quoted;

/// The key of the object that a TOML date becomes, JSON having no dates.
const DATE: &str = "$__toml_private_datetime";

pub(super) fn check(rule: &Rule<'_>, found: &Value) -> Result<(), Refusal> {
    match found {
        Value::Null if rule.nullable => Ok(()),
        Value::String(text) if rule.takes(ParamType::String) => {
            value::string(rule, text).map_err(Refusal::here)
        }
        Value::Bool(truth) if rule.takes(ParamType::Boolean) => {
            value::boolean(rule, *truth).map_err(Refusal::here)
        }
        Value::Number(_) if rule.takes(ParamType::Number) || rule.takes(ParamType::Integer) => {
            number(rule, found)
        }
        Value::Array(entries) if rule.takes(ParamType::Array) => array(rule, entries),
        Value::Object(object) if rule.takes(ParamType::Object) && !object.contains_key(DATE) => {
            properties(rule.properties, object)
        }
        _ => Err(wrong_type(rule, found)),
    }
}

fn number(rule: &Rule<'_>, found: &Value) -> Result<(), Refusal> {
    let whole = found.as_i64().map(i128::from).or_else(|| found.as_u64().map(i128::from));
    match (whole, found.as_f64()) {
        (Some(whole), _) => value::integer(rule, whole).map_err(Refusal::here),
        (None, Some(number)) if rule.takes(ParamType::Number) => {
            value::number(rule, number, &found.to_string()).map_err(Refusal::here)
        }
        _ => Err(wrong_type(rule, found)),
    }
}

fn array(rule: &Rule<'_>, entries: &[Value]) -> Result<(), Refusal> {
    value::entries(rule, entries.len()).map_err(Refusal::here)?;
    let Some(items) = rule.items else { return Ok(()) };
    let item = Rule::from(items);
    for (index, entry) in entries.iter().enumerate() {
        check(&item, entry).map_err(|refusal| inside(Step::Index(index), refusal))?;
    }
    Ok(())
}

fn properties(known: &[Param], object: &Map<String, Value>) -> Result<(), Refusal> {
    if known.is_empty() {
        return Ok(());
    }
    for param in known {
        match object.get(&param.name) {
            Some(found) => param
                .check(found)
                .map_err(|refusal| inside(Step::Key(param.name.clone()), refusal))?,
            None if param.required => {
                return Err(Refusal::here(Reason::Missing { name: param.name.clone() }));
            }
            None => {}
        }
    }
    match object.keys().find(|key| known.iter().all(|param| param.name != **key)) {
        Some(name) => Err(Refusal::here(Reason::Unknown {
            name: name.clone(),
            expected: known.iter().map(|param| param.name.clone()).collect(),
        })),
        None => Ok(()),
    }
}

fn inside(step: Step, mut refusal: Refusal) -> Refusal {
    refusal.steps.insert(0, step);
    refusal
}

fn wrong_type(rule: &Rule<'_>, found: &Value) -> Refusal {
    Refusal::here(Reason::Type { found: in_words(found), expected: rule.kinds() })
}

fn in_words(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => format!("the boolean `{truth}`"),
        Value::Number(number) => format!("the number `{number}`"),
        Value::String(text) => format!("the string {}", quoted(text)),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(object) if object.contains_key(DATE) => "a date without quotes".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
