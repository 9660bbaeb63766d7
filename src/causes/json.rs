//! JSON as text: taking it apart and laying it out as scripts do.

use std::fmt::Write as _;

use indexmap::IndexMap;
use serde_json::Value;
use serde_json::value::RawValue;

/// The text without `//` and `/* */` comments outside of strings, as Postman sends it.
pub(super) fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '"' => {
                let string = string_length(rest);
                kept.extend(rest.get(..string));
                string
            }
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => {
                rest.get(2..).and_then(|body| body.find("*/")).map_or(rest.len(), |end| end + 4)
            }
            _ => {
                kept.push(c);
                c.len_utf8()
            }
        };
        rest = rest.get(skipped..).unwrap_or_default();
    }
    kept
}

/// Bytes of the string that `text` begins with, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// How the tokens of a text are laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// After a comma on the same line.
    after_comma: &'static str,
    after_colon: &'static str,
    /// Of one level; none to write all on one line.
    indent: Option<&'static str>,
}

impl Layout {
    /// `JSON.stringify(value)`.
    pub(super) const COMPACT: Self = Self { after_comma: "", after_colon: "", indent: None };
    /// The usual layouts besides: Python's, and indented by 2, 4 and a tab.
    pub(super) const OTHERS: [Self; 4] = [
        Self { after_comma: " ", after_colon: " ", indent: None },
        Self { after_comma: "", after_colon: " ", indent: Some("  ") },
        Self { after_comma: "", after_colon: " ", indent: Some("    ") },
        Self { after_comma: "", after_colon: " ", indent: Some("\t") },
    ];
}

/// The same tokens without white space between them.
pub(super) fn compact(text: &str) -> String {
    laid_out(text, Layout::COMPACT)
}

/// The same tokens in another layout.
pub(super) fn laid_out(text: &str, layout: Layout) -> String {
    let tokens = tokens(text);
    let mut written = String::with_capacity(text.len());
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate() {
        let is_empty_pair = matches!(tokens.get(index + 1), Some(&("}" | "]")));
        match *token {
            "{" | "[" => {
                written.push_str(token);
                depth += 1;
                if !is_empty_pair {
                    new_line(&mut written, layout, depth);
                }
            }
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                let was_opened = index > 0 && matches!(tokens[index - 1], "{" | "[");
                if !was_opened {
                    new_line(&mut written, layout, depth);
                }
                written.push_str(token);
            }
            "," => {
                written.push(',');
                written.push_str(layout.after_comma);
                new_line(&mut written, layout, depth);
            }
            ":" => {
                written.push(':');
                written.push_str(layout.after_colon);
            }
            _ => written.push_str(token),
        }
    }
    written
}

fn new_line(written: &mut String, layout: Layout, depth: usize) {
    if let Some(indent) = layout.indent {
        written.push('\n');
        written.extend(std::iter::repeat_n(indent, depth));
    }
}

fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' => string_length(rest),
            '{' | '}' | '[' | ']' | ',' | ':' => 1,
            _ => rest
                .find(|c: char| c.is_whitespace() || "{}[],:\"".contains(c))
                .unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}

/// The members of the outermost object in order, each value without white space between tokens.
pub(super) fn members(text: &str) -> Option<IndexMap<String, String>> {
    let members: IndexMap<String, Box<RawValue>> = serde_json::from_str(text).ok()?;
    Some(members.into_iter().map(|(key, value)| (key, compact(value.get()))).collect())
}

/// An object with these members, each value as it is, without white space.
pub(super) fn object<'a>(members: impl IntoIterator<Item = (&'a String, &'a String)>) -> String {
    let members: Vec<_> = members
        .into_iter()
        .map(|(key, value)| format!("{}:{value}", Value::from(key.as_str())))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// The value of a string, a number's text, else the text as it is.
pub(super) fn plain(value: &str) -> String {
    serde_json::from_str::<String>(value).unwrap_or_else(|_| value.to_owned())
}

/// Whether the text is JSON that is not just a number or word.
pub(super) fn is_document(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[']) && serde_json::from_str::<Value>(text).is_ok()
}

/// `JSON.stringify(JSON.parse(text))`: numbers as JavaScript writes them, whole-number keys first.
pub(super) fn js_round_trip(text: &str) -> Option<String> {
    serde_json::from_str::<Value>(text).ok().map(|value| js_text(&value, false))
}

/// The same with the keys of every object sorted.
pub(super) fn js_sorted(text: &str) -> Option<String> {
    serde_json::from_str::<Value>(text).ok().map(|value| js_text(&value, true))
}

fn js_text(value: &Value, sorted: bool) -> String {
    match value {
        Value::Number(number) => number.as_f64().map_or_else(|| number.to_string(), js_number),
        Value::Array(values) => {
            let values: Vec<_> = values.iter().map(|value| js_text(value, sorted)).collect();
            format!("[{}]", values.join(","))
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            if sorted {
                members.sort_by_key(|(key, _)| key.as_str());
            } else {
                members.sort_by_key(|(key, _)| index_key(key).unwrap_or(u64::MAX));
            }
            let members: Vec<_> = members
                .into_iter()
                .map(|(key, value)| {
                    format!("{}:{}", Value::from(key.as_str()), js_text(value, sorted))
                })
                .collect();
            format!("{{{}}}", members.join(","))
        }
        other => other.to_string(),
    }
}

/// The number of a key that JavaScript keeps in numeric order before all others.
fn index_key(key: &str) -> Option<u64> {
    let number: u64 = key.parse().ok()?;
    (number < u64::from(u32::MAX) && number.to_string() == key).then_some(number)
}

/// A number as JavaScript writes it (ECMA-262, `Number::toString`).
pub(super) fn js_number(number: f64) -> String {
    let size = number.abs();
    if size == 0.0 {
        return "0".to_owned();
    }
    if (1e-6..1e21).contains(&size) {
        return number.to_string();
    }
    let text = format!("{number:e}");
    if text.contains("e-") { text } else { text.replace('e', "e+") }
}

/// The text with everything beyond ASCII escaped, as Python's `json.dumps` does.
pub(super) fn ascii_only(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut written, c| {
        if c.is_ascii() {
            written.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(written, "\\u{unit:04x}");
            }
        }
        written
    })
}
