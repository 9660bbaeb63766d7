//! How much was found: in a file, by rule, and all together.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{Styles, WIDTH};
use crate::findings::Severity;
use crate::report::count;
use crate::report::validate::summary::Summary;
use crate::report::validate::wrap::wrapped;
use crate::validate::{FileOutcome, Outcome};

/// From so many findings on it helps to know which rules they are of.
const MANY: usize = 10;

/// The name of a file and how much was found in it, above its findings.
pub(super) fn write_heading(
    file: &FileOutcome,
    styles: &Styles,
    to: &mut impl Write,
) -> io::Result<()> {
    let of = |severity| file.diagnostics.iter().filter(|it| it.severity == severity).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(of);
    let bold = styles.message;
    writeln!(to, "{bold}{}{bold:#}: {}\n", file.path, found(counts, styles))
}

/// Where there are many findings, how many each rule has, most first.
pub(super) fn write_rules(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in outcome.files.iter().flat_map(|file| &file.diagnostics) {
        *counts.entry(found.rule.as_str()).or_default() += 1;
    }
    if counts.len() < 2 || counts.values().sum::<usize>() < MANY {
        return Ok(());
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rules: Vec<_> = counts.iter().map(|(rule, count)| format!("{count}\u{a0}{rule}")).collect();
    for line in wrapped(&format!("by rule: {}", rules.join(", ")), 0, WIDTH) {
        writeln!(to, "{}", line.replace('\u{a0}', " "))?;
    }
    Ok(())
}

/// What was looked at and found, in a line; then the signatures, if there are any.
pub(super) fn write_summary(
    summary: &Summary,
    styles: &Styles,
    to: &mut impl Write,
) -> io::Result<()> {
    let (files, requests) = (count(summary.files, "file"), count(summary.requests, "request"));
    let found = found([summary.errors, summary.warnings, summary.notes], styles);
    let known = match summary.known {
        0 => String::new(),
        known => format!(", besides {known} in the baseline"),
    };
    writeln!(to, "checked {files} with {requests}: {found}{known}")?;
    write_signatures(summary, to)
}

/// `1 error, 2 notes`, from errors, warnings and notes.
fn found([errors, warnings, notes]: [usize; 3], styles: &Styles) -> String {
    let found = [
        (errors, "error", styles.error),
        (warnings, "warning", styles.warning),
        (notes, "note", styles.note),
    ];
    let found = found.into_iter().filter(|(number, ..)| *number > 0);
    let found =
        found.map(|(number, noun, style)| format!("{style}{}{style:#}", count(number, noun)));
    let found = found.collect::<Vec<_>>().join(", ");
    if found.is_empty() { "no findings".to_owned() } else { found }
}

/// Says what came of the signatures, unless there was none to check.
fn write_signatures(summary: &Summary, to: &mut impl Write) -> io::Result<()> {
    let counts = summary.signatures;
    let signed = [
        (counts.verified, "verified"),
        (counts.mismatched, "mismatched"),
        (counts.unsigned, "unsigned"),
    ];
    if signed.iter().all(|(number, _)| *number == 0) {
        return Ok(());
    }
    let signed = signed.map(|(number, status)| format!("{number} {status}"));
    writeln!(to, "signatures: {}", signed.join(", "))
}
