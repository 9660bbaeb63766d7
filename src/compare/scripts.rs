//! The sources of scripts, however they are written.

use crate::collection::{Event, Field, List, Script, TextOr};

/// The scripts of a list that are on: the moment at which each runs, and its source.
pub(super) fn sources(events: &Field<List<Event>>) -> Vec<(String, String)> {
    let on = events.iter().filter(|event| !event.disabled.is_true());
    let script =
        |event: &Event| Some((event.listen.text()?.to_owned(), source(event.script.get()?)));
    on.filter_map(script).collect()
}

/// The source of a script.
pub(super) fn source(script: &Script) -> String {
    match script.exec.get() {
        Some(TextOr::Text(text)) => text.clone(),
        Some(TextOr::Full(lines)) => {
            lines.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
        }
        None => String::new(),
    }
}
