//! All files of a run.

use std::path::PathBuf;

use rayon::prelude::*;
use thiserror::Error;

use crate::catalog::{Catalog, CatalogError};
use crate::runtime::Setup;
use crate::sandbox::SandboxError;
use crate::source::{Document, Kind};

use super::{Outcome, file};
use crate::findings::FileId;
use crate::findings::settings::{FailOn, Settings};

/// A file to check.
#[derive(Debug)]
pub struct Input<'a> {
    /// The path as the user wrote it, `-` for standard input.
    pub path: String,
    /// The path from the folder of the settings, for what they say of files.
    pub place: PathBuf,
    /// What is in it.
    pub document: Document,
    /// What holds for it.
    pub profile: &'a Profile,
}

impl<'a> Input<'a> {
    /// A file whose settings are in the current folder.
    pub fn new(path: impl Into<String>, document: Document, profile: &'a Profile) -> Self {
        let path = path.into();
        Self { place: PathBuf::from(&path), path, document, profile }
    }
}

/// What holds for a file.
#[derive(Debug)]
pub struct Profile {
    /// The apis that requests are compared with.
    pub catalog: Catalog,
    /// The api that requests are for, whatever their hosts are; told by host and path if there is
    /// none.
    pub api: Option<String>,
    /// The engine that is played, the clock, and the variables that requests find.
    pub setup: Setup,
    /// How findings are judged.
    pub settings: Settings,
    /// From which severity on findings are a failure.
    pub fail_on: FailOn,
}

impl Profile {
    /// The defaults: apis are told by host and path, findings count as their rules say.
    pub fn new(catalog: Catalog, setup: Setup) -> Self {
        let settings = Settings::default();
        Self { catalog, api: None, setup, settings, fail_on: FailOn::default() }
    }
}

/// How a run goes about its files.
pub struct Options<'a> {
    /// Whether scripts are run and signatures compared.
    pub runs_scripts: bool,
    /// Told how many more requests have been looked at, from any thread.
    pub progress: &'a (dyn Fn(usize) + Sync),
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options").field("runs_scripts", &self.runs_scripts).finish_non_exhaustive()
    }
}

impl Default for Options<'_> {
    /// Scripts run, and nobody is told.
    fn default() -> Self {
        Self { runs_scripts: true, progress: &|_| {} }
    }
}

/// Why files could not be checked.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ValidateError {
    /// A file is JSON, but neither a Collection v2.1 nor an environment or globals.
    #[error("`{path}` is {kind}, expected {}", Kind::CollectionV21)]
    OtherKind {
        /// The file.
        path: String,
        /// What it is instead.
        kind: Kind,
    },
    /// The script engine did not start.
    #[error(transparent)]
    Sandbox(#[from] SandboxError),
    /// The catalogue cannot be read, or has no api of the name.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
}

/// Checks files: the format, the rules, and every signature.
///
/// Files and requests are looked at side by side; what comes out does not depend on how many threads
/// there are.
///
/// # Errors
///
/// When a file is neither a Collection v2.1 nor an environment or globals, the catalogue cannot be read, or the script engine does not
/// start.
pub fn validate(files: Vec<Input<'_>>, options: &Options<'_>) -> Result<Outcome, ValidateError> {
    for Input { profile, .. } in &files {
        // An api that there is not is an error even where no request asks for it.
        profile.api.as_deref().map(|api| profile.catalog.api(api)).transpose()?;
    }
    let checked = files
        .into_par_iter()
        .with_max_len(1)
        .enumerate()
        .map(|(index, input)| file::checked(FileId(index), input, options));
    Ok(Outcome { files: checked.collect::<Result<_, _>>()? })
}
