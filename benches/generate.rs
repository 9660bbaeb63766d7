//! How long it takes to generate everything: inside the library, and as a process that writes files.
//!
//! `cargo bench --bench generate`

use std::path::Path;
use std::process::{Command, Stdio};

use countersign::catalog::Catalog;
use countersign::generate::{Layout, Options, ScriptStyle, generate};

fn main() {
    divan::main();
}

#[divan::bench]
fn read_the_catalogue() -> usize {
    let catalog = Catalog::embedded();
    let apis = catalog
        .names()
        .into_iter()
        .map(|name| catalog.api(name).expect("the built-in api is sound"));
    apis.map(|api| api.endpoints().count()).sum()
}

#[divan::bench(args = [Layout::Single, Layout::Group, Layout::Endpoint])]
fn generate_in_memory(layout: Layout) -> usize {
    let catalog = Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("the built-in api is sound");
    let options = Options { layout, ..Options::default() };
    generate(api, &options).expect("the built-in api generates").len()
}

#[divan::bench]
fn generate_classic_in_memory() -> usize {
    let catalog = Catalog::embedded();
    let api = catalog.api("kraken-spot").expect("the built-in api is sound");
    let options = Options { script: ScriptStyle::Classic, ..Options::default() };
    generate(api, &options).expect("the built-in api generates").len()
}

/// The whole program: it starts, reads the catalogue, generates, writes every file anew.
#[divan::bench(args = ["single", "group", "endpoint"])]
fn process(bencher: divan::Bencher<'_, '_>, layout: &str) {
    bencher
        .with_inputs(|| tempfile::tempdir().expect("there is room for a folder"))
        .bench_refs(|folder| run(folder.path(), layout));
}

fn run(folder: &Path, layout: &str) {
    let status = Command::new(env!("CARGO_BIN_EXE_countersign"))
        .args(["generate", "--layout", layout, "--out"])
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.expect("the program starts").success());
}
