//! A JSON list whose entries should have one type.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use super::{Field, Shape};

/// A list; entries of the wrong JSON type are kept in their places.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T>(Vec<Entry<T>>);

/// An entry of a [`List`].
#[derive(Debug, Clone, PartialEq)]
pub enum Entry<T> {
    /// A value of the type that the format gives the entries.
    Is(T),
    /// A value of another JSON type, null included.
    Other(Box<Value>),
}

impl<T> List<T> {
    /// All entries, in order.
    pub fn entries(&self) -> &[Entry<T>] {
        &self.0
    }

    /// All entries, to change.
    pub fn entries_mut(&mut self) -> &mut Vec<Entry<T>> {
        &mut self.0
    }

    /// The entries that have the right type.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().filter_map(Entry::get)
    }

    /// The entries that have the right type, to change.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().filter_map(Entry::get_mut)
    }

    /// Adds an entry at the end.
    pub fn push(&mut self, value: T) {
        self.0.push(Entry::Is(value));
    }

    /// The number of entries, those of the wrong type included.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Entry<T> {
    /// The value, if it has the right type.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Other(_) => None,
        }
    }

    /// The value to change, if it has the right type.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Other(_) => None,
        }
    }

    /// The value of the wrong JSON type, if it is one.
    pub fn other(&self) -> Option<&Value> {
        match self {
            Self::Is(_) => None,
            Self::Other(value) => Some(value),
        }
    }

    pub(super) fn from_other(value: impl Into<Value>) -> Self {
        Self::Other(Box::new(value.into()))
    }

    pub(super) fn map<U>(self, wrap: impl FnOnce(T) -> U) -> Entry<U> {
        match self {
            Self::Is(value) => Entry::Is(wrap(value)),
            Self::Other(value) => Entry::Other(value),
        }
    }
}

impl<T> From<Entry<T>> for Field<T> {
    fn from(entry: Entry<T>) -> Self {
        match entry {
            Entry::Is(value) => Self::Is(value),
            Entry::Other(value) => Self::Other(value),
        }
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, U: Into<T>> From<Vec<U>> for List<T> {
    fn from(values: Vec<U>) -> Self {
        values.into_iter().collect()
    }
}

impl<T, U: Into<T>> FromIterator<U> for List<T> {
    fn from_iter<I: IntoIterator<Item = U>>(values: I) -> Self {
        Self(values.into_iter().map(|value| Entry::Is(value.into())).collect())
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}

impl<T: Serialize> Serialize for Entry<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Is(value) => value.serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Shape> Deserialize<'de> for Entry<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Field::deserialize(deserializer).map(|field| match field {
            Field::Absent | Field::Null => T::from_null(),
            Field::Is(value) => Self::Is(value),
            Field::Other(value) => Self::Other(value),
        })
    }
}

/// Reads all entries of a JSON list.
pub(super) fn read_list<'de, T: Shape, A>(mut entries: A) -> Result<List<T>, A::Error>
where
    A: SeqAccess<'de>,
{
    let mut list = Vec::new();
    while let Some(entry) = entries.next_element()? {
        list.push(entry);
    }
    Ok(List(list))
}

impl<'de, T: Shape> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Shape> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        read_list(entries)
    }
}
