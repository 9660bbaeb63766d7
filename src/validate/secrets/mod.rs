//! Credentials that somebody left in a file: where they stand, and what they look like.
//!
//! A text is one by its form alone if the form belongs to nothing else (a token of GitHub, 64 bytes in
//! base64); or by its name and looks, so that `"token": "{{token}}"`, `YOUR_API_KEY` and `secret` are none.

mod form;
mod looks;
mod rows;
mod scripts;

use serde_json::Value;

use super::outline::Outline;
use super::{FileId, Location, Part};
use crate::source::Pointer;
pub(super) use form::Form;
use form::KnownForms;
pub(super) use looks::names_credential;

/// A credential with its place.
#[derive(Debug, Clone)]
pub(super) struct HardCoded {
    /// The text that it stands in.
    pub(super) pointer: Pointer,
    /// The text, or what of it is the credential.
    pub(super) part: Part,
    /// What holds it.
    pub(super) holder: Holder,
    /// What it is.
    pub(super) form: Form,
    /// The name that it has there, if it has one.
    pub(super) name: Option<String>,
    /// The credential. No output may show it.
    pub(super) text: String,
}

impl HardCoded {
    /// Its place.
    pub(super) fn location(&self, file: FileId) -> Location {
        Location { file, pointer: self.pointer.clone(), part: self.part.clone() }
    }
}

/// What holds a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    /// A variable of the collection, an environment or the globals.
    Variable,
    /// A script.
    Script,
    /// A header.
    Header,
    /// An authorization.
    Auth,
    /// An example.
    Example,
    /// Anything else, such as the query or the body.
    Other,
}

/// All credentials of a file: first those in scripts, then the others in the order of the file.
pub(super) fn hard_coded(text: &str, file: &Value, outline: &Outline<'_>) -> Vec<HardCoded> {
    let known = KnownForms::in_text(text);
    let mut found = scripts::search(file, outline.scripts(), known);
    found.extend(rows::search(file, known));
    found
}
