//! What holds for any two collections.

use countersign::compare::diff::{Change, ChangeKind, Diff};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{collection, diff};

/// A request out of few words, so that two collections have much in common.
fn any_item() -> impl Strategy<Value = Value> {
    let name = "[ab]{1,2}";
    let url = prop_oneof![
        "https://h/(a|b|:id|\\{\\{v\\}\\}){1}(/(a|b|:id)){0,2}(\\?x=[12]){0,1}"
            .prop_map(Value::from),
        "\\{\\{u\\}\\}(/(a|b|:id)){1,2}".prop_map(Value::from),
        prop::collection::vec("a|b|:id", 0..3)
            .prop_map(|path| json!({"host": ["h"], "path": path})),
        Just(Value::Null),
    ];
    let row = ("[pqr]", "[12]?", any::<bool>(), "d?").prop_map(|(key, value, disabled, description)| {
        json!({"key": key, "value": value, "disabled": disabled, "description": description})
    });
    let body = prop_oneof![
        Just(Value::Null),
        prop::collection::vec(row, 0..4)
            .prop_map(|it| json!({"mode": "urlencoded", "urlencoded": it})),
        "\\{\"[pq]\": [12](, // \"r\": 3\n){0,1}\\}"
            .prop_map(|raw| json!({"mode": "raw", "raw": raw})),
    ];
    let script = prop::option::of("x = [12]( |  // c)").prop_map(|script| {
        script
            .map(|it| json!([{"listen": "prerequest", "script": {"exec": it}}]))
            .unwrap_or_default()
    });
    (name, "GET|POST", url, body, script).prop_map(|(name, method, url, body, script)| {
        json!({
            "name": name, "event": script, "request": {"method": method, "url": url, "body": body},
        })
    })
}

fn any_collection() -> impl Strategy<Value = Value> {
    let items = || prop::collection::vec(any_item(), 0..4);
    let folder = ("[fg]", items()).prop_map(|(name, items)| json!({"name": name, "item": items}));
    (items(), prop::collection::vec(folder, 0..2)).prop_map(|(mut items, folders)| {
        items.extend(folders);
        collection(items.into())
    })
}

/// A difference read from the other side, without levels: what breaks one way may not the other.
fn lines(diff: &Diff, is_mirrored: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let (added, removed) =
        if is_mirrored { (&diff.removed, &diff.added) } else { (&diff.added, &diff.removed) };
    lines.extend(added.iter().map(|it| format!("+ {it:?}")));
    lines.extend(removed.iter().map(|it| format!("- {it:?}")));
    for moved in &diff.moved {
        let (from, to) =
            if is_mirrored { (&moved.to, &moved.from) } else { (&moved.from, &moved.to) };
        lines.push(format!("{} {from} > {to}", moved.endpoint.method));
    }
    for changed in &diff.changed {
        let is_renamed = |change: &Change| change.kind == ChangeKind::ParamRenamed;
        let has_renamed = changed.changes.iter().any(is_renamed);
        let mut changes: Vec<_> = changed
            .changes
            .iter()
            .map(|change| {
                let (kind, before, after) = if is_mirrored {
                    (mirrored(change.kind), &change.after, &change.before)
                } else {
                    (change.kind, &change.before, &change.after)
                };
                // What is renamed goes by its newer name.
                let subject = if has_renamed { "" } else { &change.subject };
                format!("{kind:?} {subject} {before:?} {after:?}")
            })
            .collect();
        changes.sort();
        lines.push(format!("{} {changes:?}", changed.endpoint.method));
    }
    lines.push(format!("= {}", diff.unchanged));
    lines.sort();
    lines
}

fn mirrored(kind: ChangeKind) -> ChangeKind {
    match kind {
        ChangeKind::ParamAdded => ChangeKind::ParamRemoved,
        ChangeKind::ParamRemoved => ChangeKind::ParamAdded,
        ChangeKind::HeaderAdded => ChangeKind::HeaderRemoved,
        ChangeKind::HeaderRemoved => ChangeKind::HeaderAdded,
        ChangeKind::ExampleAdded => ChangeKind::ExampleRemoved,
        ChangeKind::ExampleRemoved => ChangeKind::ExampleAdded,
        other => other,
    }
}

/// Everything in another order: requests, folders, rows and keys.
fn shuffled(value: &Value, seed: u64) -> Value {
    let order = |index: usize| (index as u64 + 1).wrapping_mul(seed | 1).rotate_left(17);
    match value {
        Value::Array(list) => {
            let mut list: Vec<_> = list.iter().map(|entry| shuffled(entry, seed)).collect();
            // What scripts and paths are made of has an order that counts, and texts are such pieces.
            if list.iter().all(Value::is_object) {
                let mut indexed: Vec<_> = list.into_iter().enumerate().collect();
                indexed.sort_by_key(|(index, _)| order(*index));
                list = indexed.into_iter().map(|(_, entry)| entry).collect();
            }
            list.into()
        }
        Value::Object(map) => {
            let members = map.iter().map(|(key, value)| (key.clone(), shuffled(value, seed)));
            let mut indexed: Vec<_> = members.enumerate().collect();
            indexed.sort_by_key(|(index, _)| order(*index));
            Value::Object(indexed.into_iter().map(|(_, member)| member).collect())
        }
        other => other.clone(),
    }
}

/// Whether a form has a key twice: then the order of its rows is what is sent.
fn repeats_a_key(value: &Value) -> bool {
    match value {
        Value::Array(list) => {
            let mut keys: Vec<_> = list.iter().filter_map(|row| row["key"].as_str()).collect();
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            keys.len() < all || list.iter().any(repeats_a_key)
        }
        Value::Object(map) => map.values().any(repeats_a_key),
        _ => false,
    }
}

proptest! {
    #[test]
    fn a_collection_does_not_differ_from_itself(one in any_collection()) {
        let diff = diff(&one, &one);
        prop_assert!(diff.is_empty(), "{:?}", diff);
    }

    #[test]
    fn the_order_of_things_makes_no_difference(one in any_collection(), seed in any::<u64>()) {
        prop_assume!(!repeats_a_key(&one));
        let diff = diff(&one, &shuffled(&one, seed));
        prop_assert!(diff.is_empty(), "{:?}", diff);
    }

    #[test]
    fn seen_from_the_other_side_the_differences_are_mirrored(
        one in any_collection(), other in any_collection(),
    ) {
        prop_assert_eq!(lines(&diff(&one, &other), false), lines(&diff(&other, &one), true));
    }

    #[test]
    fn every_request_is_in_one_of_the_lists(one in any_collection(), other in any_collection()) {
        let found = diff(&one, &other);
        let count = |value: &Value| {
            let mut count = 0;
            super::support::each_item(&mut value.clone(), &mut |_| count += 1);
            count
        };
        let both = count(&other) - found.added.len();
        prop_assert_eq!(both, count(&one) - found.removed.len());
        let most = found.moved.len() + found.changed.len();
        let least = found.moved.len().max(found.changed.len());
        prop_assert!((least..=most).contains(&(both - found.unchanged)));
    }
}
