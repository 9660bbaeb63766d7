//! Changes of a file that mend a finding.

use serde_json::Value;

use crate::source::{EditError, Edits, Pointer};

/// A change that mends a finding and means the same to Postman, or what was evidently meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What it does, in a line without a full stop: "rename `listn` to `listen`".
    pub title: String,
    /// What is changed.
    pub edits: Vec<Edit>,
}

/// One change of a file. Pointers and indexes speak of the file as it was read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Edit {
    /// Another value in the place of one.
    Replace(Pointer, Value),
    /// Another key for a member.
    Rename(Pointer, String),
    /// An entry or a member taken out.
    Remove(Pointer),
    /// A member put into an object, behind the last.
    InsertMember(Pointer, String, Value),
    /// An entry put into a list, before the one with this index now.
    InsertEntry(Pointer, usize, Value),
}

impl Edit {
    /// Adds the change to others.
    ///
    /// # Errors
    ///
    /// When the place is not as it was.
    pub fn add_to(&self, edits: &mut Edits<'_>) -> Result<(), EditError> {
        match self {
            Self::Replace(at, value) => edits.replace(at, value),
            Self::Rename(at, key) => edits.rename(at, key),
            Self::Remove(at) => edits.remove(at),
            Self::InsertMember(object, key, value) => {
                edits.insert_member(object, None, key, value.clone())
            }
            Self::InsertEntry(list, index, value) => {
                edits.insert_entry(list, *index, value.clone())
            }
        }
    }
}
