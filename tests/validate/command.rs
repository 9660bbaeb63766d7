//! `countersign validate` as it is used in a shell and in CI.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::fixture;
use crate::support::program::{Finish as _, Outcome, countersign};

const SAMPLE: &str = "kraken-sample.postman_collection.json";
const WRONG: &str = "unencoded.postman_collection.json";

/// A folder with a right collection, a wrong one, and other files.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("there is room");
        fs::write(path, text).expect("there is room");
    };
    write("api/right.json", &fixture(SAMPLE));
    write("api/deep/wrong.json", &fixture(WRONG));
    write("api/package.json", "{\"name\": \"x\"}");
    write("api/notes.txt", "no collection");
    write(".hidden/wrong.json", &fixture(WRONG));
    folder
}

fn validate(folder: &Path, args: &[&str]) -> Outcome {
    countersign().arg("validate").args(args).current_dir(folder).finished()
}

fn json(outcome: &Outcome) -> Value {
    serde_json::from_str(&outcome.stdout).expect("it prints JSON")
}

fn paths(outcome: &Outcome) -> Vec<String> {
    let report = json(outcome);
    let files = report["files"].as_array().expect("there are files");
    files.iter().map(|file| file["path"].as_str().expect("a path").replace('\\', "/")).collect()
}

#[test]
fn the_exit_code_says_what_was_found() {
    let folder = folder();
    validate(folder.path(), &["api/right.json"]).succeeded();
    validate(folder.path(), &["api/deep/wrong.json"]).failed_with(1);
    validate(folder.path(), &["api/right.json", "--fail-on", "warning"]).failed_with(1);
    validate(folder.path(), &["api/deep/wrong.json", "--fail-on", "never"]).succeeded();
    validate(folder.path(), &["missing.json"]).failed_with(2);
    validate(folder.path(), &[]).failed_with(2);
}

#[test]
fn folders_and_patterns_are_searched_in_order() {
    let folder = folder();
    let found = |args: &[&str]| {
        let args: Vec<_> = args.iter().chain(&["--format", "json"]).copied().collect();
        paths(&validate(folder.path(), &args).failed_with(1))
    };
    let all = ["api/deep/wrong.json", "api/right.json"];
    assert_eq!(found(&["api"]), all);
    assert_eq!(found(&["api/**/*.json"]), all);
    assert_eq!(found(&["api/right.json", "api/deep"]), ["api/right.json", "api/deep/wrong.json"]);
    assert_eq!(found(&["api/{deep,other}/*"]), ["api/deep/wrong.json"]);
    assert_eq!(found(&["."]), ["./api/deep/wrong.json", "./api/right.json"]);
}

#[test]
fn standard_input_is_a_file_too() {
    let mut child = countersign()
        .args(["validate", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    std::io::Write::write_all(&mut stdin, fixture(WRONG).as_bytes()).expect("it reads");
    drop(stdin);
    let outcome = Outcome::from(child.wait_with_output().expect("it ends")).failed_with(1);
    assert_eq!(paths(&outcome), ["-"]);
}

#[test]
fn what_cannot_be_checked_is_told_and_the_rest_is_checked() {
    let folder = folder();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("room");
    write("old.json", &json!({"info": {"schema": "https://schema.getpostman.com/json/collection/v2.0.0/collection.json"}, "item": []}).to_string());
    write("broken.json", "{\"info\": ");
    let outcome = validate(folder.path(), &["old.json", "broken.json", "api/right.json"]);
    let outcome = outcome.failed_with(2);
    assert!(
        outcome.stderr.contains(
            "`old.json` is a Postman Collection v2.0, expected a Postman Collection v2.1"
        ),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome.stderr.contains("help: in Postman, export the collection again"),
        "{}",
        outcome.stderr
    );
    assert!(outcome.stderr.contains("broken.json:1:"), "{}", outcome.stderr);
    assert!(outcome.stdout.contains("checked 1 file with 1 request"), "{}", outcome.stdout);
    let empty = tempfile::tempdir().expect("there is room");
    let outcome = validate(empty.path(), &["."]).failed_with(2);
    assert!(outcome.stderr.contains("`.` holds no Postman Collection v2.1"), "{}", outcome.stderr);
}

#[test]
fn without_scripts_no_signature_is_judged() {
    let outcome =
        validate(folder().path(), &["api", "--no-scripts", "--format", "json"]).succeeded();
    let signatures = json!({"verified": 0, "mismatched": 0, "unsigned": 0, "not_applicable": 2});
    assert_eq!(json(&outcome)["summary"]["signatures"], signatures);
}

#[test]
fn an_api_that_is_named_covers_other_hosts() {
    let folder = folder();
    let elsewhere =
        fixture(WRONG).replace("\"kraken\"", "\"example\"").replace("kraken.com", "example.com");
    fs::write(folder.path().join("elsewhere.json"), elsewhere).expect("there is room");
    validate(folder.path(), &["elsewhere.json"]).succeeded();
    validate(folder.path(), &["elsewhere.json", "--api", "kraken-spot"]).failed_with(1);
    let outcome = validate(folder.path(), &["elsewhere.json", "--api", "kraken"]).failed_with(2);
    assert!(outcome.stderr.contains("did you mean `kraken-spot`?"), "{}", outcome.stderr);
}

#[test]
fn the_same_files_give_the_same_report_whatever_the_threads() {
    let folder = folder();
    let run = |threads: &str| {
        let mut command = countersign();
        command.args(["validate", "api", "--format", "json"]).current_dir(folder.path());
        command.env("RAYON_NUM_THREADS", threads).finished().failed_with(1).stdout
    };
    assert_eq!(run("1"), run("2"));
    assert_eq!(run("2"), run("7"));
}

#[test]
fn environments_are_checked_where_they_are_named_and_along_with_collections() {
    let folder = folder();
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join("api").join(name), text).expect("room");
    };
    write(
        "live.postman_environment.json",
        r#"{"name": "live", "values": [{"key": "a", "value": "1"}]}"#,
    );
    write("globals.json", r#"{"values": [], "_postman_variable_scope": "globals"}"#);
    write("other.json", r#"{"values": [1, 2]}"#);
    let outcome = validate(folder.path(), &["api", "--no-scripts", "--format", "json"]).succeeded();
    let all = [
        "api/deep/wrong.json",
        "api/globals.json",
        "api/live.postman_environment.json",
        "api/right.json",
    ];
    assert_eq!(paths(&outcome), all);
    assert_eq!(json(&outcome)["files"][2]["collection"], "live");
    let outcome = validate(folder.path(), &["api/other.json", "--format", "json"]).succeeded();
    assert_eq!(json(&outcome)["summary"]["warnings"], 2);
}
