//! The collections in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::source::{Document, Kind};

/// Name and text of each collection in a folder and the folders in it, by name; other JSON files are
/// left out. `shown` is the folder as the user wrote it.
pub(super) fn collections(folder: &Path, shown: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let bytes = fs::read(&path).with_context(|| cannot_read(&path))?;
        if is_collection(&path.to_string_lossy(), &bytes) {
            let below = path.strip_prefix(folder).unwrap_or(&path);
            files.push((shown.join(below).display().to_string(), bytes));
        }
    }
    if files.is_empty() {
        bail!("found no Postman collection in `{}`, expected at least one", shown.display());
    }
    Ok(files)
}

/// Whether a file of a folder is meant as a collection, by its name or by what is in it. A collection
/// of another version counts, so that it is refused rather than overlooked.
pub(super) fn is_collection(path: &str, bytes: &[u8]) -> bool {
    path.ends_with(".postman_collection.json")
        || Document::read(bytes).is_ok_and(|document| {
            matches!(
                document.kind(),
                Kind::CollectionV21 | Kind::CollectionV20 | Kind::CollectionV1 | Kind::Wrapped
            )
        })
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| cannot_read(folder))? {
        let path = entry.with_context(|| cannot_read(folder))?.path();
        let is_hidden =
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_hidden || path.file_name().is_some_and(|name| name == "node_modules") {
            continue;
        }
        // A link to a folder is not followed, so that no walk is endless.
        if path.is_dir() && !path.is_symlink() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "json") && path.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

fn cannot_read(path: &Path) -> String {
    format!("failed to read `{}`", path.display())
}
