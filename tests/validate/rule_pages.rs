//! The examples on the pages of the rules: the bad ones are found, the good ones are not.

use std::fmt::Write as _;

use countersign::catalog::Catalog;
use countersign::runtime::Setup;
use countersign::source::Document;
use countersign::validate::rules::ALL;
use countersign::validate::{Input, Options, Profile, validate};
use countersign::world::Engine;
use serde_json::{Value, json};

struct Example {
    language: String,
    is_bad: bool,
    text: String,
}

/// The fenced blocks of a page that are marked `bad` or `good`.
fn examples(page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once("```") {
        let (block, after) = after.split_once("```").expect("the block has an end");
        let (head, text) = block.split_once('\n').expect("the block has a first line");
        let (language, verdict) = head.split_once(' ').expect("a language, then bad or good");
        let is_bad = match verdict {
            "bad" => true,
            "good" => false,
            other => panic!("an example is bad or good, not {other}"),
        };
        examples.push(Example { language: language.to_owned(), is_bad, text: text.to_owned() });
        rest = after;
    }
    examples
}

/// The file that an example stands for: itself, or a collection around an item or a script.
fn file(example: &Example) -> String {
    if example.language == "js" {
        return collection(&request_with(&example.text).to_string());
    }
    assert_eq!(example.language, "json");
    let value: Value = serde_json::from_str(&example.text).expect("the example is JSON");
    let is_whole = ["info", "values"].iter().any(|key| value.get(key).is_some());
    if is_whole { example.text.clone() } else { collection(&example.text) }
}

fn collection(item: &str) -> String {
    let schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    let mut text = String::new();
    let info = json!({"name": "Example", "schema": schema});
    write!(text, "{{\"info\": {info}, \"item\": [{item}]}}").expect("memory takes text");
    text
}

/// A signed request with this pre-request script.
fn request_with(script: &str) -> Value {
    json!({
        "name": "Balance",
        "event": [{"listen": "prerequest", "script": {"type": "text/javascript",
            "exec": script.lines().collect::<Vec<_>>()}}],
        "request": {
            "method": "POST",
            "header": [{"key": "API-Key", "value": "{{api_key}}"}, {"key": "API-Sign", "value": "{{api_signature}}"}],
            "url": {"raw": "https://api.kraken.com/0/private/Balance", "protocol": "https",
                "host": ["api", "kraken", "com"], "path": ["0", "private", "Balance"]},
            "body": {"mode": "urlencoded", "urlencoded": [
                {"key": "nonce", "value": "{{api_nonce}}"},
                {"key": "rebase_multiplier", "value": "rebased", "disabled": true},
            ]},
        },
    })
}

/// The rules that find something in a file, each with its message.
fn found(text: &str) -> Vec<(String, String)> {
    let document = Document::read(text.as_bytes()).expect("the example is JSON");
    let setup = Setup::new(Engine::Postman, 1_767_225_600_000);
    let profile = Profile::new(Catalog::embedded(), setup);
    let input = Input::new("example.json", document, &profile);
    let outcome = validate(vec![input], &Options::default()).expect("it can be checked");
    let diagnostics = outcome.files.into_iter().flat_map(|file| file.diagnostics);
    diagnostics.map(|found| (found.rule.to_string(), found.message)).collect()
}

#[test]
fn bad_examples_are_found_and_good_ones_are_not() {
    for rule in ALL {
        let examples = examples(rule.page);
        assert!(
            examples.iter().any(|it| it.is_bad) && examples.iter().any(|it| !it.is_bad),
            "{}",
            rule.id
        );
        for example in &examples {
            let found = found(&file(example));
            let is_found = found.iter().any(|(id, _)| id == rule.id.as_str());
            assert_eq!(is_found, example.is_bad, "{}: {}\n{found:#?}", rule.id, example.text);
        }
    }
}

#[test]
fn good_examples_are_clean_by_all_rules() {
    for rule in ALL {
        for example in examples(rule.page).iter().filter(|example| !example.is_bad) {
            let found: Vec<_> = found(&file(example))
                .into_iter()
                .filter(|(id, _)| id != rule.id.as_str())
                .collect();
            let is_script = example.language == "js";
            // An example may leave out what does not matter to it, but not be wrong.
            let worse = ["signature-mismatch", "schema", "script-error"];
            let wrong = found.iter().any(|(id, _)| {
                worse.contains(&id.as_str()) && !(is_script && id == "signature-missing")
            });
            assert!(!wrong, "{}: {}\n{found:#?}", rule.id, example.text);
        }
    }
}
