//! The header lines that go out, by the rules of Node's HTTP client.

use serde_json::Value;

use crate::runtime::NotSent;
use crate::text::{coercion, key_order};

/// A header line as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentHeader {
    /// The name in its own spelling.
    pub name: String,
    /// The value; no character is above U+00FF.
    pub value: String,
}

/// Headers by their spelling, as a JavaScript object holds them.
#[derive(Debug, Default)]
pub(crate) struct Table {
    entries: Vec<(String, Value)>,
}

impl Table {
    /// Adds a value under exactly this spelling.
    pub(super) fn append(&mut self, name: &str, value: Value) {
        match self.entries.iter_mut().find(|(key, _)| key == name) {
            None => self.entries.push((name.to_owned(), value)),
            Some((_, Value::Array(values))) => values.push(value),
            Some((_, single)) => *single = Value::Array(vec![single.take(), value]),
        }
    }

    /// Whether there is a header of that name in any spelling.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The value under the last spelling of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        let last = self.entries.iter().rfind(|(key, _)| key.eq_ignore_ascii_case(name));
        last.map(|(_, value)| value)
    }

    /// Sets the value under the first spelling of a name, or adds the header.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        match self.entries.iter_mut().find(|(key, _)| key.eq_ignore_ascii_case(name)) {
            Some((_, current)) => *current = Value::from(value),
            None => self.entries.push((name.to_owned(), Value::from(value))),
        }
    }

    /// What Node keeps: of several spellings the last, at the place of the first; names that are
    /// integers before all others.
    ///
    /// # Errors
    ///
    /// When a name or a value has characters that HTTP does not allow.
    pub(crate) fn into_outgoing(mut self) -> Result<HeadersOut, NotSent> {
        key_order::sort_as_object(&mut self.entries, |(name, _)| name);
        let mut outgoing = HeadersOut { entries: Vec::with_capacity(self.entries.len()) };
        for (name, value) in self.entries {
            if !is_token(&name) {
                return Err(NotSent::HeaderName { name });
            }
            if !coercion::text(&value).chars().all(is_value_character) {
                return Err(NotSent::HeaderValue { name });
            }
            outgoing.put(name, value);
        }
        Ok(outgoing)
    }
}

/// Headers of which each name, in whatever spelling, is there once.
#[derive(Debug)]
pub(crate) struct HeadersOut {
    entries: Vec<(String, Value)>,
}

impl HeadersOut {
    fn get(&self, name: &str) -> Option<&Value> {
        let named = self.entries.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        named.map(|(_, value)| value)
    }

    fn put(&mut self, name: String, value: Value) {
        match self.entries.iter_mut().find(|(key, _)| key.eq_ignore_ascii_case(&name)) {
            Some(entry) => *entry = (name, value),
            None => self.entries.push((name, value)),
        }
    }

    /// Whether a header is there and has a value that is not empty.
    pub(crate) fn has_value(&self, name: &str) -> bool {
        self.get(name).is_some_and(coercion::is_truthy)
    }

    /// Whether there is a line for a header; one whose value is an empty list has none.
    pub(crate) fn has_line(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| value.as_array().is_none_or(|list| !list.is_empty()))
    }

    /// Whether the value of a header is one text, and not a list or a number.
    pub(crate) fn is_text(&self, name: &str) -> bool {
        self.get(name).is_some_and(Value::is_string)
    }

    /// Sets a header in its usual spelling.
    ///
    /// # Errors
    ///
    /// When the value has characters that HTTP does not allow.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<(), NotSent> {
        if !value.chars().all(is_value_character) {
            return Err(NotSent::HeaderValue { name: name.to_owned() });
        }
        self.put(name.to_owned(), Value::from(value));
        Ok(())
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.entries.retain(|(key, _)| !key.eq_ignore_ascii_case(name));
    }

    /// Whether the value of a header has a word, as `chunked` in `Transfer-Encoding`.
    pub(crate) fn has_word(&self, name: &str, word: &str) -> bool {
        let value = self.get(name).map(|value| coercion::text(value).to_lowercase());
        let is_break = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
        value.is_some_and(|value| value.split(is_break).any(|part| part == word))
    }

    /// The lines. A header with several values has several lines, but cookies share one.
    pub(crate) fn lines(self) -> Vec<SentHeader> {
        let mut lines = Vec::with_capacity(self.entries.len());
        for (name, value) in self.entries {
            match value {
                Value::String(value) => lines.push(SentHeader { name, value }),
                Value::Array(values) if name.eq_ignore_ascii_case("cookie") && values.len() > 1 => {
                    lines.push(SentHeader { name, value: coercion::joined(&values, "; ") });
                }
                Value::Array(values) => {
                    let text = |value| coercion::text(value).into_owned();
                    let line = |value| SentHeader { name: name.clone(), value: text(value) };
                    lines.extend(values.iter().map(line));
                }
                other => {
                    lines.push(SentHeader { name, value: coercion::text(&other).into_owned() });
                }
            }
        }
        lines
    }
}

/// Whether a text is a token, as names of headers and methods are (RFC 9110, section 5.6.2).
pub(crate) fn is_token(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(fits)
}

fn is_value_character(character: char) -> bool {
    matches!(character, '\t' | ' '..='~' | '\u{80}'..='\u{ff}')
}
