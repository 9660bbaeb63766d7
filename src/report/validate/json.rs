//! The report for programs: version 1 of the JSON contract.
//!
//! These structs are the contract, apart from what the crate works with, so that the one can change
//! without the other.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::fingerprinted::{Fingerprinted, fingerprinted};
use super::summary::{self, SignatureCounts};
use crate::countersign::scenario::Scenario;
use crate::validate::{FileOutcome, Outcome, RequestOutcome};

const SCHEMA_VERSION: u32 = 1;

/// What `countersign validate --format json` writes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report<'a> {
    /// The version of this contract, 1.
    schema_version: u32,
    summary: Summary,
    /// The files, in the order in which they were handed in.
    files: Vec<File<'a>>,
}

/// How much was looked at, and how much was found.
#[derive(Debug, Serialize, JsonSchema)]
struct Summary {
    files: usize,
    requests: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Further findings, which the baseline knows already.
    known: usize,
    signatures: Signatures,
}

/// Requests by what came of signing them again.
#[derive(Debug, Serialize, JsonSchema)]
struct Signatures {
    /// The script's signature is right.
    verified: usize,
    /// The script's signature is wrong.
    mismatched: usize,
    /// There is no signature where one is needed.
    unsigned: usize,
    /// There is no recipe for the request.
    not_applicable: usize,
}

/// A file and what was found in it.
#[derive(Debug, Serialize, JsonSchema)]
struct File<'a> {
    /// The path as it was handed in.
    path: &'a str,
    /// The name of the collection.
    collection: Option<&'a str>,
    /// The requests, in the order in which they run.
    requests: Vec<Request<'a>>,
    /// Variables that got made-up values, because scripts look for credentials under these names.
    test_values: &'a [String],
    /// The findings, by position and rule.
    diagnostics: Vec<Diagnostic<'a>>,
}

/// A request and the verdict on its signature.
#[derive(Debug, Serialize, JsonSchema)]
struct Request<'a> {
    name: &'a str,
    /// The JSON pointer of its item.
    pointer: &'a str,
    /// The endpoint that it calls, if an API offers it.
    endpoint: Option<&'a str>,
    method: &'a str,
    url: &'a str,
    signature: Signature<'a>,
}

/// What came of signing a request again.
#[derive(Debug, Serialize, JsonSchema)]
struct Signature<'a> {
    /// `verified`, `mismatched`, `unsigned` or `not-applicable`.
    status: &'a str,
    /// The recipe that the request should be signed by.
    recipe: Option<&'a str>,
    /// In how many scenarios the request was judged, as saved included.
    scenarios: usize,
    /// The scenarios in which the signature is wrong although it is right as saved: `param-on`,
    /// `all-on`, `hostile-text`, `later-clock`.
    broken: Vec<&'a str>,
}

/// One finding. Lines and columns count from 1, columns in Unicode characters; the end is the place
/// just after the last character.
#[derive(Debug, Serialize, JsonSchema)]
struct Diagnostic<'a> {
    rule: &'a str,
    /// `error`, `warning` or `note`.
    severity: &'a str,
    message: &'a str,
    /// What to do about it.
    help: Option<&'a str>,
    /// The mistake behind it, where the rule knows several.
    cause: Option<&'a str>,
    /// The JSON pointer of the place.
    pointer: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// What the finding is told by when lines, ids and order change: 32 hexadecimal digits.
    fingerprint: String,
    /// The text that the script signed, where the finding is one of texts that differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed: Option<&'a str>,
    /// The text that is sent in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    sent: Option<&'a str>,
    /// The first character, counted from 0, in which the two differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    differs_at: Option<usize>,
}

/// Writes an outcome as JSON, indented, with a newline at the end.
///
/// # Errors
///
/// When the writer fails.
pub fn write(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    let report = Report {
        schema_version: SCHEMA_VERSION,
        summary: summary::Summary::of(outcome).into(),
        files: outcome.files.iter().map(File::of).collect(),
    };
    serde_json::to_writer_pretty(&mut *to, &report)?;
    writeln!(to)
}

impl From<summary::Summary> for Summary {
    fn from(summary: summary::Summary) -> Self {
        let summary::Summary { files, requests, errors, warnings, notes, known, signatures } =
            summary;
        let SignatureCounts { verified, mismatched, unsigned, not_applicable } = signatures;
        let signatures = Signatures { verified, mismatched, unsigned, not_applicable };
        Self { files, requests, errors, warnings, notes, known, signatures }
    }
}

impl<'a> File<'a> {
    fn of(file: &'a FileOutcome) -> Self {
        Self {
            path: &file.path,
            collection: file.collection.as_deref(),
            requests: file.requests.iter().map(Request::of).collect(),
            test_values: &file.test_values,
            diagnostics: fingerprinted(file).iter().map(Diagnostic::of).collect(),
        }
    }
}

impl<'a> Request<'a> {
    fn of(request: &'a RequestOutcome) -> Self {
        Self {
            name: &request.name,
            pointer: request.pointer.as_str(),
            endpoint: request.endpoint.as_deref(),
            method: &request.method,
            url: &request.url,
            signature: Signature {
                status: request.signature.status.word(),
                recipe: request.signature.recipe.as_deref(),
                scenarios: request.signature.scenarios,
                broken: request.signature.broken.iter().map(Scenario::id).collect(),
            },
        }
    }
}

impl<'a> Diagnostic<'a> {
    fn of(found: &Fingerprinted<'a>) -> Self {
        let placed = &found.placed;
        let diagnostic = placed.diagnostic;
        Self {
            rule: diagnostic.rule.as_str(),
            severity: diagnostic.severity.as_str(),
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            cause: diagnostic.cause,
            pointer: diagnostic.primary.pointer.as_str(),
            line: placed.lines.start.line,
            column: placed.lines.start.column,
            end_line: placed.lines.end.line,
            end_column: placed.lines.end.column,
            fingerprint: found.fingerprint.to_string(),
            signed: diagnostic.compared.as_ref().map(|compared| compared.signed.as_str()),
            sent: diagnostic.compared.as_ref().map(|compared| compared.sent.as_str()),
            differs_at: diagnostic.compared.as_ref().map(|compared| compared.differs_at),
        }
    }
}
