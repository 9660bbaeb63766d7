//! What a rule can look at.

use std::sync::OnceLock;

use serde_json::Value;

use crate::catalog::Catalog;
use crate::runtime::{PlannedRequest, Setup};
use crate::source::{Document, Pointer};
use crate::validate::javascript::{Program, programs};
use crate::validate::outline::{Entry, Outline, ScriptText};
use crate::validate::schema::UnknownKey;
use crate::validate::trial::Trial;
use crate::validate::{FileId, Location};

/// One file with all that was found out about it.
pub(in crate::validate) struct Context<'a> {
    /// The file.
    pub(in crate::validate) file: FileId,
    /// Its text and value.
    pub(in crate::validate) document: &'a Document,
    /// Its requests in the order in which they run, each with what is around it.
    pub(in crate::validate) planned: &'a [PlannedRequest<'a>],
    /// The same requests as they ran; none if scripts are not to run.
    pub(in crate::validate) trials: &'a [Trial<'a>],
    /// The variables that requests find, apart from the collection's own.
    pub(in crate::validate) setup: &'a Setup,
    /// The apis that requests are compared with.
    pub(in crate::validate) catalog: &'a Catalog,
    outline: &'a Outline<'a>,
    programs: OnceLock<Vec<Program<'a>>>,
}

impl<'a> Context<'a> {
    /// A collection that has not run.
    pub(in crate::validate) fn new(
        file: FileId,
        document: &'a Document,
        outline: &'a Outline<'a>,
        planned: &'a [PlannedRequest<'a>],
        setup: &'a Setup,
        catalog: &'a Catalog,
    ) -> Self {
        let programs = OnceLock::new();
        Self { file, document, planned, trials: &[], setup, catalog, outline, programs }
    }

    /// The value of the file.
    pub(super) fn root(&self) -> &'a Value {
        self.document.value()
    }

    /// All folders and requests in the order of the file.
    pub(super) fn entries(&self) -> &'a [Entry<'a>] {
        self.outline.entries()
    }

    /// All scripts of the file.
    pub(super) fn scripts(&self) -> &'a [ScriptText<'a>] {
        self.outline.scripts()
    }

    /// The different texts that scripts have.
    pub(super) fn programs(&self) -> &[Program<'a>] {
        self.programs.get_or_init(|| programs(self.scripts()))
    }

    /// The keys that the format does not name.
    pub(super) fn unknown_keys(&self) -> &'a [UnknownKey<'a>] {
        self.outline.unknown_keys()
    }

    /// The value at a pointer.
    pub(super) fn value(&self, pointer: Pointer) -> Location {
        Location::value(self.file, pointer)
    }

    /// The key at a pointer.
    pub(super) fn key(&self, pointer: Pointer) -> Location {
        Location::key(self.file, pointer)
    }

    /// The name of a request, or the request itself if it has none.
    pub(super) fn name_of(&self, trial: &Trial<'_>) -> Location {
        let item = trial.ran.planned.pointer();
        let has_name = trial.ran.planned.item().definition.get("name").is_some();
        self.value(if has_name { item.join("name") } else { item.clone() })
    }
}
