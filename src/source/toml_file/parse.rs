//! From a text to the structs that it stands for.

use std::path::Path;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use toml::de::DeTable;

use super::schema::schema_of;
use super::shape::misfits;
use super::{Mistake, quoted};
use crate::source::excerpt::Lines;

/// The structs that the text of a file stands for, or all that keeps it from standing for them.
pub(crate) fn parse<T: DeserializeOwned + JsonSchema>(
    file: &Path,
    text: &str,
) -> Result<T, Vec<Mistake>> {
    toml::from_str(text).map_err(|error| mistakes::<T>(file, text, &error))
}

fn mistakes<T: JsonSchema>(file: &Path, text: &str, refused: &toml::de::Error) -> Vec<Mistake> {
    let lines = Lines::of(text);
    let mistake = |place, message| Mistake::new(file.to_owned(), &lines, place, message);
    let (table, syntax) = DeTable::parse_recoverable(text);
    if !syntax.is_empty() {
        let place = |error: &toml::de::Error| error.span().unwrap_or(0..0);
        return syntax
            .iter()
            .map(|error| mistake(place(error), syntax_message(text, error)))
            .collect();
    }
    let found: Vec<_> = misfits(&schema_of::<T>(), &table)
        .into_iter()
        .map(|misfit| mistake(misfit.place, misfit.message).with_help(misfit.help))
        .collect();
    if found.is_empty() {
        vec![mistake(refused.span().unwrap_or(0..0), refused.message().replace('\n', "; "))]
    } else {
        found
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
