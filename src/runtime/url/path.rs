//! Paths and the variables in them, as `:id` in `/orders/:id`.

use std::borrow::Cow;

use serde_json::Value;

use crate::text::{blank, coercion, key_order};

/// A path given as text becomes a list of segments, without the leading slash; an empty text is no
/// path.
pub(crate) fn expanded(path: Value) -> Option<Value> {
    let text = match path {
        Value::String(text) => text,
        other => return coercion::is_truthy(&other).then_some(other),
    };
    match without_leading_slash(&text) {
        "" => None,
        "/" => Some(Value::from(vec![""])),
        path => Some(path.split('/').collect()),
    }
}

/// Takes the leading slash off, if something follows it and the text is one line: the pattern that
/// Postman uses does not reach over line ends.
fn without_leading_slash(text: &str) -> &str {
    text.strip_prefix('/')
        .filter(|rest| !rest.is_empty() && !rest.contains(blank::LINE_ENDS))
        .unwrap_or(text)
}

/// The path with the values of its variables in place; always begins with a slash.
pub(crate) fn text(path: Option<&Value>, variables: &[(String, Option<String>)]) -> String {
    let segments: Vec<&Value> = match path {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(Value::Object(map)) => {
            key_order::members(map).into_iter().map(|(_, value)| value).collect()
        }
        _ => Vec::new(),
    };
    let mut text = String::from("/");
    for (index, segment) in segments.into_iter().enumerate() {
        if index > 0 {
            text.push('/');
        }
        match segment {
            Value::Null => {}
            Value::String(segment) => text.push_str(&filled(segment, variables)),
            other => text.push_str(&coercion::text(other)),
        }
    }
    text
}

/// A segment with the value of its variable, if it names one that has a value. The name ends at the
/// first dot, and what follows it stays.
fn filled<'s>(segment: &'s str, variables: &[(String, Option<String>)]) -> Cow<'s, str> {
    let Some(name) = segment.strip_prefix(':') else { return Cow::Borrowed(segment) };
    let (name, suffix) = name.split_at(name.find('.').unwrap_or(name.len()));
    let last = variables.iter().rev().find(|(key, _)| !name.is_empty() && key == name);
    match last.and_then(|(_, value)| value.as_deref()) {
        Some(value) if !value.is_empty() => Cow::Owned(format!("{value}{suffix}")),
        _ => Cow::Borrowed(segment),
    }
}
