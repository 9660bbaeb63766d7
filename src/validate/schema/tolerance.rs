//! Faults that Postman puts up with, and what it makes of them.

use serde_json::Value;

use super::table;
use super::violation::{Fault, Violation};
use crate::findings::Severity;
use crate::source::Step;

/// What Postman does with one fault.
#[derive(Debug)]
pub(super) struct Tolerance {
    pub(super) at: At,
    pub(super) found: &'static [Found],
    pub(super) severity: Severity,
    /// What comes after "and Postman"; `{key}` stands for the name of the row that the fault is in.
    pub(super) effect: &'static str,
    pub(super) help: Option<&'static str>,
}

/// Where a fault is: objects are called as in the schema, `*` is any.
#[derive(Debug, Clone, Copy)]
pub(super) enum At {
    /// The object as a whole.
    Object(&'static str),
    /// What stands under a key.
    Field(&'static str, &'static str),
    /// An entry of the list under a key.
    Entry(&'static str, &'static str),
    /// Anything in the object or in what it holds.
    Within(&'static str),
}

/// What was found instead of what the format wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing: the key, or all keys of which one is needed.
    Missing,
    /// Two keys of which one may be there.
    Both,
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
    /// This text, which is none of the words of the format.
    Word(&'static str),
    /// Any text that is none of the words of the format.
    OtherWord,
    /// What JavaScript counts as false: null, 0 and the empty text.
    Falsy,
    /// Any value.
    Value,
}

impl Tolerance {
    /// Postman takes the file, and does this.
    pub(super) const fn takes(at: At, found: &'static [Found], effect: &'static str) -> Self {
        Self { at, found, severity: Severity::Warning, effect, help: None }
    }

    /// Postman does not do what the file is for.
    pub(super) const fn fails(at: At, found: &'static [Found], effect: &'static str) -> Self {
        Self { at, found, severity: Severity::Error, effect, help: None }
    }

    pub(super) const fn help(self, help: &'static str) -> Self {
        Self { help: Some(help), ..self }
    }
}

/// What Postman does with a fault, as far as that is known.
pub(super) fn tolerance(violation: &Violation<'_>) -> Option<&'static Tolerance> {
    table::ROWS
        .iter()
        .find(|row| row.at.holds(violation) && row.found.iter().any(|f| f.holds(violation)))
}

impl At {
    fn holds(self, violation: &Violation<'_>) -> bool {
        let owner = violation.owner().map_or("", |owner| owner.name());
        let field = |object: &str, name: &str, tail: usize| {
            (object == "*" || object == owner)
                && violation.tail.len() <= tail
                && violation.key().is_some_and(|key| name == "*" || name == key)
        };
        match self {
            Self::Object(name) => name == owner && violation.key().is_none(),
            Self::Field(object, name) => field(object, name, 1),
            Self::Entry(object, name) => {
                matches!(violation.tail.as_slice(), [_, Step::Index(_)]) && field(object, name, 2)
            }
            Self::Within(name) => violation.owners.iter().any(|owner| owner.name() == name),
        }
    }
}

impl Found {
    fn holds(self, violation: &Violation<'_>) -> bool {
        let value = violation.value;
        match (self, &violation.fault) {
            (Self::Missing, Fault::Missing { .. } | Fault::Neither { .. })
            | (Self::Both, Fault::Both { .. })
            | (Self::OtherWord, Fault::Word { .. }) => true,
            (Self::Word(word), Fault::Word { .. }) => value.and_then(Value::as_str) == Some(word),
            (Self::Value, _) => value.is_some(),
            (Self::Falsy, _) => value.is_some_and(is_falsy),
            (Self::Null, Fault::Type { .. }) => value.is_some_and(Value::is_null),
            (Self::Boolean, Fault::Type { .. }) => value.is_some_and(Value::is_boolean),
            (Self::Number, Fault::Type { .. }) => value.is_some_and(Value::is_number),
            (Self::Text, Fault::Type { .. }) => value.is_some_and(Value::is_string),
            (Self::List, Fault::Type { .. }) => value.is_some_and(Value::is_array),
            (Self::Object, Fault::Type { .. }) => value.is_some_and(Value::is_object),
            _ => false,
        }
    }
}

fn is_falsy(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Bool(true) | Value::Array(_) | Value::Object(_) => false,
    }
}
