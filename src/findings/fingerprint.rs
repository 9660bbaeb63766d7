//! A name for a finding that outlives edits elsewhere in the file.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::Diagnostic;
use crate::source::Document;
use crate::text::hex;
use crate::validate::FileOutcome;

/// How many bytes of the hash are kept: enough for no two findings of a team to meet.
const BYTES: usize = 16;

/// A name for a finding: 32 hexadecimal digits.
///
/// It is made of the rule, the cause and the place, but of the place by names: the names of folders and
/// request, the keys of rows, the text of a script's line. So it stays the same when requests are put in
/// another order, ids are made anew or Postman writes the file again. Of several findings that are the
/// same by all that, each has its number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The fingerprints of a file's findings, in the order of the findings.
pub fn fingerprints(file: &FileOutcome) -> Vec<Fingerprint> {
    let Some(document) = &file.document else { return Vec::new() };
    let names: Vec<_> = file.diagnostics.iter().map(|found| names(found, document)).collect();
    // Equal ones are numbered in the order of the text, whatever order they were found in.
    let mut in_order: Vec<usize> = (0..names.len()).collect();
    in_order.sort_by_key(|index| file.diagnostics[*index].primary.span(document));
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut numbers = vec![0; names.len()];
    for index in in_order {
        let count = seen.entry(&names[index]).or_default();
        numbers[index] = *count;
        *count += 1;
    }
    names.iter().zip(numbers).map(|(name, number)| hashed(name, number)).collect()
}

fn hashed(name: &str, number: usize) -> Fingerprint {
    let digest = Sha256::digest(format!("{name}\0{number}"));
    Fingerprint(hex::encode(&digest[..BYTES]))
}

/// Rule, cause and the steps to the place, each by its name.
fn names(found: &Diagnostic, document: &Document) -> String {
    let mut names = format!("{}\0{}", found.rule, found.cause.unwrap_or_default());
    let mut here = Some(document.value());
    for token in found.primary.pointer.tokens() {
        let (name, next) = match here {
            Some(Value::Array(list)) => {
                let entry = token.parse().ok().and_then(|index: usize| list.get(index));
                (entry.map(name_of).unwrap_or_default().to_owned(), entry)
            }
            Some(Value::Object(map)) => (token.clone().into_owned(), map.get(token.as_ref())),
            _ => (token.into_owned(), None),
        };
        names.push('\0');
        names.push_str(&name);
        here = next;
    }
    names
}

/// What an entry of a list is known by.
fn name_of(entry: &Value) -> &str {
    match entry {
        // A line of a script; white space around it may change.
        Value::String(text) => text.trim(),
        Value::Object(map) => {
            let known = ["name", "key", "listen"];
            known.iter().find_map(|key| map.get(*key)?.as_str()).unwrap_or_default()
        }
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{FileId, Location, RuleId, Severity};
    use crate::source::Pointer;

    /// The fingerprints of findings at these places.
    fn of(text: &str, places: &[&str]) -> Vec<Fingerprint> {
        let document = Document::read(text.as_bytes()).expect("it is JSON");
        let found = |place: &&str| {
            let pointer = Pointer::parse(place).expect("a pointer");
            let place = Location::value(FileId(0), pointer);
            Diagnostic::new(RuleId::new("x"), Severity::Error, place, "x")
        };
        fingerprints(&FileOutcome::new("f", document, places.iter().map(found).collect()))
    }

    #[test]
    fn order_ids_and_layout_do_not_count() {
        let before = r#"{"item": [{"name": "a", "id": "1"}, {"name": "b", "request": {"header": [{"key": "k", "value": "v"}]}}]}"#;
        let after = "{\n  \"item\": [{\"request\": {\"header\": [{\"value\": \"v\", \"key\": \"k\"}]}, \"name\": \"b\"},\n {\"name\": \"a\", \"id\": \"2\"}]}";
        assert_eq!(
            of(before, &["/item/0/id", "/item/1/request/header/0/value"]),
            of(after, &["/item/1/id", "/item/0/request/header/0/value"])
        );
    }

    #[test]
    fn names_and_lines_count() {
        let text = |name: &str, line: &str| {
            format!(
                r#"{{"item": [{{"name": "{name}", "event": [{{"listen": "test", "script": {{"exec": ["x", "{line}"]}}}}]}}]}}"#
            )
        };
        let place = "/item/0/event/0/script/exec/1";
        let one = of(&text("a", "f();"), &[place]);
        assert_eq!(one, of(&text("a", "  f();"), &[place]));
        assert_ne!(one, of(&text("b", "f();"), &[place]));
        assert_ne!(one, of(&text("a", "g();"), &[place]));
    }

    #[test]
    fn equal_findings_are_numbered_in_the_order_of_the_text() {
        let text = r#"{"item": [{"name": "a"}, {"name": "a"}]}"#;
        let both = of(text, &["/item/0", "/item/1"]);
        assert_ne!(both[0], both[1]);
        let turned = of(text, &["/item/1", "/item/0"]);
        assert_eq!([&both[0], &both[1]], [&turned[1], &turned[0]]);
    }
}
