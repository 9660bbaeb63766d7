//! Numbers as JavaScript writes and reads them (ECMA-262, sections 6.1.6.1.20 and 7.1.4.1).

use serde_json::Number;

use crate::text::blank::trim;

/// JavaScript has one kind of number, the 64-bit float.
pub(crate) fn float(number: &Number) -> f64 {
    number.as_f64().unwrap_or(f64::NAN)
}

/// What `Number(text)` gives.
pub(crate) fn parsed_number(text: &str) -> f64 {
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

#[cfg(test)]
mod tests {
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
            assert_eq!(number_text(parsed_number(given)), expected, "{given:?}");
        }
    }
}
