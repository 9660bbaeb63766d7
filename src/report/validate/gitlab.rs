//! GitLab's code quality report (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).

use std::io::{self, Write};

use serde::Serialize;

use super::fingerprinted::{Fingerprinted, fingerprinted};
use super::message;
use crate::findings::Severity;
use crate::validate::{FileOutcome, Outcome};

#[derive(Debug, Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Debug, Serialize)]
struct Location<'a> {
    /// Relative to the repository, without `./`, as GitLab wants it.
    path: &'a str,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes the findings as a list of issues.
///
/// # Errors
///
/// When the writer fails.
pub(super) fn write(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    let found: Vec<_> = outcome.files.iter().map(|file| (file, fingerprinted(file))).collect();
    let issues = found.iter().flat_map(|(file, found)| found.iter().map(|it| issue(file, it)));
    serde_json::to_writer_pretty(&mut *to, &issues.collect::<Vec<_>>())?;
    writeln!(to)
}

fn issue<'a>(file: &'a FileOutcome, found: &'a Fingerprinted<'_>) -> Issue<'a> {
    let diagnostic = found.placed.diagnostic;
    let lines = found.placed.lines;
    Issue {
        description: message::whole(diagnostic),
        check_name: diagnostic.rule.as_str(),
        fingerprint: found.fingerprint.as_str(),
        severity: match diagnostic.severity {
            Severity::Error => "critical",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: Location {
            path: file.path.strip_prefix("./").unwrap_or(&file.path),
            lines: Lines { begin: lines.start.line, end: lines.end.line },
        },
    }
}
