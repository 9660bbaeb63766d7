//! Whether the params that came with a request are those that its endpoint takes.

mod fields;

use serde_json::Value;

use super::check::{Reason, Refusal};
use super::model::{Api, Endpoint, Param, ParamType, Place};
pub(crate) use fields::Fields;

/// The params that came with a request, decoded, by where they travelled.
#[derive(Debug)]
pub(crate) struct Given<'a> {
    pub(crate) path: &'a [(&'a str, String)],
    pub(crate) query: &'a [(String, String)],
    pub(crate) headers: &'a [(String, String)],
    pub(crate) body: &'a Fields,
}

/// What is wrong with a param.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ParamFault {
    /// It is required, and did not come or came empty.
    Missing,
    /// It has a value that it cannot have.
    Value(Refusal),
    /// It is an object with a property that nobody documents, which Kraken ignores.
    UnknownProperty(Refusal),
}

impl From<Refusal> for ParamFault {
    fn from(refusal: Refusal) -> Self {
        match refusal.reason {
            Reason::Unknown { .. } => Self::UnknownProperty(refusal),
            _ => Self::Value(refusal),
        }
    }
}

impl Api {
    /// The params that an endpoint takes: its own, then those that its recipe adds.
    pub(crate) fn params_of<'a>(
        &'a self,
        endpoint: &'a Endpoint,
    ) -> impl Iterator<Item = &'a Param> {
        let own = &endpoint.params;
        let shared = endpoint.auth.as_ref().and_then(|recipe| self.shared_params.get(recipe));
        let shared = shared.into_iter().flatten();
        own.iter().chain(shared.filter(|param| own.iter().all(|it| it.name != param.name)))
    }
}

impl Given<'_> {
    /// What is wrong with `param`, which travels in `place`.
    ///
    /// # Errors
    ///
    /// When it is missing, or has a value that it cannot have.
    pub(crate) fn check(&self, param: &Param, place: Place) -> Result<(), ParamFault> {
        match (place, self.body) {
            (Place::Path, _) => check_texts(param, self.path),
            (Place::Query, _) => check_texts(param, self.query),
            (Place::Header, _) => check_texts(param, &headers(self.headers, &param.name)),
            (Place::Body, Fields::Form(fields)) => check_texts(param, fields),
            (Place::Body, Fields::Json(members)) => check_json(param, members.get(&param.name)),
            (Place::Body, Fields::None) => check_json(param, None),
        }
    }
}

fn headers<'a>(headers: &[(String, String)], name: &'a str) -> Vec<(&'a str, String)> {
    let named = headers.iter().filter(|(given, _)| given.eq_ignore_ascii_case(name));
    named.map(|(_, value)| (name, value.clone())).collect()
}

fn check_texts<N: AsRef<str>>(param: &Param, fields: &[(N, String)]) -> Result<(), ParamFault> {
    let is_array = param.kind == ParamType::Array;
    let texts: Vec<&str> = fields
        .iter()
        .filter(|(name, _)| param.is_named(name.as_ref()))
        .map(|(_, text)| text.as_str())
        .collect();
    match texts.last() {
        None => missing_if_required(param),
        Some(&"") if param.required => Err(ParamFault::Missing),
        Some(_) if is_array => texts.iter().try_for_each(|text| Ok(param.check_text(text)?)),
        Some(last) => Ok(param.check_text(last)?),
    }
}

/// A JSON body may write a value as its documented type, or as the text that a form would carry.
fn check_json(param: &Param, value: Option<&Value>) -> Result<(), ParamFault> {
    let Some(value) = value else { return missing_if_required(param) };
    match (param.check(value), value) {
        (Err(_), Value::String(text)) if is_scalar(param) => Ok(param.check_text(text)?),
        (checked, _) => Ok(checked?),
    }
}

fn is_scalar(param: &Param) -> bool {
    !matches!(param.kind, ParamType::Array | ParamType::Object)
}

fn missing_if_required(param: &Param) -> Result<(), ParamFault> {
    if param.required { Err(ParamFault::Missing) } else { Ok(()) }
}

impl Param {
    /// Whether a field of that name carries the param; an array's can have brackets behind it.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        let is_array = self.kind == ParamType::Array;
        name == self.name || is_array && name.strip_suffix("[]") == Some(&self.name)
    }
}
