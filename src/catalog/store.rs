//! The APIs that a run knows.

use std::path::Path;
use std::sync::OnceLock;

use super::embedded::APIS;
use super::file::{ApiFile, EndpointFile};
use super::model::Api;

/// The APIs that a run knows.
#[derive(Debug)]
pub struct Catalog {
    entries: Vec<(String, OnceLock<Api>)>,
}

/// Why a catalogue is of no use.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogError {
    /// No API has the name.
    #[error("unknown api `{name}`")]
    UnknownApi {
        /// The name asked for.
        name: String,
    },
}

impl Catalog {
    /// The APIs that the program carries.
    pub fn embedded() -> Self {
        Self { entries: APIS.iter().map(|api| (api.name.to_owned(), OnceLock::new())).collect() }
    }

    /// The APIs of a folder.
    ///
    /// # Errors
    ///
    /// When the folder holds none.
    pub fn from_dir(_path: &Path) -> Result<Self, CatalogError> {
        Err(CatalogError::UnknownApi { name: String::new() })
    }

    /// The names of all APIs.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }

    /// All APIs.
    ///
    /// # Errors
    ///
    /// When one has mistakes.
    pub fn apis(&self) -> Result<Vec<&Api>, CatalogError> {
        self.names().map(|name| self.api(name)).collect()
    }

    /// The API of that name.
    ///
    /// # Errors
    ///
    /// When there is none, or it has mistakes.
    pub fn api(&self, name: &str) -> Result<&Api, CatalogError> {
        let (_, api) = self
            .entries
            .iter()
            .find(|entry| entry.0 == name)
            .ok_or_else(|| CatalogError::UnknownApi { name: name.to_owned() })?;
        Ok(api.get_or_init(|| load(name)))
    }
}

fn load(name: &str) -> Api {
    let embedded =
        APIS.iter().find(|api| api.name == name).expect("the entries come from the list");
    let file: ApiFile = toml::from_str(embedded.api).expect("a test reads it");
    let endpoints = file
        .groups
        .iter()
        .map(|group| {
            let stem = format!("{}.toml", group.stem());
            let (_, text) =
                embedded.endpoints.iter().find(|(name, _)| *name == stem).expect("a test reads it");
            toml::from_str::<EndpointFile>(text).expect("a test reads it").endpoints
        })
        .collect();
    file.with_endpoints(endpoints)
}

#[cfg(test)]
mod tests {
    #[test]
    fn embedded_kraken_spot_is_complete() {
        let catalog = super::Catalog::embedded();
        let api = catalog.api("kraken-spot").expect("embedded");
        assert_eq!(api.endpoints().count(), 79);
        assert_eq!(api.endpoints().map(|endpoint| endpoint.params.len()).sum::<usize>(), 405);
    }
}
