//! What an object of a file has besides its named fields: unknown keys, and an order of its own.

use serde_json::{Map, Value};

/// Stands for "the next unknown key" in a recorded order.
const UNKNOWN: u8 = u8::MAX;

/// The keys that the format does not name, and the order in which all keys were read.
///
/// An object made by hand has neither: it is written in the order in which its fields are declared.
/// Equality looks at the unknown keys and not at the order, as JSON does.
#[derive(Debug, Clone, Default)]
pub struct Extra(Option<Box<Inner>>);

#[derive(Debug, Clone, Default)]
struct Inner {
    /// Indices of fields as they were read; empty when that is the order of declaration.
    order: Vec<u8>,
    unknown: Map<String, Value>,
}

impl Extra {
    /// The value of an unknown key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.as_ref()?.unknown.get(key)
    }

    /// Adds an unknown key, or gives it another value.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) {
        self.0.get_or_insert_default().unknown.insert(key.into(), value.into());
    }

    /// Takes an unknown key out, and gives its value if it was there.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        self.0.as_mut()?.unknown.shift_remove(key)
    }

    /// All unknown keys with their values, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().flat_map(|inner| &inner.unknown)
    }

    /// Whether there is no unknown key.
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|inner| inner.unknown.is_empty())
    }

    /// In which order to write the keys of an object with this many fields.
    pub(super) fn order(&self, fields: usize) -> impl Iterator<Item = Place<'_>> {
        let recorded = self.0.as_ref().map_or(&[][..], |inner| &inner.order);
        let mut unknown = self.iter();
        let mut index = 0;
        let mut declared =
            (0..fields).filter(|field| !recorded.iter().any(|r| usize::from(*r) == *field));
        std::iter::from_fn(move || {
            while let Some(place) = recorded.get(index) {
                index += 1;
                if *place != UNKNOWN {
                    return Some(Place::Field(usize::from(*place)));
                }
                if let Some((key, value)) = unknown.next() {
                    return Some(Place::Unknown(key, value));
                }
            }
            declared
                .next()
                .map(Place::Field)
                .or_else(|| unknown.next().map(|(key, value)| Place::Unknown(key, value)))
        })
    }
}

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(left), Some(right)) => left.unknown == right.unknown,
            _ => self.is_empty() && other.is_empty(),
        }
    }
}

/// What comes next when an object is written.
#[derive(Debug, PartialEq)]
pub(super) enum Place<'a> {
    /// The field of this index, which may be absent.
    Field(usize),
    /// An unknown key and its value.
    Unknown(&'a String, &'a Value),
}

/// Notes keys while an object is read, and allocates only when there is something to remember.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// One bit for each field that was met.
    seen: u64,
    inner: Inner,
    /// Whether the keys came in another order than that of declaration, unknown ones last.
    reordered: bool,
}

impl Reading {
    /// Notes that the field of this index, below 64, was met; a second time changes nothing.
    pub(super) fn field(&mut self, index: u8) {
        let bit = 1_u64 << index;
        if self.seen & bit != 0 {
            return;
        }
        if !self.reordered && (self.seen > bit || !self.inner.unknown.is_empty()) {
            self.start_order();
        }
        self.seen |= bit;
        if self.reordered {
            self.inner.order.push(index);
        }
    }

    /// Keeps an unknown key; the last value of a repeated key wins.
    pub(super) fn unknown(&mut self, key: String, value: Value) {
        let repeated = self.inner.unknown.insert(key, value).is_some();
        if self.reordered && !repeated {
            self.inner.order.push(UNKNOWN);
        }
    }

    pub(super) fn finish(self) -> Extra {
        let plain = self.inner.order.is_empty() && self.inner.unknown.is_empty();
        Extra((!plain).then(|| Box::new(self.inner)))
    }

    /// Writes down the keys so far, which came as declared.
    fn start_order(&mut self) {
        self.reordered = true;
        let fields = (0..64).filter(|index| self.seen & (1_u64 << index) != 0);
        let unknown = self.inner.unknown.iter().map(|_| UNKNOWN);
        self.inner.order = fields.chain(unknown).collect();
    }
}
