//! Changing one place of a value at random.

use serde_json::{Value, json};

use super::Draw;

impl Draw {
    pub(super) fn mutate(&mut self, value: &mut Value) {
        let inside = match value {
            Value::Object(map) if !map.is_empty() && !self.one_in(8) => {
                let at = self.index(map.len());
                let key = map.keys().nth(at).cloned().expect("the index is within");
                if self.one_in(8) {
                    map.shift_remove(&key);
                    return;
                }
                map.get_mut(&key)
            }
            Value::Array(list) if !list.is_empty() && !self.one_in(8) => {
                let at = self.index(list.len());
                list.get_mut(at)
            }
            _ => None,
        };
        match inside {
            Some(inside) => self.mutate(inside),
            None => *value = self.odd(),
        }
    }

    pub(super) fn odd(&mut self) -> Value {
        match self.random.below(6) {
            0 => json!({}),
            1 => json!([]),
            2 => json!(self.pick(&[
                "{{a{{b}}}}",
                "{{{a}}}",
                "{{toString}}",
                "{{constructor}}",
                "{{}}",
                ""
            ])),
            3 => json!({"key": "k", "value": self.loose(), "type": self.loose()}),
            _ => self.loose(),
        }
    }
}
