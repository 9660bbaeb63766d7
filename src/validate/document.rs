//! What can be said of one file by itself, without running anything.

use thiserror::Error;

use crate::catalog::Catalog;
use crate::runtime::Setup;
use crate::source::{Document, Kind};
use crate::world::Engine;

use super::rules::{Context, check_all};
use crate::findings::settings::Settings;
use crate::findings::{Diagnostic, FileId, Location};
use crate::runtime::outline::Outline;
use crate::runtime::secrets;
use crate::secrecy::KnownForms;

/// Why a file could not be checked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CheckError {
    /// It is JSON, but neither a Collection v2.1 nor an environment or globals.
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

/// What the rules find in a collection, an environment or globals as they are written, in no particular order.
///
/// # Errors
///
/// When the file is neither a Collection v2.1 nor an environment or globals.
pub fn check_document(file: FileId, document: &Document) -> Result<Vec<Diagnostic>, CheckError> {
    let kind = document.kind();
    if kind != Kind::CollectionV21 && !kind.is_of_variables() {
        return Err(CheckError::OtherKind { kind });
    }
    let (setup, catalog) = (Setup::new(Engine::Postman, 0), Catalog::embedded());
    let outline = Outline::of(document.value());
    let known = KnownForms::in_text(document.text());
    let found = secrets::in_file(document.value(), &outline, known);
    let mut context = Context::new(file, document, &outline, &setup, &catalog);
    context.secrets = &found;
    Ok(check_all(&context, &Settings::default()))
}

/// The places of the credentials that somebody left in a file. No output may show them.
pub(crate) fn secret_places(file: FileId, document: &Document) -> Vec<Location> {
    let outline = Outline::of(document.value());
    let known = KnownForms::in_text(document.text());
    let found = secrets::in_file(document.value(), &outline, known);
    found.iter().map(|found| Location::of_secret(file, found)).collect()
}
