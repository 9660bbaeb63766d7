//! What is read is written again: every key, every null, every order.

use countersign::collection::{Collection, Environment, Field, Item};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::mutation;
use super::odd_documents::{edited, odd_edits};
use super::support::{fixture, json_files, path_from_env, wire_cases};

const FIXTURES: [&str; 3] = [
    "kitchen-sink.postman_collection.json",
    "kitchen-sink.postman_environment.json",
    "kraken-sample.postman_collection.json",
];

/// Reads and writes a document as a collection and as an environment.
fn assert_survives(name: &str, text: &str) {
    let value: Value = serde_json::from_str(text).expect("a JSON document");
    let written = value.to_string();
    let collection = Collection::from_json(text).unwrap_or_else(|e| panic!("{name}: {e:?}"));
    let environment = Environment::from_json(text).unwrap_or_else(|e| panic!("{name}: {e:?}"));
    // Texts rather than values are compared, since two values in different orders are equal.
    for ours in [serde_json::to_string(&collection), serde_json::to_string(&environment)] {
        let ours = ours.expect("a model");
        assert!(ours == written, "{name}:\n{}", first_difference(&ours, &written));
    }
}

/// The text around the place where two texts part.
fn first_difference(ours: &str, written: &str) -> String {
    let same = ours.chars().zip(written.chars()).take_while(|(a, b)| a == b).count();
    let around =
        |text: &str| -> String { text.chars().skip(same.saturating_sub(60)).take(120).collect() };
    format!("{}\n{}", around(ours), around(written))
}

fn item(value: &Value) -> Item {
    serde_json::from_str(&value.to_string()).expect("an object")
}

fn text(item: &Item) -> String {
    serde_json::to_string(item).expect("a model")
}

#[test]
fn keeps_our_fixtures_byte_for_byte() {
    for name in FIXTURES {
        let written = Collection::from_json(&fixture(name)).expect("an object").to_json_pretty();
        assert_eq!(written.trim_end(), fixture(name).trim_end(), "{name}");
        let written = Environment::from_json(&fixture(name)).expect("an object").to_json_pretty();
        assert_eq!(written.trim_end(), fixture(name).trim_end(), "{name}");
    }
}

#[test]
fn keeps_documents_that_break_the_schema() {
    for (pointer, value, _) in odd_edits() {
        assert_survives(pointer, &edited(pointer, value.as_ref()).to_string());
    }
}

#[test]
fn keeps_every_edit_of_the_kitchen_sink() {
    let mut sink: Value = serde_json::from_str(&fixture(FIXTURES[0])).expect("the kitchen sink");
    // Types are what matters here, and each comes with few values.
    let edits: Vec<_> = mutation::edits().into_iter().skip(20).collect();
    for item in sink["item"].as_array_mut().expect("items") {
        for path in mutation::places(item) {
            let mut spoiled = item.clone();
            for edit in &edits {
                let Some(undo) = mutation::apply(&mut spoiled, &path, edit) else { continue };
                let expected = spoiled.to_string();
                let read: Item = serde_json::from_str(&expected).expect("an object");
                assert_eq!(text(&read), expected, "{edit:?} at {path:?}");
                undo.restore(&mut spoiled);
            }
        }
    }
}

#[test]
fn keeps_unknown_keys_where_they_stand() {
    let value = json!({
        "_before": 1, "name": "n", "_between": { "b": 1, "a": [null] },
        "request": { "header": [{ "value": "v", "x": true, "key": "k" }], "_r": 0.5 }, "_after": null
    });
    let read = item(&value);
    assert_eq!(text(&read), value.to_string());
    assert_eq!(read.extra.get("_between"), Some(&json!({ "b": 1, "a": [null] })));
    assert_eq!(
        read.extra.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(),
        ["_before", "_between", "_after"]
    );
}

#[test]
fn tells_absent_null_and_empty_apart() {
    let read = item(&json!({ "event": null, "variable": [] }));
    assert_eq!(read.response, Field::Absent);
    assert!(read.event.is_null());
    assert_eq!(read.variable.get().map(countersign::collection::List::len), Some(0));
    assert_eq!(text(&read), r#"{"event":null,"variable":[]}"#);
}

#[test]
fn keeps_values_of_the_wrong_type_and_says_so() {
    let read = item(&json!({ "name": 5, "request": { "header": ["A: 1", { "key": "B" }] } }));
    assert_eq!(read.name.other(), Some(&json!(5)));
    let header = read.request.full().and_then(|request| request.header.full()).expect("a list");
    assert_eq!(header.entries()[0].other(), Some(&json!("A: 1")));
    assert_eq!(header.iter().next().and_then(|header| header.key.text()), Some("B"));
}

#[test]
fn the_last_of_repeated_keys_wins_in_the_place_of_the_first() {
    let read: Item =
        serde_json::from_str(r#"{"x":1,"name":"a","id":"i","x":2,"name":"b"}"#).unwrap();
    assert_eq!(text(&read), r#"{"x":2,"name":"b","id":"i"}"#);
}

#[test]
fn a_key_that_is_set_later_comes_in_its_declared_place_among_keys_in_that_order() {
    let mut read = item(&json!({ "name": "n", "request": "r", "_x": 1 }));
    read.id = "i".into();
    assert_eq!(text(&read), r#"{"name":"n","id":"i","request":"r","_x":1}"#);
}

#[test]
fn a_key_that_is_set_later_comes_last_where_the_file_has_an_order_of_its_own() {
    let mut read = item(&json!({ "request": "r", "_x": 1, "name": "n" }));
    read.id = "i".into();
    read.extra.insert("_y", 2);
    read.request = Field::Absent;
    assert_eq!(text(&read), r#"{"_x":1,"name":"n","id":"i","_y":2}"#);
    assert_eq!(read.extra.remove("_x"), Some(json!(1)));
    assert_eq!(text(&read), r#"{"_y":2,"name":"n","id":"i"}"#);
}

#[test]
fn keeps_numbers_as_they_are() {
    let numbers =
        "[0,-0.0,1.0,1.5,200.0,9007199254740993,-9223372036854775808,18446744073709551615,1e300]";
    let written = serde_json::from_str::<Value>(numbers).unwrap().to_string();
    for key in ["name", "_unknown", "response", "event"] {
        let read: Item = serde_json::from_str(&format!("{{\"{key}\":{numbers}}}")).unwrap();
        assert_eq!(text(&read), format!("{{\"{key}\":{written}}}"));
    }
    let response =
        r#"{"response":[{"code":200.0,"responseTime":1.0},{"code":-1,"responseTime":7}]}"#;
    assert_eq!(text(&serde_json::from_str(response).unwrap()), response);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert!(Collection::from_json("\u{feff}{}").unwrap() == Collection::default());
    assert!(Environment::from_slice(b"\xEF\xBB\xBF{}").unwrap() == Environment::default());
}

#[test]
fn what_is_no_json_object_is_an_error_with_a_position() {
    let deep = format!("{{\"item\":{}", "[{\"item\":".repeat(100_000));
    let cases = [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("{\n \"item\": [}", "expected value at line 2 column 11"),
        ("[]", "invalid type: sequence, expected a JSON object (Collection) at line 1 column 0"),
        ("null", "invalid type: null, expected a JSON object (Collection) at line 1 column 4"),
        (deep.as_str(), "recursion limit exceeded at line 1 column 576"),
    ];
    for (text, expected) in cases {
        let error = Collection::from_json(text).expect_err("not a collection");
        assert_eq!(error.to_string(), "failed to read a collection");
        let source = std::error::Error::source(&error).expect("a source").to_string();
        assert_eq!(source, expected);
    }
    assert!(Collection::from_slice(b"{\"info\": \"\xff\"}").is_err());
}

#[test]
fn reads_folders_as_deep_as_the_limit_allows() {
    let folders = 63;
    let text = format!("{}{}", "{\"item\":[".repeat(folders), "]}".repeat(folders));
    assert_survives("deep folders", &text);
    let one_more = format!("{{\"item\":[{text}]}}");
    assert!(Collection::from_json(&one_more).is_err());
}

#[test]
fn the_debug_form_shows_keys_and_no_values() {
    let read = item(&json!({ "name": "secret", "request": "secret", "_x": "secret" }));
    assert_eq!(format!("{read:?}"), r#"Item{"name", "request", "_x"}"#);
}

#[test]
fn keeps_every_public_collection() {
    let Some(corpus) = path_from_env("COUNTERSIGN_CORPUS", "round trips of public collections")
    else {
        return;
    };
    for (name, text, value) in json_files(&corpus) {
        if value.is_object() {
            assert_survives(&name, &text);
        }
    }
}

#[test]
fn keeps_the_collections_of_recorded_cases() {
    for case in wire_cases() {
        assert_survives(&case["id"].to_string(), &case["collection"].to_string());
    }
}

/// Keys that mean something in a collection, and some that do not.
fn key() -> impl Strategy<Value = String> {
    let sink: Value = serde_json::from_str(&fixture(FIXTURES[0])).expect("the kitchen sink");
    let known: Vec<_> = mutation::keys(&sink).into_iter().collect();
    prop_oneof![9 => prop::sample::select(known), 1 => any::<String>()]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i32>().prop_map(|n| Value::from(f64::from(n) / 8.0)),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            object(inner),
        ]
    })
}

fn object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop::collection::vec((key(), value), 0..8)
        .prop_map(|pairs| pairs.into_iter().collect::<Map<_, _>>().into())
}

proptest! {
    #[test]
    fn keeps_any_object(value in object(json())) {
        prop_assert_eq!(text(&item(&value)), value.to_string());
    }
}
