//! One page for a browser: it needs no network, and opens where it lies.
//!
//! The page works without its script, too; the script searches, filters, and opens what is linked.

mod excerpt;
mod file;
mod finding;
mod groups;
mod parted;
mod prose;
mod request;
mod rules;

use std::io::{self, Write};

use minijinja::{Value, context};

use super::summary::Summary;
use crate::report::count;
use crate::report::html::{render, source_hash};
use crate::validate::Outcome;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes the page.
///
/// # Errors
///
/// When the writer fails.
pub(super) fn write(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    let files =
        outcome.files.iter().enumerate().map(|(index, it)| file::values(index, it, outcome));
    let values = context! {
        style => Value::from_safe_string(STYLE.to_owned()),
        script => Value::from_safe_string(SCRIPT.to_owned()),
        style_hash => source_hash(STYLE),
        script_hash => source_hash(SCRIPT),
        version => env!("CARGO_PKG_VERSION"),
        verdict => verdict(outcome),
        summary => summary(&Summary::of(outcome)),
        files => files.collect::<Vec<_>>(),
        rules => rules::values(outcome),
    };
    render(PAGE, values, to)
}

/// The one line that everybody reads.
fn verdict(outcome: &Outcome) -> Value {
    let summary = Summary::of(outcome);
    let findings = summary.errors + summary.warnings + summary.notes;
    let (state, text) = match (outcome.has_failures(), findings) {
        (true, _) => ("fails", format!("Fails, with {}", count(findings, "finding"))),
        (false, 0) => ("passes", "Passes, without a finding".to_owned()),
        (false, _) => ("passes", format!("Passes, with {}", count(findings, "finding"))),
    };
    context! { state, text }
}

fn summary(summary: &Summary) -> Value {
    let signatures = summary.signatures;
    let signed = signatures.verified + signatures.mismatched + signatures.unsigned;
    context! {
        line => summary.line(),
        requests => summary.requests,
        files => count(summary.files, "file"),
        errors => summary.errors,
        warnings => summary.warnings,
        notes => summary.notes,
        known => summary.known,
        signed,
        verified => signatures.verified,
        mismatched => signatures.mismatched,
        unsigned => signatures.unsigned,
    }
}
