//! Calls such as `pm.environment.set("a", b)`.

use std::borrow::Cow;
use std::ops::Range;

use super::brackets::{is_closing, is_opening};
use super::{Kind, Token};

/// A call of a name or of a chain of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call<'t, 's> {
    /// The chain, written with dots: `pm.environment.set`. A member in brackets counts if it is a
    /// plain text.
    pub(crate) callee: String,
    /// The bytes of the script that the chain takes.
    pub(crate) range: Range<usize>,
    /// What stands between the brackets, as far as they are closed.
    pub(crate) arguments: &'t [Token<'s>],
}

impl<'s> Call<'_, 's> {
    /// The first argument, if it is a text by itself.
    pub(crate) fn first_text(&self) -> Option<Cow<'s, str>> {
        let (first, rest) = self.arguments.split_first()?;
        rest.first().is_none_or(|next| next.is(",")).then(|| first.literal())?
    }
}

impl Call<'_, '_> {
    /// Whether the last name of the chain is this.
    pub(crate) fn is_method(&self, name: &str) -> bool {
        self.callee.rsplit_once('.').is_some_and(|(_, last)| last == name)
    }

    /// Whether there is more than one argument.
    pub(crate) fn has_second_argument(&self) -> bool {
        let mut depth = 0_usize;
        self.arguments.iter().any(|token| {
            depth += usize::from(is_opening(token));
            depth -= usize::from(is_closing(token)).min(depth);
            depth == 0 && token.is(",")
        })
    }
}

/// All calls of chains that begin with a name, in order.
pub(crate) fn calls<'t, 's>(tokens: &'t [Token<'s>]) -> Vec<Call<'t, 's>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((callee, end)) = chain(tokens, at) else {
            at += 1;
            continue;
        };
        if tokens.get(end).is_some_and(|token| token.is("(")) {
            let range = tokens[at].start..tokens[end - 1].range().end;
            found.push(Call { callee, range, arguments: arguments(tokens, end) });
        }
        at = end;
    }
    found
}

/// The chain of names that begins at a token, and the index behind it.
fn chain(tokens: &[Token<'_>], start: usize) -> Option<(String, usize)> {
    let first = tokens.get(start).filter(|token| token.kind == Kind::Word)?;
    let mut callee = first.text.to_owned();
    let mut at = start + 1;
    loop {
        let member = match tokens.get(at..)? {
            [dot, name, ..] if (dot.is(".") || dot.is("?.")) && name.kind == Kind::Word => {
                at += 2;
                Cow::Borrowed(name.text)
            }
            [open, key, close, ..] if open.is("[") && close.is("]") => {
                let Some(key) = key.literal() else { break };
                at += 3;
                key
            }
            _ => break,
        };
        callee.push('.');
        callee.push_str(&member);
    }
    Some((callee, at))
}

/// The tokens between the bracket at an index and the one that closes it.
fn arguments<'t, 's>(tokens: &'t [Token<'s>], open: usize) -> &'t [Token<'s>] {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            "(" | "[" | "{" if token.kind == Kind::Mark => depth += 1,
            ")" | "]" | "}" if token.kind == Kind::Mark => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return tokens.get(open + 1..index).unwrap_or_default();
        }
    }
    tokens.get(open + 1..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    #[test]
    fn finds_calls_of_chains() {
        let script = "pm.environment.set('a', f(1)); pm['globals'].get(`b`); x.y; g()(2) // h()";
        let tokens = tokens(script);
        let shown: Vec<_> = calls(&tokens)
            .iter()
            .map(|call| (call.callee.clone(), call.first_text().map(Cow::into_owned)))
            .collect();
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            shown,
            [
                ("pm.environment.set".to_owned(), text("a")),
                ("f".to_owned(), None),
                ("pm.globals.get".to_owned(), text("b")),
                ("g".to_owned(), None),
            ]
        );
    }

    #[test]
    fn brackets_without_an_end_are_no_trouble() {
        for script in ["f(", "f(]", "f)", "a.", "a['b'"] {
            let tokens = tokens(script);
            calls(&tokens);
        }
    }
}
