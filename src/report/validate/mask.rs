//! Secrets of a file, which no excerpt may show.

use serde_json::{Map, Value};

use crate::findings::{FileId, Location};
use crate::secrecy::Grade;
use crate::source::{Document, Pointer, Span, Step};
use crate::validate::{FileOutcome, secret_places};

/// The bytes of a file that are shown as asterisks: spans by start, none within another.
#[derive(Debug, Default)]
pub(super) struct Mask(Vec<Span>);

impl Mask {
    /// Everything in a file that is secret by its name or type, or because a rule says so.
    pub(super) fn of(file: &FileOutcome) -> Self {
        file.document
            .as_ref()
            .map(|document| Self::new(document, &file.secrets))
            .unwrap_or_default()
    }

    fn new(document: &Document, secrets: &[Location]) -> Self {
        let mut search = Search { document, path: Vec::new(), found: Vec::new() };
        search.look(document.value(), false);
        search.found.extend(secrets.iter().map(|place| place.span(document)));
        Self(merged(search.found))
    }

    /// Whether a byte belongs to a secret.
    pub(super) fn hides(&self, byte: usize) -> bool {
        let before = self.0.partition_point(|span| span.start <= byte);
        before.checked_sub(1).is_some_and(|last| byte < self.0[last].end)
    }
}

/// The text of a file with an asterisk in the place of each character of a secret.
pub fn without_secrets(document: &Document) -> String {
    let mask = Mask::new(document, &secret_places(FileId::default(), document));
    let text = document.text().char_indices();
    text.map(|(at, character)| if mask.hides(at) && character != '\n' { '*' } else { character })
        .collect()
}

/// The same bytes as spans that do not overlap.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// A walk through a document; pointers are made only for what is found.
struct Search<'d> {
    document: &'d Document,
    path: Vec<Step<'d>>,
    found: Vec<Span>,
}

impl<'d> Search<'d> {
    fn look(&mut self, value: &'d Value, in_auth: bool) {
        match value {
            Value::Array(list) => {
                for (index, entry) in list.iter().enumerate() {
                    self.path.push(Step::Index(index));
                    self.look(entry, in_auth);
                    self.path.pop();
                }
            }
            Value::Object(map) => {
                for (key, value) in map {
                    self.path.push(Step::Key(key));
                    if is_leaf(value) && is_secret(map, key, in_auth) {
                        self.found.push(self.span());
                    } else {
                        self.look(value, in_auth || key == "auth");
                    }
                    self.path.pop();
                }
            }
            _ => {}
        }
    }

    fn span(&self) -> Span {
        let pointer = Step::pointer(&Pointer::root(), &self.path);
        Location::value(FileId::default(), pointer).span(self.document)
    }
}

fn is_leaf(value: &Value) -> bool {
    matches!(value, Value::String(_) | Value::Number(_))
}

/// Whether the text under a key of an object is secret: the value of a row that is typed secret,
/// has such a name or belongs to an authorization, or a key that has such a name itself.
fn is_secret(map: &Map<String, Value>, key: &str, in_auth: bool) -> bool {
    if key != "value" {
        return (in_auth && !matches!(key, "type" | "key")) || (key != "key" && names_secret(key));
    }
    let text = |key| map.get(key).and_then(Value::as_str).unwrap_or_default();
    in_auth || text("type") == "secret" || names_secret(text("key")) || names_secret(text("id"))
}

fn names_secret(name: &str) -> bool {
    Grade::of(name).is_some()
}
