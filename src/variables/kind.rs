//! The type of a variable, and what it makes of a value.

use std::borrow::Cow;

use serde_json::Value;

use crate::text::{coercion, json, number};

/// The types that Postman's variables know; every other name counts as `any`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    /// The value as it is.
    #[default]
    Any,
    /// The value's text.
    String,
    /// The value as a number.
    Number,
    /// The value's truth.
    Boolean,
    /// A list, kept as JSON text.
    Array,
    /// An object, kept as JSON text.
    Object,
}

impl Kind {
    /// The type of that name, in any case of letters.
    pub(crate) fn named(name: &Value) -> Option<Self> {
        Some(match coercion::text(name).to_lowercase().as_str() {
            "any" => Self::Any,
            "string" => Self::String,
            "number" => Self::Number,
            "boolean" => Self::Boolean,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }

    /// What is stored when a value is set.
    pub(crate) fn stored(self, value: &Value) -> Value {
        match self {
            Self::Any => value.clone(),
            Self::String => Value::String(coercion::text(value).into_owned()),
            Self::Number => number_value(coercion::number(value)),
            Self::Boolean => Value::Bool(coercion::is_truthy(value)),
            Self::Array | Self::Object if value.is_string() => value.clone(),
            Self::Array | Self::Object => Value::String(json::stringify(value)),
        }
    }

    /// What a script or an auth helper gets for a stored value; none stands for `undefined`, and
    /// null for a number that is none or infinite.
    pub(crate) fn read(self, stored: Option<&Value>) -> Option<Value> {
        match (self, stored) {
            (Self::Any, stored) => stored.cloned(),
            (Self::String, None) => Some(Value::from("undefined")),
            (Self::Number, stored) => Some(Value::from(stored.map_or(f64::NAN, coercion::number))),
            (Self::Boolean, None) => Some(Value::Bool(false)),
            (Self::String | Self::Boolean, Some(stored)) => Some(self.stored(stored)),
            (Self::Array, stored) => parsed(stored?).filter(Value::is_array),
            (Self::Object, stored) => parsed(stored?).filter(Value::is_object),
        }
    }

    /// The text that stands in the place of the variable's name.
    pub(crate) fn pasted(self, stored: Option<&Value>) -> Cow<'_, str> {
        match (self, stored) {
            (Self::Any, Some(stored)) => coercion::text(stored),
            (Self::Number, stored) => {
                number::number_text(stored.map_or(f64::NAN, coercion::number)).into()
            }
            _ => self
                .read(stored)
                .map(|value| coercion::text(&value).into_owned())
                .unwrap_or_default()
                .into(),
        }
    }
}

fn parsed(stored: &Value) -> Option<Value> {
    serde_json::from_str(&coercion::text(stored)).ok()
}

/// JSON has no numbers that are none or infinite; their texts convert back to the same.
fn number_value(number: f64) -> Value {
    if number.is_finite() { Value::from(number) } else { Value::from(number::number_text(number)) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pasted(name: &str, value: &Value) -> String {
        let kind = Kind::named(&json!(name)).unwrap_or_default();
        kind.pasted(Some(&kind.stored(value))).into_owned()
    }

    #[test]
    fn types_turn_values_into_text() {
        let cases = [
            ("any", json!(""), ""),
            ("any", json!(null), "null"),
            ("any", json!(1.50), "1.5"),
            ("any", json!(0), "0"),
            ("any", json!(false), "false"),
            ("any", json!({"a": 1}), "[object Object]"),
            ("any", json!([1, 2]), "1,2"),
            ("number", json!("007.10"), "7.1"),
            ("number", json!("x"), "NaN"),
            ("Number", json!(""), "0"),
            ("boolean", json!("false"), "true"),
            ("boolean", json!(""), "false"),
            ("string", json!(5), "5"),
            ("string", json!(null), "null"),
            ("secret", json!("s"), "s"),
            ("default", json!("d"), "d"),
            ("array", json!("[1,[2,null]]"), "1,2,"),
            ("array", json!({"a": 1}), ""),
            ("object", json!({"a": 1}), "[object Object]"),
            ("object", json!("no json"), ""),
        ];
        for (kind, value, text) in cases {
            assert_eq!(pasted(kind, &value), text, "{kind} {value}");
        }
    }

    #[test]
    fn a_missing_value_is_undefined() {
        assert_eq!(Kind::Any.pasted(None), "");
        assert_eq!(Kind::String.pasted(None), "undefined");
        assert_eq!(Kind::Number.pasted(None), "NaN");
        assert_eq!(Kind::Boolean.pasted(None), "false");
        assert_eq!(Kind::Object.pasted(None), "");
    }
}
