//! What is read is written again: every key, every null, every order.

use std::fs;

use countersign::collection::{Collection, Environment};
use serde_json::Value;

use crate::support::{fixture, json_files, path_from_env};

/// Reads and writes a document as a collection and as an environment.
fn assert_survives(name: &str, text: &str) {
    let value: Value = serde_json::from_str(text).expect("a JSON document");
    let written = serde_json::to_string(&value).expect("a value");
    let collection = Collection::from_json(text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let environment = Environment::from_json(text).unwrap_or_else(|e| panic!("{name}: {e}"));
    // Texts rather than values are compared, since two values in different orders are equal.
    for ours in [serde_json::to_string(&collection), serde_json::to_string(&environment)] {
        let ours = ours.expect("a model");
        let at = ours.bytes().zip(written.bytes()).take_while(|(a, b)| a == b).count();
        let around = |text: &str| {
            text.get(at.saturating_sub(60)..).unwrap_or(text).chars().take(120).collect::<String>()
        };
        assert!(
            ours == written,
            "{name} differs at {at}:\n{}\n{}",
            around(&ours),
            around(&written)
        );
    }
}

#[test]
fn keeps_every_public_collection() {
    let Some(corpus) = path_from_env("COUNTERSIGN_CORPUS", "round trips of public collections")
    else {
        return;
    };
    for (name, text) in json_files(&corpus) {
        if name != "index.json" {
            assert_survives(&name, &text);
        }
    }
}
