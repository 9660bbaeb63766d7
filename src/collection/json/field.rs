//! A key of an object: absent, null, as the format wants it, or something else.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::{Number, Value};

use super::{Entry, List, Object, Shape, TextOr};

/// What a key of a Postman object holds.
///
/// Postman runs many files that break its own schema, so a value of the wrong JSON type is kept as
/// it is rather than refused, and a key that is absent stays apart from one that is null.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Field<T> {
    /// The key is not there.
    #[default]
    Absent,
    /// The key is there and its value is `null`.
    Null,
    /// A value of the type that the format gives the key.
    Is(T),
    /// A value of another JSON type.
    Other(Box<Value>),
}

impl<T> Field<T> {
    /// The value, if it has the type that the format gives it.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            _ => None,
        }
    }

    /// The value to change, if it has the type that the format gives it.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Is(value) => Some(value),
            _ => None,
        }
    }

    /// The value of the wrong JSON type, if that is what the key holds.
    pub fn other(&self) -> Option<&Value> {
        match self {
            Self::Other(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the key is not there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the key is there with the value `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl Field<String> {
    /// The text, if there is one.
    pub fn text(&self) -> Option<&str> {
        self.get().map(String::as_str)
    }
}

impl Field<bool> {
    /// Whether the key is there with the value `true`.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Is(true))
    }
}

impl<T> Field<List<T>> {
    /// All entries; none if there is no list.
    pub fn entries(&self) -> &[Entry<T>] {
        self.get().map_or(&[], List::entries)
    }

    /// The entries that have the right type; none if there is no list.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries().iter().filter_map(Entry::get)
    }

    /// The entries that have the right type, to change; none if there is no list.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.get_mut().into_iter().flat_map(List::iter_mut)
    }

    /// The entries that have the right type, each with its index in the file.
    pub fn indexed(&self) -> impl Iterator<Item = (usize, &T)> {
        let entries = self.entries().iter().enumerate();
        entries.filter_map(|(index, entry)| Some((index, entry.get()?)))
    }
}

impl<T> Field<TextOr<T>> {
    /// The text, if the value is written as one.
    pub fn text(&self) -> Option<&str> {
        self.get().and_then(TextOr::text)
    }

    /// The value, if it is written in full rather than as a text.
    pub fn full(&self) -> Option<&T> {
        self.get().and_then(TextOr::full)
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Is(value)
    }
}

impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::Is)
    }
}

impl From<&str> for Field<String> {
    fn from(text: &str) -> Self {
        Self::Is(text.to_owned())
    }
}

impl From<&str> for Field<Value> {
    fn from(text: &str) -> Self {
        Self::Is(text.into())
    }
}

impl From<String> for Field<Value> {
    fn from(text: String) -> Self {
        Self::Is(text.into())
    }
}

impl<T: Object> From<T> for Field<Box<T>> {
    fn from(object: T) -> Self {
        Self::Is(Box::new(object))
    }
}

impl<T> From<&str> for Field<TextOr<T>> {
    fn from(text: &str) -> Self {
        Self::Is(text.into())
    }
}

impl<T> From<String> for Field<TextOr<T>> {
    fn from(text: String) -> Self {
        Self::Is(text.into())
    }
}

impl<T: Object> From<T> for Field<TextOr<Box<T>>> {
    fn from(object: T) -> Self {
        Self::Is(object.into())
    }
}

impl<T, U: Into<T>> From<Vec<U>> for Field<List<T>> {
    fn from(values: Vec<U>) -> Self {
        Self::Is(values.into())
    }
}

impl<T, U: Into<T>> From<Vec<U>> for Field<TextOr<List<T>>> {
    fn from(values: Vec<U>) -> Self {
        Self::Is(TextOr::Full(values.into()))
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_unit(),
            Self::Is(value) => value.serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Shape> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldVisitor(PhantomData))
    }
}

/// Asks the type what to make of the JSON value that comes.
struct FieldVisitor<T>(PhantomData<T>);

impl<'de, T: Shape> Visitor<'de> for FieldVisitor<T> {
    type Value = Field<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Field::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(T::from_bool(value).into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(T::from_number(value.into()).into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(T::from_number(value.into()).into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        // JSON has no infinities and no NaN; serde_json turns them into null as well.
        Ok(Number::from_f64(value).map_or(Field::Null, |number| T::from_number(number).into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(T::from_text(text).into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        T::from_list(list).map(Field::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        T::from_object(object).map(Field::from)
    }
}
