//! The declaration of a Postman object, and what follows from it.

use std::fmt;
use std::marker::PhantomData;

use schemars::SchemaGenerator;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};

use super::extra::{Place, Reading};
use super::{Extra, Property};

/// A Postman object: named fields in a declared order, and the keys it does not name.
///
/// Implemented by [`object!`](object) only. Fields are spoken of by their index in `KEYS`.
pub trait Object: Default {
    /// What the object is called.
    const NAME: &'static str;

    /// The keys as the file spells them, in the order in which they are written.
    const KEYS: &'static [&'static str];

    /// What the JSON schema says of each field, in the order of `KEYS`.
    fn properties(generator: &mut SchemaGenerator) -> Vec<Property>;

    /// Reads the value of a field.
    ///
    /// # Errors
    ///
    /// When it is not well-formed JSON.
    fn read_field<'de, A>(&mut self, index: usize, map: &mut A) -> Result<(), A::Error>
    where
        A: MapAccess<'de>;

    /// Writes the key and value of a field, unless it is absent.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    fn write_field<M: SerializeMap>(&self, index: usize, map: &mut M) -> Result<(), M::Error>;

    /// Whether the object lacks this field.
    fn is_absent(&self, index: usize) -> bool;

    /// What the object has besides its fields.
    fn extra(&self) -> &Extra;

    /// What the object has besides its fields, to change.
    fn extra_mut(&mut self) -> &mut Extra;
}

/// Declares a Postman object: a struct whose fields are [`Field`](super::Field)s, with its reading,
/// writing and JSON schema.
///
/// `name as "wire": Type => RULE,` declares a field; `as` is for keys that Rust spells otherwise,
/// the rule for what the schema says besides the type. `Name: function {…}` gives the object a
/// schema other than [`object_schema`](super::object_schema)'s.
macro_rules! object {
    (
        $(#[doc = $about:literal])+
        $name:ident $(: $schema:path)? {
            $(
                $(#[doc = $doc:literal])+
                $field:ident $(as $wire:literal)? : $type:ty $(=> $rule:expr)?,
            )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Default, PartialEq)]
        pub struct $name {
            $(
                $(#[doc = $doc])+
                pub $field: $crate::collection::json::Field<$type>,
            )+
            /// Keys that the format does not name, and the order in which all keys were read.
            pub extra: $crate::collection::json::Extra,
        }

        const _: () = {
            use $crate::collection::json as json;

            #[expect(non_camel_case_types, reason = "variants are named after the fields")]
            enum Index {
                $($field,)+
            }

            impl json::Object for $name {
                const NAME: &'static str = stringify!($name);

                const KEYS: &'static [&'static str] =
                    &[$($crate::collection::json::object!(@wire $field $($wire)?),)+];

                fn properties(generator: &mut schemars::SchemaGenerator) -> Vec<json::Property> {
                    vec![$(json::Property::new::<$type>(
                        generator,
                        $crate::collection::json::object!(@wire $field $($wire)?),
                        &[$($doc),+],
                        $crate::collection::json::object!(@rule $($rule)?),
                    ),)+]
                }

                fn read_field<'de, A: serde::de::MapAccess<'de>>(
                    &mut self,
                    index: usize,
                    map: &mut A,
                ) -> Result<(), A::Error> {
                    match index {
                        $(i if i == Index::$field as usize => self.$field = map.next_value()?,)+
                        _ => {}
                    }
                    Ok(())
                }

                fn write_field<M: serde::ser::SerializeMap>(
                    &self,
                    index: usize,
                    map: &mut M,
                ) -> Result<(), M::Error> {
                    match index {
                        $(
                            i if i == Index::$field as usize && !self.$field.is_absent() => {
                                map.serialize_entry(Self::KEYS[index], &self.$field)
                            }
                        )+
                        _ => Ok(()),
                    }
                }

                fn is_absent(&self, index: usize) -> bool {
                    match index {
                        $(i if i == Index::$field as usize => self.$field.is_absent(),)+
                        _ => true,
                    }
                }

                fn extra(&self) -> &json::Extra {
                    &self.extra
                }

                fn extra_mut(&mut self) -> &mut json::Extra {
                    &mut self.extra
                }
            }

            impl json::Shape for $name {
                fn from_object<'de, A: serde::de::MapAccess<'de>>(
                    object: A,
                ) -> Result<json::Entry<Self>, A::Error> {
                    json::read_object(object).map(json::Entry::Is)
                }

                fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    generator.subschema_for::<Self>()
                }
            }

            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    let properties = <Self as json::Object>::properties(generator);
                    $crate::collection::json::object!(@schema $($schema)?)(generator, &[$($about),+], properties)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    json::write_object(self, to)
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    json::read_root(from)
                }
            }

            impl std::fmt::Debug for $name {
                fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    json::debug_object(self, formatter)
                }
            }
        };
    };
    (@rule) => { $crate::collection::json::Rule::OPTIONAL };
    (@rule $rule:expr) => { $rule };
    (@schema) => { $crate::collection::json::object_schema };
    (@schema $schema:path) => { $schema };
    (@wire $field:ident) => { stringify!($field) };
    (@wire $field:ident $wire:literal) => { $wire };
}
pub(crate) use object;

/// Reads an object that must be one: the root of a file.
pub(crate) fn read_root<'de, T: Object, D>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Reads the fields of an object as they come.
pub(crate) fn read_object<'de, T: Object, A>(mut map: A) -> Result<T, A::Error>
where
    A: MapAccess<'de>,
{
    let mut object = T::default();
    let mut reading = Reading::default();
    while let Some(key) = map.next_key_seed(KeySeed::<T>(PhantomData))? {
        match key {
            Key::Field(index) => {
                reading.field(index);
                object.read_field(usize::from(index), &mut map)?;
            }
            Key::Unknown(key) => reading.unknown(key, map.next_value()?),
        }
    }
    *object.extra_mut() = reading.finish();
    Ok(object)
}

/// Writes an object in the order in which it was read, or else as declared.
pub(crate) fn write_object<T: Object, S>(object: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    S: Serializer,
{
    let mut map = serializer.serialize_map(None)?;
    for place in object.extra().order(T::KEYS.len()) {
        match place {
            Place::Field(index) => object.write_field(index, &mut map)?,
            Place::Unknown(key, value) => map.serialize_entry(key, value)?,
        }
    }
    map.end()
}

/// Names the keys and not the values: any of these may be a secret.
pub(crate) fn debug_object<T: Object>(
    object: &T,
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    formatter.write_str(T::NAME)?;
    let fields = T::KEYS.iter().enumerate().filter(|(index, _)| !object.is_absent(*index));
    let unknown = object.extra().iter().map(|(key, _)| key.as_str());
    formatter.debug_set().entries(fields.map(|(_, key)| *key).chain(unknown)).finish()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a JSON object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        read_object(map)
    }
}

enum Key {
    Field(u8),
    Unknown(String),
}

/// Finds the field that a key belongs to without copying the key.
struct KeySeed<T>(PhantomData<T>);

impl<'de, T: Object> DeserializeSeed<'de> for KeySeed<T> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T: Object> Visitor<'_> for KeySeed<T> {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        let field = (0..).zip(T::KEYS).find(|(_, name)| **name == key);
        Ok(field.map_or_else(|| Key::Unknown(key.to_owned()), |(index, _)| Key::Field(index)))
    }
}
