//! What is known of Postman's behaviour, fact by fact: what we work out is as stated, and Newman
//! still behaves so.
#![expect(clippy::needless_pass_by_value, reason = "a fact reads best with its JSON in place")]

mod auth;
mod bodies;
mod encoding;
mod headers;
mod urls;
mod variables;

use countersign::runtime::{NotSent, Outgoing, plan};
use serde_json::{Value, json};

use crate::wire::newman::{difference, scopes, world};
use crate::wire::recorder::record;

/// A request and what is known to be sent for it.
pub(crate) struct Fact {
    name: &'static str,
    /// A folder with one item, so that auth and behaviour can be inherited.
    folder: Value,
    expected: Expected,
}

enum Expected {
    Sent(Vec<Check>),
    NotSent,
}

/// One thing to look at in what is sent.
enum Check {
    Method(&'static str),
    Target(String),
    Body(String),
    Header(&'static str, String),
    NoHeader(&'static str),
    /// All names, in order.
    HeaderNames(Vec<&'static str>),
}

impl Fact {
    /// A fact about a request of its own.
    fn of(name: &'static str, request: Value) -> Self {
        let folder = json!({"name": name, "item": [{"name": name, "request": request}]});
        Self { name, folder, expected: Expected::Sent(Vec::new()) }
    }

    /// A fact about a GET of a URL, a text or an object.
    fn get(name: &'static str, url: Value) -> Self {
        Self::of(name, json!({"method": "GET", "url": url}))
    }

    /// A fact about a POST of a body.
    fn post(name: &'static str, body: Value) -> Self {
        Self::of(name, json!({"method": "POST", "url": "http://h/p", "body": body}))
    }

    fn request(mut self, key: &str, value: Value) -> Self {
        self.folder["item"][0]["request"][key] = value;
        self
    }

    fn item(mut self, key: &str, value: Value) -> Self {
        self.folder["item"][0][key] = value;
        self
    }

    fn folder(mut self, key: &str, value: Value) -> Self {
        self.folder[key] = value;
        self
    }

    fn check(mut self, check: Check) -> Self {
        if let Expected::Sent(checks) = &mut self.expected {
            checks.push(check);
        }
        self
    }

    fn method(self, method: &'static str) -> Self {
        self.check(Check::Method(method))
    }

    fn target(self, target: impl Into<String>) -> Self {
        self.check(Check::Target(target.into()))
    }

    fn body(self, body: impl Into<String>) -> Self {
        self.check(Check::Body(body.into()))
    }

    fn header(self, name: &'static str, value: impl Into<String>) -> Self {
        self.check(Check::Header(name, value.into()))
    }

    fn no_header(self, name: &'static str) -> Self {
        self.check(Check::NoHeader(name))
    }

    fn header_names(self, names: &[&'static str]) -> Self {
        self.check(Check::HeaderNames(names.to_vec()))
    }

    fn not_sent(mut self) -> Self {
        self.expected = Expected::NotSent;
        self
    }

    fn verify(&self, worked_out: &Result<Outgoing, NotSent>) {
        match (&self.expected, worked_out) {
            (Expected::NotSent, Err(_)) => {}
            (Expected::NotSent, Ok(outgoing)) => panic!("{}: sent to {}", self.name, outgoing.url),
            (Expected::Sent(_), Err(reason)) => panic!("{}: not sent: {reason}", self.name),
            (Expected::Sent(checks), Ok(outgoing)) => {
                assert!(!checks.is_empty(), "{}: nothing is checked", self.name);
                for check in checks {
                    check.verify(self.name, outgoing);
                }
            }
        }
    }
}

impl Check {
    fn verify(&self, fact: &str, outgoing: &Outgoing) {
        match self {
            Self::Method(method) => assert_eq!(outgoing.method, *method, "{fact}"),
            Self::Target(target) => assert_eq!(outgoing.url.path_and_query(), *target, "{fact}"),
            Self::Body(body) => assert_eq!(outgoing.body, body.as_bytes(), "{fact}"),
            Self::Header(name, value) => {
                assert_eq!(outgoing.header(name), Some(value.as_str()), "{fact}: {name}");
            }
            Self::NoHeader(name) => assert_eq!(outgoing.header(name), None, "{fact}: {name}"),
            Self::HeaderNames(names) => {
                let sent = outgoing.headers.iter().map(|header| header.name.as_str());
                assert_eq!(sent.collect::<Vec<_>>(), *names, "{fact}");
            }
        }
    }
}

/// One run that holds all facts: they share the variables of [`variables::run`].
fn run(facts: &[Fact]) -> Value {
    let mut run = variables::run();
    run["collection"]["item"] = facts.iter().map(|fact| fact.folder.clone()).collect();
    run
}

fn facts() -> Vec<Fact> {
    [
        variables::facts(),
        urls::facts(),
        encoding::facts(),
        bodies::facts(),
        headers::facts(),
        auth::facts(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn facts_hold() {
    let facts = facts();
    let run = run(&facts);
    for (fact, request) in facts.iter().zip(plan(&run["collection"])) {
        fact.verify(&request.outgoing(&scopes(&run), &mut world()));
    }
}

#[test]
fn facts_hold_for_newman() {
    let facts = facts();
    let run = run(&facts);
    let recorded = record(std::slice::from_ref(&run)).remove(0);
    for (request, recorded) in plan(&run["collection"]).iter().zip(recorded) {
        let worked_out = request.outgoing(&scopes(&run), &mut world());
        if let Some(difference) = difference(&recorded, &worked_out) {
            panic!("{}: {difference}", request.name());
        }
    }
}
