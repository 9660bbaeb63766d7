//! Files that the tests look at.

use std::fs;
use std::path::{Path, PathBuf};

/// The text of a file under `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A path from the environment; says what is left out when it is unset.
#[expect(clippy::disallowed_methods, reason = "a test may look beyond the repository")]
#[expect(clippy::print_stderr, reason = "a test that is left out has to say so")]
pub(crate) fn path_from_env(name: &str, left_out: &str) -> Option<PathBuf> {
    let path = std::env::var_os(name).map(PathBuf::from);
    if path.is_none() {
        eprintln!("left out: {left_out}, since {name} is unset");
    }
    path
}

/// Every JSON file of a folder with its text, by name.
pub(crate) fn json_files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a folder entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text =
                fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text)
        })
        .collect()
}
