//! One mistake, as far as it is understood.

use super::Cause;

/// A mistake with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) cause: Cause,
    /// One line, lower case, no full stop.
    pub(super) detail: String,
    /// What was signed and what should have been.
    pub(super) texts: Option<(String, String)>,
}

impl Fault {
    pub(super) fn new(cause: Cause, detail: impl Into<String>) -> Self {
        Self { cause, detail: detail.into(), texts: None }
    }

    pub(super) fn with_texts(self, signed: impl Into<String>, sent: impl Into<String>) -> Self {
        Self { texts: Some((signed.into(), sent.into())), ..self }
    }
}

/// A value in a detail: in backticks, on one line, not too long.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text.chars().take(MOST).flat_map(visible).collect();
    if text.chars().count() > MOST {
        shown.push('…');
    }
    format!("`{shown}`")
}

fn visible(c: char) -> Vec<char> {
    if c.is_control() { c.escape_default().collect() } else { vec![c] }
}
