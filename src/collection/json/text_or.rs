//! What Postman writes either as a text or in full.

use schemars::{Schema, SchemaGenerator};
use serde::de::{MapAccess, SeqAccess};
use serde::ser::{Serialize, Serializer};
use serde_json::Number;

use super::rule::{any_of, type_schema};
use super::{Entry, List, Object, Shape};

/// A value that is either a text or written in full: a URL, a request, a script's lines.
#[derive(Debug, Clone, PartialEq)]
pub enum TextOr<T> {
    /// The text.
    Text(String),
    /// The object, list or number.
    Full(T),
}

impl<T> TextOr<T> {
    /// The text, if the value is written as one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Full(_) => None,
        }
    }

    /// The value, if it is written in full.
    pub fn full(&self) -> Option<&T> {
        match self {
            Self::Text(_) => None,
            Self::Full(value) => Some(value),
        }
    }
}

impl<T> From<&str> for TextOr<T> {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<T> From<String> for TextOr<T> {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Object> From<T> for TextOr<T> {
    fn from(object: T) -> Self {
        Self::Full(object)
    }
}

impl<T: Object> From<T> for TextOr<Box<T>> {
    fn from(object: T) -> Self {
        Self::Full(Box::new(object))
    }
}

impl<T, U: Into<T>> From<Vec<U>> for TextOr<List<T>> {
    fn from(values: Vec<U>) -> Self {
        Self::Full(values.into())
    }
}

impl<T: Serialize> Serialize for TextOr<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Full(value) => value.serialize(serializer),
        }
    }
}

impl<T: Shape> Shape for TextOr<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        any_of([T::schema(generator), type_schema("string")])
    }

    fn from_text(text: &str) -> Entry<Self> {
        Entry::Is(text.into())
    }

    fn from_bool(value: bool) -> Entry<Self> {
        T::from_bool(value).map(Self::Full)
    }

    fn from_number(number: Number) -> Entry<Self> {
        T::from_number(number).map(Self::Full)
    }

    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Entry<Self>, A::Error> {
        Ok(T::from_list(list)?.map(Self::Full))
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Entry<Self>, A::Error> {
        Ok(T::from_object(object)?.map(Self::Full))
    }
}
