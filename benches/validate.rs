//! How much longer it takes to check 50 MB of collections than to parse them.
//!
//! `COUNTERSIGN_CORPUS=… cargo bench --bench validate`; without it the generated collections are
//! read over and over.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use countersign::source::Document;
use countersign::validate::{FileId, check_document};
use divan::Bencher;
use divan::counter::BytesCount;
use serde_json::Value;

const SIZE: usize = 50_000_000;

static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(files);

fn main() {
    divan::main();
}

/// Collections of 50 MB together.
fn files() -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    collect(&folder(), &mut found);
    found.sort();
    let mut size = 0;
    let texts: Vec<_> = found.iter().filter_map(|path| fs::read(path).ok()).collect();
    let is_collection = |text: &&Vec<u8>| {
        let document = Document::read(text).ok();
        document.is_some_and(|document| check_document(FileId(0), &document).is_ok())
    };
    let texts: Vec<_> = texts.iter().filter(is_collection).collect();
    let endless = texts.iter().cycle().take_while(|text| {
        let is_enough = size >= SIZE;
        size += text.len();
        !is_enough
    });
    endless.map(|text| (*text).clone()).collect()
}

#[expect(clippy::disallowed_methods, reason = "a benchmark may look beyond the repository")]
fn folder() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("collections");
    std::env::var_os("COUNTERSIGN_CORPUS").map_or(own, PathBuf::from)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
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
