//! Plain rows of forms, queries and headers, of which scripts get and give back no more than needs be.

use serde_json::{Map, Value, json};

use crate::text::coercion;

/// Whether a part of a request has a list of rows, and no other list, in which each row has only what all of Postman's
/// rows have.
pub(super) fn are_plain(request: &Value, part: &str) -> bool {
    let Some(part_value) = request.get(part) else { return false };
    let (rows, has_other) = match part {
        "url" => (part_value.get("query"), coercion::has_truthy(part_value, "variable")),
        "body" => (part_value.get("urlencoded"), coercion::has_truthy(part_value, "formdata")),
        "header" => (Some(part_value), false),
        _ => return false,
    };
    let rows = rows.and_then(Value::as_array);
    !has_other && rows.is_some_and(|rows| rows.iter().all(is_plain_row))
}

fn is_plain_row(row: &Value) -> bool {
    let is_scalar = |value: &Value| !value.is_array() && !value.is_object();
    row.as_object().is_some_and(|row| {
        row.iter().all(|(name, value)| match name.as_str() {
            "key" | "value" => is_scalar(value),
            "description" => value.is_string(),
            "type" | "disabled" => true,
            _ => false,
        })
    })
}

/// Puts the rows of `request` in the place of their numbers in a new body.
pub(super) fn fill_in(body: &mut Value, request: &Value) {
    let Some(Value::Array(new)) = body.get_mut("urlencoded") else { return };
    let old = request.get("body").and_then(|body| body.get("urlencoded"));
    for row in new {
        let index = row.as_u64().and_then(|index| usize::try_from(index).ok());
        if let Some(old) = index.and_then(|index| old?.get(index)) {
            *row = as_postman_writes(old);
        }
    }
}

/// A plain row as Postman's own row writes it.
fn as_postman_writes(row: &Value) -> Value {
    let mut written = Map::new();
    if let Some(disabled) = row.get("disabled") {
        written.insert("disabled".to_owned(), coercion::is_truthy(disabled).into());
    }
    if let Some(text) = row.get("description") {
        let description = json!({"content": text, "type": "text/plain"});
        written.insert("description".to_owned(), description);
    }
    for name in ["key", "value"] {
        if let Some(value) = row.get(name) {
            written.insert(name.to_owned(), value.clone());
        }
    }
    Value::Object(written)
}
