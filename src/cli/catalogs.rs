//! Which catalogue and which of its apis a command works on.

use std::path::Path;

use super::Context;
use crate::catalog::{Catalog, CatalogError};

/// The catalogue of a user's folder, or the one that the program carries.
pub(super) fn catalog(cx: &Context, folder: Option<&Path>) -> Result<Catalog, CatalogError> {
    match folder {
        Some(folder) => Catalog::from_dir(&cx.cwd().join(folder)),
        None => Ok(Catalog::embedded()),
    }
}

/// The names asked for, or all there are.
pub(super) fn api_names(catalog: &Catalog, asked: &[String]) -> Vec<String> {
    if asked.is_empty() {
        catalog.names().into_iter().map(str::to_owned).collect()
    } else {
        asked.to_vec()
    }
}
