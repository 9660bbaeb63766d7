//! The APIs that a run knows.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use super::embedded::{APIS, Embedded};
use super::error::CatalogError;
use super::folder;
use super::load::load;
use super::model::Api;
use super::source::{Source, Sources};
use crate::source::toml_file::Mistakes;

/// The APIs that a run knows: those that the program carries, or those of a user's folder.
#[derive(Debug)]
pub struct Catalog {
    shelf: Shelf,
}

#[derive(Debug)]
enum Shelf {
    /// Read when asked for, once.
    Embedded(Vec<(&'static Embedded, OnceLock<Result<Api, Mistakes>>)>),
    /// Read already.
    Folder(Vec<Api>),
}

impl Catalog {
    /// The APIs that the program carries. Nothing is read before it is asked for.
    pub fn embedded() -> Self {
        Self { shelf: Shelf::Embedded(APIS.iter().map(|api| (api, OnceLock::new())).collect()) }
    }

    /// The APIs of a folder of the user's, which is one API itself (with `api.toml` and
    /// `endpoints/*.toml` in it) or has one in each of its folders.
    ///
    /// # Errors
    ///
    /// [`CatalogError::Mistakes`] with every mistake of every file; else what keeps the files from
    /// being read, or that there are none.
    pub fn from_dir(path: &Path) -> Result<Self, CatalogError> {
        let sources = folder::sources(path)?;
        let mut apis = Vec::new();
        let mut mistakes = Vec::new();
        for sources in &sources {
            match load(sources) {
                Ok(api) => apis.push(api),
                Err(found) => mistakes.extend(found.into_list()),
            }
        }
        if let Some(mistakes) = Mistakes::from_list("the catalogue", mistakes) {
            return Err(mistakes.into());
        }
        unique(&apis, &sources)?;
        Ok(Self { shelf: Shelf::Folder(apis) })
    }

    /// The names of all APIs, in order.
    pub fn names(&self) -> Vec<&str> {
        match &self.shelf {
            Shelf::Embedded(apis) => apis.iter().map(|(api, _)| api.name).collect(),
            Shelf::Folder(apis) => apis.iter().map(|api| api.name.as_str()).collect(),
        }
    }

    /// All APIs, in order.
    ///
    /// # Errors
    ///
    /// As [`Catalog::api`].
    pub fn apis(&self) -> Result<Vec<&Api>, CatalogError> {
        self.names().into_iter().map(|name| self.api(name)).collect()
    }

    /// The API of that name.
    ///
    /// # Errors
    ///
    /// [`CatalogError::UnknownApi`] when there is none. [`CatalogError::Mistakes`] when an embedded
    /// one has any, which the tests of this crate rule out.
    pub fn api(&self, name: &str) -> Result<&Api, CatalogError> {
        let unknown = || CatalogError::UnknownApi {
            name: name.to_owned(),
            known: self.names().into_iter().map(str::to_owned).collect(),
        };
        match &self.shelf {
            Shelf::Embedded(apis) => {
                let (api, read) =
                    apis.iter().find(|(api, _)| api.name == name).ok_or_else(unknown)?;
                let read = read.get_or_init(|| load(&embedded(api)));
                read.as_ref().map_err(|mistakes| mistakes.clone().into())
            }
            Shelf::Folder(apis) => apis.iter().find(|api| api.name == name).ok_or_else(unknown),
        }
    }
}

fn unique(apis: &[Api], sources: &[Sources]) -> Result<(), CatalogError> {
    for (index, api) in apis.iter().enumerate() {
        if let Some(first) = apis.iter().take(index).position(|other| other.name == api.name) {
            let file = |position: usize| {
                sources.get(position).map(|s| s.api.file.clone()).unwrap_or_default()
            };
            return Err(CatalogError::DuplicateApi {
                name: api.name.clone(),
                first: file(first),
                second: file(index),
            });
        }
    }
    Ok(())
}

fn embedded(api: &Embedded) -> Sources {
    let folder = Path::new("templates").join(api.name);
    let source = |file, text| Source { file, text: Ok(Cow::Borrowed(text)) };
    Sources {
        api: source(folder.join("api.toml"), api.api),
        endpoints: api
            .endpoints
            .iter()
            .map(|(name, text)| source(folder.join("endpoints").join(name), text))
            .collect(),
        scripts: api.scripts.iter().map(|(name, text)| source(folder.join(name), text)).collect(),
    }
}
