//! Variables of every scope and type.

use serde_json::{Value, json};

use super::{Draw, NAMES};

impl Draw {
    pub(super) fn variables(&mut self) -> Vec<Value> {
        let count = self.random.between(0, 9);
        (0..count).map(|_| self.variable()).collect()
    }

    pub(super) fn variable(&mut self) -> Value {
        let key = self.pick(&NAMES[..10]);
        let value = match key {
            "loop" => json!("x{{loop}}"),
            "host" => json!(self.pick(&[
                "127.0.0.1:80",
                "h.example",
                "http://h",
                "https://u:p@h:8080/base?z=1"
            ])),
            "num" => json!(self.random.below(2000)),
            _ => self.value(),
        };
        let mut variable = json!({"key": key, "value": value});
        if self.one_in(3) {
            let kinds = [
                "string", "number", "boolean", "secret", "default", "any", "array", "object",
                "Number",
            ];
            variable["type"] = json!(self.pick(&kinds));
        }
        if self.one_in(8) {
            variable["disabled"] = json!(true);
        }
        if self.one_in(8) {
            variable["enabled"] = json!(false);
        }
        if self.one_in(12) {
            variable.as_object_mut().expect("it is an object").shift_remove("value");
        }
        variable
    }

    pub(super) fn row(&mut self) -> Value {
        let count = self.random.between(0, 4);
        let entries = (0..count).map(|_| (self.pick(&NAMES[..10]).to_owned(), self.loose()));
        Value::Object(entries.collect::<Vec<_>>().into_iter().collect())
    }

    pub(super) fn path_variables(&mut self) -> Value {
        let count = self.random.between(1, 3);
        let variables = (0..count).map(|_| {
            let name = if self.one_in(6) { "id" } else { "key" };
            let mut variable =
                json!({name: self.pick(&["id", "id", "a-b", "nope", "x"]), "value": self.value()});
            if self.one_in(3) {
                variable["type"] = json!(self.pick(&["string", "number", "any", "boolean"]));
            }
            if self.one_in(6) {
                variable["disabled"] = json!(true);
            }
            variable
        });
        variables.collect()
    }
}
