//! What Postman makes of a collection when it exports it again is no difference.

use std::fs;

use countersign::generate::ScriptStyle;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::support::{diff, generated_text, updated};
use crate::support::referees;

const STYLES: [ScriptStyle; 3] =
    [ScriptStyle::Request, ScriptStyle::Collection, ScriptStyle::Classic];

#[track_caller]
fn assert_the_same(old: &Value, new: &Value) {
    let found = diff(old, new);
    assert!(found.is_empty(), "{:?}", found.changed.first());
    let text = format!("{new:#}");
    let update = updated(&text);
    assert!(!update.plan.has_work(), "{:?}", update.plan);
    assert_eq!(update.text, text);
}

#[test]
fn through_postmans_own_library() {
    let folder = tempfile::tempdir().expect("there is room");
    for style in STYLES {
        let text = generated_text(style);
        let (from, to) = (folder.path().join("from.json"), folder.path().join("to.json"));
        fs::write(&from, &text).expect("it can be written");
        let mut script = referees::script("round-trip.js");
        let status = script.arg(&from).arg(&to).status().expect("Node starts");
        assert!(status.success());
        let old = serde_json::from_str(&text).expect("JSON");
        let new: Value = serde_json::from_slice(&fs::read(&to).expect("written")).expect("JSON");
        assert_ne!(old, new, "the library has rewritten it");
        assert_the_same(&old, &new);
    }
}

/// A collection as it is after an import and another export: new ids, other keys first, descriptions
/// in full, what is false left out or written out.
fn exported(value: &Value, seed: u64) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|entry| exported(entry, seed)).collect(),
        Value::Object(map) => {
            let mut members: Vec<_> = map
                .iter()
                .filter(|(key, _)| !matches!(key.as_str(), "id" | "_postman_id"))
                .map(|(key, value)| (key.clone(), member(map, key, value, seed)))
                .collect();
            if seed & 1 == 1 {
                members.reverse();
            }
            if seed & 2 == 2 && map.contains_key("listen") {
                members.push(("id".to_owned(), json!(format!("{seed:x}"))));
            }
            if seed & 4 == 4 && map.contains_key("key") && !map.contains_key("disabled") {
                members.push(("disabled".to_owned(), json!(false)));
            }
            if map.contains_key("schema") {
                members.push(("_exporter_id".to_owned(), json!("12345")));
            }
            Value::Object(members.into_iter().collect())
        }
        other => other.clone(),
    }
}

fn member(map: &Map<String, Value>, key: &str, value: &Value, seed: u64) -> Value {
    match (key, value) {
        ("description", Value::String(text)) if seed & 8 == 8 => {
            json!({"content": text, "type": "text/plain"})
        }
        ("exec", Value::Array(lines)) if seed & 16 == 16 => {
            let lines = lines.iter().map(|line| line.as_str().expect("a line"));
            lines.collect::<Vec<_>>().join("\r\n").into()
        }
        ("auth", auth) if seed & 32 == 32 && auth["type"] == "noauth" => Value::Null,
        ("raw", Value::String(_)) if seed & 64 == 64 && map.contains_key("host") => Value::Null,
        (_, value) => exported(value, seed),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn by_hand_in_every_combination(seed in any::<u64>(), style in 0_usize..3) {
        let old: Value = serde_json::from_str(&generated_text(STYLES[style])).expect("JSON");
        assert_the_same(&old, &exported(&old, seed));
    }
}
