//! Text that may be shown.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

/// Text in which no secret is: what reports are made of.
///
/// Only a [`Mask`](super::Mask) makes one of a text from elsewhere; words of the program itself are shown as they
/// are.
#[derive(Clone, Default)]
pub struct Masked {
    text: String,
    holes: Vec<Hole>,
}

/// A place in a [`Masked`] text where a secret stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hole {
    /// The bytes of the masked text that stand in the place of the secret.
    pub range: Range<usize>,
    /// What the secret is called: the name of its variable, header or param, if it has one.
    pub name: Option<Arc<str>>,
    /// How the secret was written there.
    pub writing: Writing,
}

/// How a secret is written in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Writing {
    /// As it is.
    Plain,
    /// Percent-encoded.
    PercentEncoded,
    /// With the escapes of JSON or JavaScript.
    Escaped,
    /// In base64, by itself or with what stands around it.
    Base64,
    /// In hexadecimal, or as a list of numbers.
    Numbers,
    /// A part of it.
    Part,
}

impl Masked {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where secrets stood, in the order of the text.
    pub fn holes(&self) -> &[Hole] {
        &self.holes
    }

    /// Texts with others between them.
    #[must_use]
    pub fn joined<'t>(texts: impl IntoIterator<Item = &'t Self>, between: &'static str) -> Self {
        let mut joined = Self::default();
        for (index, text) in texts.into_iter().enumerate() {
            if index > 0 {
                joined.text.push_str(between);
            }
            joined.push(text);
        }
        joined
    }

    /// Adds a text at the end.
    pub fn push(&mut self, other: &Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        let moved = other
            .holes
            .iter()
            .cloned()
            .map(|hole| Hole { range: hole.range.start + start..hole.range.end + start, ..hole });
        self.holes.extend(moved);
    }

    /// A text that a mask has gone over.
    pub(super) fn of(text: String, holes: Vec<Hole>) -> Self {
        Self { text, holes }
    }
}

impl From<&'static str> for Masked {
    /// Words of the program itself.
    fn from(text: &'static str) -> Self {
        Self { text: text.to_owned(), holes: Vec::new() }
    }
}

impl Deref for Masked {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for Masked {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl PartialEq for Masked {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Masked {}

impl PartialOrd for Masked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Masked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl PartialEq<str> for Masked {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Masked {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl Serialize for Masked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl JsonSchema for Masked {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_texts_keep_their_holes() {
        let hole = Hole { range: 1..4, name: None, writing: Writing::Plain };
        let one = Masked::of("a***".into(), vec![hole]);
        let joined = Masked::joined([&one, &one], " / ");
        assert_eq!(joined, "a*** / a***");
        assert_eq!(
            joined.holes().iter().map(|it| it.range.clone()).collect::<Vec<_>>(),
            [1..4, 8..11]
        );
    }
}
