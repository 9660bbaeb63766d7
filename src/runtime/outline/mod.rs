//! The folders, requests and scripts of a collection, each with its place.

mod compiled;
mod program;

use std::sync::OnceLock;

use serde_json::Value;

pub(crate) use compiled::{Compiled, compiled};
pub(crate) use program::{Program, programs};

use crate::source::Pointer;
use crate::validate::schema::{UnknownKey, unknown_keys};
use crate::validate::variables::Uses;

/// What stands in a collection, found out once and only if a rule asks.
#[derive(Debug)]
pub(crate) struct Outline<'a> {
    collection: &'a Value,
    entries: OnceLock<Vec<Entry<'a>>>,
    scripts: OnceLock<Vec<ScriptText<'a>>>,
    unknown_keys: OnceLock<Vec<UnknownKey<'a>>>,
    uses: OnceLock<Uses<'a>>,
}

impl<'a> Outline<'a> {
    /// Nothing is looked at yet.
    pub(crate) fn of(collection: &'a Value) -> Self {
        Self {
            collection,
            entries: OnceLock::new(),
            scripts: OnceLock::new(),
            unknown_keys: OnceLock::new(),
            uses: OnceLock::new(),
        }
    }

    /// All folders and requests in the order of the file, folders before what is in them.
    pub(crate) fn entries(&self) -> &[Entry<'a>] {
        self.entries.get_or_init(|| entries(self.collection))
    }

    /// All scripts of the file: those of the collection, then those of its entries in their order.
    pub(crate) fn scripts(&self) -> &[ScriptText<'a>] {
        self.scripts.get_or_init(|| scripts(self.collection, self.entries()))
    }

    /// The keys that the format does not name.
    pub(crate) fn unknown_keys(&self) -> &[UnknownKey<'a>] {
        self.unknown_keys.get_or_init(|| unknown_keys(self.collection))
    }

    /// The variables that requests use.
    pub(crate) fn uses(&self) -> &Uses<'a> {
        self.uses.get_or_init(|| Uses::of(self.collection, self.entries()))
    }
}

/// A folder or a request.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Where it stands.
    pub(crate) pointer: Pointer,
    /// Its definition.
    pub(crate) item: &'a Value,
    /// What it is.
    pub(crate) kind: EntryKind,
}

/// What an entry of an `item` list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntryKind {
    /// It has an `item` list.
    Folder,
    /// It has none.
    Request,
}

/// A script of the collection, of a folder or of a request.
#[derive(Debug)]
pub(crate) struct ScriptText<'a> {
    /// The event that it belongs to.
    pub(crate) event: Pointer,
    /// When it runs, as the file says it: `prerequest`, `test`.
    pub(crate) listen: &'a str,
    /// Whether it runs at all.
    pub(crate) is_on: bool,
    /// The place of its text: a list of lines, or one text.
    pub(crate) pointer: Pointer,
    /// The text.
    pub(crate) source: String,
}

fn entries(collection: &Value) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    walk(collection, &Pointer::root(), &mut entries);
    entries
}

fn walk<'a>(parent: &'a Value, at: &Pointer, entries: &mut Vec<Entry<'a>>) {
    let list = at.join("item");
    let items = parent.get("item").and_then(Value::as_array).into_iter().flatten();
    for (index, item) in items.enumerate().filter(|(_, item)| item.is_object()) {
        let pointer = list.index(index);
        let is_folder = item.get("item").is_some_and(|list| !list.is_null());
        let kind = if is_folder { EntryKind::Folder } else { EntryKind::Request };
        entries.push(Entry { pointer: pointer.clone(), item, kind });
        if is_folder {
            walk(item, &pointer, entries);
        }
    }
}

fn scripts<'a>(collection: &'a Value, entries: &[Entry<'a>]) -> Vec<ScriptText<'a>> {
    let root = (Pointer::root(), collection);
    let below = entries.iter().map(|entry| (entry.pointer.clone(), entry.item));
    let owners = std::iter::once(root).chain(below);
    owners.flat_map(|(pointer, owner)| scripts_of(&pointer, owner)).collect()
}

fn scripts_of<'a>(owner: &Pointer, definition: &'a Value) -> Vec<ScriptText<'a>> {
    let list = owner.join("event");
    let events = definition.get("event").and_then(Value::as_array).into_iter().flatten();
    events.enumerate().filter_map(|(index, event)| script(list.index(index), event)).collect()
}

fn script(event: Pointer, definition: &Value) -> Option<ScriptText<'_>> {
    let script = definition.get("script")?;
    let at = event.join("script");
    let (text, pointer) = match script {
        Value::Object(map) => (map.get("exec")?, at.join("exec")),
        text_or_lines => (text_or_lines, at),
    };
    let source = match text {
        Value::String(text) => text.replace("\r\n", "\n"),
        Value::Array(lines) => {
            let lines: Vec<_> = lines.iter().map(|it| it.as_str().unwrap_or_default()).collect();
            lines.join("\n")
        }
        _ => return None,
    };
    Some(ScriptText {
        event,
        listen: definition.get("listen").and_then(Value::as_str).unwrap_or_default(),
        is_on: definition.get("disabled").is_none_or(|it| *it == Value::Bool(false)),
        pointer,
        source,
    })
}

/// The events that Postman runs scripts for.
pub(crate) const EVENTS: [&str; 2] = ["prerequest", "test"];

impl ScriptText<'_> {
    /// Whether Postman runs it.
    pub(crate) fn runs(&self) -> bool {
        self.is_on && EVENTS.contains(&self.listen)
    }
}
