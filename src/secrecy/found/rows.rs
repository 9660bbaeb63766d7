//! Credentials in variables, headers, authorizations, queries, bodies and examples.

use serde_json::{Map, Value};

use super::form::{Form, KnownForms, is_private_key};
use super::looks::{credential_in, names_credential};
use super::scripts::named_texts;
use super::{HardCoded, Holder};
use crate::findings::Part;
use crate::source::{Pointer, Step};

/// All of a file, but for those in scripts.
pub(crate) fn search(file: &Value, known: KnownForms) -> Vec<HardCoded> {
    let mut search = Search { known, path: Vec::new(), found: Vec::new() };
    search.look(file, Place { holder: Holder::Other, is_answer: false });
    search.found
}

/// Where the walk is.
#[derive(Clone, Copy)]
struct Place {
    holder: Holder,
    /// Whether it is what a server answered: names mean little there.
    is_answer: bool,
}

impl Place {
    /// The place of what an object has under a key.
    fn below(self, key: &str) -> Self {
        match key {
            "response" => Self { holder: Holder::Example, is_answer: true },
            "originalRequest" | "cookie" => Self { is_answer: false, ..self },
            _ if self.holder == Holder::Example => self,
            "variable" | "values" => Self { holder: Holder::Variable, ..self },
            "header" => Self { holder: Holder::Header, ..self },
            "auth" => Self { holder: Holder::Auth, ..self },
            _ => self,
        }
    }
}

/// A walk through a file; pointers are made only for what is found.
struct Search<'d> {
    known: KnownForms,
    path: Vec<Step<'d>>,
    found: Vec<HardCoded>,
}

impl<'d> Search<'d> {
    fn look(&mut self, value: &'d Value, place: Place) {
        match value {
            Value::Array(list) => {
                for (index, entry) in list.iter().enumerate() {
                    self.path.push(Step::Index(index));
                    self.look(entry, place);
                    self.path.pop();
                }
            }
            Value::Object(map) => self.look_into(map, place),
            Value::String(text) if !self.known.are_none() => self.known_form(text, place),
            _ => {}
        }
    }

    fn look_into(&mut self, map: &'d Map<String, Value>, place: Place) {
        let row = row(map).filter(|_| !place.is_answer);
        for (key, value) in map.iter().filter(|(key, _)| *key != "event") {
            self.path.push(Step::Key(key));
            match value {
                Value::String(text) if key == "value" && row.is_some() => {
                    self.value_of_row(row.unwrap_or_default(), text, place);
                }
                Value::String(text) if key == "raw" => self.body(text, place),
                _ => self.look(value, place.below(key)),
            }
            self.path.pop();
        }
    }

    fn value_of_row(&mut self, name: &str, text: &str, place: Place) {
        let is_key = is_private_key(text.trim()) && !is_signature(name);
        let is_named = || names_credential(name) || is_of_auth(name, place);
        let credential = if is_key {
            Some((text.trim(), Form::PrivateKey))
        } else {
            credential_in(text).filter(|_| is_named()).map(|credential| (credential, Form::Named))
        };
        match credential {
            Some((credential, form)) => self.add(Part::Value, form, Some(name), credential, place),
            None => self.known_form(text, place),
        }
    }

    /// The text of a body, or of a URL.
    fn body(&mut self, text: &str, place: Place) {
        let named = if place.is_answer { Vec::new() } else { named_texts(text) };
        for found in &named {
            let part = Part::Inside(found.range.clone());
            self.add(part, found.form, found.name.as_deref(), &found.text, place);
        }
        if named.is_empty() {
            self.known_form(text, place);
        }
    }

    fn known_form(&mut self, text: &str, place: Place) {
        if let Some((range, form)) = self.known.find(text) {
            let credential = text.get(range.clone()).unwrap_or_default();
            self.add(Part::Inside(range), form, None, credential, place);
        }
    }

    fn add(&mut self, part: Part, form: Form, name: Option<&str>, text: &str, place: Place) {
        let pointer = Step::pointer(&Pointer::root(), &self.path);
        let name = name.map(str::to_owned);
        let (holder, text) = (place.holder, text.to_owned());
        self.found.push(HardCoded { pointer, part, holder, form, name, text });
    }
}

/// The name of an object that has a name and a value.
fn row(map: &Map<String, Value>) -> Option<&str> {
    let (mut name, mut has_value) = (None, false);
    for (key, value) in map {
        match key.as_str() {
            "key" => name = value.as_str(),
            "id" if name.is_none() => name = value.as_str(),
            "value" => has_value = true,
            _ => {}
        }
    }
    name.filter(|_| has_value)
}

/// Whether a row of an authorization holds the key itself, the name of whose header is another row.
fn is_of_auth(name: &str, place: Place) -> bool {
    place.holder == Holder::Auth && name == "value"
}

fn is_signature(name: &str) -> bool {
    name.to_ascii_lowercase().contains("sign") && !names_credential(name)
}
