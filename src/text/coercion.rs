//! JSON values as JavaScript sees them: their text, their truth, their order.
//!
//! Postman's runtime is JavaScript over loose JSON, so what a number, a null or a list in an odd
//! place becomes is decided by these conversions (ECMA-262, sections 7.1 and 25.5).

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::{Map, Number, Value};

use crate::text::surrogate;

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

/// JavaScript has one kind of number, the 64-bit float.
pub(crate) fn float(number: &Number) -> f64 {
    number.as_f64().unwrap_or(f64::NAN)
}

fn parsed_number(text: &str) -> f64 {
    let text = trim(text);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let is_decimal = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
    match digits {
        "" if text.is_empty() => 0.0,
        "Infinity" => sign * f64::INFINITY,
        _ if digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && digits.chars().all(is_decimal) =>
        {
            digits.parse().map_or(f64::NAN, |value: f64| sign * value)
        }
        _ => radix_number(text),
    }
}

/// `0x1f`, `0o17` and `0b11`, which take no sign.
fn radix_number(text: &str) -> f64 {
    let prefixes = [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)];
    for (prefix, radix) in prefixes {
        if let Some(digits) = text.strip_prefix(prefix) {
            let values = digits.chars().map(|digit| digit.to_digit(radix));
            let sum = |sum: f64, digit: Option<u32>| {
                digit.map(|digit| sum.mul_add(f64::from(radix), f64::from(digit)))
            };
            return if digits.is_empty() { None } else { values.into_iter().try_fold(0.0, sum) }
                .unwrap_or(f64::NAN);
        }
    }
    f64::NAN
}

/// What `String(number)` gives: the shortest digits that read back as the same number, with an
/// exponent from 1e21 and below 1e-6.
pub(crate) fn number_text(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    if !number.is_finite() {
        let sign = if number < 0.0 { "-" } else { "" };
        return if number.is_nan() { "NaN".to_owned() } else { format!("{sign}Infinity") };
    }
    let scientific = format!("{number:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if (-6..21).contains(&exponent) {
        // Rust writes the same shortest digits, always without an exponent.
        return format!("{number}");
    }
    format!("{mantissa}e{exponent:+}")
}

/// What `JSON.stringify(value)` gives.
pub(crate) fn stringify(value: &Value) -> String {
    let mut json = String::new();
    write_json(value, &mut json);
    json
}

fn write_json(value: &Value, json: &mut String) {
    match value {
        Value::Number(number) => json.push_str(&number_text(float(number))),
        Value::String(text) => write_quoted(text, json),
        Value::Array(list) => {
            for (index, member) in list.iter().enumerate() {
                json.push(if index == 0 { '[' } else { ',' });
                write_json(member, json);
            }
            json.push_str(if list.is_empty() { "[]" } else { "]" });
        }
        Value::Object(map) => {
            for (index, (key, member)) in members(map).into_iter().enumerate() {
                json.push(if index == 0 { '{' } else { ',' });
                write_quoted(key, json);
                json.push(':');
                write_json(member, json);
            }
            json.push_str(if map.is_empty() { "{}" } else { "}" });
        }
        Value::Null | Value::Bool(_) => json.push_str(&text(value)),
    }
}

/// Writes a text as `JSON.stringify` does: quotes, backslashes and control characters escaped.
pub(crate) fn write_quoted(text: &str, json: &mut String) {
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
    write!(json, "\\u{unit:04x}").expect("a text takes all that is written to it");
}

/// The members of an object in JavaScript's order: integer keys first, ascending, then the others
/// as written.
pub(crate) fn members(map: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut all: Vec<_> = map.iter().collect();
    sort_as_object(&mut all, |(key, _)| key);
    all
}

/// Puts entries into the order that they would have as keys of a JavaScript object.
pub(crate) fn sort_as_object<T>(entries: &mut [T], key: impl Fn(&T) -> &str) {
    // `None` is below every `Some`, and keys that are no integers stay in their order.
    entries.sort_by_key(|entry| array_index(key(entry)).map_or(u64::MAX, u64::from));
}

/// The number that a key stands for, if it is the canonical text of 0 to 4294967294.
fn array_index(key: &str) -> Option<u32> {
    let canonical =
        key == "0" || (key.starts_with(|c: char| c.is_ascii_digit()) && !key.starts_with('0'));
    key.parse().ok().filter(|index| canonical && *index != u32::MAX)
}

/// The bytes that Node makes of a text: UTF-8, with half a character as U+FFFD.
pub(crate) fn utf8(text: &str) -> Cow<'_, [u8]> {
    if !text.contains(|character| surrogate::unit(character).is_some()) {
        return Cow::Borrowed(text.as_bytes());
    }
    let replaced = |c| if surrogate::unit(c).is_some() { char::REPLACEMENT_CHARACTER } else { c };
    Cow::Owned(text.chars().map(replaced).collect::<String>().into_bytes())
}

/// White space and line ends as JavaScript's `trim` and `\s` know them.
pub(crate) fn is_blank(character: char) -> bool {
    matches!(
        character,
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202f}'
                | '\u{205f}'
                | '\u{3000}'
                | '\u{feff}'
    )
}

/// What `text.trim()` gives.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_have_javascript_text() {
        let cases: [(f64, &str); 14] = [
            (1.50, "1.5"),
            (-0.0, "0"),
            (1e21, "1e+21"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (1e-6, "0.000001"),
            (1.5e-7, "1.5e-7"),
            (9_007_199_254_740_993.0, "9007199254740992"),
            (-1.25e30, "-1.25e+30"),
            (0.1, "0.1"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
            (100.0, "100"),
        ];
        for (number, text) in cases {
            assert_eq!(number_text(number), text);
        }
        assert_eq!(text(&json!(18_446_744_073_709_551_615_u64)), "18446744073709552000");
    }

    #[test]
    fn values_have_javascript_text() {
        assert_eq!(text(&json!([1, null, [2, "x"], {}])), "1,,2,x,[object Object]");
        assert_eq!(text(&json!(null)), "null");
    }

    #[test]
    fn texts_become_numbers() {
        let cases = [
            ("007.10", "7.1"),
            ("", "0"),
            (" 5 ", "5"),
            ("0x1f", "31"),
            ("-0x1f", "NaN"),
            ("1_000", "NaN"),
            ("inf", "NaN"),
            ("-Infinity", "-Infinity"),
            (".5", "0.5"),
            ("5.", "5"),
            (".", "NaN"),
            ("1e3", "1000"),
            ("+", "NaN"),
            ("--1", "NaN"),
        ];
        for (given, expected) in cases {
            assert_eq!(number_text(number(&json!(given))), expected, "{given:?}");
        }
    }

    #[test]
    fn integer_keys_come_first() {
        let value = json!({"b": 1, "2": 2, "01": 3, "1": 4, "4294967295": 5, "4294967294": 6});
        assert_eq!(
            stringify(&value),
            r#"{"1":4,"2":2,"4294967294":6,"b":1,"01":3,"4294967295":5}"#
        );
    }

    #[test]
    fn strings_are_quoted_as_json_stringify_does() {
        assert_eq!(
            stringify(&json!("a\"\\\n\u{1}\u{7f}é/\u{10d83d}")),
            "\"a\\\"\\\\\\n\\u0001\u{7f}é/\\ud83d\""
        );
    }
}
