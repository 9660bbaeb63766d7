//! What holds for any edits of a generated collection.

use countersign::compare::diff::ChangeKind;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{diff, each_item, generated, updated, written};

/// Takes requests out, by their numbers.
fn without_requests(collection: &mut Value, gone: &[usize]) {
    let mut number = 0;
    for folder in collection["item"].as_array_mut().expect("folders") {
        let requests = folder["item"].as_array_mut().expect("requests");
        requests.retain(|_| {
            number += 1;
            !gone.contains(&(number - 1))
        });
    }
}

/// Takes rows of queries, forms and headers out, by their numbers; counts them.
fn without_rows(collection: &mut Value, gone: &[usize]) -> usize {
    let mut number = 0;
    each_item(collection, &mut |item| {
        for list in ["/request/url/query", "/request/body/urlencoded"] {
            let Some(Value::Array(rows)) = item.pointer_mut(list) else { continue };
            rows.retain(|_| {
                number += 1;
                !gone.contains(&(number - 1))
            });
        }
    });
    number
}

/// An edit that a user makes in Postman.
#[derive(Debug, Clone)]
struct UserEdit {
    kind: usize,
    request: usize,
    text: String,
}

fn any_edit() -> impl Strategy<Value = UserEdit> {
    (0_usize..14, 0_usize..79, "[a-z<>{}\"é/ ]{0,12}").prop_map(|(kind, request, text)| UserEdit {
        kind,
        request,
        text,
    })
}

impl UserEdit {
    fn make(&self, collection: &mut Value) {
        let text = self.text.clone();
        match self.kind {
            0 => collection["variable"].as_array_mut().expect("a list").push(json!({"key": text})),
            1 => {
                let own = json!({"name": text, "request": {"method": "GET", "url": "https://mine.example"}});
                collection["item"].as_array_mut().expect("folders").insert(self.request % 9, own);
            }
            2 => {
                let own = json!({"name": text, "item": []});
                collection["item"].as_array_mut().expect("folders").push(own);
            }
            3 => collection["info"]["name"] = text.into(),
            _ => {
                let mut number = 0;
                each_item(collection, &mut |item| {
                    if number == self.request {
                        self.make_on(item);
                    }
                    number += 1;
                });
            }
        }
    }

    fn make_on(&self, item: &mut Value) {
        let text = self.text.clone();
        let row = item.pointer_mut("/request/body/urlencoded/0");
        match self.kind {
            4 => item["name"] = text.into(),
            5 => item["request"]["description"] = text.into(),
            6 => item["response"] = json!([{"name": text}]),
            7 => item["id"] = text.into(),
            8 => row.into_iter().for_each(|row| row["value"] = text.clone().into()),
            9 => row.into_iter().for_each(|row| row["disabled"] = json!(true)),
            10 => item["request"]["header"] = json!([{"key": "X-Mine", "value": text}]),
            11 => item["event"] = json!([{"listen": "prerequest", "script": {"exec": [text]}}]),
            12 => {
                let script = json!({"listen": "test", "script": {"exec": [text]}});
                match item["event"].as_array_mut() {
                    Some(scripts) => scripts.push(script),
                    None => item["event"] = json!([script]),
                }
            }
            _ => {
                let all = item.as_object().expect("an object").clone();
                *item = Value::Object(all.into_iter().rev().collect());
            }
        }
    }
}

/// Whether everything of `small` is in `large`, in its order: what an update gives when it only adds.
fn is_in(small: &Value, large: &Value) -> bool {
    match (small, large) {
        (Value::Object(small), Value::Object(large)) => {
            small.iter().all(|(key, value)| large.get(key).is_some_and(|it| is_in(value, it)))
        }
        (Value::Array(small), Value::Array(large)) => {
            let mut rest = large.iter();
            small.iter().all(|value| rest.any(|it| is_in(value, it)))
        }
        (Value::String(small), Value::String(large)) => is_subsequence(small, large),
        _ => small == large,
    }
}

fn is_subsequence(small: &str, large: &str) -> bool {
    let mut rest = large.bytes();
    small.bytes().all(|byte| rest.any(|other| other == byte))
}

fn indented_with_tabs(value: &Value) -> String {
    let mut text = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b"\t");
    let mut serializer = serde_json::Serializer::with_formatter(&mut text, formatter);
    serde::Serialize::serialize(value, &mut serializer).expect("memory takes text");
    String::from_utf8(text).expect("UTF-8") + "\n\n"
}

fn numbers(most: usize) -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..most, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn requests_that_are_gone_come_back_byte_for_byte(gone in numbers(79)) {
        let whole = generated();
        let mut edited = whole.clone();
        without_requests(&mut edited, &gone);
        let update = updated(&written(&edited));
        let mut distinct = gone.clone();
        distinct.sort_unstable();
        distinct.dedup();
        prop_assert_eq!(update.plan.added.len(), distinct.len());
        prop_assert_eq!(update.plan.kept, 79 - distinct.len());
        prop_assert_eq!(update.text, written(&whole));
    }

    #[test]
    fn params_that_are_gone_come_back_switched_off(gone in numbers(500)) {
        let whole = generated();
        let mut edited = whole.clone();
        let count = without_rows(&mut edited, &gone);
        prop_assert!(count > 300);
        let update = updated(&written(&edited));
        let now: Value = serde_json::from_str(&update.text).unwrap();
        let found = diff(&whole, &now);
        prop_assert!(found.added.is_empty() && found.removed.is_empty() && found.moved.is_empty());
        for change in found.changed.iter().flat_map(|changed| &changed.changes) {
            // Of an array with a row an entry, some may be gone and others stay.
            let is_expected = match change.kind {
                ChangeKind::ParamEnabled => change.after.as_deref() == Some("off"),
                kind => kind == ChangeKind::ParamValue,
            };
            prop_assert!(is_expected, "{:?}", change);
        }
        prop_assert!(!updated(&update.text).plan.has_work());
    }

    #[test]
    fn no_edit_of_a_user_is_lost(
        edits in prop::collection::vec(any_edit(), 0..12), requests in numbers(79), rows in numbers(500),
        style in 0_usize..4,
    ) {
        let mut edited = generated();
        without_rows(&mut edited, &rows);
        without_requests(&mut edited, &requests);
        for edit in &edits {
            edit.make(&mut edited);
        }
        let text = match style {
            0 => format!("{edited}"),
            1 => format!("\u{feff}{edited:#}\r\n").replace('\n', "\r\n"),
            2 => indented_with_tabs(&edited),
            _ => written(&edited),
        };
        let update = updated(&text);
        prop_assert!(is_subsequence(&text, &update.text));
        let now: Value = serde_json::from_str(update.text.trim_start_matches('\u{feff}')).unwrap();
        let before: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
        prop_assert!(is_in(&before, &now));
        let again = updated(&update.text);
        prop_assert!(!again.plan.has_work(), "{:?}", again.plan);
        prop_assert_eq!(again.text, update.text);
    }
}
