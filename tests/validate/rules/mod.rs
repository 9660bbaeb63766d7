//! What single rules find, and what they leave alone, beyond the examples on their pages.

mod api;
mod dynamic_variables;
mod scripts;
mod secrets;
mod signing;
mod structure;
mod urls;
mod variables;

use countersign::catalog::Catalog;
use countersign::findings::{Diagnostic, fixed};
use countersign::runtime::Setup;
use countersign::source::Document;
use countersign::validate::{Input, Options, Profile, validate};
use countersign::world::Engine;
use serde_json::{Value, json};

/// A collection of these items.
fn collection(items: &Value) -> Value {
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    json!({"info": {"name": "c", "schema": schema}, "item": items})
}

/// A collection with one request, which is this.
fn request(request: &Value) -> Value {
    collection(&json!([{"name": "r", "request": request}]))
}

/// Everything that is found in a file.
fn findings(file: &Value) -> Vec<Diagnostic> {
    findings_in(file, Setup::new(Engine::Postman, 1_767_225_600_000))
}

fn findings_in(file: &Value, setup: Setup) -> Vec<Diagnostic> {
    findings_in_text(&file.to_string(), setup)
}

fn findings_in_text(text: &str, setup: Setup) -> Vec<Diagnostic> {
    let profile = Profile::new(Catalog::embedded(), setup);
    let input = Input::new("file.json", document_of(text), &profile);
    let outcome = validate(vec![input], &Options::default()).expect("it can be checked");
    outcome.files.into_iter().flat_map(|file| file.diagnostics).collect()
}

fn document(file: &Value) -> Document {
    document_of(&file.to_string())
}

fn document_of(text: &str) -> Document {
    Document::read(text.as_bytes()).expect("it is JSON")
}

/// The places and messages of what a rule finds in a file.
fn found(rule: &str, file: &Value) -> Vec<String> {
    shown(rule, &findings(file))
}

fn shown(rule: &str, found: &[Diagnostic]) -> Vec<String> {
    let of_rule = found.iter().filter(|found| found.rule.as_str() == rule);
    of_rule.map(|found| format!("{}: {}", found.primary.pointer, found.message)).collect()
}

/// The file with all fixes of a rule made.
fn mended(rule: &str, file: &Value) -> Value {
    let mut found = findings(file);
    found.retain(|found| found.rule.as_str() == rule);
    let fixed = fixed(&document(file), &found).expect("there is something to fix");
    let mended = serde_json::from_str(&fixed.text).expect("it is still JSON");
    assert_eq!(self::found(rule, &mended), [""; 0], "{mended}");
    mended
}
