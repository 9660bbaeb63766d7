//! `application/x-www-form-urlencoded` bodies.

use std::borrow::Cow;

use indexmap::IndexMap;
use serde_json::Value;

use crate::runtime::NotSent;
use crate::runtime::param::Param;
use crate::text::{coercion, key_order, percent, surrogate};

/// The body that rows become. They are folded into a JavaScript object first: rows of one key move
/// up to the first of them, and keys that are integers move to the front.
///
/// # Errors
///
/// When a text ends in half a character.
pub(super) fn encoded(rows: &[Param]) -> Result<String, NotSent> {
    let mut form = String::new();
    for (key, values) in folded(rows) {
        for value in values {
            if !form.is_empty() {
                form.push('&');
            }
            push_escaped(&key, &mut form)?;
            form.push('=');
            push_escaped(&primitive_text(value), &mut form)?;
        }
    }
    Ok(form)
}

/// The order in which rows with these keys are sent, by their indexes.
pub fn sent_order(keys: &[&str]) -> Vec<usize> {
    let mut groups: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (index, key) in keys.iter().enumerate() {
        groups.entry(key).or_default().push(index);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    key_order::sort_as_object(&mut groups, |(key, _)| key);
    groups.into_iter().flat_map(|(_, indexes)| indexes).collect()
}

fn folded(rows: &[Param]) -> Vec<(Cow<'_, str>, Vec<&Value>)> {
    let mut form: IndexMap<Cow<'_, str>, Vec<&Value>> = IndexMap::new();
    for row in rows.iter().filter(|row| !row.disabled) {
        let key = row.key.as_ref().map_or("undefined".into(), coercion::text);
        let value = row.value.as_ref().unwrap_or(&Value::Null);
        match form.get_mut(&key) {
            Some(values) => values.push(value),
            // Setting this key of an object sets its prototype instead.
            None if key == "__proto__" => {}
            None => {
                let one = std::slice::from_ref(value);
                let values = value.as_array().map_or(one, Vec::as_slice);
                form.insert(key, values.iter().collect());
            }
        }
    }
    let mut form: Vec<_> = form.into_iter().collect();
    key_order::sort_as_object(&mut form, |(key, _)| key);
    form
}

/// Texts, numbers and booleans have their text; all else is nothing.
fn primitive_text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null | Value::Array(_) | Value::Object(_) => Cow::Borrowed(""),
        primitive => coercion::text(primitive),
    }
}

fn push_escaped(text: &str, form: &mut String) -> Result<(), NotSent> {
    if surrogate::has_any(text) {
        form.extend(percent::form_bytes(&with_halves(text)?));
    } else {
        form.extend(percent::form_bytes(text.as_bytes()));
    }
    Ok(())
}

/// UTF-8 as Node's form encoder writes it: half a character takes whatever code unit follows it for
/// its other half.
fn with_halves(text: &str) -> Result<Vec<u8>, NotSent> {
    let mut units = Vec::new();
    for character in text.chars() {
        match surrogate::unit(character) {
            Some(unit) => units.push(unit),
            None => units.extend_from_slice(character.encode_utf16(&mut [0; 2])),
        }
    }
    let mut bytes = Vec::new();
    let mut units = units.into_iter().map(u32::from);
    while let Some(unit) = units.next() {
        let code = if (0xd800..0xe000).contains(&unit) {
            let other = units.next().ok_or(NotSent::HalfCharacter)?;
            0x1_0000 + (((unit & 0x3ff) << 10) | (other & 0x3ff))
        } else {
            unit
        };
        let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::runtime::param;

    fn sent(rows: &Value) -> String {
        encoded(&param::read(rows)).unwrap()
    }

    #[test]
    fn the_order_of_rows_is_known_beforehand() {
        assert_eq!(sent_order(&["b", "a", "b"]), [0, 2, 1]);
        assert_eq!(sent_order(&["b", "2", "1", "01"]), [2, 1, 0, 3]);
    }

    #[test]
    fn rows_are_regrouped() {
        let rows = |text: &str| sent(&json!(text));
        assert_eq!(rows("b=1&a=2&b=3"), "b=1&b=3&a=2");
        assert_eq!(rows("b=x&2=y&1=z"), "1=z&2=y&b=x");
        assert_eq!(
            rows("01=a&-1=b&1.5=c&4294967295=d&4294967294=e&0=f"),
            "0=f&4294967294=e&01=a&-1=b&1.5=c&4294967295=d"
        );
        assert_eq!(rows("__proto__=1&a=2"), "a=2");
    }

    #[test]
    fn values_have_their_text() {
        let rows = json!([
            {"key": "a"}, {"key": "b", "value": null}, {"key": "c", "value": true},
            {"key": "d", "value": 1e21}, {"key": "e", "value": {"x": 1}}, {"key": "f", "value": [1, "2", null]},
            {"key": "f", "value": [3]}, {"key": null, "value": 1}, {"value": 2}, {"key": "g", "value": []},
            {"key": "h", "value": "x", "disabled": true},
        ]);
        assert_eq!(sent(&rows), "a=&b=&c=true&d=1e%2B21&e=&f=1&f=2&f=&f=&null=1&undefined=2");
    }

    #[test]
    fn only_unreserved_characters_are_bare() {
        assert_eq!(
            sent(&json!([{"key": "a b", "value": "A-z_.~!'()*+,/é%2C"}])),
            "a%20b=A-z_.~%21%27%28%29%2A%2B%2C%2F%C3%A9%252C"
        );
    }

    #[test]
    fn half_a_character_swallows_the_next() {
        assert_eq!(sent(&json!([{"key": "a", "value": "\u{10d83d}bc"}])), "a=%F0%9F%91%A2c");
        let last = param::read(&json!([{"key": "a", "value": "b\u{10d83d}"}]));
        assert_eq!(encoded(&last), Err(NotSent::HalfCharacter));
    }
}
