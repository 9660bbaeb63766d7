//! What a run has found: the one thing that reports are made of.

use std::path::PathBuf;

use crate::source::{Document, Pointer};

use super::Sent;
use crate::countersign::scenario::Scenario;
use crate::countersign::{Countersigned, Status};
use crate::findings::settings::FailOn;
use crate::findings::{Diagnostic, Location};

/// What a run has found in all its files. A [`FileId`](crate::findings::FileId) is an index into the list.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The files, in the order in which they were handed in.
    pub files: Vec<FileOutcome>,
}

/// What a run has found in one file.
#[derive(Debug)]
pub struct FileOutcome {
    /// The path as the user wrote it, `-` for standard input.
    pub path: String,
    /// The path from the folder of the settings.
    pub place: PathBuf,
    /// The name of the collection or environment, if it has one.
    pub collection: Option<String>,
    /// The requests, in the order in which they run.
    pub requests: Vec<RequestOutcome>,
    /// The findings, in any order; their primary location is in this file.
    pub diagnostics: Vec<Diagnostic>,
    /// From which severity on findings are a failure.
    pub fail_on: FailOn,
    /// How many further findings a baseline knows already.
    pub known: usize,
    /// Places whose text no report may show, besides those that reports know to be secret.
    pub secrets: Vec<Location>,
    /// Variables that got made-up values, because scripts look for credentials under these names.
    pub test_values: Vec<String>,
    /// The file itself, for lines and columns; needed only where there are findings.
    pub document: Option<Document>,
}

impl Outcome {
    /// Whether a finding is bad enough to be a failure.
    pub fn has_failures(&self) -> bool {
        self.files.iter().any(FileOutcome::has_failures)
    }
}

impl FileOutcome {
    /// Whether a finding is bad enough to be a failure.
    pub fn has_failures(&self) -> bool {
        self.diagnostics.iter().any(|found| self.fail_on.counts(found.severity))
    }

    /// What was found in a file, whose text is let go of if there is nothing to show of it.
    pub fn new(path: impl Into<String>, document: Document, diagnostics: Vec<Diagnostic>) -> Self {
        let file = document.value();
        let name = file.get("info").unwrap_or(file).get("name").and_then(|name| name.as_str());
        let name = name.map(str::to_owned);
        let path = path.into();
        Self {
            place: PathBuf::from(&path),
            path,
            collection: name,
            requests: Vec::new(),
            known: 0,
            fail_on: FailOn::default(),
            secrets: Vec::new(),
            test_values: Vec::new(),
            document: shown(document, &diagnostics),
            diagnostics,
        }
    }
}

/// The document if there is something to show of it. Else another thread frees it meanwhile: that
/// takes a quarter as long as reading it.
fn shown(document: Document, diagnostics: &[Diagnostic]) -> Option<Document> {
    if diagnostics.is_empty() {
        rayon::spawn(move || drop(document));
        return None;
    }
    Some(document)
}

/// What a run has found about one request.
#[derive(Debug, Clone)]
pub struct RequestOutcome {
    /// The name of the request; empty if it has none.
    pub name: String,
    /// The names of the folders that it is in, from the outermost on.
    pub folders: Vec<String>,
    /// Where its item stands, such as `/item/0/item/3`.
    pub pointer: Pointer,
    /// The endpoint that it calls, if an API offers it.
    pub endpoint: Option<String>,
    /// The HTTP method, as it is sent.
    pub method: String,
    /// The address as it is sent, secrets hidden.
    pub url: String,
    /// What goes out, secrets hidden, or why nothing does; none if scripts were not to run.
    pub sent: Option<Result<Sent, String>>,
    /// What came of signing it again.
    pub signature: SignatureOutcome,
}

/// What came of signing a request again.
#[derive(Debug, Clone)]
pub struct SignatureOutcome {
    /// The verdict on the request as saved.
    pub status: Status,
    /// The recipe that the request should be signed by, if there is one.
    pub recipe: Option<String>,
    /// In how many scenarios the request was judged, as saved included.
    pub scenarios: usize,
    /// The scenarios in which the signature is wrong although it is right as saved.
    pub broken: Vec<Scenario>,
    /// How the signature came about; none if no api covers the request.
    pub countersigned: Option<Countersigned>,
}

impl SignatureOutcome {
    /// A verdict with nothing behind it.
    pub fn of(status: Status) -> Self {
        Self { status, recipe: None, scenarios: 0, broken: Vec::new(), countersigned: None }
    }
}
