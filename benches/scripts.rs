//! How long one attempt at a request takes: its scripts, and working out what goes out.
//!
//! `cargo bench --bench scripts`

use countersign::catalog::Catalog;
use countersign::generate::{Options, generate};
use countersign::runtime::{Attempt, Setup, Solo, plan};
use countersign::world::Engine;
use serde_json::{Value, json};

/// 2026-01-01, in milliseconds since 1970.
const NOW_MS: u64 = 1_767_225_600_000;

fn main() {
    divan::main();
}

fn setup() -> Setup {
    let mut setup = Setup::new(Engine::Postman, NOW_MS);
    let secret =
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
    setup.environment = json!({"values": [
        {"key": "api_key", "value": "key"}, {"key": "api_secret", "value": secret}]});
    setup
}

/// Attempts at the first request of a collection, each a little later than the one before.
fn attempts(bencher: divan::Bencher<'_, '_>, collection: &Value) {
    let planned = &plan(collection)[0];
    let mut solo = Solo::new(collection, setup());
    let mut now_ms = NOW_MS;
    bencher.bench_local(|| {
        now_ms += 1;
        let ran = solo.run(planned, &Attempt::as_saved().at(now_ms)).expect("the engine starts");
        assert!(ran.failed_script().is_none(), "{:?}", ran.scripts);
        ran
    });
}

/// A request as one of the exchange's, with a form of ten fields, nine of them off.
fn request(script: Option<&str>) -> Value {
    let mut rows = vec![json!({"key": "nonce", "value": "{{api_nonce}}"})];
    let off = |at| json!({"key": format!("k{at}"), "value": "v", "disabled": true, "description": "What it is for."});
    rows.extend((0..9).map(off));
    let mut item = json!({"name": "Balance", "request": {
        "method": "POST",
        "header": [{"key": "API-Key", "value": "{{api_key}}"}, {"key": "API-Sign", "value": "{{api_signature}}"}],
        "url": {"raw": "{{base_url}}/0/private/Balance", "host": ["{{base_url}}"], "path": ["0", "private", "Balance"]},
        "body": {"mode": "urlencoded", "urlencoded": rows},
    }});
    if let Some(script) = script {
        item["event"] = json!([{"listen": "prerequest", "script": script}]);
    }
    let variables = json!([{"key": "base_url", "value": "https://api.kraken.com"}]);
    json!({"variable": variables, "item": [item]})
}

/// A request of the generated collection, its own script included.
fn generated(endpoint: &str) -> Value {
    let catalog = Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("the built-in api is sound");
    let options = Options { endpoints: vec![endpoint.to_owned()], ..Options::default() };
    let files = generate(api, &options).expect("the built-in api generates");
    serde_json::from_str(&files[0].text).expect("it is JSON")
}

#[divan::bench]
fn no_script(bencher: divan::Bencher<'_, '_>) {
    attempts(bencher, &request(None));
}

#[divan::bench(args = [
    "",
    "pm.request.url.toString()",
    "pm.request.body.urlencoded.each(function (row) { row.value = row.value + ''; })",
    "pm.variables.set('a', 'b'); pm.variables.get('api_secret')",
    "pm.environment.set('a', 'b')",
    "pm.variables.replaceIn('{{base_url}}/0/private/x')",
    "var C = require('crypto-js'); C.HmacSHA512('text', C.enc.Base64.parse('AAECAw==')).toString(C.enc.Base64)",
])]
fn script(bencher: divan::Bencher<'_, '_>, text: &str) {
    attempts(bencher, &request(Some(text)));
}

/// On 2, 3, 5, 8 and 27 rows of a form, most of them off.
#[divan::bench(args = ["Balance", "TradeBalance", "QueryOrders", "Ledgers", "AddOrder"])]
fn generated_script(bencher: divan::Bencher<'_, '_>, endpoint: &str) {
    attempts(bencher, &generated(endpoint));
}

/// An engine, and the first run of a script in it.
#[divan::bench(sample_count = 50)]
fn start(bencher: divan::Bencher<'_, '_>) {
    let collection = generated("Balance");
    let planned = &plan(&collection)[0];
    bencher.bench_local(|| {
        let mut solo = Solo::new(&collection, setup());
        solo.run(planned, &Attempt::as_saved()).map(|ran| ran.scripts.len())
    });
}
