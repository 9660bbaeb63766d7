//! Edits within scripts.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::Context;
use crate::findings::Edit;
use crate::runtime::outline::ScriptText;
use crate::source::Pointer;

/// Bytes of a script's text, and what is to stand in their place.
pub(super) type Change = (Range<usize>, String);

impl Context<'_> {
    /// The edits that make changes in a script, none of which goes beyond its line.
    pub(super) fn rewritten(&self, script: &ScriptText<'_>, changes: &[Change]) -> Vec<Edit> {
        let mut texts: BTreeMap<Pointer, Vec<Change>> = BTreeMap::new();
        for (range, replacement) in changes {
            let (pointer, range) = script.text_at(self.root(), range.clone());
            texts.entry(pointer).or_default().push((range, replacement.clone()));
        }
        let edits = texts.into_iter().filter_map(|(pointer, changes)| {
            let text = self.root().pointer(pointer.as_str())?.as_str()?;
            Some(Edit::Replace(pointer, changed(text, changes)?.into()))
        });
        edits.collect()
    }

    /// The edit that puts a line before all others.
    pub(super) fn with_first_line(&self, script: &ScriptText<'_>, line: &str) -> Option<Edit> {
        match self.root().pointer(script.pointer.as_str())? {
            Value::Array(_) => Some(Edit::InsertEntry(script.pointer.clone(), 0, line.into())),
            Value::String(text) => {
                let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
                let text = format!("{line}{end}{text}");
                Some(Edit::Replace(script.pointer.clone(), text.into()))
            }
            _ => None,
        }
    }
}

/// The text with changes, which do not overlap.
fn changed(text: &str, mut changes: Vec<Change>) -> Option<String> {
    changes.sort_by_key(|(range, _)| range.start);
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for (range, replacement) in changes {
        new.push_str(text.get(at..range.start)?);
        new.push_str(&replacement);
        at = range.end;
    }
    new.push_str(text.get(at..)?);
    Some(new)
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn changes_are_made_in_the_order_of_the_text() {
        let changes = vec![(4..5, "C".to_owned()), (0..2, String::new()), (5..5, "!".to_owned())];
        assert_eq!(changed("ab--c", changes).as_deref(), Some("--C!"));
        assert_eq!(changed("ab", vec![(0..3, String::new())]), None);
    }
}
