//! A file of a catalogue, as text and as the structs it stands for.

use std::borrow::Cow;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::source::toml_file::{self, Mistake};

/// A file and its text, or why it is not text.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// The file, as messages show it.
    pub(super) file: PathBuf,
    /// What it says.
    pub(super) text: Result<Cow<'static, str>, Mistake>,
}

/// The files of one API.
#[derive(Debug, Clone)]
pub(super) struct Sources {
    /// `api.toml`.
    pub(super) api: Source,
    /// `endpoints/*.toml`, by name.
    pub(super) endpoints: Vec<Source>,
    /// `*.js`: templates of scripts, by name.
    pub(super) scripts: Vec<Source>,
}

impl Source {
    /// The file's name without folder and ending.
    pub(super) fn stem(&self) -> Cow<'_, str> {
        self.file.file_stem().unwrap_or_default().to_string_lossy()
    }

    /// The text, empty when it is none.
    pub(super) fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// The structs that the text stands for, or all that keeps it from standing for them.
    pub(super) fn parse<T: DeserializeOwned + JsonSchema>(&self) -> Result<T, Vec<Mistake>> {
        let text = self.text.as_deref().map_err(|mistake| vec![mistake.clone()])?;
        toml_file::parse(&self.file, text)
    }
}
