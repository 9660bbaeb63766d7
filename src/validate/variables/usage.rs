//! `{{names}}` in what a collection sends.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_json::{Map, Value};

use crate::runtime::outline::{Entry, EntryKind};
use crate::source::{Pointer, Step};
use crate::variables::token_ranges;

/// All names between double braces.
#[derive(Debug, Default)]
pub(crate) struct Uses<'a> {
    /// Those in what is sent, by name.
    sent: BTreeMap<&'a str, Use>,
    /// Those in what is kept, but not sent as the file stands: rows that are off, bodies of other modes.
    kept: BTreeSet<&'a str>,
}

/// How a name is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Use {
    /// The first text with it.
    pub(crate) pointer: Pointer,
    /// Its bytes in that text, braces included.
    pub(crate) range: Range<usize>,
    /// In how many places it stands.
    pub(crate) count: usize,
}

impl<'a> Uses<'a> {
    /// All names of a collection.
    pub(crate) fn of(collection: &'a Value, entries: &[Entry<'a>]) -> Self {
        let mut uses = Self::default();
        let root = Pointer::root();
        Search::new(&mut uses, &root).auth(collection);
        for entry in entries {
            let mut search = Search::new(&mut uses, &entry.pointer);
            match entry.kind {
                EntryKind::Folder => search.auth(entry.item),
                EntryKind::Request => search.request(entry.item),
            }
        }
        let variables = collection.get("variable").and_then(Value::as_array).into_iter().flatten();
        for (index, variable) in variables.enumerate() {
            let mut search = Search::new(&mut uses, &root);
            search.within(Step::Key("variable"), |search| {
                search.within(Step::Index(index), |search| search.member(variable, "value"));
            });
        }
        uses
    }

    /// All names of one request.
    pub(crate) fn of_request(item: &'a Value, pointer: &Pointer) -> Self {
        let mut uses = Self::default();
        Search::new(&mut uses, pointer).request(item);
        uses
    }

    /// The names in what is sent, each with its first place.
    pub(crate) fn sent(&self) -> impl Iterator<Item = (&'a str, &Use)> {
        self.sent.iter().map(|(name, place)| (*name, place))
    }

    /// The first place of a name in what is sent.
    pub(crate) fn first(&self, name: &str) -> Option<&Use> {
        self.sent.get(name)
    }

    /// Whether a name stands anywhere.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.sent.contains_key(name) || self.kept.contains(name)
    }
}

/// A walk through one entry. A pointer is made only for the first place of a name.
struct Search<'s, 'a> {
    uses: &'s mut Uses<'a>,
    start: &'s Pointer,
    path: Vec<Step<'a>>,
    is_sent: bool,
}

impl<'s, 'a> Search<'s, 'a> {
    fn new(uses: &'s mut Uses<'a>, start: &'s Pointer) -> Self {
        Self { uses, start, path: Vec::new(), is_sent: true }
    }

    fn within(&mut self, step: Step<'a>, search: impl FnOnce(&mut Self)) {
        self.path.push(step);
        search(self);
        self.path.pop();
    }

    /// As within, but of what is sent only if this holds, too.
    fn if_sent(&mut self, is_sent: bool, search: impl FnOnce(&mut Self)) {
        let before = self.is_sent;
        self.is_sent &= is_sent;
        search(self);
        self.is_sent = before;
    }

    fn member(&mut self, object: &'a Value, key: &'a str) {
        if let Some(value) = object.get(key) {
            self.within(Step::Key(key), |search| search.value(value));
        }
    }

    fn request(&mut self, item: &'a Value) {
        let Some(request) = item.get("request") else { return };
        self.within(Step::Key("request"), |search| {
            if request.is_string() {
                return search.value(request);
            }
            search.url(request);
            search.member(request, "header");
            search.body(request);
            search.auth(request);
        });
    }

    fn url(&mut self, request: &'a Value) {
        let Some(url) = request.get("url") else { return };
        self.within(Step::Key("url"), |search| match url {
            Value::Object(_) => {
                for key in ["protocol", "host", "port", "path", "hash", "query", "variable"] {
                    search.member(url, key);
                }
                search.if_sent(false, |search| search.member(url, "raw"));
            }
            _ => search.value(url),
        });
    }

    fn body(&mut self, request: &'a Value) {
        let Some(Value::Object(body)) = request.get("body") else { return };
        let mode = body.get("mode").and_then(Value::as_str).unwrap_or_default();
        let is_on = !is_off(body);
        self.within(Step::Key("body"), |search| {
            for (key, value) in body.iter().filter(|(key, _)| !is_about(key)) {
                search.if_sent(is_on && key == mode, |search| {
                    search.within(Step::Key(key), |search| search.value(value));
                });
            }
        });
    }

    /// The helper that is chosen, and then the others.
    fn auth(&mut self, owner: &'a Value) {
        let Some(Value::Object(auth)) = owner.get("auth") else { return };
        let chosen = auth.get("type").and_then(Value::as_str).unwrap_or_default();
        self.within(Step::Key("auth"), |search| {
            for (key, value) in auth {
                search.if_sent(key == chosen, |search| {
                    search.within(Step::Key(key), |search| search.value(value));
                });
            }
        });
    }

    /// Any value, apart from what only describes it; keys are no texts that are sent.
    fn value(&mut self, value: &'a Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Array(list) => {
                for (index, entry) in list.iter().enumerate() {
                    self.within(Step::Index(index), |search| search.value(entry));
                }
            }
            Value::Object(map) => self.if_sent(!is_off(map), |search| {
                for (key, value) in map.iter().filter(|(key, _)| !is_about(key)) {
                    search.within(Step::Key(key), |search| search.value(value));
                }
            }),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, text: &'a str) {
        for range in token_ranges(text) {
            let name = text.get(range.start + 2..range.end - 2).unwrap_or_default();
            if !self.is_sent {
                self.uses.kept.insert(name);
            } else if let Some(known) = self.uses.sent.get_mut(name) {
                known.count += 1;
            } else {
                let pointer = self.pointer();
                self.uses.sent.insert(name, Use { pointer, range, count: 1 });
            }
        }
    }

    fn pointer(&self) -> Pointer {
        Step::pointer(self.start, &self.path)
    }
}

/// Whether a row is switched off.
fn is_off(row: &Map<String, Value>) -> bool {
    row.get("disabled").is_some_and(|it| !matches!(it, Value::Null | Value::Bool(false)))
}

/// Keys whose text is about the value, not part of it.
fn is_about(key: &str) -> bool {
    matches!(key, "description" | "type" | "options")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::runtime::outline::Outline;

    #[test]
    fn names_are_told_by_whether_they_are_sent() {
        let collection = json!({
            "auth": {"type": "basic", "basic": [{"key": "password", "value": "{{pass}}"}], "bearer": [{"value": "{{token}}"}]},
            "variable": [{"key": "base", "value": "{{scheme}}://x", "description": "{{no}}"}],
            "item": [{"name": "{{no}}", "item": [{"name": "r", "request": {
                "method": "POST", "description": "{{no}}",
                "url": {"raw": "{{raw}}", "host": ["{{base}}"], "query": [{"key": "a", "value": "{{off}}", "disabled": true}]},
                "header": [{"key": "{{key}}", "value": "é{{base}}"}],
                "body": {"mode": "raw", "raw": "{{body}}", "urlencoded": [{"key": "a", "value": "{{form}}"}]},
            }}, {"name": "s", "request": "{{base}}/x"}]}],
        });
        let outline = Outline::of(&collection);
        let uses = Uses::of(&collection, outline.entries());
        let sent: Vec<_> = uses
            .sent()
            .map(|(name, it)| (name, it.pointer.as_str(), it.range.clone(), it.count))
            .collect();
        let request = "/item/0/item/0/request";
        assert_eq!(
            sent,
            [
                ("base", &*format!("{request}/url/host/0"), 0..8, 3),
                ("body", &format!("{request}/body/raw"), 0..8, 1),
                ("key", &format!("{request}/header/0/key"), 0..7, 1),
                ("pass", "/auth/basic/0/value", 0..8, 1),
                ("scheme", "/variable/0/value", 0..10, 1),
            ]
        );
        for name in ["raw", "off", "form", "token"] {
            assert!(uses.has(name) && uses.first(name).is_none(), "{name}");
        }
        assert!(!uses.has("no"));
    }
}
