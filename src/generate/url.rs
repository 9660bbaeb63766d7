//! The URL of a generated request, in the parts that Postman builds requests from and as text.

use super::BaseUrl;
use super::body::Signed;
use super::describe::meaning;
use crate::catalog::{Param, Place};
use crate::collection::{Description, Field, List, QueryParam, TextOr, Url, Variable};

/// The URL of an endpoint below a base URL.
pub(crate) fn url(base: &BaseUrl, signed: &Signed<'_>) -> Url {
    let path: Vec<String> = segments(&signed.endpoint.path).skip(base.within.len()).collect();
    let query: Vec<QueryParam> =
        signed.params_in(Place::Query).flat_map(|it| rows(signed, it)).collect();
    let variable: Vec<Variable> =
        signed.params_in(Place::Path).map(|it| path_variable(signed, it)).collect();
    Url {
        raw: raw(&base.raw, &path, &query).into(),
        protocol: base.protocol.clone().into(),
        host: base.host.clone().into(),
        port: base.port.clone().into(),
        path: path.into(),
        query: some(query),
        variable: some(variable),
        ..Url::default()
    }
}

/// Path segments, with `:name` for `{name}`.
fn segments(path: &str) -> impl Iterator<Item = String> {
    path.trim_start_matches('/').split('/').map(|segment| {
        let name = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        name.map_or_else(|| segment.to_owned(), |name| format!(":{name}"))
    })
}

/// The URL as Postman shows it: params that are off are not in it.
fn raw(base: &str, path: &[String], query: &[QueryParam]) -> String {
    let on = query.iter().filter(|row| !row.disabled.is_true());
    let pairs = on.map(|row| {
        let text = |field: &Field<String>| field.text().unwrap_or_default().to_owned();
        format!("{}={}", text(&row.key), text(&row.value))
    });
    let pairs: Vec<String> = pairs.collect();
    let mark = if pairs.is_empty() { "" } else { "?" };
    format!("{base}/{}{mark}{}", path.join("/"), pairs.join("&"))
}

pub(crate) fn rows(signed: &Signed<'_>, param: &Param) -> Vec<QueryParam> {
    let row = |value: String| QueryParam {
        key: param.name.as_str().into(),
        value: value.into(),
        description: nonempty(meaning(param)),
        disabled: disabled(param),
        ..QueryParam::default()
    };
    signed.text_values(param).into_iter().map(row).collect()
}

fn path_variable(signed: &Signed<'_>, param: &Param) -> Variable {
    Variable {
        key: param.name.as_str().into(),
        value: signed.text_value(param).into(),
        description: nonempty(meaning(param)),
        ..Variable::default()
    }
}

/// `disabled`, only where it is true.
pub(crate) fn disabled(param: &Param) -> Field<bool> {
    if param.is_on() { Field::Absent } else { true.into() }
}

/// A description, only where there is one.
pub(crate) fn nonempty(text: String) -> Field<TextOr<Box<Description>>> {
    if text.is_empty() { Field::Absent } else { text.into() }
}

/// A list, only where it has entries.
fn some<T>(list: Vec<T>) -> Field<List<T>> {
    if list.is_empty() { Field::Absent } else { list.into() }
}
