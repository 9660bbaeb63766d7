//! How long it takes to compare 10,000 requests with 10,000 others: `cargo bench --bench compare`.

use std::hint::black_box;
use std::sync::LazyLock;

use countersign::catalog::Catalog;
use countersign::collection::Collection;
use countersign::compare::Source;
use countersign::compare::coverage::Coverage;
use countersign::compare::diff::{Diff, Party};
use countersign::compare::update::{Options, Update, Verdicts};
use countersign::generate;
use countersign::generate::generate;
use countersign::source::Document;
use divan::Bencher;
use divan::counter::ItemsCount;
use serde_json::{Value, json};

const REQUESTS: usize = 10_000;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);
static OLD: LazyLock<String> = LazyLock::new(|| text(false));
static NEW: LazyLock<String> = LazyLock::new(|| text(true));

fn main() {
    divan::main();
}

/// A collection of that many requests as they are generated, without examples; the edited one has
/// another id in each script, and every hundredth request has a header more.
fn text(is_edited: bool) -> String {
    let api = CATALOG.api("kraken-spot").expect("it is built in");
    let files = generate(api, &generate::Options::default()).expect("the templates are right");
    let mut collection: Value = serde_json::from_str(&files[0].text).expect("it is JSON");
    let folders = collection["item"].as_array().expect("folders");
    let all: Vec<_> =
        folders.iter().flat_map(|it| it["item"].as_array().expect("requests")).collect();
    let item = |number: usize| {
        let mut item = all[number % all.len()].clone();
        item["response"] = json!([]);
        item["request"]["url"]["path"]
            .as_array_mut()
            .expect("segments")
            .push(json!(format!("x{number}")));
        if is_edited {
            for event in item["event"].as_array_mut().into_iter().flatten() {
                event["script"]["id"] = json!(format!("{number}"));
            }
            if number.is_multiple_of(100) {
                item["request"]["header"]
                    .as_array_mut()
                    .expect("rows")
                    .push(json!({"key": "X", "value": "1"}));
            }
        }
        item
    };
    collection["item"] = (0..REQUESTS).map(item).collect();
    format!("{collection:#}")
}

fn source(text: &str) -> Vec<Source> {
    let collection = Collection::from_json(text).expect("it is a collection");
    vec![Source { name: String::new(), collection }]
}

fn party(sources: &[Source]) -> Party<'_> {
    Party { sources, is_api: false, status: None }
}

#[divan::bench(sample_count = 10)]
fn read_both_and_compare(bencher: Bencher<'_, '_>) {
    let texts = (&*OLD, &*NEW);
    bencher.counter(ItemsCount::new(REQUESTS)).bench(|| {
        let (old, new) = rayon::join(|| source(texts.0), || source(texts.1));
        black_box(Diff::of(party(&old), party(&new)).changed.len())
    });
}

#[divan::bench(sample_count = 10)]
fn compare_what_was_read(bencher: Bencher<'_, '_>) {
    let (old, new) = (source(&OLD), source(&NEW));
    bencher
        .counter(ItemsCount::new(REQUESTS))
        .bench(|| black_box(Diff::of(party(&old), party(&new)).changed.len()));
}

#[divan::bench(sample_count = 10)]
fn coverage(bencher: Bencher<'_, '_>) {
    let sources = source(&OLD);
    let api = CATALOG.api("kraken-spot").expect("it is built in");
    bencher
        .counter(ItemsCount::new(REQUESTS))
        .bench(|| black_box(Coverage::of(api, &sources, &|_, _| None).extra.len()));
}

#[divan::bench(sample_count = 10)]
fn update(bencher: Bencher<'_, '_>) {
    let document = Document::read(OLD.as_bytes()).expect("it is JSON");
    let api = CATALOG.api("kraken-spot").expect("it is built in");
    let options = Options { prune: false, verdicts: &|_| Verdicts::new() };
    bencher.counter(ItemsCount::new(REQUESTS)).bench_local(|| {
        black_box(Update::of(&document, api, &options).expect("it is a collection").text.len())
    });
}
