//! The headers of a request before it is sent.

use serde_json::Value;

use super::{Table, definition};
use crate::text::coercion;
use crate::variables::Resolver;

/// A header of a request.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Header {
    /// The name; text, unless the definition has something else.
    pub(super) key: Value,
    /// The value; a list stands for several lines.
    pub(super) value: Value,
    pub(super) disabled: bool,
    /// Whether Postman added it, which `disabledSystemHeaders` may undo.
    pub(super) system: bool,
}

impl Header {
    pub(super) fn new(key: &str, value: &str) -> Self {
        Self { key: key.into(), value: value.into(), disabled: false, system: false }
    }

    /// A header that Postman adds.
    pub(crate) fn system(key: Value, value: Value) -> Self {
        Self { key, value, disabled: false, system: true }
    }

    /// The name, whatever it is.
    pub(crate) fn key(&self) -> &Value {
        &self.key
    }

    /// Whether it is left out.
    pub(crate) fn is_disabled(&self) -> bool {
        self.disabled
    }

    /// The name; none if it is no text.
    pub(crate) fn name(&self) -> Option<&str> {
        self.key.as_str()
    }

    /// The value; none if it is no text.
    pub(crate) fn text(&self) -> Option<&str> {
        self.value.as_str()
    }

    fn is_named(&self, name: &str) -> bool {
        match &self.key {
            Value::String(key) => key.eq_ignore_ascii_case(name),
            other => coercion::is_truthy(other) && coercion::text(other).eq_ignore_ascii_case(name),
        }
    }
}

/// The headers of a request in their order, disabled ones too.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeaderList {
    pub(super) headers: Vec<Header>,
}

impl HeaderList {
    /// Reads the `header` of a request.
    pub(crate) fn read(definition: &Value) -> Self {
        definition::read(definition)
    }

    /// Replaces the variables in names and values.
    pub(crate) fn resolve(&mut self, resolver: &mut Resolver<'_>) {
        for header in &mut self.headers {
            resolver.fill(&mut header.key);
            resolver.fill(&mut header.value);
        }
    }

    pub(crate) fn add(&mut self, header: Header) {
        self.headers.push(header);
    }

    /// Adds a header of Postman's own.
    pub(crate) fn add_system(&mut self, key: &str, value: &str) {
        self.add(Header::system(key.into(), value.into()));
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Header> {
        self.headers.iter()
    }

    pub(crate) fn remove(&mut self, is_removed: impl Fn(&Header) -> bool) {
        self.headers.retain(|header| !is_removed(header));
    }

    /// All headers of a name, given in lower case; disabled ones too.
    pub(crate) fn named(&self, name: &str) -> impl Iterator<Item = &Header> {
        self.headers.iter().filter(move |header| header.is_named(name))
    }

    /// The last enabled header of a name, given in lower case.
    pub(crate) fn enabled(&self, name: &str) -> Option<&Header> {
        self.named(name).filter(|header| !header.disabled).last()
    }

    /// Whether a header of a name was written by the user.
    pub(crate) fn has_users(&self, name: &str) -> bool {
        self.enabled(name).is_some_and(|header| !header.system)
    }

    /// Takes a header of Postman's own out of what is sent.
    pub(crate) fn disable_system(&mut self, name: &str) {
        let last =
            self.headers.iter_mut().rfind(|header| header.is_named(name) && !header.disabled);
        if let Some(header) = last.filter(|header| header.system) {
            header.disabled = true;
        }
    }

    /// The enabled headers, those of one spelling together; an empty name is dropped.
    pub(crate) fn into_table(self) -> Table {
        let mut table = Table::default();
        for header in self.headers {
            if !header.disabled && coercion::is_truthy(&header.key) {
                table.append(&coercion::text(&header.key), header.value);
            }
        }
        table
    }
}
