//! Scripts to run, and what they find.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A few scripts that run one after another.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) engines: Vec<String>,
    pub(crate) scripts: Vec<String>,
    pub(crate) listen: String,
    pub(crate) request: Value,
    pub(crate) variables: Value,
    pub(crate) environment: Value,
    pub(crate) collection_variables: Value,
    pub(crate) globals: Value,
    pub(crate) data: Map<String, Value>,
    pub(crate) info: Map<String, Value>,
    /// The next case needs a sandbox of its own.
    pub(crate) spoils: bool,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            name: String::new(),
            engines: vec!["newman".to_owned(), "postman".to_owned()],
            scripts: Vec::new(),
            listen: "prerequest".to_owned(),
            request: Value::Object(Map::new()),
            variables: Value::Array(Vec::new()),
            environment: Value::Array(Vec::new()),
            collection_variables: Value::Array(Vec::new()),
            globals: Value::Array(Vec::new()),
            data: Map::new(),
            info: Map::new(),
            spoils: false,
        }
    }
}

/// The folder of our own scripts.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/scripts")
}

/// Our own scripts. A file holds many: `//# name` begins one, `//! {…}` changes what it finds, `//-` begins its next
/// script.
pub(crate) fn own() -> Vec<Case> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("a folder of scripts")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "js"))
        .collect();
    files.sort();
    let setup = std::fs::read_to_string(folder().join("setup.json")).expect("what scripts find");
    let setup: Map<String, Value> = serde_json::from_str(&setup).expect("an object");
    files.iter().flat_map(|file| in_file(file, &setup)).collect()
}

fn in_file(file: &PathBuf, setup: &Map<String, Value>) -> Vec<Case> {
    let topic = file.file_stem().expect("a named file").to_string_lossy();
    let text = std::fs::read_to_string(file).expect("UTF-8");
    let sections = text.strip_prefix("//# ").expect("the file begins with a case").split("\n//# ");
    sections.map(|section| in_section(&topic, section, setup)).collect()
}

fn in_section(topic: &str, section: &str, setup: &Map<String, Value>) -> Case {
    let (name, rest) = section.split_once('\n').expect("a name and a script");
    let mut fields = setup.clone();
    let body = match rest.strip_prefix("//! ").and_then(|rest| rest.split_once('\n')) {
        Some((own, body)) => {
            fields.extend(serde_json::from_str::<Map<String, Value>>(own).expect("an object"));
            body
        }
        None => rest,
    };
    let scripts = body.trim_end().split("\n//-\n").map(Value::from).collect();
    fields.insert("scripts".to_owned(), Value::Array(scripts));
    fields.insert("name".to_owned(), Value::from(format!("{topic}: {name}")));
    serde_json::from_value(Value::Object(fields)).expect("the fields of a case")
}
