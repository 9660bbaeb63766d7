//! What a rule can look at.

use serde_json::Value;

use crate::source::{Document, Pointer};
use crate::validate::trial::Trial;
use crate::validate::{FileId, Location};

/// One file with all that was found out about it.
pub(in crate::validate) struct Context<'a> {
    /// The file.
    pub(in crate::validate) file: FileId,
    /// Its text and value.
    pub(in crate::validate) document: &'a Document,
    /// Its requests as they ran, in order; none if scripts are not to run.
    pub(in crate::validate) trials: &'a [Trial<'a>],
}

impl<'a> Context<'a> {
    /// The value of the file.
    pub(super) fn root(&self) -> &'a Value {
        self.document.value()
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
