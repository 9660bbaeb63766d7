//! How long it takes to run requests with signing scripts, and to start.
//!
//! `cargo bench --bench inspect`

use std::process::{Command, Stdio};

use countersign::catalog::Catalog;
use countersign::generate::{Options, generate};
use countersign::inspect::{Choice, inspect};
use countersign::runtime::{Run, Setup};
use countersign::world::Engine;
use divan::counter::ItemsCount;
use serde_json::{Value, json};

/// 2026-01-01, in milliseconds since 1970.
const NOW_MS: u64 = 1_767_225_600_000;

fn main() {
    divan::main();
}

/// A collection of `count` orders, each signed by its own generated script.
fn orders(count: usize) -> Value {
    let catalog = Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("the built-in api is sound");
    let options = Options { endpoints: vec!["AddOrder".to_owned()], ..Options::default() };
    let files = generate(api, &options).expect("the built-in api generates");
    let mut collection: Value = serde_json::from_str(&files[0].text).expect("it is JSON");
    let order = collection["item"][0]["item"][0].clone();
    collection["item"] = vec![order; count].into();
    collection
}

fn setup() -> Setup {
    let mut setup = Setup::new(Engine::Postman, NOW_MS);
    let secret =
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==";
    setup.environment = json!({"values": [
        {"key": "api_key", "value": "key"}, {"key": "api_secret", "value": secret}]});
    setup
}

/// Scripts and outgoing requests of 1,000 signed requests; the time of one is a thousandth.
#[divan::bench(sample_count = 20)]
fn run_1000_signed_requests(bencher: divan::Bencher<'_, '_>) {
    let collection = orders(1000);
    bencher.counter(ItemsCount::new(1000_usize)).bench_local(|| {
        let mut run = Run::new(&collection, setup());
        let mut sent = 0;
        while let Some(ran) = run.next_request().expect("the engine starts") {
            assert!(ran.failed_script().is_none());
            sent += usize::from(ran.outgoing.is_ok());
        }
        assert_eq!(sent, 1000);
    });
}

/// The same, signed again in Rust and compared.
#[divan::bench(sample_count = 20)]
fn inspect_1000_signed_requests(bencher: divan::Bencher<'_, '_>) {
    let collection = orders(1000);
    let catalog = Catalog::embedded();
    bencher.counter(ItemsCount::new(1000_usize)).bench_local(|| {
        let inspection = inspect(&collection, setup(), &catalog, Choice::default());
        assert_eq!(inspection.expect("it runs").requests.len(), 1000);
    });
}

/// The whole program on Kraken's published sample: one request, one script.
#[divan::bench]
fn process_with_one_signed_request() {
    let status = Command::new(env!("CARGO_BIN_EXE_countersign"))
        .args(["inspect", "tests/fixtures/kraken-sample.postman_collection.json"])
        .stdout(Stdio::null())
        .status();
    assert!(status.expect("the program starts").success());
}
