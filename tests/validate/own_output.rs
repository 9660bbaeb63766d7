//! What `generate` writes is clean, also after Postman's own tools have read and written it.

use std::fs;
use std::path::{Path, PathBuf};

use countersign::mock::Limits;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::mock::client::{KEY, Mock, SECRET, exchange};
use crate::support::program::{Finish as _, countersign};
use crate::support::referees;

fn generated(args: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    let mut generate = countersign();
    generate.arg("generate").args(args).arg("--out").arg(folder.path());
    generate.finished().succeeded();
    folder
}

/// The JSON report on a file or folder without errors.
#[track_caller]
fn report(path: &Path) -> Value {
    let mut validate = countersign();
    let finished = validate.arg("validate").arg(path).args(["--format", "json"]).finished();
    let finished = finished.succeeded();
    assert_eq!(finished.stderr, "");
    serde_json::from_str(&finished.stdout).expect("it prints JSON")
}

fn found(report: &Value) -> Vec<&Value> {
    let files = report["files"].as_array().expect("there are files");
    files.iter().flat_map(|file| file["diagnostics"].as_array().expect("a list")).collect()
}

/// Nothing was found, every signature is right, and in more ways than as saved.
#[track_caller]
fn assert_clean(report: &Value) {
    assert_eq!(found(report), Vec::<&Value>::new());
    assert_all_verified(report);
    let files = report["files"].as_array().expect("there are files");
    let requests = files.iter().flat_map(|file| file["requests"].as_array().expect("a list"));
    for request in requests {
        let signature = &request["signature"];
        assert_eq!(signature["broken"], json!([]), "{request}");
        let least = if signature["status"] == "verified" { 2 } else { 0 };
        assert!(signature["scenarios"].as_u64() >= Some(least), "{request}");
    }
}

#[track_caller]
fn assert_all_verified(report: &Value) {
    let signatures = json!({"verified": 66, "mismatched": 0, "unsigned": 0, "not_applicable": 13});
    assert_eq!(report["summary"]["requests"], 79);
    assert_eq!(report["summary"]["signatures"], signatures);
}

#[test]
fn every_layout_and_style_is_clean() {
    for script in ["request", "collection"] {
        for layout in ["single", "group", "endpoint"] {
            let folder = generated(&["--script", script, "--layout", layout]);
            assert_clean(&report(folder.path()));
        }
    }
}

#[test]
fn every_nonce_unit_is_clean() {
    for unit in ["ms", "ns"] {
        assert_clean(&report(generated(&["--nonce-unit", unit]).path()));
    }
}

/// What is amiss with Kraken's own style, which `--script classic` keeps to the letter: the signed text is
/// a literal, `CryptoJS` is the global, and names and variables outlive the request.
const LIMITS_OF_CLASSIC: [&str; 5] = [
    // It has no descriptions that would say so.
    "deprecated-endpoint",
    "deprecated-global",
    "leaked-global",
    "signature-fragile",
    "stored-signature",
];

#[test]
fn classic_is_right_as_saved_and_says_what_to_use_instead() {
    for layout in ["single", "endpoint"] {
        let report = report(generated(&["--script", "classic", "--layout", layout]).path());
        assert_all_verified(&report);
        let found = found(&report);
        assert!(!found.is_empty());
        for found in found {
            let rule = found["rule"].as_str().expect("it has a rule");
            assert!(LIMITS_OF_CLASSIC.contains(&rule) && found["severity"] != "error", "{found}");
            let help = found["help"].as_str().expect("there is help");
            assert!(rule != "signature-fragile" || help.contains("--script request"), "{help}");
        }
    }
}

fn collection_of(folder: &Path) -> PathBuf {
    folder.join("kraken-spot.postman_collection.json")
}

#[test]
fn a_round_trip_through_postmans_sdk_changes_no_verdict() {
    for script in ["request", "collection"] {
        let folder = generated(&["--script", script]);
        let to = folder.path().join("again.json");
        let mut round_trip = referees::script("round-trip.js");
        round_trip.arg(collection_of(folder.path())).arg(&to).finished().succeeded();
        assert_clean(&report(&to));
    }
}

#[test]
fn a_round_trip_through_newman_changes_no_verdict() {
    let mock = Mock::start(exchange(), Limits::default());
    let folder = generated(&[]);
    let (to, environment) = (folder.path().join("exported.json"), folder.path().join("mock.json"));
    let base_url = format!("http://{}", mock.address());
    let values = json!([
        {"key": "base_url", "value": base_url}, {"key": "api_key", "value": KEY},
        {"key": "api_secret", "value": SECRET},
    ]);
    fs::write(&environment, json!({"name": "mock", "values": values}).to_string())
        .expect("there is room");
    let mut newman = referees::program("newman");
    newman.arg("run").arg(collection_of(folder.path())).arg("-e").arg(&environment);
    newman.arg("--export-collection").arg(&to).finished().succeeded();
    assert_clean(&report(&to));
}

#[test]
fn generate_says_that_it_has_validated_what_it_wrote() {
    let folder = tempfile::tempdir().expect("there is room");
    let run = |args: &[&str]| {
        let mut generate = countersign();
        generate.arg("generate").args(args).arg("--out").arg(folder.path());
        let finished = generate.finished().succeeded();
        finished.stderr.lines().last().expect("there is a line").to_owned()
    };
    let line = run(&[]);
    assert!(line.starts_with("validated: no findings; all 66 signatures verified in "), "{line}");
    let line = run(&["--script", "classic"]);
    assert!(
        line.contains(" notes, which `countersign validate` shows; all 66 signatures"),
        "{line}"
    );
    let line = run(&["--endpoint", "Time"]);
    assert_eq!(line, "validated: no findings; nothing to sign");
}
