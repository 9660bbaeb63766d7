//! JSON, version 1.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::causes::Explanation;
use crate::countersign::Countersigned;
use crate::inspect::{InspectedRequest, Inspection};
use crate::text::base64;
use crate::validate::Body;

/// The whole report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report {
    /// Always 1.
    schema_version: u32,
    /// The requests in the order in which they ran.
    requests: Vec<Request>,
    /// Credentials that nobody gave, so that made-up ones took their places.
    test_values: Vec<String>,
}

/// A request.
#[derive(Debug, Serialize, JsonSchema)]
struct Request {
    /// Its name.
    name: String,
    /// The folders that it is in, from the outermost on.
    folders: Vec<String>,
    /// Where it stands in the file (RFC 6901).
    pointer: String,
    /// Counted from 0.
    iteration: u32,
    /// Whether Postman would send it.
    sent: bool,
    /// Why it would not be sent.
    error: Option<String>,
    /// The method.
    method: String,
    /// The URL as sent; as written if it is not sent.
    url: String,
    /// The header lines in their order.
    headers: Vec<Pair>,
    /// The body: text, or base64 if it is no UTF-8.
    body: Option<String>,
    /// `utf8` or `base64`.
    body_encoding: &'static str,
    /// The signature, if an api covers the request.
    signature: Option<Signature>,
    /// What its scripts logged.
    console: Vec<Line>,
    /// The first failure of a script.
    script_error: Option<String>,
    /// Where that script, or its line, stands.
    script_error_pointer: Option<String>,
    /// The variables that it uses.
    variables: Vec<Variable>,
    /// What may be otherwise in Postman.
    warnings: Vec<String>,
}

/// A name and a value.
#[derive(Debug, Serialize, JsonSchema)]
struct Pair {
    name: String,
    value: String,
}

/// A logged line.
#[derive(Debug, Serialize, JsonSchema)]
struct Line {
    level: &'static str,
    text: String,
}

/// A variable that a request uses.
#[derive(Debug, Serialize, JsonSchema)]
struct Variable {
    name: String,
    /// `local`, `data`, `environment`, `collection`, `globals`, `dynamic` or `unresolved`.
    origin: String,
    /// `method`, `url`, `headers`, `body` or `auth`.
    place: String,
}

/// A signature.
#[derive(Debug, Serialize, JsonSchema)]
struct Signature {
    /// The api.
    api: String,
    /// The endpoint, if the catalogue knows the path.
    endpoint: Option<String>,
    /// The recipe; null for a public endpoint.
    recipe: Option<String>,
    /// `verified`, `mismatched`, `unsigned` or `not-applicable`.
    status: &'static str,
    /// What leads to the expected signature; the key is masked.
    steps: Vec<Pair>,
    /// The signature that the rule gives.
    expected: Option<String>,
    /// The signature that the request carries.
    found: Option<String>,
    /// The mistake behind a mismatch.
    cause: Option<String>,
    /// What the mistake is.
    explanation: Option<Explained>,
    /// What else is worth knowing.
    note: Option<String>,
}

/// The mistake behind a mismatch.
#[derive(Debug, Serialize, JsonSchema)]
struct Explained {
    /// What exactly is the matter.
    detail: String,
    /// What to do.
    help: String,
    /// The text that the script signed.
    signed: Option<String>,
    /// The text that Postman sends.
    sent: Option<String>,
    /// The first character, counted from 0, in which the two differ.
    differs_at: Option<usize>,
}

/// Writes the report.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn write(inspection: &Inspection, out: &mut impl Write) -> io::Result<()> {
    let report = Report {
        schema_version: 1,
        requests: inspection.requests.iter().map(request).collect(),
        test_values: inspection.test_values.clone(),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

fn request(request: &InspectedRequest) -> Request {
    let sent = request.sent.as_ref();
    let (method, url) = match sent {
        Ok(sent) => (sent.method.clone(), sent.url.clone()),
        Err(_) => request.written.clone(),
    };
    let (body, body_encoding) = match sent.map(|sent| &sent.body) {
        Ok(Body::Text(text)) => (Some(text.clone()), "utf8"),
        Ok(Body::Bytes(bytes)) => (Some(base64::encode(bytes)), "base64"),
        Ok(Body::None) | Err(_) => (None, "utf8"),
    };
    let headers = sent.map(|sent| sent.headers.as_slice()).unwrap_or_default();
    Request {
        name: request.name.clone(),
        folders: request.folders.clone(),
        pointer: request.pointer.clone(),
        iteration: request.iteration,
        sent: sent.is_ok(),
        error: sent.err().cloned(),
        method,
        url,
        headers: headers.iter().map(|(name, value)| pair(name, value)).collect(),
        body,
        body_encoding,
        signature: request.signature.as_ref().map(signature),
        console: request
            .console
            .iter()
            .map(|line| Line { level: line.level, text: line.text.clone() })
            .collect(),
        script_error: request.failure.as_ref().map(|failure| failure.message.clone()),
        script_error_pointer: request.failure.as_ref().map(|failure| failure.pointer.clone()),
        variables: request
            .variables
            .iter()
            .map(|used| Variable {
                name: used.name.clone(),
                origin: used.origin.word().to_owned(),
                place: used.place.word().to_owned(),
            })
            .collect(),
        warnings: request.warnings.clone(),
    }
}

fn signature(signature: &Countersigned) -> Signature {
    let explanation = signature.explanation.as_ref();
    Signature {
        api: signature.api.clone(),
        endpoint: signature.endpoint.clone(),
        recipe: Some(signature.recipe.clone()).filter(|recipe| !recipe.is_empty()),
        status: signature.status.word(),
        steps: signature.steps.iter().map(|step| pair(&step.name, &step.value)).collect(),
        expected: signature.expected.clone(),
        found: signature.found.clone(),
        cause: explanation.map(|it| it.cause.id().to_owned()),
        explanation: explanation.map(explained),
        note: signature.note.clone(),
    }
}

fn explained(explanation: &Explanation) -> Explained {
    Explained {
        detail: explanation.detail.clone(),
        help: explanation.cause.help().to_owned(),
        signed: explanation.signed.clone(),
        sent: explanation.sent.clone(),
        differs_at: explanation.differs_at,
    }
}

fn pair(name: &str, value: &str) -> Pair {
    Pair { name: name.to_owned(), value: value.to_owned() }
}
