//! The way to a value while a document is walked through; a pointer is made only where something is found.

use super::Pointer;

/// A key of an object or an index of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'d> {
    /// The key of a member.
    Key(&'d str),
    /// The index of an entry.
    Index(usize),
}

impl Step<'_> {
    /// The place that steps lead to from another.
    pub(crate) fn pointer(start: &Pointer, steps: &[Self]) -> Pointer {
        steps.iter().fold(start.clone(), |at, step| match step {
            Self::Key(key) => at.join(key),
            Self::Index(index) => at.index(*index),
        })
    }
}
