//! Which requests carry a signature that is right, found out when somebody asks.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value;

use super::validate::CLOCK_MS;
use crate::catalog::Catalog;
use crate::countersign::Status;
use crate::runtime::Setup;
use crate::source::Document;
use crate::validate::verdicts;
use crate::world::Engine;

/// The verdicts on the requests of some files.
pub(super) struct Proofs<'a> {
    catalog: &'a Catalog,
    api: Option<&'a str>,
    environment: Value,
    texts: Vec<&'a [u8]>,
    of_files: Vec<OnceLock<BTreeMap<String, Status>>>,
}

impl<'a> Proofs<'a> {
    /// Of the collections with these texts; nothing is run yet.
    pub(super) fn new(catalog: &'a Catalog, api: Option<&'a str>, texts: Vec<&'a [u8]>) -> Self {
        let of_files = texts.iter().map(|_| OnceLock::new()).collect();
        Self { catalog, api, environment: Value::Null, texts, of_files }
    }

    /// The same with an environment that gives the credentials.
    pub(super) fn with_environment(self, environment: Value) -> Self {
        Self { environment, ..self }
    }

    /// The verdict on a request, by its file and the pointer of its item; none if there is none.
    ///
    /// All requests of the file are run when the first of them is asked for.
    pub(super) fn status(&self, file: usize, pointer: &str) -> Option<Status> {
        let of_file = self.of_files.get(file)?.get_or_init(|| {
            let document = self.texts.get(file).and_then(|text| Document::read(text).ok());
            let verdicts = |it| verdicts_of(&it, self.catalog, self.api, &self.environment);
            document.map(verdicts).unwrap_or_default()
        });
        of_file.get(pointer).copied()
    }
}

/// The verdicts on the requests of a collection, by the pointers of their items. What cannot be run
/// has none.
pub(super) fn verdicts_of(
    document: &Document,
    catalog: &Catalog,
    api: Option<&str>,
    environment: &Value,
) -> BTreeMap<String, Status> {
    let mut setup = Setup::new(Engine::Postman, CLOCK_MS);
    setup.environment.clone_from(environment);
    let found = verdicts(document.value(), setup, catalog, api).unwrap_or_default().into_iter();
    found.map(|(pointer, status)| (pointer.as_str().to_owned(), status)).collect()
}
