//! The order of an object's keys in JavaScript (ECMA-262, section 10.1.11).

use serde_json::{Map, Value};

/// The members of an object in JavaScript's order: integer keys first, ascending, then the others
/// as written.
pub(crate) fn members(map: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut all: Vec<_> = map.iter().collect();
    sort_as_object(&mut all, |(key, _)| key);
    all
}

/// Puts entries into the order that they would have as keys of a JavaScript object.
pub(crate) fn sort_as_object<T>(entries: &mut [T], key: impl Fn(&T) -> &str) {
    // `None` is below every `Some`, and keys that are no integers stay in their order.
    entries.sort_by_key(|entry| array_index(key(entry)).map_or(u64::MAX, u64::from));
}

/// The number that a key stands for, if it is the canonical text of 0 to 4294967294.
fn array_index(key: &str) -> Option<u32> {
    let canonical =
        key == "0" || (key.starts_with(|c: char| c.is_ascii_digit()) && !key.starts_with('0'));
    key.parse().ok().filter(|index| canonical && *index != u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integer_keys_come_first() {
        let mut keys = ["b", "2", "01", "1", "4294967295", "4294967294", "-1", "0"];
        sort_as_object(&mut keys, |key| key);
        assert_eq!(keys, ["0", "1", "2", "4294967294", "b", "01", "4294967295", "-1"]);
    }
}
