//! A JSON body as text, taken apart and put together as scripts do.

use indexmap::IndexMap;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::text::json::{compact, quoted, stringify, stringify_sorted};

/// The members of the outermost object in order, each value without white space between tokens.
pub(super) fn members(text: &str) -> Option<IndexMap<String, String>> {
    let members: IndexMap<String, Box<RawValue>> = serde_json::from_str(text).ok()?;
    Some(members.into_iter().map(|(key, value)| (key, compact(value.get()))).collect())
}

/// An object with these members, each value as it is, without white space.
pub(super) fn object<'a>(members: impl IntoIterator<Item = (&'a String, &'a String)>) -> String {
    let members: Vec<_> =
        members.into_iter().map(|(key, value)| format!("{}:{value}", quoted(key))).collect();
    format!("{{{}}}", members.join(","))
}

/// The value of a string, a number's text, else the text as it is.
pub(super) fn plain(value: &str) -> String {
    serde_json::from_str::<String>(value).unwrap_or_else(|_| value.to_owned())
}

/// Whether the text is JSON that is not just a number or word.
pub(super) fn is_document(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[']) && serde_json::from_str::<Value>(text).is_ok()
}

/// `JSON.stringify(JSON.parse(text))`: numbers as JavaScript writes them, whole-number keys first.
pub(super) fn js_round_trip(text: &str) -> Option<String> {
    serde_json::from_str::<Value>(text).ok().map(|value| stringify(&value))
}

/// The same with the keys of every object sorted.
pub(super) fn js_sorted(text: &str) -> Option<String> {
    serde_json::from_str::<Value>(text).ok().map(|value| stringify_sorted(&value))
}
