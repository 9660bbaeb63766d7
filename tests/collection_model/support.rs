//! Files that the tests look at.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The text of a file under `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A path from the environment; says what is left out when it is unset.
#[expect(clippy::disallowed_methods, reason = "a test may look beyond the repository")]
pub(crate) fn path_from_env(name: &str, left_out: &str) -> Option<PathBuf> {
    let path = std::env::var_os(name).map(PathBuf::from);
    if path.is_none() {
        say(&format!("left out: {left_out}, since {name} is unset"));
    }
    path
}

/// The path of Postman's own schema of collections, version 2.1.0; the recorded cases are beside it.
pub(crate) const OFFICIAL_SCHEMA: &str = "COUNTERSIGN_POSTMAN_SCHEMA";

/// Every JSON document of a folder with its text, by name; what is no JSON is left out.
pub(crate) fn json_files(folder: &Path) -> Vec<(String, String, Value)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a folder entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.iter().filter_map(|path| json_file(path)).collect()
}

fn json_file(path: &Path) -> Option<(String, String, Value)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = || -> Result<_, Box<dyn Error>> {
        let text = fs::read_to_string(path)?;
        let text = text.trim_start_matches('\u{feff}').to_owned();
        let value = serde_json::from_str(&text)?;
        Ok((text, value))
    };
    match read() {
        Ok((text, value)) => Some((name, text, value)),
        Err(error) => {
            say(&format!("left out: {name}, since it is no JSON ({error})"));
            None
        }
    }
}

/// The recorded cases in the folder of Postman's schema; none if that is not there.
pub(crate) fn wire_cases() -> Vec<Value> {
    let left_out = "the recorded cases of wire-cases.json";
    let Some(schema) = path_from_env(OFFICIAL_SCHEMA, left_out) else {
        return Vec::new();
    };
    let path = schema.with_file_name("wire-cases.json");
    let Ok(cases) = fs::read(&path) else {
        say(&format!("left out: {left_out}, since {} is not there", path.display()));
        return Vec::new();
    };
    serde_json::from_slice(&cases).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[expect(clippy::print_stderr, reason = "a test that is left out has to say so")]
fn say(message: &str) {
    eprintln!("{message}");
}
