//! Why a catalogue is of no use.

use std::io;
use std::path::PathBuf;

use crate::source::toml_file::Mistakes;
use crate::source::toml_file::{did_you_mean, either, quoted};

/// Why a catalogue is of no use.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogError {
    /// No API has the name.
    #[error("unknown api {}, expected {}{}", quoted(name), either(known), nearest(name, known))]
    UnknownApi {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// Two folders hold an API of the same name.
    #[error("two apis are named {}: `{}` and `{}`", quoted(name), first.display(), second.display())]
    DuplicateApi {
        /// The name.
        name: String,
        /// The `api.toml` of one.
        first: PathBuf,
        /// The `api.toml` of the other.
        second: PathBuf,
    },
    /// The folder holds no API.
    #[error("found no `api.toml` in `{}` or a folder in it, expected at least one", path.display())]
    Empty {
        /// The folder.
        path: PathBuf,
    },
    /// A folder has `endpoints/`, but not the file that goes with it.
    #[error("found no `{}`, expected it beside `endpoints`", path.display())]
    NoApiFile {
        /// Where it should be.
        path: PathBuf,
    },
    /// A file was given as the catalogue.
    #[error("`{}` is a file, expected a folder with `api.toml`", path.display())]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// A folder, pipe or device has the name of a file.
    #[error("`{}` is no regular file, expected one", path.display())]
    NotAFile {
        /// What has the name.
        path: PathBuf,
    },
    /// A file is larger than any catalogue.
    #[error("`{}` is larger than {limit} bytes, expected at most that", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// A file or folder cannot be read.
    #[error("failed to read `{}`", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The files have mistakes.
    #[error(transparent)]
    Mistakes(#[from] Mistakes),
}

fn nearest(name: &str, known: &[String]) -> String {
    did_you_mean(name, known).map(|help| format!("; {help}")).unwrap_or_default()
}
