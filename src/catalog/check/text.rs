//! Checking the text of form fields, query and path values.

use super::super::model::ParamType;
use super::{Reason, Refusal, Rule, json, value};
use crate::source::toml_file::quoted;

pub(super) fn check(rule: &Rule<'_>, text: &str) -> Result<(), Refusal> {
    let mut first = None;
    for kind in rule.kinds() {
        match as_kind(rule, kind, text) {
            Ok(()) => return Ok(()),
            Err(refusal) => first = first.or(Some(refusal)),
        }
    }
    Err(first.expect("a rule has at least one type"))
}

fn as_kind(rule: &Rule<'_>, kind: ParamType, text: &str) -> Result<(), Refusal> {
    match kind {
        ParamType::String => value::string(rule, text).map_err(Refusal::here),
        ParamType::Boolean => match text {
            "true" => value::boolean(rule, true).map_err(Refusal::here),
            "false" => value::boolean(rule, false).map_err(Refusal::here),
            _ => Err(wrong_type(rule, text)),
        },
        ParamType::Integer => {
            let number = whole(text).ok_or_else(|| wrong_type(rule, text))?;
            value::integer(rule, number).map_err(Refusal::here)
        }
        ParamType::Number => {
            let number = decimal(text).ok_or_else(|| wrong_type(rule, text))?;
            value::number(rule, number, text).map_err(Refusal::here)
        }
        ParamType::Array => match rule.items {
            Some(items) => check(&Rule::from(items), text),
            None => Ok(()),
        },
        ParamType::Object => match serde_json::from_str(text) {
            Ok(object @ serde_json::Value::Object(_)) => json::check(rule, &object),
            _ => Err(wrong_type(rule, text)),
        },
    }
}

/// A whole number of any size that fits 127 bits: digits, with a minus sign or none.
fn whole(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A number as JSON writes it: no sign but minus, no bare point, neither infinity nor NaN.
fn decimal(text: &str) -> Option<f64> {
    serde_json::from_str::<serde_json::Number>(text)
        .ok()
        .filter(|_| !text.contains(char::is_whitespace))
        .and_then(|number| number.as_f64())
}

fn wrong_type(rule: &Rule<'_>, text: &str) -> Refusal {
    Refusal::here(Reason::Type { found: quoted(text), expected: rule.kinds() })
}
