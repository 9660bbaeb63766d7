//! Postman's own sandboxes, run by Node.

use crate::sandbox::Outcomes;
use crate::sandbox::case::Case;
use crate::support::referees;

/// Whether outcomes are to be written down anew.
#[expect(clippy::disallowed_methods, reason = "a test may read its environment")]
pub(crate) fn is_recording() -> bool {
    std::env::var_os("COUNTERSIGN_RECORD").is_some()
}

/// What Postman's sandboxes make of the cases.
pub(crate) fn outcomes(cases: &[Case]) -> Outcomes {
    let input = tempfile::NamedTempFile::new().expect("a temporary file");
    serde_json::to_writer(&input, cases).expect("plain data");
    let output = referees::script("sandbox.js")
        .arg(input.path())
        .current_dir(referees::folder())
        .output()
        .expect("node starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON from sandbox.js")
}
