//! Random requests through Newman: what it sends is what we work out.

use std::io;
use std::path::Path;

use countersign::runtime::{NotSent, Outgoing, plan};
use countersign::variables::{Row, Scope, Scopes};
use countersign::world::{Engine, Files, World};
use serde_json::Value;

use crate::wire::generator;
use crate::wire::recorder::{Recorded, Request, record};

/// Files beside the recorder, which Newman reads from too.
#[derive(Debug)]
struct PostmanFolder;

impl Files for PostmanFolder {
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postman");
        std::fs::read(folder.join(name))
    }
}

/// The world that runs are compared in.
pub(crate) fn world() -> World {
    World { files: Box::new(PostmanFolder), ..World::new(1, 0) }
}

pub(crate) fn scopes(run: &Value) -> Scopes {
    let file = |name: &str| Scope::read_file(&run[name], Engine::Newman);
    Scopes {
        local: Scope::new(),
        data: Row::read(&run["data"][0]),
        environment: file("environment"),
        collection: Scope::read(&run["collection"]["variable"], Engine::Newman),
        globals: file("globals"),
    }
}

/// What a socket gets, with what is drawn at random masked.
#[derive(Debug, PartialEq)]
struct Wire {
    method: String,
    target: Vec<u8>,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
}

impl Wire {
    fn expected(outgoing: &Outgoing) -> Self {
        let header = |name: &str, value: &str| (name.to_owned(), outgoing.head_bytes(value));
        let headers = outgoing.headers.iter().map(|one| header(&one.name, &one.value)).collect();
        let wire = Self {
            method: outgoing.method.clone(),
            target: outgoing.head_bytes(&outgoing.url.path_and_query()),
            headers,
            body: outgoing.body.clone(),
        };
        wire.masked()
    }

    fn recorded(request: &Request) -> Self {
        let latin1 = |text: &str| text.chars().map(|c| u8::try_from(c).expect("Latin-1")).collect();
        let headers = request.headers.iter();
        let wire = Self {
            method: request.method.clone(),
            target: latin1(&request.target),
            headers: headers.map(|(name, value)| (name.clone(), latin1(value))).collect(),
            body: request.body(),
        };
        wire.masked()
    }

    fn masked(mut self) -> Self {
        let boundary = drawn_boundary(&self.body).map(<[u8]>::to_vec);
        for (name, value) in &mut self.headers {
            let is_token = name == "Postman-Token" && value.len() == 36;
            if is_token && value.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'-') {
                *value = b"<uuid>".to_vec();
            }
            if let Some(boundary) = &boundary {
                *value = replaced(value, boundary, b"<drawn>");
            }
        }
        if let Some(boundary) = boundary {
            self.body = replaced(&self.body, &boundary, b"<drawn>");
        }
        self
    }
}

/// The boundary that was drawn, if a body begins with one.
fn drawn_boundary(body: &[u8]) -> Option<&[u8]> {
    let boundary = body.get(2..2 + 26 + 24)?;
    let (hyphens, digits) = boundary.split_at(26);
    let is_drawn =
        hyphens.iter().all(|byte| *byte == b'-') && digits.iter().all(u8::is_ascii_digit);
    is_drawn.then_some(boundary)
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut result = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(from) {
            result.extend_from_slice(to);
            at += from.len();
        } else {
            result.push(bytes[at]);
            at += 1;
        }
    }
    result
}

/// What differs between Newman and us for one item; none if nothing does.
pub(crate) fn difference(
    recorded: &Recorded,
    worked_out: &Result<Outgoing, NotSent>,
) -> Option<String> {
    match (recorded.requests.first(), worked_out) {
        (None, Err(_)) => None,
        (None, Ok(outgoing)) => {
            Some(format!("Newman sends nothing ({:?}), we {}", recorded.error, outgoing.url))
        }
        (Some(request), Err(reason)) => {
            Some(format!("Newman sends {request:?}, we nothing: {reason}"))
        }
        (Some(request), Ok(outgoing)) => {
            let (theirs, ours) = (Wire::recorded(request), Wire::expected(outgoing));
            (theirs != ours)
                .then(|| format!("Newman: {}\nwe:     {}", shown(&theirs), shown(&ours)))
        }
    }
}

fn shown(wire: &Wire) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let header = |(name, value): &(String, Vec<u8>)| format!("{name}: {}", text(value));
    let headers: Vec<String> = wire.headers.iter().map(header).collect();
    format!("{} {:?} {headers:?} {:?}", wire.method, text(&wire.target), text(&wire.body))
}

/// Compares all items of all runs; gives how many were sent, and every difference.
fn compare(runs: &[Value]) -> (usize, Vec<String>) {
    let mut sent = 0;
    let mut differences = Vec::new();
    let recorded = record(runs);
    for (run, recorded) in runs.iter().zip(recorded) {
        let scopes = scopes(run);
        let requests = plan(&run["collection"]);
        assert_eq!(requests.len(), recorded.len(), "Newman runs as many items as we plan");
        for (request, recorded) in requests.iter().zip(recorded) {
            let worked_out = request.outgoing(&scopes, &mut world());
            assert_eq!(request.name(), recorded.name);
            sent += usize::from(worked_out.is_ok());

            if let Some(difference) = difference(&recorded, &worked_out) {
                differences.push(format!("{}\n{difference}", request.levels[1].definition));
            }
        }
    }
    (sent, differences)
}

fn assert_alike(runs: &[Value]) {
    let (sent, differences) = compare(runs);
    let requests: usize = runs.iter().map(|run| plan(&run["collection"]).len()).sum();
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n\n"));
    assert!(sent > requests / 3, "only {sent} of {requests} requests were sent");
}

#[test]
fn newman_sends_what_we_work_out() {
    assert_alike(&generator::runs(1, 6, 60));
}

#[test]
fn newman_sends_what_we_work_out_for_odd_definitions() {
    assert_alike(&generator::mutated_runs(2, 6, 40));
}

/// For development, with seeds of one's own: `cargo test --test wire -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn newman_sends_what_we_work_out_for_thousands() {
    for seed in 1000..1010 {
        assert_alike(&generator::runs(seed, 10, 50));
        assert_alike(&generator::mutated_runs(seed, 10, 50));
    }
}
