//! What one list or object loses and gains.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::Span;
use super::layout::{Layout, indent};

/// What a list or object loses and gains. Indexes are those of the text as it was read.
#[derive(Debug, Default)]
pub(super) struct Members {
    pub(super) removed: BTreeSet<usize>,
    /// Keys that members get instead of their old ones.
    pub(super) renamed: BTreeSet<String>,
    inserted: BTreeMap<usize, Vec<New>>,
}

/// A new entry of a list, or a new member of an object.
#[derive(Debug)]
pub(super) struct New {
    /// The key; none in a list.
    pub(super) key: Option<String>,
    pub(super) value: Value,
}

impl Members {
    pub(super) fn insert(&mut self, before: usize, new: New) {
        self.inserted.entry(before).or_default().push(new);
    }

    /// Whether a member has this key that had it not before.
    pub(super) fn has(&self, key: &str) -> bool {
        self.renamed.contains(key)
            || self.inserted.values().flatten().any(|new| new.key.as_deref() == Some(key))
    }

    /// The changes of the text. The list or object begins on a line of this indentation, or shares
    /// its line with what is before it.
    pub(super) fn changes(
        &self,
        node: usize,
        line: Option<&str>,
        layout: &Layout<'_>,
    ) -> Vec<(Span, String)> {
        let children = layout.spans.children(node);
        let kept: Vec<_> =
            (0..children.len()).filter(|index| !self.removed.contains(index)).collect();
        match kept.last() {
            None => vec![self.refilled(node, line, layout)],
            Some(last) => {
                let inner = inner_line(node, layout);
                let mut changes = removals(node, &self.removed, *last, layout);
                changes.extend(self.insertions(node, &kept, inner.as_deref(), layout));
                changes
            }
        }
    }

    /// Everything between the brackets, where nothing of it stays.
    fn refilled(&self, node: usize, line: Option<&str>, layout: &Layout<'_>) -> (Span, String) {
        let whole = layout.spans.place_of(node).value;
        let inside = Span { start: whole.start + 1, end: whole.end - 1 };
        let mut new = self.inserted.values().flatten().peekable();
        let Some(first) = new.peek() else { return (inside, String::new()) };
        let padding = layout.padding(first.key.is_some());
        let was_empty = layout.spans.children(node).is_empty();
        let (inner, outer) = if was_empty {
            (line.map(|line| layout.deeper(line)), line)
        } else {
            (inner_line(node, layout), indent(layout.tail(node)).or(line))
        };
        let inner = inner.as_deref();
        let written = new.map(|new| layout.member(new.key.as_deref(), &new.value, inner));
        let separator = layout.separator(inner);
        let joined = written.collect::<Vec<_>>().join(&format!(",{separator}"));
        let text = match inner {
            Some(_) => format!("{separator}{joined}{}", layout.separator(outer)),
            None => format!("{padding}{joined}{padding}"),
        };
        (inside, text)
    }

    /// Each before the next one that stays, or behind the last one that does.
    fn insertions(
        &self,
        node: usize,
        kept: &[usize],
        line: Option<&str>,
        layout: &Layout<'_>,
    ) -> Vec<(Span, String)> {
        let children = layout.spans.children(node);
        let separator = separator(node, line, layout);
        let mut changes = Vec::new();
        for (before, new) in &self.inserted {
            let written = new.iter().map(|it| layout.member(it.key.as_deref(), &it.value, line));
            let joined = written.collect::<Vec<_>>().join(&format!(",{separator}"));
            let next = kept.get(kept.partition_point(|index| index < before));
            let (at, text) = match (next, kept.last()) {
                (Some(next), _) => (layout.start(children[*next]), format!("{joined},{separator}")),
                (None, Some(last)) => {
                    let end = layout.spans.place_of(children[*last]).value.end;
                    (end, format!(",{separator}{joined}"))
                }
                (None, None) => continue,
            };
            changes.push((Span { start: at, end: at }, text));
        }
        changes
    }
}

/// What goes before the last one that stays goes with the comma behind it; what goes after it, with
/// the comma before it.
fn removals(
    node: usize,
    removed: &BTreeSet<usize>,
    last: usize,
    layout: &Layout<'_>,
) -> Vec<(Span, String)> {
    let children = layout.spans.children(node);
    let end = |index: usize| layout.spans.place_of(children[index]).value.end;
    let mut spans: Vec<_> = removed
        .range(..last)
        .map(|index| Span {
            start: layout.start(children[*index]),
            end: layout.start(children[index + 1]),
        })
        .collect();
    if last + 1 < children.len() {
        spans.push(Span { start: end(last), end: end(children.len() - 1) });
    }
    spans.into_iter().map(|span| (span, String::new())).collect()
}

/// The indentation of the lines inside a list or object; none if it has none.
fn inner_line(node: usize, layout: &Layout<'_>) -> Option<String> {
    let mut children = 0..layout.spans.children(node).len();
    children.find_map(|index| indent(layout.lead(node, index))).map(str::to_owned)
}

/// What stands between a comma and the next child.
fn separator(node: usize, line: Option<&str>, layout: &Layout<'_>) -> String {
    let has_second = layout.spans.children(node).len() > 1;
    match line {
        None if has_second => layout.lead(node, 1).to_owned(),
        _ => layout.separator(line),
    }
}
