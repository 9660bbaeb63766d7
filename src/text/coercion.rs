//! JSON values as JavaScript sees them: their text, their number, their truth.
//!
//! Postman's runtime is JavaScript over loose JSON, so what a number, a null or a list in an odd
//! place becomes is decided by these conversions (ECMA-262, section 7.1).

use std::borrow::Cow;

use serde_json::Value;

use crate::text::number::{float, number_text, parsed_number};

/// What `String(value)` gives.
pub(crate) fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Null => Cow::Borrowed("null"),
        Value::Bool(true) => Cow::Borrowed("true"),
        Value::Bool(false) => Cow::Borrowed("false"),
        Value::Number(number) => Cow::Owned(number_text(float(number))),
        Value::Array(list) => Cow::Owned(joined(list, ",")),
        Value::Object(_) => Cow::Borrowed("[object Object]"),
    }
}

/// What `list.join(separator)` gives: a null is nothing.
pub(crate) fn joined(list: &[Value], separator: &str) -> String {
    let mut all = String::new();
    for (index, value) in list.iter().enumerate() {
        if index > 0 {
            all.push_str(separator);
        }
        if !value.is_null() {
            all.push_str(&text(value));
        }
    }
    all
}

/// Whether a value counts as true: all but null, false, zero and the empty text.
pub(crate) fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::Number(number) => float(number) != 0.0,
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// Whether a member is there and counts as true.
pub(crate) fn has_truthy(value: &Value, key: &str) -> bool {
    value.get(key).is_some_and(is_truthy)
}

/// What `Number(value)` gives.
pub(crate) fn number(value: &Value) -> f64 {
    match value {
        Value::Null => 0.0,
        Value::Bool(truth) => f64::from(u8::from(*truth)),
        Value::Number(number) => float(number),
        Value::String(text) => parsed_number(text),
        Value::Array(list) => parsed_number(&joined(list, ",")),
        Value::Object(_) => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_have_javascript_text() {
        assert_eq!(text(&json!([1, null, [2, "x"], {}])), "1,,2,x,[object Object]");
        assert_eq!(text(&json!(null)), "null");
        assert_eq!(text(&json!(18_446_744_073_709_551_615_u64)), "18446744073709552000");
    }

    #[test]
    fn values_have_a_number() {
        let numbers =
            [json!(null), json!(true), json!("0x1f"), json!([5]), json!([1, 2]), json!({})];
        let numbers = numbers.map(|value| number_text(number(&value)));
        assert_eq!(numbers, ["0", "1", "31", "5", "NaN", "NaN"]);
    }
}
