//! `countersign.toml`: how bad findings are, and where they do not count.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::fixture;
use crate::support::program::{Finish as _, Outcome, countersign};

/// A project with these settings at its top and a collection two folders down, whose one request is in
/// the folder `Trading`.
fn project(settings: &str) -> TempDir {
    let project = tempfile::tempdir().expect("there is room");
    let text = fixture("unencoded.postman_collection.json");
    let mut collection: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let items = collection["item"].take();
    collection["item"] = serde_json::json!([{"name": "Trading", "item": items}]);
    fs::create_dir_all(project.path().join("a/b")).expect("there is room");
    fs::write(project.path().join("a/b/c.json"), collection.to_string()).expect("there is room");
    fs::write(project.path().join("countersign.toml"), settings).expect("there is room");
    project
}

fn run(project: &Path, args: &[&str]) -> Outcome {
    countersign().args(args).current_dir(project).finished()
}

#[track_caller]
fn assert_code(settings: &str, code: i32) {
    run(project(settings).path(), &["validate", "a"]).failed_with(code);
}

#[test]
fn settings_are_found_above_the_file() {
    assert_code("", 1);
    assert_code("fail-on = \"never\"\n", 0);
    assert_code("[rules]\nsignature-mismatch = \"off\"\n", 0);
    assert_code("[rules]\nsignature-mismatch = \"warning\"\n", 0);
    assert_code("fail-on = \"warning\"\n[rules]\nsignature-mismatch = \"warning\"\n", 1);
}

#[test]
fn findings_are_ignored_by_rule_path_and_request() {
    for (ignore, code) in [
        ("rules = [\"signature-mismatch\"]", 0),
        ("rules = [\"duplicate-key\"]", 1),
        ("paths = [\"a/**/*.json\"]", 0),
        ("paths = [\"b/*.json\"]", 1),
        ("requests = [\"Trading\"]", 0),
        ("requests = [\"Trading/AddOrder\"]", 0),
        ("requests = [\"*/Add*\"]", 0),
        ("requests = [\"Funding\"]", 1),
    ] {
        assert_code(&format!("[[ignore]]\n{ignore}\nreason = \"a test\"\n"), code);
    }
}

#[test]
fn the_command_line_has_the_last_word() {
    let project = project("fail-on = \"never\"\napi = \"kraken-spot\"\n");
    run(project.path(), &["validate", "a", "--fail-on", "error"]).failed_with(1);
    fs::write(project.path().join("other.toml"), "").expect("there is room");
    run(project.path(), &["validate", "a", "--config", "other.toml"]).failed_with(1);
    run(project.path(), &["validate", "a", "--config", "missing.toml"]).failed_with(2);
}

#[test]
fn a_mistake_in_settings_is_named_with_its_place() {
    let project = project("[rules]\nsignature-mismach = \"off\"\n");
    let outcome = run(project.path(), &["validate", "a"]).failed_with(2);
    assert_eq!(outcome.stdout, "");
    assert!(
        outcome.stderr.contains("countersign.toml:2:1: unknown key `signature-mismach`"),
        "{}",
        outcome.stderr
    );
    assert!(outcome.stderr.contains("did you mean `signature-mismatch`?"), "{}", outcome.stderr);
}

#[test]
fn config_shows_what_is_in_force_and_why() {
    let project = project(
        "fail-on = \"warning\"\n\n[rules]\nschema = \"note\"\n\n[[ignore]]\npaths = [\"x/**\"]\n",
    );
    let shown = run(project.path(), &["config", "a/b/c.json"]).succeeded().stdout;
    let line = |start: &str| {
        let mut lines = shown.lines().map(str::trim_start);
        let line = lines.find(|line| line.starts_with(start)).expect("it is shown");
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(line("fail-on"), "fail-on warning countersign.toml:1");
    assert_eq!(line("schema"), "schema note countersign.toml:4");
    assert_eq!(line("duplicate-key"), "duplicate-key warning default");
    assert_eq!(line("all rules"), "all rules in x/** about all requests countersign.toml:6");
    let none = tempfile::tempdir().expect("there is room");
    let shown = run(none.path(), &["config"]).succeeded().stdout;
    assert!(shown.contains("the defaults hold"), "{shown}");
}

#[test]
fn rules_are_listed_and_explained() {
    let here = tempfile::tempdir().expect("there is room");
    let listed = run(here.path(), &["rules"]).succeeded().stdout;
    assert!(listed.lines().any(|line| line.starts_with("signature-mismatch ")), "{listed}");
    for line in listed.lines() {
        let id = line.split(' ').next().expect("a line has a first word");
        let page = run(here.path(), &["explain", id]).succeeded().stdout;
        assert!(page.contains("# How to fix it"), "{page}");
    }
    let json = run(here.path(), &["rules", "--format", "json"]).succeeded().stdout;
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json.as_array().map(Vec::len), Some(listed.lines().count()));
    let cause = run(here.path(), &["explain", "nonce-not-hashed"]).succeeded().stdout;
    assert!(cause.contains("the nonce was left out of the hash"), "{cause}");
    let error = run(here.path(), &["explain", "signature-mismach"]).failed_with(2).stderr;
    assert!(error.contains("did you mean `signature-mismatch`?"), "{error}");
}
