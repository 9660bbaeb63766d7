//! Secrets of a file, which no excerpt may show.

use serde_json::{Map, Value};

use crate::source::{Document, Pointer, Span};
use crate::validate::{FileId, FileOutcome, Location};

/// Parts of names, in lower case without separators, of rows whose value is secret.
const SECRET_NAMES: [&str; 11] = [
    "secret",
    "password",
    "passphrase",
    "passwd",
    "token",
    "privatekey",
    "apikey",
    "accesskey",
    "authorization",
    "signature",
    "apisign",
];

/// The bytes of a file that are shown as asterisks.
#[derive(Debug, Default)]
pub(super) struct Mask(Vec<Span>);

impl Mask {
    /// Everything in a file that is secret by its name or type, or because a rule says so.
    pub(super) fn of(file: &FileOutcome) -> Self {
        let Some(document) = &file.document else { return Self::default() };
        let mut mask = Self(file.secrets.iter().map(|place| place.span(document)).collect());
        mask.look(document, document.value(), &Pointer::root(), false);
        mask
    }

    /// Whether a byte belongs to a secret.
    pub(super) fn hides(&self, byte: usize) -> bool {
        self.0.iter().any(|span| (span.start..span.end).contains(&byte))
    }

    fn look(&mut self, document: &Document, value: &Value, at: &Pointer, in_auth: bool) {
        match value {
            Value::Array(list) => {
                for (index, entry) in list.iter().enumerate() {
                    self.look(document, entry, &at.index(index), in_auth);
                }
            }
            Value::Object(map) => {
                for (key, value) in map {
                    let at = at.join(key);
                    if is_leaf(value) && is_secret(map, key, in_auth) {
                        self.0.push(Location::value(FileId::default(), at).span(document));
                    } else {
                        self.look(document, value, &at, in_auth || key == "auth");
                    }
                }
            }
            _ => {}
        }
    }
}

fn is_leaf(value: &Value) -> bool {
    matches!(value, Value::String(_) | Value::Number(_))
}

/// Whether the text under a key of an object is secret: the value of a row that is typed secret,
/// has such a name or belongs to an authorization, or a key that has such a name itself.
fn is_secret(map: &Map<String, Value>, key: &str, in_auth: bool) -> bool {
    if key != "value" {
        return (in_auth && !matches!(key, "type" | "key")) || names_secret(key);
    }
    let text = |key| map.get(key).and_then(Value::as_str).unwrap_or_default();
    in_auth || text("type") == "secret" || names_secret(text("key")) || names_secret(text("id"))
}

fn names_secret(name: &str) -> bool {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    SECRET_NAMES.iter().any(|secret| name.contains(secret))
}
