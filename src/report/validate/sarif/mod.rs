//! SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>), for code scanning.

mod fix;
mod place;
mod rules;

use std::io::{self, Write};

use serde_json::{Value, json};

use super::fingerprinted::{Fingerprinted, fingerprinted};
use crate::findings::Severity;
use crate::validate::rules::ALL;
use crate::validate::{FileOutcome, Outcome};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The name of our fingerprints; a new way to make them would get a new number.
const FINGERPRINT: &str = "countersign/v1";

/// Writes an outcome as one run of a SARIF log.
///
/// # Errors
///
/// When the writer fails.
pub(super) fn write(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    let results: Vec<_> = outcome.files.iter().flat_map(results).collect();
    let artifacts = outcome.files.iter().map(|file| json!({"location": place::artifact(file)}));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": rules::driver()},
            "columnKind": "unicodeCodePoints",
            "artifacts": artifacts.collect::<Vec<_>>(),
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *to, &log)?;
    writeln!(to)
}

fn results(file: &FileOutcome) -> Vec<Value> {
    fingerprinted(file).iter().map(|found| result(file, found)).collect()
}

fn result(file: &FileOutcome, found: &Fingerprinted<'_>) -> Value {
    let placed = &found.placed;
    let diagnostic = placed.diagnostic;
    let mut result = json!({
        "ruleId": diagnostic.rule.as_str(),
        "level": level(diagnostic.severity),
        "message": {"text": super::message::whole(diagnostic)},
        "locations": [place::location(file, placed.lines, &diagnostic.primary.pointer)],
        "partialFingerprints": {FINGERPRINT: found.fingerprint.as_str()},
    });
    if let Some(index) = ALL.iter().position(|rule| rule.id == diagnostic.rule) {
        result["ruleIndex"] = index.into();
    }
    let related: Vec<_> = place::related(file, placed.document, &diagnostic.related);
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if let Some(fix) = fix::fix(file, placed) {
        result["fixes"] = json!([fix]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
