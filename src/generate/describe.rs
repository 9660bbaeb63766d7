//! What collections, folders and requests say about themselves, in Markdown.

use std::fmt::Write as _;

use serde_json::Value;

use crate::catalog::{Api, Endpoint, Group, Param, Place};
use crate::compare::documented::HEAD;

/// How a newcomer starts, how requests are signed, and what the API's errors mean.
pub(super) fn collection(api: &Api) -> String {
    let mut text = format!("{}\n\n", api.summary);
    if !api.recipes.is_empty() {
        text.push_str(START);
    }
    let _ = write!(text, "\nDocumentation: {}\n", api.docs);
    if !api.errors.is_empty() {
        text.push_str("\n## Errors\n\n| error | meaning |\n| --- | --- |\n");
        for error in &api.errors {
            let _ = writeln!(text, "| `{}` | {} |", cell(&error.code), cell(&error.meaning));
        }
    }
    text
}

const START: &str = "\
## Start

1. Import this collection and the environment file beside it.
2. Put the public key of your API key into the environment's `api_key` and the private key into its \
`api_secret`, as current values: they stay on your machine. Select the environment.
3. Send a public request first, then a private one that only reads.

Params that are required are on, with an example; all others are there and off: tick the ones you want. \
In a JSON body a param that is off is a line behind `//`; Postman does not send such lines. \
The script that signs reads the request as you left it, so any edit signs right.

Requests that place orders or move funds say so first, and check only (`validate`) where the API offers that.
";

/// What a group is about.
pub(super) fn group(group: &Group) -> String {
    group.summary.clone()
}

/// What an endpoint does, what it needs, and its params.
pub(crate) fn request(endpoint: &Endpoint, params: &[&Param]) -> String {
    let mut text = format!("**{}**\n\n", endpoint.title);
    if endpoint.moves_money {
        text.push_str(warning(endpoint));
    }
    if endpoint.deprecated {
        text.push_str("> **Deprecated**: the documentation advises against new use.\n\n");
    }
    let _ = writeln!(text, "{}", endpoint.summary);
    if let Some(permission) = &endpoint.permission {
        let _ = write!(text, "\nPermission of the API key: {permission}\n");
    }
    if let Some(notes) = &endpoint.notes {
        let _ = write!(text, "\n{notes}\n");
    }
    if !params.is_empty() {
        let _ = write!(text, "\n{HEAD}\n| --- | --- | --- | --- | --- | --- |\n");
        for param in params {
            rows(&mut text, endpoint, param, "");
        }
    }
    let _ = write!(text, "\n[Documentation]({})\n", endpoint.docs);
    text
}

fn warning(endpoint: &Endpoint) -> &'static str {
    if endpoint.params.iter().any(|param| param.name == "validate") {
        "> **Moves money.** `validate` is on, so it only checks; switch it off to act for real.\n\n"
    } else {
        "> **Moves money.** Sending this request acts on the account at once.\n\n"
    }
}

/// The row of a param, and those of what it holds.
fn rows(text: &mut String, endpoint: &Endpoint, param: &Param, parent: &str) {
    let name = format!("{parent}{}", param.name);
    let place = match endpoint.place(param) {
        _ if !parent.is_empty() => "",
        Place::Path => "path",
        Place::Query => "query",
        Place::Body => "body",
        Place::Header => "header",
    };
    let _ = writeln!(
        text,
        "| `{}` | {place} | {} | {} | {} | {} |",
        cell(&name),
        cell(&kind(param)),
        if param.required { "yes" } else { "" },
        cell(&values(param)),
        cell(&meaning(param)),
    );
    for property in &param.properties {
        rows(text, endpoint, property, &format!("{name}."));
    }
    for property in param.items.iter().flat_map(|items| &items.properties) {
        rows(text, endpoint, property, &format!("{name}[]."));
    }
}

/// `integer (uint64) or string`.
fn kind(param: &Param) -> String {
    let mut text = match &param.items {
        Some(items) => format!("array of {}", items.kind.word()),
        None => param.kind.word().to_owned(),
    };
    // That a key has brackets, its name shows.
    if let Some(format) = param.format.as_ref().filter(|it| *it != "bracket-key") {
        let _ = write!(text, " ({format})");
    }
    for other in &param.also_accepts {
        let _ = write!(text, " or {}", other.word());
    }
    text
}

/// Allowed values, limits and the default.
fn values(param: &Param) -> String {
    let words = |values: &[Value]| {
        values.iter().map(|value| format!("`{}`", plain(value))).collect::<Vec<_>>().join(" ")
    };
    let mut parts = Vec::new();
    let of_items = param.items.as_ref().map_or(&[][..], |items| &items.values);
    if !param.values.is_empty() || !of_items.is_empty() {
        parts.push(words(if param.values.is_empty() { of_items } else { &param.values }));
    }
    parts.extend(limits(param.min, param.max, ""));
    parts.extend(limits(
        param.min_length.map(i64::from),
        param.max_length.map(i64::from),
        " characters",
    ));
    if let Some(default) = &param.default {
        parts.push(format!("default `{}`", plain(default)));
    }
    if param.nullable {
        parts.push("may be null".to_owned());
    }
    parts.join(", ")
}

fn limits(min: Option<i64>, max: Option<i64>, unit: &str) -> Option<String> {
    match (min, max) {
        (Some(min), Some(max)) => Some(format!("{min} to {max}{unit}")),
        (Some(min), None) => Some(format!("at least {min}{unit}")),
        (None, Some(max)) => Some(format!("at most {max}{unit}")),
        (None, None) => None,
    }
}

/// What a param means, in one line.
pub(crate) fn meaning(param: &Param) -> String {
    let deprecated = param.deprecated.then(|| "Deprecated.".to_owned());
    let texts = [deprecated, param.summary.clone(), param.notes.clone()];
    texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A value as it is typed into a field: text without quotes.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Text that cannot break out of a table's cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}
