//! Which JSON values a Rust type can be read from.

use schemars::{Schema, SchemaGenerator};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, MapAccess, SeqAccess};
use serde_json::{Map, Number, Value};

use super::list::read_list;
use super::rule::{from_keys, type_schema};
use super::{Entry, List};

/// A type that takes the JSON values it is made for, and gives back the others as they are.
///
/// The reader knows the kind of value when it meets the first byte, so nothing is buffered and
/// nothing is tried twice.
pub trait Shape: Sized {
    /// What the JSON schema says of the values that the type takes.
    fn schema(generator: &mut SchemaGenerator) -> Schema;

    /// What a null within a list becomes.
    fn from_null() -> Entry<Self> {
        Entry::from_other(Value::Null)
    }

    /// What a JSON text becomes.
    fn from_text(text: &str) -> Entry<Self> {
        Entry::from_other(text)
    }

    /// What `true` or `false` becomes.
    fn from_bool(value: bool) -> Entry<Self> {
        Entry::from_other(value)
    }

    /// What a JSON number becomes.
    fn from_number(number: Number) -> Entry<Self> {
        Entry::from_other(number)
    }

    /// What a JSON list becomes.
    ///
    /// # Errors
    ///
    /// When the list is not well-formed JSON.
    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Entry<Self>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(list)).map(Entry::from_other)
    }

    /// What a JSON object becomes.
    ///
    /// # Errors
    ///
    /// When the object is not well-formed JSON.
    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Entry<Self>, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(object)).map(Entry::from_other)
    }
}

impl Shape for String {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        type_schema("string")
    }

    fn from_text(text: &str) -> Entry<Self> {
        Entry::Is(text.to_owned())
    }
}

impl Shape for bool {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        type_schema("boolean")
    }

    fn from_bool(value: bool) -> Entry<Self> {
        Entry::Is(value)
    }
}

impl Shape for Number {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        type_schema("number")
    }

    fn from_number(number: Number) -> Entry<Self> {
        Entry::Is(number)
    }
}

impl Shape for i64 {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        type_schema("integer")
    }

    fn from_number(number: Number) -> Entry<Self> {
        number.as_i64().map_or_else(|| Entry::from_other(number), Entry::Is)
    }
}

impl Shape for u64 {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        from_keys([("type", "integer".into()), ("minimum", 0.into())])
    }

    fn from_number(number: Number) -> Entry<Self> {
        number.as_u64().map_or_else(|| Entry::from_other(number), Entry::Is)
    }
}

impl Shape for Map<String, Value> {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        type_schema("object")
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Entry<Self>, A::Error> {
        Self::deserialize(MapAccessDeserializer::new(object)).map(Entry::Is)
    }
}

impl Shape for Value {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        Schema::default()
    }

    fn from_null() -> Entry<Self> {
        Entry::Is(Self::Null)
    }

    fn from_text(text: &str) -> Entry<Self> {
        Entry::Is(text.into())
    }

    fn from_bool(value: bool) -> Entry<Self> {
        Entry::Is(value.into())
    }

    fn from_number(number: Number) -> Entry<Self> {
        Entry::Is(number.into())
    }

    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Entry<Self>, A::Error> {
        Self::deserialize(SeqAccessDeserializer::new(list)).map(Entry::Is)
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Entry<Self>, A::Error> {
        Self::deserialize(MapAccessDeserializer::new(object)).map(Entry::Is)
    }
}

impl<T: Shape> Shape for List<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        from_keys([("type", "array".into()), ("items", T::schema(generator).into())])
    }

    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Entry<Self>, A::Error> {
        read_list(list).map(Entry::Is)
    }
}

impl<T: Shape> Shape for Box<T> {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        T::schema(generator)
    }

    fn from_text(text: &str) -> Entry<Self> {
        T::from_text(text).map(Self::new)
    }

    fn from_bool(value: bool) -> Entry<Self> {
        T::from_bool(value).map(Self::new)
    }

    fn from_number(number: Number) -> Entry<Self> {
        T::from_number(number).map(Self::new)
    }

    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Entry<Self>, A::Error> {
        Ok(T::from_list(list)?.map(Self::new))
    }

    fn from_object<'de, A: MapAccess<'de>>(object: A) -> Result<Entry<Self>, A::Error> {
        Ok(T::from_object(object)?.map(Self::new))
    }
}
