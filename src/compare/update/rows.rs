//! Rows for lists, and the keys that lists have.

use serde_json::Value;

use crate::collection::List;

/// Rows, each with the index of the row that it stands before.
pub(super) type Rows = Vec<(usize, Value)>;

/// The key of each row of a list; empty for a row that has none.
pub(super) fn keys<T>(list: &List<T>, key: impl Fn(&T) -> Option<&str>) -> Vec<String> {
    let key = |entry: &T| key(entry).unwrap_or_default().to_owned();
    list.entries().iter().map(|entry| entry.get().map(key).unwrap_or_default()).collect()
}
