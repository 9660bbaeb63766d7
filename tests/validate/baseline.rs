//! `--baseline`: findings that are known do not count, new ones do.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::fixture;
use crate::support::program::{Finish as _, Outcome, countersign};

fn run(folder: &TempDir, args: &[&str]) -> Outcome {
    countersign().arg("validate").args(args).current_dir(folder.path()).finished()
}

/// A collection with two wrong requests in a folder.
fn collection() -> Value {
    let text = fixture("unencoded.postman_collection.json");
    let mut collection: Value = serde_json::from_str(&text).expect("it is JSON");
    let first = collection["item"][0].clone();
    let mut second = first.clone();
    second["name"] = "AddOrder again".into();
    second["request"]["body"]["urlencoded"][1]["value"] = "ETH/USD".into();
    collection["item"] = json!([{"name": "Trading", "item": [first, second]}]);
    collection
}

/// The collection as Postman writes it again: ids made anew, other keys, another order.
fn exported_again(mut collection: Value) -> Value {
    collection["info"]["_postman_id"] = "11111111-2222-4333-8444-555555555555".into();
    collection["info"]["_exporter_id"] = "1".into();
    let requests = collection["item"][0]["item"].as_array_mut().expect("a list");
    requests.reverse();
    for request in requests {
        request["event"][0]["script"]["id"] = "9".into();
        let map = request.as_object_mut().expect("an object");
        let turned = map.clone().into_iter().rev().collect();
        *map = turned;
    }
    collection
}

fn folder(collection: &Value) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    write(&folder, collection);
    folder
}

fn write(folder: &TempDir, collection: &Value) {
    fs::write(folder.path().join("c.json"), format!("{collection:#}")).expect("there is room");
}

#[test]
fn only_new_findings_count() {
    let folder = folder(&collection());
    run(&folder, &["c.json"]).failed_with(1);
    let written = run(&folder, &["c.json", "--write-baseline", "known.json"]).succeeded();
    assert_eq!(
        (written.stdout.as_str(), written.stderr.as_str()),
        ("", "wrote 2 findings to `known.json`\n")
    );
    let known = run(&folder, &["c.json", "--baseline", "known.json"]).succeeded();
    assert!(known.stdout.contains("no findings, besides 2 in the baseline"), "{}", known.stdout);

    let mut more = collection();
    let mut third = more["item"][0]["item"][0].clone();
    third["name"] = "a third".into();
    third["request"]["body"]["urlencoded"][1]["value"] = "XRP/USD".into();
    more["item"][0]["item"].as_array_mut().expect("a list").push(third);
    write(&folder, &more);
    let found = run(&folder, &["c.json", "--baseline", "known.json"]).failed_with(1);
    assert!(found.stdout.contains("the signature of `a third` is wrong"), "{}", found.stdout);
    assert!(found.stdout.contains("1 error, besides 2 in the baseline"), "{}", found.stdout);
}

#[test]
fn a_baseline_outlives_an_export() {
    let folder = folder(&collection());
    run(&folder, &["c.json", "--write-baseline", "known.json"]).succeeded();
    write(&folder, &exported_again(collection()));
    run(&folder, &["c.json", "--baseline", "known.json"]).succeeded();
}

#[test]
fn settings_can_name_a_baseline_and_what_is_gone_is_told() {
    let folder = folder(&collection());
    fs::write(folder.path().join("countersign.toml"), "baseline = \"known.json\"\n").expect("room");
    run(&folder, &["c.json"]).failed_with(2);
    run(&folder, &["c.json", "--write-baseline", "known.json"]).succeeded();
    run(&folder, &["c.json"]).succeeded();
    let mut fewer = collection();
    fewer["item"][0]["item"].as_array_mut().expect("a list").pop();
    write(&folder, &fewer);
    let told = run(&folder, &["c.json"]).succeeded().stderr;
    assert_eq!(told, "1 finding of the baseline no longer there; write it anew\n");
}

#[test]
fn what_is_no_baseline_is_an_error() {
    let folder = folder(&collection());
    for (text, said) in [
        ("{", "it is no baseline"),
        ("{\"schema_version\": 2, \"findings\": []}", "it has version 2, expected 1"),
    ] {
        fs::write(folder.path().join("known.json"), text).expect("room");
        let outcome = run(&folder, &["c.json", "--baseline", "known.json"]).failed_with(2);
        assert!(outcome.stderr.contains(said), "{}", outcome.stderr);
    }
}
