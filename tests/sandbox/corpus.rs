//! Every pre-request script of the public collections that a corpus folder holds.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::sandbox::case::Case;

/// Names the folder of collections; they are others' work, so they are not part of this one.
const FOLDER: &str = "COUNTERSIGN_CORPUS";

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may read its environment")]
fn every_public_script_does_what_postman_does() {
    let Ok(folder) = std::env::var(FOLDER) else {
        eprintln!("left out: {FOLDER} names no folder of collections");
        return;
    };
    let cases = cases(Path::new(&folder));
    assert!(!cases.is_empty(), "no pre-request script in {folder}");
    let theirs = crate::sandbox::referee::outcomes(&cases);
    crate::sandbox::assert_same(&cases, &theirs);
    eprintln!("{} public scripts compared", cases.len());
}

/// One case for each different script, with the first request that it runs for.
fn cases(folder: &Path) -> Vec<Case> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("a readable folder")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let mut walk = Walk { seen: BTreeSet::new(), cases: Vec::new(), collection: Value::Null };
    for file in files {
        let text = std::fs::read_to_string(&file).expect("UTF-8");
        let Ok(collection) = serde_json::from_str::<Value>(&text) else { continue };
        walk.collection = collection
            .get("variable")
            .filter(|list| list.is_array())
            .cloned()
            .unwrap_or_else(|| json!([]));
        let name = file.file_name().expect("a named file").to_string_lossy().into_owned();
        walk.visit(&collection, &[name]);
    }
    walk.cases
}

struct Walk {
    seen: BTreeSet<String>,
    cases: Vec<Case>,
    collection: Value,
}

impl Walk {
    fn visit(&mut self, entry: &Value, path: &[String]) {
        for text in scripts(entry) {
            if !text.trim().is_empty() && self.seen.insert(text.clone()) {
                self.cases.push(case(text, entry, path, &self.collection));
            }
        }
        for item in entry.get("item").and_then(Value::as_array).into_iter().flatten() {
            let name = item.get("name").and_then(Value::as_str).unwrap_or_default();
            let path: Vec<String> = path.iter().cloned().chain([name.to_owned()]).collect();
            self.visit(item, &path);
        }
    }
}

fn scripts(entry: &Value) -> Vec<String> {
    let events = entry.get("event").and_then(Value::as_array).into_iter().flatten();
    events
        .filter(|event| event.get("listen").and_then(Value::as_str) == Some("prerequest"))
        .filter_map(|event| match event.get("script")?.get("exec")? {
            Value::String(text) => Some(text.clone()),
            Value::Array(lines) => {
                Some(lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"))
            }
            _ => None,
        })
        .collect()
}

fn first_request(entry: &Value) -> Option<&Value> {
    entry
        .get("request")
        .or_else(|| entry.get("item").and_then(Value::as_array)?.iter().find_map(first_request))
}

fn case(text: String, entry: &Value, path: &[String], collection: &Value) -> Case {
    let info =
        json!({"requestName": path.last(), "requestId": "r", "path": path, "current": path.last()});
    Case {
        name: path.join(" / "),
        scripts: vec![text],
        request: first_request(entry)
            .filter(|request| !request.is_null())
            .cloned()
            .unwrap_or_else(|| json!({})),
        collection_variables: collection.clone(),
        environment: json!([
            {"key": "token", "value": "t"}, {"key": "apiKey", "value": "key"}, {"key": "secretKey", "value": "secret"},
            {"key": "api_key", "value": "key"}, {"key": "api_secret", "value": "c2VjcmV0"}
        ]),
        info: info.as_object().cloned().unwrap_or_else(Map::new),
        ..Case::default()
    }
}
