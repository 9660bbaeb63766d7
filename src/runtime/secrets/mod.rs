//! The secrets that stand in a file, or in what a collection is used with: their places, and what they look like.
//!
//! A text is a credential by its form alone if the form belongs to nothing else (a token of GitHub, 64 bytes in
//! base64); or by its name and looks, so that `"token": "{{token}}"`, `YOUR_API_KEY` and `secret` are none. What no
//! output may show is more: whatever is called like a secret, or is of type secret.

mod rows;
mod scripts;

use std::fmt;
use std::ops::Range;

use serde_json::Value;

use super::Setup;
use super::outline::Outline;
use crate::secrecy::{Form, Grade, KnownForms, Secrets};
use crate::source::Pointer;

/// A secret with its place.
#[derive(Clone)]
pub(crate) struct FoundSecret {
    /// The text that it stands in.
    pub(crate) pointer: Pointer,
    /// The bytes of that text; `None` for all of it.
    pub(crate) inside: Option<Range<usize>>,
    /// What holds it.
    pub(crate) holder: Holder,
    /// What kind of secret it is.
    pub(crate) grade: Grade,
    /// What it is recognized by; `None` if only its name says that it is secret, which may be wrong.
    pub(crate) form: Option<Form>,
    /// The name that it has there, if it has one.
    pub(crate) name: Option<String>,
    /// The secret. No output may show it.
    pub(crate) text: String,
}

impl fmt::Debug for FoundSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("FoundSecret");
        shown.field("pointer", &self.pointer).field("grade", &self.grade).finish_non_exhaustive()
    }
}

/// What holds a secret.
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

/// All secrets of a file: first those in scripts, then the others in the order of the file.
pub(crate) fn in_file(file: &Value, outline: &Outline<'_>, known: KnownForms) -> Vec<FoundSecret> {
    let mut found = scripts::search(file, outline.scripts(), known);
    found.extend(rows::search(file, known));
    found
}

/// The secrets among the variables that a collection is used with: of the environment, the globals and the data.
pub(crate) fn in_setup(setup: &Setup) -> Secrets {
    let mut secrets = Secrets::default();
    let files = [&setup.environment, &setup.globals].into_iter().chain(&setup.data);
    for file in files.filter(|file| !file.is_null()) {
        add_to(&mut secrets, &rows::search(file, KnownForms::of_any()));
    }
    secrets
}

/// Adds what was found in a file.
pub(crate) fn add_to(secrets: &mut Secrets, found: &[FoundSecret]) {
    for found in found {
        secrets.add(found.grade, found.name.as_deref().unwrap_or_default(), &found.text);
    }
}
