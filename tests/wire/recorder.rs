//! Newman as a referee: `tests/postman/record.js` runs collections and records the bytes.

use std::io::Write as _;
use std::process::Stdio;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use countersign::text::surrogate;
use serde::Deserialize;
use serde_json::Value;

use crate::support::referees;

/// What became of one item of a collection.
#[derive(Debug, Deserialize)]
pub(crate) struct Recorded {
    #[serde(default)]
    pub(crate) name: String,
    /// Why Newman did not send the request.
    pub(crate) error: Option<String>,
    pub(crate) requests: Vec<Request>,
}

/// A request as the socket got it; texts are Latin-1.
#[derive(Debug, Deserialize)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    body: String,
}

impl Request {
    pub(crate) fn body(&self) -> Vec<u8> {
        BASE64_STANDARD.decode(&self.body).expect("the recorder writes base64")
    }
}

/// The runs as JSON, with lone surrogates as JavaScript has them.
fn json(runs: &[Value]) -> String {
    let text = serde_json::to_string(runs).expect("values are JSON");
    let written = |c| surrogate::unit(c).map_or(String::from(c), |unit| format!("\\u{unit:04x}"));
    text.chars().map(written).collect()
}

/// Runs `{collection, environment?, globals?, data?}` objects, one after the other.
pub(crate) fn record(runs: &[Value]) -> Vec<Vec<Recorded>> {
    let mut child = referees::script("record.js")
        .current_dir(referees::folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    stdin.write_all(json(runs).as_bytes()).expect("the recorder reads its input");
    stdin.flush().expect("the recorder reads its input");
    drop(stdin);
    let output = child.wait_with_output().expect("the recorder ends");
    assert!(output.status.success(), "Newman crashed, see its message above");
    serde_json::from_slice(&output.stdout).expect("the recorder writes JSON")
}
