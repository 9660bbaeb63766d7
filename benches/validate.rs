//! How much longer it takes to check 50 MB of collections than to parse them.
//!
//! `COUNTERSIGN_CORPUS=… cargo bench --bench validate`; without it the generated collections are
//! read over and over.

#[path = "support/corpus.rs"]
mod corpus;

use std::hint::black_box;
use std::sync::LazyLock;

use countersign::findings::FileId;
use countersign::source::Document;
use countersign::validate::check_document;
use divan::Bencher;
use divan::counter::BytesCount;
use serde_json::Value;

static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(corpus::files);

fn main() {
    divan::main();
}

fn size() -> BytesCount {
    BytesCount::new(FILES.iter().map(Vec::len).sum::<usize>())
}

#[divan::bench(sample_count = 10)]
fn parse_with_serde_json(bencher: Bencher<'_, '_>) {
    bencher.counter(size()).bench(|| {
        for file in FILES.iter() {
            black_box(serde_json::from_slice::<Value>(file).ok());
        }
    });
}

#[divan::bench(sample_count = 10)]
fn read(bencher: Bencher<'_, '_>) {
    bencher.counter(size()).bench(|| {
        for file in FILES.iter() {
            black_box(Document::read(file).ok());
        }
    });
}

#[divan::bench(sample_count = 10)]
fn read_and_check(bencher: Bencher<'_, '_>) {
    bencher.counter(size()).bench(|| {
        for file in FILES.iter() {
            let document = Document::read(file).expect("only JSON is kept");
            black_box(check_document(FileId(0), &document).ok());
        }
    });
}
