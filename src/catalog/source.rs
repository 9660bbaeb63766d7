//! A file of a catalogue, as text and as the structs it stands for.

use std::borrow::Cow;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use toml::de::DeTable;

use super::mistake::Mistake;
use super::schema;
use super::shape::misfits;
use super::words::quoted;
use crate::excerpt::Lines;

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
        toml::from_str(text).map_err(|error| self.mistakes::<T>(text, &error))
    }

    fn mistakes<T: JsonSchema>(&self, text: &str, refused: &toml::de::Error) -> Vec<Mistake> {
        let lines = Lines::of(text);
        let mistake = |place, message| Mistake::new(self.file.clone(), &lines, place, message);
        let (table, syntax) = DeTable::parse_recoverable(text);
        if !syntax.is_empty() {
            let place = |error: &toml::de::Error| error.span().unwrap_or(0..0);
            return syntax
                .iter()
                .map(|error| mistake(place(error), syntax_message(text, error)))
                .collect();
        }
        let found: Vec<_> = misfits(&schema::of::<T>(), &table)
            .into_iter()
            .map(|misfit| mistake(misfit.place, misfit.message).with_help(misfit.help))
            .collect();
        if found.is_empty() {
            vec![mistake(refused.span().unwrap_or(0..0), refused.message().replace('\n', "; "))]
        } else {
            found
        }
    }
}

/// The parser's words; it says what it expected, and leaves out what it found.
fn syntax_message(text: &str, error: &toml::de::Error) -> String {
    let message = error.message().replace('\n', "; ");
    let found = error.span().and_then(|place| text.get(place)).unwrap_or_default();
    match (message.as_str(), found) {
        ("duplicate key", key) => format!("duplicate key {}, expected it once", quoted(key)),
        (_, "") => message,
        (_, found) => format!("found {}: {message}", quoted(found)),
    }
}
