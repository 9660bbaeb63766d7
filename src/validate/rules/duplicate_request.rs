#![doc = include_str!("duplicate_request.md")]

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::runtime::outline::{Entry, EntryKind};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("duplicate-request"),
    severity: Severity::Note,
    summary: "a request that does the same as another of its folder",
    page: include_str!("duplicate_request.md"),
    check,
};

/// Keys that change nothing of what a request does.
const OF_NO_EFFECT: [&str; 5] = ["_postman_id", "description", "id", "name", "uid"];

/// So many bytes of a text are hashed; the rest is compared only where these are the same.
const HASHED: usize = 64;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut alike: BTreeMap<(&str, u64), Vec<Sibling<'_>>> = BTreeMap::new();
    let requests = context.entries().iter().filter(|entry| entry.kind == EntryKind::Request);
    for sibling in requests.filter_map(Sibling::of) {
        let others = alike.entry((sibling.folder, sibling.hash())).or_default();
        if let Some(other) = others.iter().rev().find(|other| sibling.is_copy_of(other)) {
            report(context, other.entry, sibling.entry, findings);
        }
        others.push(sibling);
    }
}

/// A request among those of its folder.
struct Sibling<'a> {
    entry: &'a Entry<'a>,
    /// The list that it is in, as a pointer.
    folder: &'a str,
    index: usize,
    request: &'a Value,
    /// Null if there are none.
    scripts: &'a Value,
}

impl<'a> Sibling<'a> {
    /// A request that has an address.
    fn of(entry: &'a Entry<'a>) -> Option<Self> {
        let (folder, index) = entry.pointer.as_str().rsplit_once('/')?;
        let request = entry.item.get("request")?;
        let has_address = request.is_string() || request.get("url").is_some();
        let scripts = entry.item.get("event").filter(|scripts| **scripts != Value::Array(vec![]));
        let scripts = scripts.unwrap_or(&Value::Null);
        let index = index.parse().ok()?;
        has_address.then_some(Self { entry, folder, index, request, scripts })
    }

    fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        hash(self.request, &mut hasher);
        hasher.finish()
    }

    /// Whether it is the same as an earlier one, and no step of its own: requests with scripts are often
    /// repeated on purpose, with others in between.
    fn is_copy_of(&self, earlier: &Self) -> bool {
        let is_next = self.index == earlier.index + 1;
        (is_next || self.scripts.is_null())
            && is_same(self.request, earlier.request, &OF_NO_EFFECT)
            && is_same(self.scripts, earlier.scripts, &OF_NO_EFFECT)
    }
}

fn hash(value: &Value, hasher: &mut DefaultHasher) {
    match value {
        Value::String(text) => {
            text.len().hash(hasher);
            text.as_bytes().get(..HASHED).unwrap_or(text.as_bytes()).hash(hasher);
        }
        Value::Array(list) => list.iter().for_each(|entry| hash(entry, hasher)),
        Value::Object(map) => {
            // Not the order of the keys, which means nothing.
            let mut members: Vec<_> = map.iter().filter(|(key, _)| matters(key)).collect();
            members.sort_unstable_by_key(|(key, _)| *key);
            for (_, value) in members {
                hash(value, hasher);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn matters(key: &str) -> bool {
    !OF_NO_EFFECT.contains(&key)
}

/// Whether two values are the same apart from members with these keys.
fn is_same(a: &Value, b: &Value, apart: &[&str]) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b, apart))
        }
        (Value::Object(a), Value::Object(b)) => {
            let count = |map: &serde_json::Map<String, Value>| {
                map.keys().filter(|key| !apart.contains(&key.as_str())).count()
            };
            let mut counted = a.iter().filter(|(key, _)| !apart.contains(&key.as_str()));
            // Within a body the names and ids are the user's own.
            let within = |key: &str| if key == "body" { &["description"] } else { apart };
            count(a) == count(b)
                && counted.all(|(key, a)| b.get(key).is_some_and(|b| is_same(a, b, within(key))))
        }
        (a, b) => a == b,
    }
}

fn report(
    context: &Context<'_>,
    earlier: &Entry<'_>,
    later: &Entry<'_>,
    findings: &mut Findings<'_>,
) {
    let name = |entry: &Entry<'_>| {
        shown(entry.item.get("name").and_then(Value::as_str).unwrap_or_default())
    };
    let message = if name(earlier) == name(later) {
        format!("`{}` stands twice in this folder, and does the same both times", name(later))
    } else {
        format!("`{}` does the same as `{}` in the same folder", name(later), name(earlier))
    };
    let place = |entry: &Entry<'_>| {
        let has_name = entry.item.get("name").is_some();
        context.value(if has_name { entry.pointer.join("name") } else { entry.pointer.clone() })
    };
    let finding = findings.add(place(later), message);
    finding.related = vec![(place(earlier), "the first is here".to_owned())];
    finding.help = Some("change what it is to do, or take it out".to_owned());
}
