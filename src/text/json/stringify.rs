//! JSON as JavaScript writes it.

use std::fmt::Write as _;

use serde_json::Value;

use crate::text::number::{float, number_text};
use crate::text::{key_order, surrogate};

/// What `JSON.stringify(value)` gives (ECMA-262, section 25.5.2): numbers as JavaScript writes them,
/// keys in its order.
pub(crate) fn stringify(value: &Value) -> String {
    let mut json = String::new();
    write(value, false, &mut json);
    json
}

/// The same with the keys of each object sorted.
pub(crate) fn stringify_sorted(value: &Value) -> String {
    let mut json = String::new();
    write(value, true, &mut json);
    json
}

/// A text as JSON without white space and without an order of keys; as it is, if it is no JSON.
pub(crate) fn canonical(text: &str) -> String {
    match serde_json::from_str::<Value>(text) {
        Ok(mut value) => {
            value.sort_all_objects();
            value.to_string()
        }
        Err(_) => text.to_owned(),
    }
}

fn write(value: &Value, sorted: bool, json: &mut String) {
    match value {
        Value::Null => json.push_str("null"),
        Value::Bool(truth) => json.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => json.push_str(&number_text(float(number))),
        Value::String(text) => write_quoted(text, json),
        Value::Array(list) => {
            for (index, member) in list.iter().enumerate() {
                json.push(if index == 0 { '[' } else { ',' });
                write(member, sorted, json);
            }
            json.push_str(if list.is_empty() { "[]" } else { "]" });
        }
        Value::Object(map) => {
            let mut members = key_order::members(map);
            if sorted {
                members.sort_by_key(|(key, _)| key.as_str());
            }
            for (index, (key, member)) in members.into_iter().enumerate() {
                json.push(if index == 0 { '{' } else { ',' });
                write_quoted(key, json);
                json.push(':');
                write(member, sorted, json);
            }
            json.push_str(if map.is_empty() { "{}" } else { "}" });
        }
    }
}

/// A text in quotes, as `JSON.stringify` writes it: quotes, backslashes, control characters and
/// lone surrogates escaped.
pub(crate) fn quoted(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    write_quoted(text, &mut json);
    json
}

fn write_quoted(text: &str, json: &mut String) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\u{8}' => json.push_str("\\b"),
            '\t' => json.push_str("\\t"),
            '\n' => json.push_str("\\n"),
            '\u{c}' => json.push_str("\\f"),
            '\r' => json.push_str("\\r"),
            '\0'..='\u{1f}' => escape_unit(u32::from(character), json),
            _ => match surrogate::unit(character) {
                Some(unit) => escape_unit(u32::from(unit), json),
                None => json.push(character),
            },
        }
    }
    json.push('"');
}

fn escape_unit(unit: u32, json: &mut String) {
    let _ = write!(json, "\\u{unit:04x}");
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn integer_keys_come_first() {
        let value =
            json!({"b": 1, "2": 1.50, "01": [], "1": {}, "4294967295": null, "4294967294": true});
        assert_eq!(
            stringify(&value),
            r#"{"1":{},"2":1.5,"4294967294":true,"b":1,"01":[],"4294967295":null}"#
        );
        assert_eq!(
            stringify_sorted(&value),
            r#"{"01":[],"1":{},"2":1.5,"4294967294":true,"4294967295":null,"b":1}"#
        );
    }

    #[test]
    fn the_order_of_keys_does_not_count() {
        assert_eq!(
            canonical("{\"b\": 1, \"a\": {\"d\": 1.50, \"c\": []}}"),
            canonical("{\"a\":{\"c\":[],\"d\":1.5},\"b\":1}")
        );
        assert_eq!(canonical("{{x}}"), "{{x}}");
    }

    #[test]
    fn texts_are_quoted_as_json_stringify_does() {
        let text = "a\"\\\n\u{1}\u{7f}é/\u{10d83d}";
        assert_eq!(quoted(text), "\"a\\\"\\\\\\n\\u0001\u{7f}é/\\ud83d\"");
    }
}
