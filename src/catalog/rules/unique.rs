//! No endpoint twice, neither by name nor by method and path.

use std::collections::BTreeMap;

use super::super::finding::{At, File, Findings};
use super::super::locate::Part;
use super::super::step::Step;
use super::Parsed;
use crate::source::toml_file::quoted;

pub(super) fn check(parsed: &Parsed, findings: &mut Findings) {
    let mut names = BTreeMap::new();
    let mut requests = BTreeMap::new();
    for (file, endpoints) in parsed.files() {
        for (index, endpoint) in endpoints.endpoints.iter().enumerate() {
            let name = at(file, index, "name");
            if let Some(first) = names.get(&endpoint.name) {
                let message =
                    format!("endpoint {} is there twice, expected it once", quoted(&endpoint.name));
                findings.again(name, At::clone(first), message);
                continue;
            }
            names.insert(endpoint.name.clone(), name);
            let path = at(file, index, "path");
            let request = format!("{} {}", endpoint.method, endpoint.path);
            if let Some(first) = requests.get(&request) {
                let message = format!("another endpoint is {} too, expected one", quoted(&request));
                findings.again(path, At::clone(first), message);
            } else {
                requests.insert(request, path);
            }
        }
    }
}

fn at(file: File, index: usize, key: &str) -> At {
    let steps = vec![Step::Key("endpoint".into()), Step::Index(index), Step::Key(key.into())];
    At { file, steps, part: Part::Value }
}
