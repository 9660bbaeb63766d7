//! `--fix` and `--diff`.

use std::fs;

use crate::support::program::{Finish as _, Outcome, countersign};

/// A collection with a script that nobody runs, written in a way of its own.
const SLIP: &str = "\u{feff}{\r\n\t\"info\": {\"name\":\"é\",\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},\r\n\
    \t\"item\": [ {\"name\": \"a\", \"request\": \"https://x.y/z\",\r\n\
    \t    \"event\": [{\"listen\":\"pre-request\", \"script\": {\"exec\": \"var a = 1;\"}}] }]\r\n}";

fn run(folder: &tempfile::TempDir, args: &[&str]) -> Outcome {
    countersign().arg("validate").args(args).current_dir(folder.path()).finished()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("c.json"), SLIP).expect("there is room");
    folder
}

fn text(folder: &tempfile::TempDir) -> String {
    fs::read_to_string(folder.path().join("c.json")).expect("it is there")
}

#[test]
fn a_fix_changes_its_place_and_nothing_else() {
    let folder = folder();
    let outcome = run(&folder, &["c.json", "--fix"]).succeeded();
    assert_eq!(outcome.stderr, "fixed 1 finding in 1 file\n");
    assert!(outcome.stdout.ends_with("no findings\n"), "{}", outcome.stdout);
    assert_eq!(text(&folder), SLIP.replace("pre-request", "prerequest"));
    let outcome = run(&folder, &["c.json", "--fix"]).succeeded();
    assert_eq!(outcome.stderr, "nothing to fix\n");
}

#[test]
fn a_diff_shows_the_fix_and_changes_nothing() {
    let folder = folder();
    let outcome = run(&folder, &["c.json", "--diff"]).failed_with(1);
    assert_eq!(outcome.stderr, "--fix would mend 1 finding in 1 file\n");
    assert!(outcome.stdout.starts_with("--- a/c.json\n+++ b/c.json\n@@ "), "{}", outcome.stdout);
    assert!(
        outcome.stdout.contains("\n+\t    \"event\": [{\"listen\":\"prerequest\""),
        "{}",
        outcome.stdout
    );
    assert_eq!(text(&folder), SLIP);
    run(&folder, &["c.json", "--diff", "--fix"]).failed_with(2);
}

#[test]
fn a_rule_that_is_off_fixes_nothing() {
    let folder = folder();
    fs::write(folder.path().join("countersign.toml"), "[rules]\nunknown-listen = \"off\"\n")
        .expect("there is room");
    run(&folder, &["c.json", "--fix"]).succeeded();
    assert_eq!(text(&folder), SLIP);
}
