//! One place at which a document breaks the format.

use serde_json::{Map, Value};

use super::form::{Alternative, Form};
use crate::source::{Pointer, Step};

/// A place, and what is wrong there.
#[derive(Debug, Clone)]
pub(super) struct Violation<'v> {
    pub(super) pointer: Pointer,
    /// The objects around the place, innermost first.
    pub(super) owners: Vec<Owner<'v>>,
    /// The steps from the innermost object to the place; none if it is the object itself.
    pub(super) tail: Vec<Step<'v>>,
    pub(super) fault: Fault<'v>,
    /// What stands at the place; none if the fault is that of the object itself.
    pub(super) value: Option<&'v Value>,
}

/// An object that the format has a name for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owner<'v> {
    pub(super) form: &'v Alternative,
    pub(super) map: &'v Map<String, Value>,
}

/// What is wrong.
#[derive(Debug, Clone)]
pub(super) enum Fault<'v> {
    /// The object lacks a key, whose value would have this form.
    Missing { key: &'v str, form: Option<&'v Form> },
    /// The object has none of the keys of which it needs one.
    Neither { keys: Vec<&'v str> },
    /// The object has several keys of which it may have one.
    Both { keys: Vec<&'v str> },
    /// The value has a JSON type that the form does not take.
    Type { form: &'v Form },
    /// The text is none of these words.
    Word { words: Vec<&'v str> },
    /// The text has more than so many characters.
    TooLong { most: usize },
    /// The number is written with a fraction or an exponent.
    NotWhole,
    /// The number is below this.
    TooSmall { least: i64 },
}

impl<'v> Owner<'v> {
    /// What the schema calls it.
    pub(super) fn name(&self) -> &'v str {
        &self.form.name
    }
}

impl<'v> Violation<'v> {
    /// The innermost object around the place.
    pub(super) fn owner(&self) -> Option<Owner<'v>> {
        self.owners.first().copied()
    }

    /// The key of the innermost object under which the place is.
    pub(super) fn key(&self) -> Option<&'v str> {
        match (&self.fault, self.tail.first()) {
            (Fault::Missing { key, .. }, None) | (_, Some(Step::Key(key))) => Some(key),
            _ => None,
        }
    }
}
