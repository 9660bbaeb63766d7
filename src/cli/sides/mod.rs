//! What `diff` and `coverage` compare: collections, folders of them, apis, and any of these in git.

mod folder;
mod git;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::Context;
use super::inputs;
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
    pub(super) texts: Vec<Vec<u8>>,
    /// Whether they were generated of an api.
    pub(super) is_api: bool,
}

/// What a user means by a name: a path, an api, or `REV:path`.
pub(super) fn side(cx: &Context, catalog: &Catalog, name: &str) -> anyhow::Result<Side> {
    let path = cx.cwd().join(name);
    if name == "-" {
        return Side::of_files(vec![(name.to_owned(), cx.stdin()?)]);
    }
    if path.is_dir() {
        return if path.join("api.toml").is_file() {
            Side::of_catalog(&Catalog::from_dir(&path)?)
        } else {
            Side::of_files(folder::collections(&path, Path::new(name))?)
        };
    }
    if path.exists() {
        let bytes = fs::read(&path).with_context(|| format!("failed to read `{name}`"))?;
        return Side::of_files(vec![(name.to_owned(), bytes)]);
    }
    if catalog.names().contains(&name) {
        return Side::of_api(catalog.api(name)?);
    }
    match name.split_once(':') {
        Some((revision, path)) => git::side(cx, revision, path),
        None => bail!(unknown(catalog, name)),
    }
}

/// The collections of one file or folder.
pub(super) fn collections(cx: &Context, path: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let full = cx.cwd().join(path);
    if full.is_dir() {
        return folder::collections(&full, path);
    }
    Ok(vec![(path.display().to_string(), inputs::read(cx, path)?)])
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
    /// Collections of version 2.1, by name and text.
    pub(super) fn of_files(files: Vec<(String, Vec<u8>)>) -> anyhow::Result<Self> {
        let mut side = Self::default();
        for (name, text) in files {
            let collection = read(&name, &text)?;
            side.sources.push(Source { name, collection });
            side.texts.push(text);
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
            let of_api = Self::of_api(api)?;
            side.sources.extend(of_api.sources);
            side.texts.extend(of_api.texts);
        }
        Ok(side)
    }
}

/// A collection of version 2.1, read without noting positions; a mistake is looked for only where
/// there is one.
fn read(name: &str, text: &[u8]) -> anyhow::Result<Collection> {
    if let Ok(collection) = Collection::from_slice(text)
        && collection.kind().advice().is_none()
    {
        return Ok(collection);
    }
    let document = inputs::collection_of(name, text)?;
    Collection::from_json(document.text()).with_context(|| format!("failed to read `{name}`"))
}
