//! Credentials that somebody left in a file: where they stand, and what they look like.
//!
//! A text is one by its form alone if the form belongs to nothing else (a token of GitHub, 64 bytes in
//! base64); or by its name and looks, so that `"token": "{{token}}"`, `YOUR_API_KEY` and `secret` are none.

mod form;
mod looks;
mod rows;
mod scripts;

use serde_json::Value;

use crate::findings::{FileId, Location, Part};
use crate::runtime::outline::Outline;
use crate::source::Pointer;
pub(crate) use form::Form;
use form::KnownForms;
pub(crate) use looks::names_credential;

/// A credential with its place.
#[derive(Debug, Clone)]
pub(crate) struct HardCoded {
    /// The text that it stands in.
    pub(crate) pointer: Pointer,
    /// The text, or what of it is the credential.
    pub(crate) part: Part,
    /// What holds it.
    pub(crate) holder: Holder,
    /// What it is.
    pub(crate) form: Form,
    /// The name that it has there, if it has one.
    pub(crate) name: Option<String>,
    /// The credential. No output may show it.
    pub(crate) text: String,
}

impl HardCoded {
    /// Its place.
    pub(crate) fn location(&self, file: FileId) -> Location {
        Location { file, pointer: self.pointer.clone(), part: self.part.clone() }
    }
}

/// What holds a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
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
pub(crate) fn hard_coded(text: &str, file: &Value, outline: &Outline<'_>) -> Vec<HardCoded> {
    let known = KnownForms::in_text(text);
    let mut found = scripts::search(file, outline.scripts(), known);
    found.extend(rows::search(file, known));
    found
}
