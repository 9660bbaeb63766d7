//! The requests of a collection in the order in which they run, each with what it inherits.

use std::sync::Arc;

use serde_json::Value;

use super::{Behaviour, NotSent, Outgoing, auth, outgoing};
use crate::source::Pointer;
use crate::text::coercion;
use crate::variables::Scopes;
use crate::world::World;

/// A collection, a folder or an item on the way to a request.
#[derive(Debug, Clone)]
pub struct Level<'v> {
    /// Where it stands in the document.
    pub pointer: Pointer,
    /// Its definition.
    pub definition: &'v Value,
}

/// A request with all that is around it.
#[derive(Debug, Clone)]
pub struct PlannedRequest<'v> {
    /// The collection, its folders from the outermost on, and last the item of the request.
    pub levels: Vec<Level<'v>>,
}

/// A script that runs for a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedScript {
    /// The place of its text: a list of lines, or one text.
    pub pointer: Pointer,
    /// Whether each line has a place of its own, as `…/exec/0` has line 1.
    pub has_line_places: bool,
    /// The text.
    pub source: Arc<str>,
}

/// Lists the requests of a collection as a runner goes through them. An item that has an `item`
/// list is a folder, even if it has a request too.
pub fn plan(collection: &Value) -> Vec<PlannedRequest<'_>> {
    let mut requests = Vec::new();
    let root = Level { pointer: Pointer::root(), definition: collection };
    walk(&mut vec![root], &mut requests);
    requests
}

fn walk<'v>(levels: &mut Vec<Level<'v>>, requests: &mut Vec<PlannedRequest<'v>>) {
    let Some(parent) = levels.last().cloned() else { return };
    for item in members(&parent, "item") {
        let is_folder = coercion::has_truthy(item.definition, "item");
        levels.push(item);
        if is_folder {
            walk(levels, requests);
        } else {
            requests.push(PlannedRequest { levels: levels.clone() });
        }
        levels.pop();
    }
}

/// The method and the address of a request as they are written, variables and all.
pub fn written(request: &Value) -> (String, String) {
    let method = request.get("method").and_then(Value::as_str).unwrap_or("GET");
    let url = request.get("url").unwrap_or(request);
    let url = url.as_str().or_else(|| url.get("raw").and_then(Value::as_str));
    (method.to_uppercase(), url.unwrap_or_default().to_owned())
}

/// The entries of a list, or the one entry that stands in its place.
fn members<'v>(level: &Level<'v>, name: &str) -> Vec<Level<'v>> {
    let pointer = level.pointer.join(name);
    match level.definition.get(name) {
        Some(Value::Array(list)) => {
            let entries = list.iter().enumerate().filter(|(_, entry)| !entry.is_null());
            entries
                .map(|(index, definition)| Level { pointer: pointer.index(index), definition })
                .collect()
        }
        Some(definition) if coercion::is_truthy(definition) => vec![Level { pointer, definition }],
        _ => Vec::new(),
    }
}

impl Level<'_> {
    /// The name; empty if there is none.
    pub fn name(&self) -> &str {
        let info = self.definition.get("info").unwrap_or(self.definition);
        info.get("name").and_then(Value::as_str).unwrap_or_default()
    }
}

impl<'v> PlannedRequest<'v> {
    /// The item of the request.
    pub fn item(&self) -> &Level<'v> {
        self.levels.last().expect("a request is at least in a collection")
    }

    /// The name of the item.
    pub fn name(&self) -> &str {
        self.item().name()
    }

    /// The place of the item.
    pub fn pointer(&self) -> &Pointer {
        &self.item().pointer
    }

    /// The folders, from the outermost on.
    pub fn folders(&self) -> &[Level<'v>] {
        let inner = self.levels.split_last().map(|(_, levels)| levels).unwrap_or_default();
        inner.split_first().map(|(_, folders)| folders).unwrap_or_default()
    }

    /// The definition of the request; null if there is none.
    pub fn request(&self) -> &'v Value {
        self.item().definition.get("request").unwrap_or(&Value::Null)
    }

    /// The auth that the request has if it names none itself: that of the nearest folder, or of
    /// the collection, that names one.
    pub fn inherited_auth(&self) -> Option<&'v Value> {
        let around = self.levels.iter().rev().skip(1);
        auth::nearest(around.filter_map(|level| level.definition.get("auth")))
    }

    /// The behaviours of collection, folders and item, merged.
    pub fn behaviour(&self) -> Behaviour {
        let named = |level: &Level<'v>| level.definition.get("protocolProfileBehavior");
        Behaviour::merged(self.levels.iter().filter_map(named))
    }

    /// The scripts that run for an event, such as `prerequest`, in their order: those of the
    /// collection, of the folders from the outermost on, and of the item.
    pub fn scripts(&self, event: &str) -> Vec<PlannedScript> {
        let events = self.levels.iter().flat_map(|level| members(level, "event"));
        let enabled = events.filter(|entry| {
            entry.definition.get("listen").and_then(Value::as_str) == Some(event)
                && !coercion::has_truthy(entry.definition, "disabled")
        });
        enabled.filter_map(|entry| script(&entry)).collect()
    }

    /// What Postman sends for the request as the collection defines it, no script having run.
    ///
    /// # Errors
    ///
    /// When Postman would not send it.
    pub fn outgoing(&self, scopes: &Scopes, world: &mut World) -> Result<Outgoing, NotSent> {
        outgoing(self.request(), self.inherited_auth(), &self.behaviour(), scopes, world)
    }
}

fn script(event: &Level<'_>) -> Option<PlannedScript> {
    let definition = event.definition.get("script")?;
    let pointer = event.pointer.join("script");
    match definition {
        // A script that names a source elsewhere has no text of its own.
        Value::Object(map) if map.contains_key("src") => None,
        Value::Object(map) => planned(map.get("exec")?, pointer.join("exec")),
        text_or_lines => planned(text_or_lines, pointer),
    }
}

fn planned(exec: &Value, pointer: Pointer) -> Option<PlannedScript> {
    let (source, has_line_places) = match exec {
        Value::String(text) => (text.replace("\r\n", "\n"), false),
        Value::Array(lines) => (coercion::joined(lines, "\n"), true),
        _ => return None,
    };
    Some(PlannedScript { pointer, has_line_places, source: source.into() })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn collection() -> Value {
        json!({
            "info": {"name": "c"},
            "auth": {"type": "basic"},
            "protocolProfileBehavior": {"disableBodyPruning": true},
            "event": [{"listen": "prerequest", "script": {"exec": ["root", 2, null, "end"]}}],
            "item": [
                {"name": "f", "request": {"url": "never sent"}, "auth": {"type": "bearer"},
                 "event": {"listen": "prerequest", "script": "folder\r\nline"},
                 "item": [
                    {"name": "g", "auth": null, "protocolProfileBehavior": {"disableBodyPruning": false},
                     "item": [{"name": "a", "request": "http://h/", "event": [
                        {"listen": "prerequest", "script": {"exec": "one"}},
                        {"listen": "prerequest", "disabled": true, "script": {"exec": "two"}},
                        {"listen": "test", "script": {"exec": "three"}},
                        {"listen": "prerequest", "script": {"exec": "four", "src": "x"}},
                        {"listen": "prerequest"},
                     ]}]},
                 ]},
                null,
                {"name": "empty folder", "item": []},
                {"name": "b", "item": null},
            ],
        })
    }

    #[test]
    fn requests_come_in_run_order_with_their_folders() {
        let collection = collection();
        let planned = plan(&collection);
        let shown: Vec<String> = planned
            .iter()
            .map(|request| {
                let folders: Vec<&str> = request.folders().iter().map(Level::name).collect();
                format!("{} {} {}", request.name(), request.pointer(), folders.join("/"))
            })
            .collect();
        assert_eq!(shown, ["a /item/0/item/0/item/0 f/g", "b /item/3 "]);
        assert_eq!(planned[0].levels[0].name(), "c");
        assert_eq!(planned[1].request(), &Value::Null);
    }

    #[test]
    fn the_nearest_auth_and_behaviour_win() {
        let collection = collection();
        let planned = plan(&collection);
        assert_eq!(planned[0].inherited_auth(), Some(&json!({"type": "bearer"})));
        assert_eq!(planned[1].inherited_auth(), Some(&json!({"type": "basic"})));
        assert!(!planned[0].behaviour().keeps_body());
        assert!(planned[1].behaviour().keeps_body());
    }

    #[test]
    fn scripts_come_from_the_outside_in() {
        let collection = collection();
        let scripts = plan(&collection)[0].scripts("prerequest");
        let shown: Vec<(&str, &str, bool)> = scripts
            .iter()
            .map(|script| (script.pointer.as_str(), &*script.source, script.has_line_places))
            .collect();
        let expected = [
            ("/event/0/script/exec", "root\n2\n\nend", true),
            ("/item/0/event/script", "folder\nline", false),
            ("/item/0/item/0/item/0/event/0/script/exec", "one", false),
        ];
        assert_eq!(shown, expected);
    }
}
