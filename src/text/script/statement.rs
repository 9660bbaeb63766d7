//! Where statements begin, as far as pieces tell.

use super::brackets::{is_closing, is_opening};
use super::names::is_keyword;
use super::{Kind, Token};

/// Whether a statement outside of all brackets begins at an index for sure.
pub(crate) fn begins_statement(source: &str, tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = tokens.get(..at) else { return false };
    depth(before) == 0 && before.last().is_none_or(|last| ends_statement(source, last, tokens, at))
}

/// The index at which the statement that begins at an index is over.
pub(crate) fn statement_end(source: &str, tokens: &[Token<'_>], at: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        let is_next = index > at && depth == 0;
        if is_next
            && (token.is(";")
                || is_closing(token)
                || ends_statement(source, &tokens[index - 1], tokens, index))
        {
            return index;
        }
        depth += usize::from(is_opening(token));
        depth -= usize::from(is_closing(token)).min(depth);
    }
    tokens.len()
}

fn ends_statement(source: &str, last: &Token<'_>, tokens: &[Token<'_>], at: usize) -> bool {
    if last.is(";") || last.is("else") {
        return true;
    }
    let is_on_new_line = tokens.get(at).is_some_and(|token| {
        source.get(last.range().end..token.start).is_some_and(|between| between.contains('\n'))
    });
    let is_value = match last.kind {
        Kind::Mark => is_closing(last),
        Kind::Word => !is_keyword(last.text) || matches!(last.text, "true" | "false" | "null"),
        Kind::Number | Kind::Text | Kind::Template | Kind::Pattern => true,
    };
    is_on_new_line && is_value
}

fn depth(tokens: &[Token<'_>]) -> usize {
    tokens.iter().fold(0, |depth: usize, token| {
        if is_opening(token) {
            depth + 1
        } else {
            depth - usize::from(is_closing(token)).min(depth)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn beginnings(source: &str) -> Vec<&str> {
        let tokens = tokens(source);
        let begins = |at: &usize| begins_statement(source, &tokens, *at);
        (0..tokens.len()).filter(begins).map(|at| tokens[at].text).collect()
    }

    #[test]
    fn statements_begin_behind_semicolons_and_on_new_lines() {
        assert_eq!(beginnings("a = 1; b = 2\nc = 3"), ["a", "b", "c"]);
        assert_eq!(beginnings("a =\n 1 +\n 2\nb()\nc"), ["a", "b", "c"]);
        assert_eq!(beginnings("f(function () {\n a = 1;\n})\nb = 2"), ["f", "b"]);
        assert_eq!(beginnings("return\n a"), ["return"]);
    }

    #[test]
    fn the_end_of_a_statement_is_found() {
        let source = "a = b(\n c\n)\nd = 1; e";
        let tokens = tokens(source);
        assert_eq!(tokens[statement_end(source, &tokens, 0)].text, "d");
    }
}
