//! What `diff` and `coverage` compare: collections, folders of them, apis, and any of these in git.

mod git;

use std::path::Path;

use anyhow::bail;

use super::Context;
use super::discover::{NamedFile, holds_none, named_files};
use crate::catalog::{Api, Catalog, nearest};
use crate::collection::Collection;
use crate::compare::Source;
use crate::generate::{Options, generate};

/// Collections to compare.
#[derive(Debug, Default)]
pub(super) struct Side {
    /// The collections.
    pub(super) sources: Vec<Source>,
    /// Their texts, in the same order.
    texts: Vec<Vec<u8>>,
    /// Whether they were generated of an api.
    pub(super) is_api: bool,
}

/// What a user means by a name: a path, an api, or `REV:path`.
pub(super) fn side(cx: &Context, catalog: &Catalog, name: &str) -> anyhow::Result<Side> {
    let path = cx.cwd().join(name);
    if path.join("api.toml").is_file() {
        return Side::of_catalog(&Catalog::from_dir(&path)?);
    }
    if name == "-" || path.exists() {
        return collections(cx, Path::new(name));
    }
    if catalog.names().contains(&name) {
        return Side::of_api(catalog.api(name)?);
    }
    match name.split_once(':') {
        Some((revision, path)) => git::side(cx, revision, path),
        None => bail!(unknown(catalog, name)),
    }
}

/// The collections that a path leads to: a file, a folder, a pattern, or standard input.
pub(super) fn collections(cx: &Context, path: &Path) -> anyhow::Result<Side> {
    let side = Side::of_files(named_files(cx, path)?)?;
    if side.sources.is_empty() {
        bail!(holds_none(path));
    }
    Ok(side)
}

fn unknown(catalog: &Catalog, name: &str) -> String {
    let names = catalog.names();
    let known: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    let help = nearest(name, &names).map(|name| format!("\n  help: did you mean `{name}`?"));
    format!(
        "there is no `{name}`, expected a collection, a folder, the api {} or `REV:path`{}",
        known.join(" or "),
        help.unwrap_or_default()
    )
}

impl Side {
    /// The texts of its collections.
    pub(super) fn texts(&self) -> Vec<&[u8]> {
        self.texts.iter().map(Vec::as_slice).collect()
    }

    /// Adds the collections of another.
    pub(super) fn extend(&mut self, other: Self) {
        self.sources.extend(other.sources);
        self.texts.extend(other.texts);
    }

    /// The collections of version 2.1 among these files.
    fn of_files(files: Vec<NamedFile>) -> anyhow::Result<Self> {
        let mut side = Self::default();
        for file in files {
            if let Some(collection) = read(&file)? {
                side.sources.push(Source { name: file.path.clone(), collection });
                side.texts.push(file.into_bytes().unwrap_or_default());
            }
        }
        Ok(side)
    }

    /// What is generated of an api.
    pub(super) fn of_api(api: &Api) -> anyhow::Result<Self> {
        let mut side = Self { is_api: true, ..Self::default() };
        for file in generate(api, &Options::default())? {
            if file.requests > 0 {
                let collection = Collection::from_json(&file.text)?;
                side.sources.push(Source { name: api.name.clone(), collection });
                side.texts.push(file.text.into_bytes());
            }
        }
        Ok(side)
    }

    fn of_catalog(catalog: &Catalog) -> anyhow::Result<Self> {
        let mut side = Self { is_api: true, ..Self::default() };
        for api in catalog.apis()? {
            side.extend(Self::of_api(api)?);
        }
        Ok(side)
    }
}

/// A file as a collection. It is read at once, and looked at closely only where it is none.
fn read(file: &NamedFile) -> anyhow::Result<Option<Collection>> {
    let collection = file.bytes().ok().and_then(|it| Collection::from_slice(it).ok());
    if let Some(collection) = collection
        && collection.kind().advice().is_none()
    {
        return Ok(Some(collection));
    }
    match file.collection() {
        Ok(Some(document)) => Ok(Some(Collection::from_json(&document.value().to_string())?)),
        Ok(None) => Ok(None),
        Err(error) => bail!(error),
    }
}
