//! 50 MB of collections: those of `COUNTERSIGN_CORPUS`, or the generated ones, over and over.

use std::fs;
use std::path::{Path, PathBuf};

use countersign::findings::FileId;
use countersign::source::Document;
use countersign::validate::check_document;

const SIZE: usize = 50_000_000;

/// The texts of the collections.
pub(crate) fn files() -> Vec<Vec<u8>> {
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
