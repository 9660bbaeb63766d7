//! A violation in words.

use serde_json::Value;

use super::form::Form;
use super::nouns::noun;
use super::tolerance::{Tolerance, tolerance};
use super::violation::{Fault, Violation};
use crate::findings::{Diagnostic, FileId, Location, Severity};
use crate::source::Step;
use crate::text::shown::shown;
use crate::validate::slip::is_slip;

/// More words than this are counted, not listed.
const MOST_WORDS: usize = 6;
/// How many letters a word may differ in and still be meant.
const MOST_SLIPS: usize = 2;

impl Violation<'_> {
    pub(super) fn into_diagnostic(self, file: FileId) -> Diagnostic {
        let tolerance = tolerance(&self);
        let mut message = self.message();
        if let Some(tolerance) = tolerance {
            message.push_str(", and Postman ");
            message.push_str(&self.effect(tolerance));
        }
        let severity = tolerance.map_or(Severity::Error, |tolerance| tolerance.severity);
        let help = tolerance.and_then(|t| t.help).map(str::to_owned).or_else(|| self.help());
        let place = Location::value(file, self.pointer);
        Diagnostic { help, ..Diagnostic::new(super::SCHEMA, severity, place, message) }
    }

    fn message(&self) -> String {
        let subject = self.subject();
        match &self.fault {
            Fault::Missing { key, form } => {
                let wanted = form.map_or_else(|| "one".to_owned(), wanted);
                format!("{subject} has no `{key}`; the format wants {wanted}")
            }
            Fault::Neither { keys } => {
                format!(
                    "{subject} has neither {}; the format wants one of them",
                    listed(keys, "nor")
                )
            }
            Fault::Both { keys } => {
                format!("{subject} has both {}; the format wants one of them", listed(keys, "and"))
            }
            Fault::Type { form } => {
                format!("{subject} is {}; the format wants {}", self.found(), wanted(form))
            }
            Fault::Word { words } if words.len() > MOST_WORDS => {
                format!(
                    "{subject} is {}; the format knows {} other words",
                    self.found(),
                    words.len()
                )
            }
            Fault::Word { words } => {
                format!("{subject} is {}; the format wants {}", self.found(), listed(words, "or"))
            }
            Fault::TooLong { most } => {
                let length = self.value.and_then(Value::as_str).unwrap_or_default().chars().count();
                format!("{subject} has {length} characters; the format wants at most {most}")
            }
            Fault::NotWhole => format!(
                "{subject} is a number with a fraction or an exponent; \
                 the format wants a whole number"
            ),
            Fault::TooSmall { least } => {
                format!("{subject} is a number below {least}; the format wants {least} or more")
            }
        }
    }

    /// What the fault is in: an object, the value of a key, or an entry of a list.
    fn subject(&self) -> String {
        let noun = noun(&self.owners);
        match self.tail.as_slice() {
            [] => noun.to_owned(),
            [Step::Key(key)] => format!("`{key}` of {noun}"),
            [Step::Key(key), Step::Index(index)] => {
                format!("entry {} of `{key}` of {noun}", index + 1)
            }
            steps => format!("`{}` of {noun}", path(steps)),
        }
    }

    fn found(&self) -> String {
        match self.value {
            None => "missing".to_owned(),
            Some(Value::Null) => "null".to_owned(),
            Some(Value::Bool(_)) => "a boolean".to_owned(),
            Some(Value::Number(_)) => "a number".to_owned(),
            Some(Value::String(text)) => match self.fault {
                Fault::Word { .. } => format!("`{}`", shown(text)),
                _ => "text".to_owned(),
            },
            Some(Value::Array(_)) => "a list".to_owned(),
            Some(Value::Object(_)) => "an object".to_owned(),
        }
    }

    fn effect(&self, tolerance: &Tolerance) -> String {
        let key = self.owner().and_then(|owner| owner.map.get("key")).and_then(Value::as_str);
        tolerance.effect.replace("{key}", &shown(key.unwrap_or("…")))
    }

    fn help(&self) -> Option<String> {
        Some(match &self.fault {
            Fault::Missing { key, .. } => self.slip(&[*key]).unwrap_or(format!("add `{key}`")),
            Fault::Neither { keys } => {
                self.slip(keys).unwrap_or_else(|| format!("add {}", listed(keys, "or")))
            }
            Fault::Both { .. } => "split it into a request and a folder".to_owned(),
            Fault::Type { form } => match self.value? {
                Value::Number(_) | Value::Bool(_) if form.text.is_some() => {
                    "put the value in quotes".to_owned()
                }
                Value::Null if !self.is_required() => "take the key out".to_owned(),
                Value::String(text) if form.boolean && is_boolean(text) => {
                    "take the quotes away".to_owned()
                }
                Value::Null if form.text.is_some() => "write `\"\"` if it is empty".to_owned(),
                _ => return None,
            },
            Fault::Word { words } => {
                format!("did you mean `{}`?", nearest(self.value?.as_str()?, words)?)
            }
            _ => return None,
        })
    }

    /// The help for an object that lacks a key because it has a misspelt one.
    fn slip(&self, missing: &[&str]) -> Option<String> {
        let mut present = self.owner()?.map.keys();
        let slip = present.find_map(|found| {
            let meant = missing.iter().find(|key| is_slip(found, key))?;
            Some((found, meant))
        });
        slip.map(|(found, meant)| format!("write `{meant}` for `{}`", shown(found)))
    }

    /// Whether the place is more than a key that may as well be absent.
    fn is_required(&self) -> bool {
        match (self.tail.as_slice(), self.owner()) {
            ([Step::Key(key)], Some(owner)) => owner.form.required.iter().any(|r| r == key),
            _ => true,
        }
    }
}

/// The word that a text is probably a slip of.
fn nearest<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    let distance = |word: &&&str| strsim::damerau_levenshtein(word, text);
    words.iter().min_by_key(distance).copied().filter(|word| distance(&word) <= MOST_SLIPS)
}

fn is_boolean(text: &str) -> bool {
    matches!(text, "true" | "false")
}

fn path(steps: &[Step<'_>]) -> String {
    let steps = steps.iter().map(|step| match step {
        Step::Key(key) => (*key).to_owned(),
        Step::Index(index) => index.to_string(),
    });
    steps.collect::<Vec<_>>().join("/")
}

/// What a form takes, by JSON type.
fn wanted(form: &Form) -> String {
    let number =
        form.number.as_ref().map(|number| if number.whole { "a whole number" } else { "a number" });
    let types = [
        form.text.as_ref().map(|_| "text"),
        number,
        form.boolean.then_some("true or false"),
        form.list.as_ref().map(|_| "a list"),
        form.object.as_ref().map(|_| "an object"),
        form.null.then_some("null"),
    ];
    let types: Vec<_> = types.into_iter().flatten().collect();
    joined(&types, "or")
}

/// Words in backticks, as in "`a`, `b` or `c`".
fn listed(words: &[&str], last: &str) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    joined(&words.iter().map(String::as_str).collect::<Vec<_>>(), last)
}

fn joined(words: &[&str], last: &str) -> String {
    match words {
        [] => "nothing".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}
