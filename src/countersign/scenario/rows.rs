//! The rows of a request that are sent as text: form fields, query params and path variables.

use serde_json::Value;

/// The lists of rows that people switch on and off.
const LISTS: [[&str; 2]; 2] = [["body", "urlencoded"], ["url", "query"]];

/// Visits each row that can be switched, with its list's place and its index.
pub(super) fn switchable(
    request: &Value,
) -> impl Iterator<Item = ([&'static str; 2], usize, &Value)> {
    let lists = LISTS.into_iter().filter(move |[part, _]| *part != "body" || has_form(request));
    lists.flat_map(move |place| {
        let [part, list] = place;
        let rows = request.get(part).and_then(|part| part.get(list)).and_then(Value::as_array);
        rows.into_iter().flatten().enumerate().map(move |(index, row)| (place, index, row))
    })
}

/// Whether the body is the form and not another mode's data left behind.
fn has_form(request: &Value) -> bool {
    request
        .get("body")
        .is_some_and(|body| body.get("mode").is_some_and(|mode| mode == "urlencoded"))
}

/// The row at a place.
pub(super) fn row_mut<'a>(
    request: &'a mut Value,
    [part, list]: [&str; 2],
    index: usize,
) -> Option<&'a mut Value> {
    request.get_mut(part)?.get_mut(list)?.get_mut(index)
}

/// The values of path variables.
pub(super) fn path_variables_mut(request: &mut Value) -> impl Iterator<Item = &mut Value> {
    let variables = request.get_mut("url").and_then(|url| url.get_mut("variable"));
    variables.and_then(Value::as_array_mut).into_iter().flatten()
}

/// Whether a row is left out when the request is sent.
pub(super) fn is_off(row: &Value) -> bool {
    row.get("disabled")
        .is_some_and(|disabled| *disabled != Value::Bool(false) && !disabled.is_null())
}

/// The name of a row; empty if it has none.
pub(super) fn name(row: &Value) -> &str {
    row.get("key").and_then(Value::as_str).unwrap_or_default()
}
