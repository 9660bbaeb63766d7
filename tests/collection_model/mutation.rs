//! Every way to spoil a document: at each place, each JSON type, each misuse of a union.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// What is put in the place of a value, or under a key that was not there.
pub(crate) fn replacements() -> Vec<Value> {
    let words = [
        "",
        "text",
        "file",
        "raw",
        "urlencoded",
        "formdata",
        "graphql",
        "none",
        "GET",
        "VIEW",
        "noauth",
        "bearer",
        "jwt",
        "string",
        "any",
        "secret",
        "ten chars!",
        "eleven char",
        "1",
    ];
    let mut values: Vec<_> = words.map(Value::from).to_vec();
    values.extend([
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(2.0),
        json!([]),
        json!([null]),
        json!([5]),
        json!(["text"]),
        json!([{}]),
        json!([[]]),
        json!([{ "key": "k" }]),
        json!([{ "key": "k", "value": "v" }]),
        json!([{ "request": {} }]),
        json!([{ "item": [] }]),
        json!([{ "item": [], "request": {} }]),
        json!({}),
        json!({ "key": "k" }),
        json!({ "id": "i", "value": 1 }),
        json!({ "key": "k", "value": "v" }),
        json!({ "type": "noauth" }),
        json!({ "type": "text", "content": null }),
        json!({ "listen": "test" }),
        json!({ "domain": "d", "path": "p" }),
        json!({ "major": 1, "minor": 0, "patch": 0 }),
        json!({ "major": 1, "minor": 0, "patch": -1 }),
        json!({ "name": "n", "schema": "s" }),
        json!({ "raw": null, "host": [5] }),
    ]);
    values
}

/// A change at one place of a document.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    /// Takes the key or entry away.
    Drop,
    /// Puts this value there; the key may be new.
    Put(Value),
    /// Makes the value the only entry of a list.
    Wrap,
    /// Puts the first entry of a list, or the first value of an object, in its place.
    Unwrap,
}

/// The key or index under which a value stands in its parent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Key(String),
    Index(usize),
}

/// A path from the root to a value.
pub(crate) type Path = Vec<Step>;

/// Every place of a document except the root, parents first.
pub(crate) fn places(document: &Value) -> Vec<Path> {
    let mut found = Vec::new();
    collect_places(document, &mut Vec::new(), &mut found);
    found
}

fn collect_places(value: &Value, path: &mut Path, found: &mut Vec<Path>) {
    let steps: Vec<_> = match value {
        Value::Object(map) => map.iter().map(|(k, v)| (Step::Key(k.clone()), v)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(i, v)| (Step::Index(i), v)).collect(),
        _ => return,
    };
    for (step, child) in steps {
        path.push(step);
        found.push(path.clone());
        collect_places(child, path, found);
        path.pop();
    }
}

/// Tells places apart by what could make a validator treat them differently: the path without its
/// indices, what stands there, and what stands beside it.
pub(crate) fn signature(document: &Value, path: &Path) -> String {
    let parent = path.split_last().and_then(|(_, parent)| at(document, parent));
    let siblings = match parent {
        Some(Value::Object(map)) => outline(map),
        _ => String::new(),
    };
    let here = at(document, path).map_or("", kind);
    let steps = path.iter().map(|step| match step {
        Step::Key(key) => key.as_str(),
        Step::Index(_) => "#",
    });
    // Folders within folders are all alike; one level stands for them.
    let steps =
        steps.collect::<Vec<_>>().join("/").replace("item/#/item/#/item/#", "item/#/item/#");
    format!("{steps} {here} {siblings}")
}

fn outline(map: &Map<String, Value>) -> String {
    let keys: BTreeSet<_> =
        map.iter().map(|(key, value)| format!("{key}:{}", kind(value))).collect();
    keys.into_iter().collect::<Vec<_>>().join(",")
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

fn at<'a>(document: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.get(index),
    })
}

fn at_mut<'a>(document: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    path.iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(index) => value.get_mut(index),
    })
}

/// Every edit that can be made at a place.
pub(crate) fn edits() -> Vec<Edit> {
    let puts = replacements().into_iter().map(Edit::Put);
    [Edit::Drop, Edit::Wrap, Edit::Unwrap].into_iter().chain(puts).collect()
}

/// Makes an edit, and gives what undoes it; none if it does not apply.
pub(crate) fn apply(document: &mut Value, path: &Path, edit: &Edit) -> Option<Undo> {
    let (step, parent) = path.split_last()?;
    let parent_value = at_mut(document, parent)?;
    let old = match (&mut *parent_value, step) {
        (Value::Object(map), Step::Key(key)) => {
            let old = map.get(key).cloned();
            match changed(old.as_ref(), edit)? {
                After::Value(value) => map.insert(key.clone(), value),
                After::Nothing => map.shift_remove(key),
            };
            old
        }
        (Value::Array(list), Step::Index(index)) => {
            let old = list.get(*index).cloned();
            match changed(old.as_ref(), edit)? {
                After::Value(value) if *index < list.len() => list[*index] = value,
                After::Value(value) => list.push(value),
                After::Nothing => drop(list.remove(*index)),
            }
            old
        }
        _ => return None,
    };
    Some(Undo { path: path.clone(), old, dropped: matches!(edit, Edit::Drop) })
}

/// What stands at a place after an edit.
enum After {
    Nothing,
    Value(Value),
}

/// What an edit leaves; none if it does not apply.
fn changed(old: Option<&Value>, edit: &Edit) -> Option<After> {
    let value = match (edit, old) {
        (Edit::Drop, Some(_)) => return Some(After::Nothing),
        (Edit::Put(value), _) => value.clone(),
        (Edit::Wrap, Some(old)) => json!([old]),
        (Edit::Unwrap, Some(Value::Array(list))) => list.first()?.clone(),
        (Edit::Unwrap, Some(Value::Object(map))) => map.values().next()?.clone(),
        _ => return None,
    };
    Some(After::Value(value))
}

/// What brings a document back to what it was before an edit.
#[derive(Debug)]
pub(crate) struct Undo {
    path: Path,
    old: Option<Value>,
    dropped: bool,
}

impl Undo {
    /// Brings the document back, but for the order of keys.
    pub(crate) fn restore(self, document: &mut Value) {
        let Some((step, parent)) = self.path.split_last() else { return };
        let parent = at_mut(document, parent).expect("the parent of the place is still there");
        match (parent, step, self.old) {
            (Value::Object(map), Step::Key(key), Some(old)) => drop(map.insert(key.clone(), old)),
            (Value::Object(map), Step::Key(key), None) => drop(map.shift_remove(key)),
            (Value::Array(list), Step::Index(index), Some(old)) if self.dropped => {
                list.insert(*index, old);
            }
            (Value::Array(list), Step::Index(index), Some(old)) => list[*index] = old,
            (Value::Array(list), _, None) => drop(list.pop()),
            _ => unreachable!("an edit does not change the kind of the parent"),
        }
    }
}

/// All objects of a document, the root included.
pub(crate) fn objects(document: &Value) -> Vec<Path> {
    let mut paths = vec![Vec::new()];
    paths.extend(places(document));
    paths.retain(|path| at(document, path).is_some_and(Value::is_object));
    paths
}

/// All keys that occur in a document.
pub(crate) fn keys(document: &Value) -> BTreeSet<String> {
    let places = places(document);
    let keys = places.iter().filter_map(|path| match path.last() {
        Some(Step::Key(key)) => Some(key.clone()),
        _ => None,
    });
    keys.collect()
}

/// A small random generator: the same seed gives the same documents on every machine.
#[derive(Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// One of the values, all as likely (splitmix64).
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        let index = bits % u64::try_from(from.len()).expect("a length fits 64 bits");
        &from[usize::try_from(index).expect("an index of a slice")]
    }
}
