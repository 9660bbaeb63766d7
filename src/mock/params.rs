//! Whether the params of a request are what the catalogue says.

use axum::http::HeaderMap;
use serde_json::Value;

use crate::catalog::{Endpoint, Param, ParamType, Place, Reason, Refusal};

use super::answer::Refused;
use super::fields::Fields;
use super::wording::Fault;

/// The params that came with a request, by where they travelled.
#[derive(Debug)]
pub(super) struct Given<'a> {
    pub(super) path: &'a [(&'a str, String)],
    pub(super) query: &'a [(String, String)],
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'a Fields,
}

/// Checks every param of `endpoint` but the one called `nonce_field` in the body, which has been
/// checked before; others that were given are ignored, as Kraken does.
pub(super) fn check(
    endpoint: &Endpoint,
    nonce_field: Option<&str>,
    given: &Given<'_>,
) -> Result<(), Refused> {
    for param in &endpoint.params {
        let place = endpoint.place(param);
        if place == Place::Body && nonce_field == Some(&param.name) {
            continue;
        }
        match (place, given.body) {
            (Place::Path, _) => check_texts(param, given.path)?,
            (Place::Query, _) => check_texts(param, given.query)?,
            (Place::Header, _) => check_texts(param, &header(given.headers, &param.name))?,
            (Place::Body, Fields::Form(fields)) => check_texts(param, fields)?,
            (Place::Body, Fields::Json(members)) => check_json(param, members.get(&param.name))?,
            (Place::Body, Fields::None) => check_json(param, None)?,
        }
    }
    Ok(())
}

/// The header of that name; a value that is not text counts as one that is not there.
fn header<'a>(headers: &HeaderMap, name: &'a str) -> Vec<(&'a str, String)> {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.map(|value| (name, value.to_owned())).into_iter().collect()
}

fn check_texts<N: AsRef<str>>(param: &Param, fields: &[(N, String)]) -> Result<(), Refused> {
    let is_array = param.kind == ParamType::Array;
    let bracketed = format!("{}[]", param.name);
    let texts: Vec<&str> = fields
        .iter()
        .filter(|(name, _)| name.as_ref() == param.name || is_array && name.as_ref() == bracketed)
        .map(|(_, text)| text.as_str())
        .collect();
    match texts.last() {
        None => missing_if_required(param),
        Some(&"") if param.required => missing_if_required(param),
        Some(_) if is_array => texts.iter().try_for_each(|text| check_text(param, text)),
        Some(last) => check_text(param, last),
    }
}

fn check_text(param: &Param, text: &str) -> Result<(), Refused> {
    param.check_text(text).or_else(|refusal| refuse(param, &refusal))
}

/// A JSON body may write a value as its documented type, or as the text that a form would carry.
fn check_json(param: &Param, value: Option<&Value>) -> Result<(), Refused> {
    match value {
        None => missing_if_required(param),
        Some(value) => match (param.check(value), value) {
            (Err(_), Value::String(text)) if is_scalar(param) => check_text(param, text),
            (Err(refusal), _) => refuse(param, &refusal),
            (Ok(()), _) => Ok(()),
        },
    }
}

fn is_scalar(param: &Param) -> bool {
    !matches!(param.kind, ParamType::Array | ParamType::Object)
}

fn missing_if_required(param: &Param) -> Result<(), Refused> {
    if !param.required {
        return Ok(());
    }
    let hint = format!("the required param `{}` is missing", param.name);
    Err(Refused::new(Fault::ParamMissing(param.name.clone()), hint))
}

fn refuse(param: &Param, refusal: &Refusal) -> Result<(), Refused> {
    if matches!(refusal.reason, Reason::Unknown { .. }) {
        return Ok(());
    }
    let hint = format!("the param `{}`: {refusal}", param.name);
    Err(Refused::new(Fault::ParamWrong(param.name.clone()), hint))
}
