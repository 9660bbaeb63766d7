//! A script without what changes nothing: comments, and white space between its pieces.

use crate::text::script::{Kind, Token, tokens};

/// The script's pieces as one text. Scripts that differ in comments and layout give the same; what
/// gives the same means the same.
pub(super) fn meaning(script: &str) -> String {
    let mut meaning = String::with_capacity(script.len());
    let mut last: Option<Token<'_>> = None;
    for token in tokens(script) {
        if let Some(last) = &last {
            let between = script.get(last.range().end..token.start).unwrap_or_default();
            meaning.extend(separator(last, between, &token));
        }
        meaning.push_str(token.text);
        last = Some(token);
    }
    meaning
}

/// What has to stand between two pieces: a line end where it can end a statement, a blank where the
/// two would be one without it.
fn separator(last: &Token<'_>, between: &str, next: &Token<'_>) -> Option<char> {
    if between.contains('\n') && !is_open(last) && !goes_on(next) {
        return Some('\n');
    }
    let is_word = |token: &Token<'_>| matches!(token.kind, Kind::Word | Kind::Number);
    let would_join = (is_word(last) && is_word(next))
        || (last.text == next.text && matches!(last.text, "+" | "-"))
        || last.text.ends_with('/') && next.text.starts_with('/');
    (!between.is_empty() && would_join).then_some(' ')
}

/// Whether no statement can end behind the piece.
fn is_open(last: &Token<'_>) -> bool {
    last.kind == Kind::Mark
        && matches!(last.text, "{" | ";" | "," | "(" | "[" | "=" | "&" | "|" | "?" | ":" | "=>")
}

/// Whether no statement can end before the piece, or ends there anyway.
fn goes_on(next: &Token<'_>) -> bool {
    next.kind == Kind::Mark && matches!(next.text, "}" | ")" | "]" | "," | ";" | "." | "?.")
}

#[cfg(test)]
mod tests {
    use super::meaning;

    fn same(one: &str, other: &str) {
        assert_eq!(meaning(one), meaning(other));
    }

    fn differ(one: &str, other: &str) {
        assert_ne!(meaning(one), meaning(other), "{one}");
    }

    #[test]
    fn comments_and_layout_do_not_count() {
        same("var a = 1; // one\nb()", "/* two */ var a=1;\r\n\r\n  b( )\n");
        same("if (x) {\n    y();\n}\n", "if(x){y();}");
        same("f(a,\n  b)", "f(a, b)");
        same("p\n  .then(q)", "p.then(q)");
        same("a /* x\n */ b", "a\nb");
        same("x = {\n}", "x={}");
    }

    #[test]
    fn texts_count() {
        differ("a = 'x  y'", "a = 'x y'");
        differ("a = \"// x\"", "a = \"\"");
        differ("a = `x\n y`", "a = `x\ny`");
        differ("a = `${b ? `c  d` : e} f`", "a = `${b ? `c d` : e} f`");
        differ("a = /x y/", "a = /xy/");
        same("a = b / c; // d / e\nf", "a = b/c;\nf");
    }

    #[test]
    fn what_ends_a_statement_counts() {
        differ("return\na", "return a");
        differ("a\nb", "ab");
        differ("a + +b", "a++b");
        differ("var x", "varx");
        differ("a\n++b", "a++b");
    }
}
