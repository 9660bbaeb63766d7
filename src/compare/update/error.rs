//! Why a collection cannot be brought up to date.

use crate::collection;
use crate::generate::GenerateError;
use crate::source::{EditError, Kind};

/// Why a collection cannot be brought up to date.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UpdateError {
    /// It is JSON, but no Collection v2.1.
    #[error("the file is {kind}, expected {}", Kind::CollectionV21)]
    OtherKind {
        /// What it is instead.
        kind: Kind,
    },
    /// Its `item` is no list, so nothing can be added to it.
    #[error("`item` of the collection is no list, expected the list of its requests and folders")]
    NoItems,
    /// It could not be read.
    #[error(transparent)]
    Read(#[from] collection::ReadError),
    /// A script template is broken, or there is no such group or endpoint.
    #[error(transparent)]
    Generate(#[from] GenerateError),
    /// The text could not be edited.
    #[error("failed to edit the file")]
    Edit(#[from] EditError),
}
