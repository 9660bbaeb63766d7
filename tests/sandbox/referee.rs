//! Postman's own sandboxes, run by Node.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::sandbox::Outcomes;
use crate::sandbox::case::Case;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postman")
}

/// Whether outcomes are to be written down anew.
#[expect(clippy::disallowed_methods, reason = "a test may read its environment")]
pub(crate) fn is_recording() -> bool {
    std::env::var_os("COUNTERSIGN_RECORD").is_some()
}

/// What Postman's sandboxes make of the cases; none, with a word about it, where its packages are not installed.
pub(crate) fn outcomes(cases: &[Case]) -> Option<Outcomes> {
    if !folder().join("node_modules/postman-sandbox").exists() {
        eprintln!("left out: run `npm ci` in tests/postman to compare with Postman's own sandbox");
        return None;
    }
    let input = tempfile::NamedTempFile::new().expect("a temporary file");
    serde_json::to_writer(&input, cases).expect("plain data");
    let output = Command::new("node")
        .arg("sandbox.js")
        .arg(input.path())
        .current_dir(folder())
        .output()
        .expect("node is installed where its packages are");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("JSON from sandbox.js"))
}
