//! Secrets in variables, headers, authorizations, queries, bodies, examples and descriptions.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value};

use super::scripts::named_texts;
use super::{FoundSecret, Holder};
use crate::secrecy::{
    Form, Grade, KnownForms, credential_in, is_private_key, of_body, of_url, passwords_of_urls,
};
use crate::source::{Pointer, Step};
use crate::text::{coercion, percent};

/// All of a file, but for those in scripts.
pub(super) fn search(file: &Value, known: KnownForms) -> Vec<FoundSecret> {
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
    found: Vec<FoundSecret>,
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
            Value::String(text) => self.known_form(text, place),
            _ => {}
        }
    }

    fn look_into(&mut self, map: &'d Map<String, Value>, place: Place) {
        let row = row(map);
        for (key, value) in map.iter().filter(|(key, _)| *key != "event") {
            self.path.push(Step::Key(key));
            match value {
                Value::Array(_) | Value::Object(_) => self.look(value, place.below(key)),
                Value::String(_) | Value::Number(_) if key == "value" && row.is_some() => {
                    self.value_of_row(row.unwrap_or_default(), map, value, place);
                }
                Value::String(text) if TEXTS.contains(&key.as_str()) => {
                    self.body(key, text, place);
                }
                Value::String(_) | Value::Number(_) if !STRUCTURE.contains(&key.as_str()) => {
                    self.member(key, value, place);
                }
                Value::String(text) => self.known_form(text, place),
                _ => {}
            }
            self.path.pop();
        }
    }

    fn value_of_row(&mut self, name: &str, row: &Map<String, Value>, value: &Value, place: Place) {
        let text = coercion::text(value);
        if place.is_answer {
            return self.known_form(&text, place);
        }
        let graded = Grade::of(name).filter(|_| !is_structural(name, place));
        let grade = graded.or_else(|| is_of_auth(name, place).then_some(Grade::Token));
        let is_key = is_private_key(text.trim()) && grade != Some(Grade::Signature);
        let is_named = || grade.is_some_and(Grade::is_credential);
        if is_key {
            self.add(
                Some(Form::PrivateKey),
                Grade::PrivateKey,
                Some(name),
                None,
                text.trim(),
                place,
            );
        } else if let Some(credential) = credential_in(&text).filter(|_| is_named()) {
            let grade = grade.unwrap_or(Grade::Unnamed);
            self.add(Some(Form::Named), grade, Some(name), None, credential, place);
        } else if !self.has_known_form(&text, place)
            && let Some(grade) = hidden(grade, row)
        {
            self.by_name(grade, name, &text, place);
        }
    }

    /// The text of a body or of a URL.
    fn body(&mut self, key: &str, text: &str, place: Place) {
        let named = if place.is_answer || key == "body" { Vec::new() } else { named_texts(text) };
        for found in &named {
            let inside = Some(found.range.clone());
            self.add(
                Some(found.form),
                found.grade,
                found.name.as_deref(),
                inside,
                &found.text,
                place,
            );
        }
        if named.is_empty() {
            self.known_form(text, place);
        }
        let is_url = self.path.contains(&Step::Key("url"));
        let fragments = if is_url { of_url(text) } else { of_body(text) };
        for fragment in fragments {
            let value = text.get(fragment.value.clone()).unwrap_or_default();
            let grade = Grade::of(&fragment.name).and_then(in_general);
            let is_known = named.iter().any(|known| known.range == fragment.value);
            let is_shown = is_known || place.is_answer && credential_in(value).is_none();
            if let Some(grade) = grade.filter(|_| !is_shown) {
                let range = Some(fragment.value);
                self.add(
                    None,
                    grade,
                    Some(&fragment.name),
                    range,
                    &percent_decoded(value, is_url),
                    place,
                );
            }
        }
        for range in passwords_of_urls(text) {
            let value = text.get(range.clone()).unwrap_or_default();
            self.add(None, Grade::Password, Some("password"), Some(range), value, place);
        }
    }

    /// A member that is called like a secret itself.
    fn member(&mut self, key: &str, value: &Value, place: Place) {
        let text = coercion::text(value);
        let grade = Grade::of(key).and_then(in_general);
        if let Some(grade) = grade.filter(|_| !place.is_answer)
            && !self.has_known_form(&text, place)
        {
            self.by_name(grade, key, &text, place);
        } else if grade.is_none() {
            self.known_form(&text, place);
        }
    }

    /// What is secret by its name; the scheme before a token is not.
    fn by_name(&mut self, grade: Grade, name: &str, text: &str, place: Place) {
        let secret = match text.trim().split_once(' ') {
            Some((_, token)) if grade == Grade::Token => token.trim(),
            _ => text.trim(),
        };
        if !secret.is_empty() {
            self.add(None, grade, Some(name), None, secret, place);
        }
    }

    fn has_known_form(&mut self, text: &str, place: Place) -> bool {
        let before = self.found.len();
        self.known_form(text, place);
        self.found.len() > before
    }

    fn known_form(&mut self, text: &str, place: Place) {
        if let Some((range, form)) = self.known.find(text) {
            let credential = text.get(range.clone()).unwrap_or_default();
            self.add(Some(form), Grade::Token, None, Some(range), credential, place);
        }
    }

    fn add(
        &mut self,
        form: Option<Form>,
        grade: Grade,
        name: Option<&str>,
        inside: Option<Range<usize>>,
        text: &str,
        place: Place,
    ) {
        let pointer = Step::pointer(&Pointer::root(), &self.path);
        let name = name.map(str::to_owned);
        let (holder, text) = (place.holder, text.to_owned());
        self.found.push(FoundSecret { pointer, inside, holder, grade, form, name, text });
    }
}

/// Members that the format has everywhere, and that are no secrets' names.
const STRUCTURE: [&str; 10] =
    ["key", "value", "name", "description", "type", "id", "mode", "method", "src", "exec"];

/// Members whose text has names and values in it.
const TEXTS: [&str; 5] = ["body", "query", "raw", "url", "variables"];

/// What no output may show of a row: what is called so, and what is of type secret.
fn hidden(grade: Option<Grade>, row: &Map<String, Value>) -> Option<Grade> {
    let is_secret = row.get("type").is_some_and(|kind| kind == "secret");
    match grade {
        Some(Grade::Signature) | None => is_secret.then_some(Grade::Unnamed),
        grade => grade,
    }
}

/// What no output may show anywhere: not signatures.
fn in_general(grade: Grade) -> Option<Grade> {
    (grade != Grade::Signature).then_some(grade)
}

fn percent_decoded(text: &str, is_url: bool) -> Cow<'_, str> {
    if !is_url {
        return Cow::Borrowed(text);
    }
    percent::decoded(text)
}

/// The name of an object that has a name and a value.
fn row(map: &Map<String, Value>) -> Option<&str> {
    let (mut name, mut has_value) = (None, false);
    for (key, value) in map {
        match key.as_str() {
            "key" => name = value.as_str(),
            "id" | "name" if name.is_none() => name = value.as_str(),
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

/// Whether a row of an authorization only names a header.
fn is_structural(name: &str, place: Place) -> bool {
    place.holder == Holder::Auth && name == "key"
}
