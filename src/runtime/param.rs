//! Rows of a query or of a form: a key and a value, either of which may be anything.

use serde_json::Value;

use crate::text::coercion;

/// One row of a query or of a urlencoded body.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Param {
    /// The key; none if there is no such member.
    pub(super) key: Option<Value>,
    /// The value; none if there is no such member.
    pub(super) value: Option<Value>,
    /// Whether it is left out.
    pub(super) disabled: bool,
}

impl Param {
    /// Reads one row: an object, or a text such as `a=1`.
    fn read(row: &Value) -> Self {
        match row {
            Value::String(text) => Self::parse(text),
            other => Self {
                key: other.get("key").cloned(),
                value: other.get("value").cloned(),
                disabled: coercion::has_truthy(other, "disabled"),
            },
        }
    }

    fn parse(text: &str) -> Self {
        let (key, value) = match text.split_once('=') {
            Some((key, value)) => (key, Value::from(value)),
            None => (text, Value::Null),
        };
        Self { key: Some(Value::from(key)), value: Some(value), disabled: false }
    }

    /// The row as it stands in a URL: text parts only, with the structure escaped.
    fn text(&self) -> String {
        let mut text = match &self.key {
            Some(Value::String(key)) => escaped(key, true),
            _ => String::new(),
        };
        if let Some(Value::String(value)) = &self.value {
            text.push('=');
            text.push_str(&escaped(value, false));
        }
        text
    }
}

/// The rows of a query text.
pub(super) fn parse(query: &str) -> Vec<Param> {
    of_pieces(&query.split('&').collect::<Vec<_>>())
}

/// The rows of a query that has been split. An empty piece is a row without key, but for the last.
pub(super) fn of_pieces<T: AsRef<str>>(pieces: &[T]) -> Vec<Param> {
    let empty = Param { key: Some(Value::Null), value: Some(Value::Null), disabled: false };
    let row = |(index, piece): (usize, &T)| match piece.as_ref() {
        "" if index + 1 < pieces.len() => empty.clone(),
        piece => Param::parse(piece),
    };
    pieces.iter().enumerate().map(row).collect()
}

/// Reads a list of rows. What is neither list nor text counts as a list of one.
pub(super) fn read(rows: &Value) -> Vec<Param> {
    match rows {
        Value::String(text) => parse(text),
        Value::Array(list) => list.iter().filter(|row| !row.is_null()).map(Param::read).collect(),
        other => vec![Param::read(other)],
    }
}

/// The enabled rows as they stand in a URL, before percent-encoding.
pub(super) fn text(rows: &[Param]) -> String {
    let enabled: Vec<String> = rows.iter().filter(|row| !row.disabled).map(Param::text).collect();
    enabled.join("&")
}

/// Escapes what would change the structure of a query, outside of variables.
fn escaped(text: &str, is_key: bool) -> String {
    let is_structure = |c: char| c == '&' || c == '#' || (is_key && c == '=');
    if !text.contains(is_structure) {
        return text.to_owned();
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(start) = rest.find(['{', '&', '#', '=']) {
        let (before, from) = rest.split_at(start);
        escaped.push_str(before);
        let taken = variable_length(from).unwrap_or(1);
        let (piece, after) = from.split_at(taken);
        match piece {
            "&" => escaped.push_str("%26"),
            "#" => escaped.push_str("%23"),
            "=" if is_key => escaped.push_str("%3D"),
            kept => escaped.push_str(kept),
        }
        rest = after;
    }
    escaped.push_str(rest);
    escaped
}

/// The length of a `{{name}}` that a text begins with.
fn variable_length(text: &str) -> Option<usize> {
    let name = text.strip_prefix("{{")?;
    let end = name.find(['{', '}'])?;
    name.get(end..)?.starts_with("}}").then_some(end + 4)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn written(rows: &Value) -> String {
        text(&read(rows))
    }

    #[test]
    fn rows_are_written_with_their_structure_escaped() {
        let rows = json!([
            {"key": "a=b&c#d", "value": "e=f&g#h"}, {"key": "{{x=&#}}=", "value": "{{y&#}}&{{z}"},
        ]);
        assert_eq!(written(&rows), "a%3Db%26c%23d=e=f%26g%23h&{{x=&#}}%3D={{y&#}}%26{{z}");
    }

    #[test]
    fn only_texts_are_written() {
        let rows = json!([
            {"key": "a", "value": null}, {"key": "b", "value": ""}, {"key": null, "value": "c"},
            {"key": "", "value": ""}, {"key": "d", "value": 1}, {"key": "e", "value": true}, {},
            {"key": "f", "disabled": "false"}, null, "g=1=2", {"key": 1, "value": "h"},
        ]);
        assert_eq!(written(&rows), "a&b=&=c&=&d&e&&g=1=2&=h");
    }

    #[test]
    fn a_query_text_is_kept() {
        for query in ["a=1&&b=2&", "a==b=c", "&", "", "a"] {
            assert_eq!(text(&parse(query)), query);
        }
    }
}
