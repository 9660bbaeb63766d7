//! Differences between bodies, apart from their params.

use serde_json::Value;

use super::change::{Change, ChangeKind};
use crate::collection::{Body, Request, TextOr};
use crate::compare::operation::Operation;
use crate::compare::params::json_body;
use crate::text::json;

/// How the body travels, and its text where it has no params.
pub(super) fn changes(old: &Operation<'_>, new: &Operation<'_>, out: &mut Vec<Change>) {
    let (before, after) = (Content::of(old), Content::of(new));
    if before.mode != after.mode {
        let word = |content: Content| Some(content.mode);
        out.push(Change::new(ChangeKind::BodyMode, "", word(before), word(after)));
    } else if before.text != after.text {
        out.push(Change::new(ChangeKind::Body, "", None, None));
    }
}

struct Content {
    /// `raw json`, `urlencoded`, …; `none` if nothing is sent.
    mode: String,
    /// What is sent, unless it has params, which are compared one by one.
    text: String,
}

impl Content {
    fn of(operation: &Operation<'_>) -> Self {
        let none = || Self { mode: "none".to_owned(), text: String::new() };
        let Some(request) = operation.request() else { return none() };
        let Some(body) = request.body.get().filter(|body| has_content(body)) else { return none() };
        let mode = body.mode.text().unwrap_or_default();
        match language(body).filter(|_| mode == "raw") {
            Some(language) => {
                Self { mode: format!("{mode} {language}"), text: text(request, body) }
            }
            None => Self { mode: mode.to_owned(), text: text(request, body) },
        }
    }
}

/// Whether there is anything that could be sent.
fn has_content(body: &Body) -> bool {
    let is_filled = match body.mode.text() {
        Some("raw") => body.raw.text().is_some_and(|text| !text.is_empty()),
        Some("urlencoded") => !body.urlencoded.entries().is_empty(),
        Some("formdata") => !body.formdata.entries().is_empty(),
        Some("file") => body.file.get().is_some(),
        Some("graphql") => body.graphql.get().is_some(),
        _ => false,
    };
    is_filled && !body.disabled.is_true()
}

fn language(body: &Body) -> Option<&str> {
    body.options.get()?.raw.get()?.language.text()
}

fn text(request: &Request, body: &Body) -> String {
    match body.mode.text() {
        Some("raw") if json_body(request, body).is_none() => {
            json::canonical(body.raw.text().unwrap_or_default())
        }
        Some("graphql") => graphql(body),
        Some("file") => body.file.get().map(written).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Query, operation and variables, without the layout of the query.
fn graphql(body: &Body) -> String {
    let Some(graphql) = body.graphql.get() else { return String::new() };
    let query = graphql.query.text().unwrap_or_default();
    let query = query.split_whitespace().collect::<Vec<_>>().join(" ");
    let operation = graphql.operation_name.text().unwrap_or_default();
    let variables = match graphql.variables.get() {
        Some(TextOr::Text(text)) => json::canonical(text),
        Some(TextOr::Full(map)) => json::canonical(&Value::Object(map.clone()).to_string()),
        None => String::new(),
    };
    [&query, operation, &variables].join("\n")
}

/// An object of the file as text, its keys in order.
pub(super) fn written(object: &impl serde::Serialize) -> String {
    serde_json::to_string(object).map(|text| json::canonical(&text)).unwrap_or_default()
}
