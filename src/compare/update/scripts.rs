//! Signing scripts that are ours and untouched, brought up to the present one.

use serde_json::Value;

use super::super::scripts::source;
use super::known;
use crate::collection::{Collection, Event, Field, List, TextOr};
use crate::compare::{KnownScripts, Parts};
use crate::generate::GenerateError;
use crate::source::Pointer;

/// A script that gets a new text.
#[derive(Debug)]
pub(super) struct Refresh {
    /// The place of its `exec`.
    pub(super) exec: Pointer,
    /// The new text, as a list of lines or as one text, as it was.
    pub(super) value: Value,
}

/// What is to be done about the scripts of one list that run before a request.
#[derive(Debug, Default)]
pub(super) struct Review {
    /// Scripts that get a new text.
    pub(super) refreshes: Vec<Refresh>,
    /// Whether one of them is not ours, or was edited.
    pub(super) has_own: bool,
    /// Whether one of them is ours and untouched.
    pub(super) has_ours: bool,
}

/// Looks at the scripts of a list.
///
/// # Errors
///
/// When a script template is broken.
pub(super) fn review(
    events: &Field<List<Event>>,
    of_events: &Pointer,
    known_scripts: &KnownScripts,
    parts: &Parts<'_>,
) -> Result<Review, GenerateError> {
    let mut review = Review::default();
    for (index, event) in events.indexed() {
        let Some(script) = event.script.get() else { continue };
        if event.listen.text() != Some("prerequest") {
            continue;
        }
        let text = source(script);
        let Some(form) = known_scripts.form(&text) else {
            review.has_own |= !text.trim().is_empty();
            continue;
        };
        review.has_ours = true;
        let lines = parts.script(&form)?;
        if text.lines().map(str::trim_end).ne(lines.iter().map(|line| line.trim_end())) {
            let value = match script.exec.get() {
                Some(TextOr::Text(_)) => lines.join("\n").into(),
                _ => lines.into(),
            };
            let exec = of_events.index(index).join("script").join("exec");
            review.refreshes.push(Refresh { exec, value });
        }
    }
    Ok(review)
}

/// The lists of scripts that several requests share, with their places: the collection's and those of
/// folders.
pub(super) fn shared(collection: &Collection) -> Vec<(&Field<List<Event>>, Pointer)> {
    let folders = collection.folders();
    let folders = folders.map(|it| (&it.item.event, known(&it.pointer).join("event")));
    let own = (&collection.event, Pointer::root().join("event"));
    std::iter::once(own).chain(folders).collect()
}
