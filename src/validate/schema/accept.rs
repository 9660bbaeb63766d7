//! The verdict alone: no path is kept and nothing is allocated, since most files are fine.

use serde_json::{Map, Number, Value};

use super::form::{Alternative, Form, FormId, Forms, NumberForm, ObjectForm, TextForm};

impl Forms {
    /// Whether a value has a form.
    pub(super) fn accepts(&self, id: FormId, value: &Value) -> bool {
        let form = self.get(id);
        match value {
            Value::Null => form.null,
            Value::Bool(_) => form.boolean,
            Value::Number(number) => form.number.as_ref().is_some_and(|form| form.accepts(number)),
            Value::String(text) => form.text.as_ref().is_some_and(|form| form.accepts(text)),
            Value::Array(list) => form.list.as_ref().is_some_and(|form| {
                form.entries.is_none_or(|id| list.iter().all(|entry| self.accepts(id, entry)))
            }),
            Value::Object(map) => {
                form.object.as_ref().is_some_and(|form| self.accepts_object(form, map))
            }
        }
    }

    fn accepts_object(&self, form: &ObjectForm, map: &Map<String, Value>) -> bool {
        let mut accepting = form.alternatives.iter().filter(|one| self.accepts_as(one, map));
        let first = accepting.next();
        first.is_some() && !(form.exclusive && accepting.next().is_some())
    }

    fn accepts_as(&self, alternative: &Alternative, map: &Map<String, Value>) -> bool {
        alternative.required.iter().all(|key| map.contains_key(key))
            && map
                .iter()
                .all(|(key, value)| alternative.field(key).is_none_or(|id| self.accepts(id, value)))
    }
}

impl Form {
    /// Whether values of the same JSON type may stand there at all.
    pub(super) fn takes_type_of(&self, value: &Value) -> bool {
        match value {
            Value::Null => self.null,
            Value::Bool(_) => self.boolean,
            Value::Number(_) => self.number.is_some(),
            Value::String(_) => self.text.is_some(),
            Value::Array(_) => self.list.is_some(),
            Value::Object(_) => self.object.is_some(),
        }
    }
}

impl NumberForm {
    pub(super) fn accepts(&self, number: &Number) -> bool {
        let integer = number.is_i64() || number.is_u64();
        (integer || !self.whole) && self.least.is_none_or(|least| is_at_least(number, least))
    }
}

fn is_at_least(number: &Number, least: i64) -> bool {
    match (number.as_i64(), number.as_f64()) {
        (Some(number), _) => number >= least,
        // What is no signed integer is either larger than any, or has a fraction.
        #[expect(clippy::cast_precision_loss, reason = "limits of the format are small")]
        (None, Some(number)) => number >= least as f64,
        (None, None) => false,
    }
}

impl TextForm {
    pub(super) fn accepts(&self, text: &str) -> bool {
        (self.words.is_empty() || self.words.iter().any(|word| word == text))
            && self.max_length.is_none_or(|most| text.len() <= most || text.chars().count() <= most)
    }
}
