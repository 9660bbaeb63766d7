//! From steps to the bytes of a TOML text.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::step::Step;

/// What of a place to point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The key that the last step goes to.
    Key,
    /// The value.
    Value,
}

/// The bytes of a place; of the nearest place above it when it is not in the text.
pub(super) fn bytes(root: &DeTable<'_>, steps: &[Step], part: Part) -> Range<usize> {
    let Some((Step::Key(first), rest)) = steps.split_first() else { return 0..0 };
    let Some((key, mut value)) = root.get_key_value(first.as_str()) else { return 0..0 };
    let mut key = key.span();
    for step in rest {
        let inside = match (step, value.get_ref()) {
            (Step::Key(name), DeValue::Table(table)) => {
                table.get_key_value(name.as_str()).map(|(key, value)| (key.span(), value))
            }
            (Step::Index(index), DeValue::Array(array)) => {
                array.get(*index).map(|value: &Spanned<DeValue<'_>>| (value.span(), value))
            }
            _ => None,
        };
        let Some((inside_key, inside_value)) = inside else { return value.span() };
        (key, value) = (inside_key, inside_value);
    }
    match part {
        Part::Key => key,
        Part::Value => value.span(),
    }
}
