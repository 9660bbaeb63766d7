//! Messages, whose backticks enclose what was found.

use minijinja::{Value, context};

/// The pieces of a message; those between backticks are code.
pub(super) fn values(text: &str) -> Value {
    if !text.matches('`').count().is_multiple_of(2) {
        return [context! { text }].into_iter().collect();
    }
    let pieces = text.split('`').enumerate().filter(|(_, text)| !text.is_empty());
    pieces.map(|(index, text)| context! { text, is_code => index % 2 == 1 }).collect()
}
