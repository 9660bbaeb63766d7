//! How the program behaves towards terminals and pipes.

use std::io::Read as _;
use std::process::{Command, Stdio};

use crate::support::program::{Finish as _, countersign};

const WRONG: &str = "tests/fixtures/unencoded.postman_collection.json";

fn validate(args: &[&str]) -> Command {
    let mut command = countersign();
    command.env_remove("NO_COLOR").args(["validate", WRONG]).args(args);
    command
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let has_colours =
        |command: &mut Command| command.finished().failed_with(1).stdout.contains('\u{1b}');
    assert!(!has_colours(&mut validate(&[])));
    assert!(has_colours(&mut validate(&["--color", "always"])));
    assert!(!has_colours(&mut validate(&["--color", "never"])));
    assert!(has_colours(validate(&[]).env("CLICOLOR_FORCE", "1")));
    assert!(!has_colours(validate(&[]).env("NO_COLOR", "1")));
    assert!(!has_colours(&mut validate(&["--color", "always", "--format", "json"])));
}

#[test]
fn quiet_leaves_results_and_errors() {
    let folder = tempfile::tempdir().expect("there is room");
    let generate = |args: &[&str]| {
        let mut command = countersign();
        command.arg("generate").args(args).arg("--out").arg(folder.path()).finished()
    };
    assert_ne!(generate(&[]).succeeded().stderr, "");
    assert_eq!(generate(&["--quiet"]).succeeded().stderr, "");
    let failed = generate(&["-q", "no-such-api"]).failed_with(2);
    assert!(failed.stderr.starts_with("error: unknown api `no-such-api`"), "{}", failed.stderr);
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    for args in [
        &["rules"][..],
        &["schema", "collection"],
        &["inspect", "collections/kraken-spot.postman_collection.json"],
    ] {
        let mut child = countersign()
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut stderr = String::new();
        let mut stream = child.stderr.take().expect("it is piped");
        stream.read_to_string(&mut stderr).expect("it is text");
        assert_eq!(stderr, "", "{args:?}");
        assert_eq!(child.wait().expect("it ends").code(), Some(0), "{args:?}");
    }
}
