//! Other tools that read collections take ours whole: Postman's SDK and Bruno's importer.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::program::{Finish as _, countersign};
use crate::support::{edits, referees};

/// What there is to see in a collection.
#[derive(Debug, Default, PartialEq, Eq)]
struct Content {
    requests: u64,
    scripts: u64,
    script_lines: u64,
    examples: u64,
}

impl Content {
    fn of(collection: &Value) -> Self {
        let mut content = Self::default();
        content.add(collection);
        content
    }

    fn add(&mut self, owner: &Value) {
        let list = |key: &str| owner[key].as_array().map_or(&[][..], Vec::as_slice);
        for event in list("event") {
            self.scripts += 1;
            self.script_lines += event["script"]["exec"].as_array().map_or(0, Vec::len) as u64;
        }
        self.examples += list("response").len() as u64;
        self.requests += u64::from(owner.get("request").is_some());
        for item in list("item") {
            self.add(item);
        }
    }

    fn reported(report: &Value) -> Self {
        let count = |key: &str| report[key].as_u64().expect("the report has numbers");
        Self {
            requests: count("requests"),
            scripts: count("scripts"),
            script_lines: count("scriptLines"),
            examples: count("examples"),
        }
    }
}

fn import(folder: &Path) -> Vec<(Value, Value)> {
    let mut paths = Vec::new();
    collections(folder, &mut paths);
    let mut script = referees::script("importers.js");
    let finished = script.args(&paths).finished().succeeded();
    assert_eq!(finished.stderr, "");
    let reports: Vec<Value> = serde_json::from_str(&finished.stdout).expect("it prints JSON");
    assert_eq!(reports.len(), paths.len());
    let read = |path: &String| {
        serde_json::from_str(&fs::read_to_string(path).expect("it is there")).expect("it is JSON")
    };
    paths.iter().map(read).zip(reports).collect()
}

fn collections(folder: &Path, paths: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            collections(&path, paths);
        } else if name.ends_with(".postman_collection.json") {
            paths.push(name);
        }
    }
}

#[test]
fn postmans_sdk_and_bruno_see_every_request_script_and_example() {
    for style in ["request", "collection", "classic"] {
        let folder = tempfile::tempdir().expect("there is room");
        for layout in ["single", "group", "endpoint"] {
            let mut generate = countersign();
            generate.args(["generate", "--script", style, "--layout", layout, "--out"]);
            generate.arg(folder.path()).finished().succeeded();
        }
        let imported = import(folder.path());
        assert_eq!(imported.len(), 1 + 9 + 79, "{style}");
        for (collection, report) in imported {
            let expected = Content::of(&collection);
            assert_eq!(Content::reported(&report["postman"]), expected, "{}", report["path"]);
            let mut bruno = Content::reported(&report["bruno"]);
            if style == "classic" {
                // Bruno has no global CryptoJS, and its importer adds a line that requires it.
                bruno.script_lines -= bruno.scripts;
            }
            assert_eq!(bruno, expected, "{}", report["path"]);
        }
    }
}

#[test]
fn the_count_of_requests_is_that_of_the_walk() {
    let collection = json!({"item": [{"item": [{"request": {}}]}, {"request": {}}]});
    assert_eq!(Content::of(&collection).requests, 2);
    assert_eq!(edits::count(&collection), 2);
}
