//! What can be said of one file by itself, without running anything.

use thiserror::Error;

use crate::source::{Document, DuplicateKey, Kind};

use super::shown::shown;
use super::{Diagnostic, FileId, Location, Part, RuleId, Severity, schema};

/// The rule about keys that stand twice in one object.
pub const DUPLICATE_KEY: RuleId = RuleId::new("duplicate-key");

/// Why a file could not be checked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CheckError {
    /// It is JSON, but no Collection v2.1.
    #[error("the file is {kind}, expected {}", Kind::CollectionV21)]
    OtherKind {
        /// What it is instead.
        kind: Kind,
    },
}

impl CheckError {
    /// What to do about it.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::OtherKind { kind } => kind.advice(),
        }
    }
}

/// Findings of the rules `schema` and `duplicate-key` for a collection, in no particular order.
///
/// # Errors
///
/// When the file is no Collection v2.1.
pub fn check_document(file: FileId, document: &Document) -> Result<Vec<Diagnostic>, CheckError> {
    let kind = document.kind();
    if kind != Kind::CollectionV21 {
        return Err(CheckError::OtherKind { kind });
    }
    let mut found = schema::check(file, document.value());
    found.extend(document.duplicate_keys().into_iter().map(|twice| duplicate_key(file, &twice)));
    Ok(found)
}

fn duplicate_key(file: FileId, twice: &DuplicateKey) -> Diagnostic {
    let name = twice.pointer.tokens().last().unwrap_or_default();
    let name = shown(&name);
    let at = |lines| Location { file, pointer: twice.pointer.clone(), part: Part::Known(lines) };
    Diagnostic {
        rule: DUPLICATE_KEY,
        severity: Severity::Warning,
        message: format!(
            "`{name}` stands twice in this object, and Postman loses the value of the first; \
             expected each key once"
        ),
        help: Some("take one of the two out, or give it another name".to_owned()),
        cause: None,
        primary: at(twice.second),
        related: vec![(at(twice.first), "the first is here".to_owned())],
    }
}
