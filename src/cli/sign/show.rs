//! The result, for people and for programs.

use std::fmt::Write as _;

use clap::builder::styling::{AnsiColor, Style};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::terminal::one_line;
use super::Found;
use super::choose::Choice;
use crate::catalog::Api;
use crate::signing::{NoncePlace, Recipe};

/// What `sign --format json` writes.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::cli) struct SignReport<'a> {
    /// 1.
    schema_version: u32,
    /// The signature as its header carries it.
    signature: &'a str,
    /// What led to it, in the order of evaluation.
    steps: Vec<ReportStep<'a>>,
    /// The mistake that gives the signature that was expected, `unknown` if none is found; null if
    /// it does not differ or none was given.
    cause: Option<&'a str>,
}

/// A step towards the signature.
#[derive(Debug, Serialize, JsonSchema)]
struct ReportStep<'a> {
    /// What was evaluated: `uri`, `sha256`, `message`.
    name: &'a str,
    /// What came out, as text; bytes that are no text are `<hex:…>`, the key is masked.
    value: &'a str,
}

/// The report as JSON.
pub(super) fn json(found: &Found<'_>) -> serde_json::Result<String> {
    let signed = found.signed;
    let steps = signed.steps.iter();
    let report = SignReport {
        schema_version: 1,
        signature: &signed.signature,
        steps: steps.map(|step| ReportStep { name: &step.name, value: &step.value }).collect(),
        cause: found.explanation.map(|explanation| explanation.cause.id()),
    };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}

/// The steps as a table, and the headers to send.
pub(super) fn text(
    api: &Api,
    choice: &Choice<'_>,
    path: &str,
    found: &Found<'_>,
    expected: Option<&str>,
) -> String {
    let signed = found.signed;
    let bold = Style::new().bold();
    let mut text = String::new();
    let what = choice.endpoint.map_or("unknown endpoint", |endpoint| endpoint.title.as_str());
    let (method, path) = (&choice.method, one_line(path, usize::MAX));
    let _ = writeln!(text, "{bold}{method} {path}{bold:#}");
    let _ = writeln!(text, "{what}, {}, recipe `{}`\n", api.name, choice.name);
    let width = signed.steps.iter().map(|step| step.name.len()).max().unwrap_or(0);
    for step in &signed.steps {
        let style = if step.name == "signature" { bold } else { Style::new() };
        let value = if step.value.is_empty() { "(empty)" } else { &step.value };
        let value = one_line(value, usize::MAX);
        let _ = writeln!(text, "  {:width$}  {style}{value}{style:#}", step.name);
    }
    if let Some(expected) = expected {
        let _ = writeln!(
            text,
            "  {:width$}  {}",
            "expected",
            verdict(expected, found.explanation.is_some())
        );
    }
    text += &found.explanation.map(super::explain::text).unwrap_or_default();
    let _ = writeln!(
        text,
        "\nsend the signature in the header `{}`{}",
        choice.recipe.signature.header,
        nonce(choice.recipe)
    );
    text
}

fn nonce(recipe: &Recipe) -> String {
    match &recipe.nonce {
        Some(NoncePlace::Body(name)) => format!(", the nonce in the body's field `{name}`"),
        Some(NoncePlace::Header(name)) => format!(", the nonce in the header `{name}`"),
        Some(NoncePlace::Query(name)) => format!(", the nonce in the query's param `{name}`"),
        None => String::new(),
    }
}

fn verdict(expected: &str, differs: bool) -> String {
    if differs {
        let red = AnsiColor::Red.on_default();
        format!("{red}{}, which differs{red:#}", one_line(expected, usize::MAX))
    } else {
        let green = AnsiColor::Green.on_default();
        format!("{green}the same{green:#}")
    }
}
