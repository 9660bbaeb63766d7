//! What tests of several kinds need: the program, the Node referees, edits that people make.

pub(crate) mod browser;
pub(crate) mod edits;
pub(crate) mod program;
pub(crate) mod referees;

use std::fs;
use std::path::Path;

/// The text of a file in `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
