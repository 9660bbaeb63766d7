//! Whatever stands in a file, it is checked and reported without a panic.

use std::io::sink;

use countersign::catalog::Catalog;
use countersign::findings::{Baseline, fixed};
use countersign::report::validate::{Format, Styles};
use countersign::runtime::Setup;
use countersign::source::Document;
use countersign::validate::{Input, Options, Outcome, Profile, validate};
use countersign::world::Engine;
use serde_json::{Value, json};

use crate::collection_model::mutation::{Edit, Path, apply, places, replacements};
use crate::support::fixture;

/// A collection that has something of everything that rules look at.
fn collection() -> Value {
    let script = fixture("signing/form.js");
    let event = json!([{"listen": "prerequest", "script": {"exec": script.lines().collect::<Vec<_>>(), "type": "text/javascript"}}]);
    json!({
        "info": {"name": "n", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "variable": [{"key": "base_url", "value": "https://api.kraken.com"}],
        "auth": {"type": "noauth"},
        "item": [{
            "name": "Trading",
            "item": [{
                "name": "AddOrder",
                "event": event,
                "protocolProfileBehavior": {"disableBodyPruning": true},
                "request": {
                    "method": "POST",
                    "header": [{"key": "API-Key", "value": "{{api_key}}"}, {"key": "API-Sign", "value": "{{api_signature}}"}],
                    "url": {"raw": "{{base_url}}/0/private/AddOrder?a=b", "host": ["{{base_url}}"], "path": ["0", "private", "AddOrder"],
                        "query": [{"key": "a", "value": "b", "disabled": true}], "variable": [{"key": "id", "value": "1"}]},
                    "body": {"mode": "urlencoded", "urlencoded": [
                        {"key": "nonce", "value": "{{api_nonce}}"}, {"key": "pair", "value": "XBT/USD"},
                        {"key": "price", "value": "1", "disabled": true},
                    ]},
                },
                "response": [{"name": "ok", "code": 200, "body": "{}"}],
            }],
        }],
    })
}

fn checked(texts: &[String]) -> Outcome {
    let profile = Profile::new(Catalog::embedded(), Setup::new(Engine::Postman, 1_767_225_600_000));
    let input = |text: &String| {
        let document = Document::read(text.as_bytes()).expect("it is JSON");
        Input::new("f.json", document, &profile)
    };
    validate(texts.iter().map(input).collect(), &Options::default()).expect("it runs")
}

fn reported(outcome: &Outcome) {
    for format in Format::ALL {
        format.write(outcome, &Styles::coloured(), &mut sink()).expect("nothing is in the way");
    }
    Baseline::of(outcome);
    for file in &outcome.files {
        let Some(document) = &file.document else { continue };
        if let Some(fixed) = fixed(document, &file.diagnostics) {
            Document::read(fixed.text.as_bytes()).expect("a fix leaves JSON");
        }
    }
}

#[test]
fn every_place_may_hold_anything() {
    let collection = collection();
    let places = places(&collection);
    let puts = replacements();
    // Each place gets several of the values, and all values have their turn somewhere.
    let spoilt = places.iter().enumerate().flat_map(|(index, place)| {
        let puts = puts.iter().skip(index % 9).step_by(9).map(|value| Edit::Put(value.clone()));
        let edits = puts.chain([Edit::Drop]);
        edits.filter_map(|edit| edited(&collection, place, &edit)).collect::<Vec<_>>()
    });
    let texts: Vec<_> = spoilt.filter(is_collection).map(|value| value.to_string()).collect();
    assert!(texts.len() > 400, "{}", texts.len());
    for texts in texts.chunks(64) {
        reported(&checked(texts));
    }
}

fn edited(collection: &Value, place: &Path, edit: &Edit) -> Option<Value> {
    let mut collection = collection.clone();
    apply(&mut collection, place, edit)?;
    Some(collection)
}

fn is_collection(value: &Value) -> bool {
    let document = Document::read(value.to_string().as_bytes()).expect("it is JSON");
    document.kind() == countersign::source::Kind::CollectionV21
}

#[test]
fn scripts_that_attack_are_contained() {
    let script = |text: &str| {
        let mut collection = collection();
        collection["item"][0]["item"][0]["event"][0]["script"]["exec"] = json!([text]);
        collection.to_string()
    };
    let attacks = [
        "while (true) {}",
        "var a = []; while (true) { a.push(new Array(1e6).fill(1)); }",
        "(function f() { f(); })();",
        "setInterval(function () {}, 1);",
        "throw null;",
        "/(a+)+$/.test('a'.repeat(40) + 'b');",
        "for (var i = 0; i < 1e9; i += 1) { console.log('x'.repeat(1e5)); }",
        "pm.request = null; pm = null; Object.prototype.toString = null;",
        "JSON.stringify = function () { throw 1; }; Array.prototype.push = null;",
        "throw new Error('\\u001b[2J\\u202e' + 'x'.repeat(1e6));",
        "await new Promise(function () {});",
    ];
    let outcome = checked(&attacks.map(script));
    for (attack, file) in attacks.iter().zip(&outcome.files) {
        let rules: Vec<_> = file.diagnostics.iter().map(|found| found.rule.as_str()).collect();
        assert!(!rules.is_empty(), "{attack}");
        for found in &file.diagnostics {
            assert!(found.message.chars().count() < 400, "{attack}: {}", found.message.len());
            assert!(!found.message.contains('\u{1b}'), "{attack}");
        }
    }
    reported(&outcome);
}
