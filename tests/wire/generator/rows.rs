//! Rows of queries and forms.

use serde_json::{Map, Value, json};

use super::Draw;

impl Draw {
    /// Rows of a query or form, or what may stand in their place.
    pub(super) fn rows_or_other(&mut self) -> Value {
        match self.random.below(12) {
            0 => Value::from(format!("{}={}&&{}", self.text(), self.text(), self.word())),
            1 => json!({"b": self.value(), "2": self.value(), "1": self.value()}),
            2 => self.loose(),
            _ => self.rows(),
        }
    }

    pub(super) fn rows(&mut self) -> Value {
        let count = self.random.below(6);
        (0..count).map(|_| self.param()).collect()
    }

    pub(super) fn param(&mut self) -> Value {
        match self.random.below(20) {
            0 => return Value::Null,
            1 => return Value::from(self.text()),
            _ => {}
        }
        let mut row = Map::new();
        if !self.one_in(15) {
            let key = self.pick(&["a", "b", "2", "1", "01", "nonce", "__proto__"]);
            row.insert("key".into(), if self.one_in(2) { json!(key) } else { self.value() });
        }
        if !self.one_in(15) {
            row.insert("value".into(), self.value());
        }
        if self.one_in(6) {
            row.insert("disabled".into(), json!(*self.random.pick(&[&true, &true, &false])));
        }
        Value::Object(row)
    }
}
