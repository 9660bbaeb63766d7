//! Which bracket of a script belongs to which.

use super::{Kind, Token};

/// The pieces of a script with the pairs of their brackets.
pub(crate) struct Bracketed<'t, 's> {
    tokens: &'t [Token<'s>],
    /// For each bracket the index of its other half; none for other pieces and for halves.
    partners: Vec<Option<usize>>,
}

impl<'t, 's> Bracketed<'t, 's> {
    pub(crate) fn of(tokens: &'t [Token<'s>]) -> Self {
        let mut partners = vec![None; tokens.len()];
        let mut open = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            if is_opening(token) {
                open.push(at);
            } else if is_closing(token)
                && let Some(start) = open.pop()
            {
                partners[start] = Some(at);
                partners[at] = Some(start);
            }
        }
        Self { tokens, partners }
    }

    pub(crate) fn get(&self, at: usize) -> Option<&'t Token<'s>> {
        self.tokens.get(at)
    }

    /// The piece so many places before an index.
    pub(crate) fn before(&self, at: usize, back: usize) -> Option<&'t Token<'s>> {
        at.checked_sub(back).and_then(|at| self.tokens.get(at))
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (usize, &'t Token<'s>)> {
        self.tokens.iter().enumerate()
    }

    /// The index of the other half of the bracket at an index.
    pub(crate) fn partner(&self, at: usize) -> Option<usize> {
        self.partners.get(at).copied().flatten()
    }

    /// The piece behind the bracket that closes the one at an index.
    pub(crate) fn behind(&self, open: usize) -> Option<&'t Token<'s>> {
        self.tokens.get(self.partner(open)? + 1)
    }
}

pub(crate) fn is_opening(token: &Token<'_>) -> bool {
    token.kind == Kind::Mark && matches!(token.text, "(" | "[" | "{")
}

pub(crate) fn is_closing(token: &Token<'_>) -> bool {
    token.kind == Kind::Mark && matches!(token.text, ")" | "]" | "}")
}
