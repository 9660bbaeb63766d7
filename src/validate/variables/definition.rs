//! The variables that a file defines.

use serde_json::Value;

use crate::source::Pointer;

/// A variable of a collection, an environment or the globals.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Definition<'a> {
    /// The name.
    pub(crate) name: &'a str,
    /// The whole row.
    pub(crate) row: &'a Value,
    list: &'static str,
    index: usize,
}

/// The variables of a file that have a name and are on.
pub(crate) fn definitions(file: &Value) -> impl Iterator<Item = Definition<'_>> {
    let list = if file.get("values").is_some() { "values" } else { "variable" };
    let rows = file.get(list).and_then(Value::as_array).into_iter().flatten().enumerate();
    rows.filter_map(move |(index, row)| {
        let text = |key: &str| row.get(key).and_then(Value::as_str).filter(|name| !name.is_empty());
        let name = text("key").or_else(|| text("id"))?;
        let is_off = row.get("disabled") == Some(&Value::Bool(true))
            || row.get("enabled") == Some(&Value::Bool(false));
        (!is_off).then_some(Definition { name, row, list, index })
    })
}

impl Definition<'_> {
    /// Where the row stands.
    pub(crate) fn pointer(&self) -> Pointer {
        Pointer::root().join(self.list).index(self.index)
    }
}
