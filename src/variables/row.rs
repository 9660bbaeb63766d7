//! A row of iteration data, which is a plain object and not a list of variables.

use std::borrow::Cow;

use serde_json::Value;

use crate::text::coercion;

/// One row of a data file.
#[derive(Debug, Clone, Default)]
pub struct Row {
    values: Value,
}

/// What a row has under a name.
pub(crate) enum Cell<'r> {
    /// Text to paste.
    Text(Cow<'r, str>),
    /// Something that is not pasted, but hides the scopes below: a null, or a path into the row.
    Hidden,
}

impl Row {
    /// Reads one row, an object of values by name; anything else is an empty row.
    pub fn read(values: &Value) -> Self {
        Self { values: if values.is_object() { values.clone() } else { Value::Null } }
    }

    /// The value under a name.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    pub(crate) fn cell(&self, key: &str) -> Option<Cell<'_>> {
        match self.values.get(key) {
            Some(Value::Null) => Some(Cell::Hidden),
            Some(value) => Some(Cell::Text(coercion::text(value))),
            None => self.has_path(key).then_some(Cell::Hidden),
        }
    }

    /// Whether `a.b[0]` leads to something. Postman's lookup then takes the name for found, and
    /// finds nothing under it.
    fn has_path(&self, key: &str) -> bool {
        if !key.contains(['.', '[']) || !self.values.is_object() {
            return false;
        }
        let steps = key.split(['.', '[']).map(|step| step.strip_suffix(']').unwrap_or(step));
        steps
            .into_iter()
            .try_fold(&self.values, |at, step| match at {
                Value::Object(map) => map.get(step),
                Value::Array(list) => list.get(step.parse::<usize>().ok()?),
                _ => None,
            })
            .is_some()
    }
}
