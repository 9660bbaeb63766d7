//! Scripts and their sources, however they are written.

use crate::collection::{Event, Field, List, Script, TextOr};

/// The scripts of a list that are on, and the moment at which each runs.
pub(super) fn on(events: &Field<List<Event>>) -> impl Iterator<Item = (&str, &Script)> {
    let on = events.iter().filter(|event| !event.disabled.is_true());
    on.filter_map(|event| Some((event.listen.text()?, event.script.get()?)))
}

/// The same with the sources of the scripts.
pub(super) fn sources(events: &Field<List<Event>>) -> Vec<(String, String)> {
    on(events).map(|(listen, script)| (listen.to_owned(), source(script))).collect()
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
