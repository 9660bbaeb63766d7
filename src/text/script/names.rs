//! The names that a script uses and does not declare.

use std::collections::BTreeSet;

use super::brackets::Bracketed;
use super::declared::declared;
use super::{Kind, Token};

/// The names of a script.
#[derive(Debug)]
pub(crate) struct Names<'s> {
    /// Those that it declares anywhere.
    pub(crate) declared: BTreeSet<&'s str>,
    /// Where it uses those that it does not declare: the indexes of the pieces, in order.
    pub(crate) free: Vec<usize>,
}

/// The names that a script declares, and those that it uses without.
///
/// A name that is declared anywhere counts as the script's own everywhere, and so does what looks
/// like a parameter: what is left is not the script's own for sure. Members behind a dot, keys of
/// objects and keywords are no names.
pub(crate) fn names<'s>(tokens: &[Token<'s>]) -> Names<'s> {
    let script = Bracketed::of(tokens);
    let declared = declared(&script);
    let free = script
        .all()
        .filter(|(at, token)| is_name(&script, *at) && !declared.contains(token.text))
        .map(|(at, _)| at)
        .collect();
    Names { declared, free }
}

/// The names of a list that are assigned to by `name = …`.
pub(crate) fn assigned<'s>(tokens: &[Token<'s>], names: &[usize]) -> BTreeSet<&'s str> {
    let assigned = names.iter().filter(|at| is_assigned(tokens, **at));
    assigned.filter_map(|at| tokens.get(*at)).map(|token| token.text).collect()
}

/// Whether the name at an index is given a value there.
pub(crate) fn is_assigned(tokens: &[Token<'_>], at: usize) -> bool {
    let is = |index: usize, mark: &str| tokens.get(index).is_some_and(|token| token.is(mark));
    is(at + 1, "=") && !is(at + 2, "=")
}

/// Whether the token at an index names a variable.
fn is_name(script: &Bracketed<'_, '_>, at: usize) -> bool {
    let is_word = |token: &&Token<'_>| token.kind == Kind::Word && !is_keyword(token.text);
    script.get(at).is_some_and(|token| is_word(&token))
        && !is_member(script, at)
        && !is_key(script, at)
}

/// Whether the piece at an index stands behind a dot.
pub(crate) fn is_member(script: &Bracketed<'_, '_>, at: usize) -> bool {
    script.before(at, 1).is_some_and(|before| before.is(".") || before.is("?."))
}

/// Whether the word at an index is the key of an object, or the name of a method in it.
pub(crate) fn is_key(script: &Bracketed<'_, '_>, at: usize) -> bool {
    if !script.before(at, 1).is_some_and(|before| before.is("{") || before.is(",")) {
        return false;
    }
    match script.get(at + 1) {
        Some(next) if next.is(":") => true,
        Some(next) if next.is("(") => script.behind(at + 1).is_some_and(|token| token.is("{")),
        _ => false,
    }
}

/// Whether a word is one of the language's own, which names nothing.
pub(crate) fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "async"
            | "await"
            | "break"
            | "case"
            | "catch"
            | "class"
            | "const"
            | "continue"
            | "debugger"
            | "default"
            | "delete"
            | "do"
            | "else"
            | "export"
            | "extends"
            | "false"
            | "finally"
            | "for"
            | "function"
            | "get"
            | "if"
            | "import"
            | "in"
            | "instanceof"
            | "let"
            | "new"
            | "null"
            | "of"
            | "return"
            | "set"
            | "static"
            | "super"
            | "switch"
            | "this"
            | "throw"
            | "true"
            | "try"
            | "typeof"
            | "var"
            | "void"
            | "while"
            | "with"
    )
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn free(script: &str) -> Vec<&str> {
        let tokens = tokens(script);
        names(&tokens).free.into_iter().map(|at| tokens[at].text).collect()
    }

    #[test]
    fn members_keys_and_keywords_are_no_names() {
        assert_eq!(
            free("a.data?.request; ({data: 1, request: b, c, tests() {}})"),
            ["a", "b", "c"]
        );
        assert_eq!(
            free("if (typeof data === 'x') { f(y ? data : z) }"),
            ["data", "f", "y", "data", "z"]
        );
        assert_eq!(free("`${data} ${{request: d}}` // tests"), ["data", "d"]);
    }

    #[test]
    fn what_is_declared_anywhere_is_the_scripts_own() {
        assert_eq!(free("use(data); var data = 1"), ["use"]);
        assert_eq!(free("let {data, request: r = {}} = pm, [tests] = x; r; tests"), ["pm", "x"]);
        assert_eq!(free("var a = f(b, c), data = 2; data"), ["f", "b", "c"]);
        assert_eq!(free("for (const data of list) {}"), ["list"]);
    }

    #[test]
    fn parameters_are_the_scripts_own() {
        assert_eq!(free("function f(data, {request}) { data; request }"), Vec::<&str>::new());
        assert_eq!(free("g((data) => data, request => request, async (tests) => tests)"), ["g"]);
        assert_eq!(free("try {} catch (data) { data }"), Vec::<&str>::new());
        assert_eq!(free("({m(data) { return data }})"), Vec::<&str>::new());
        assert_eq!(free("if (data) { g }"), ["data", "g"]);
        assert_eq!(free("class A { b(data) { data } }"), Vec::<&str>::new());
    }

    #[test]
    fn assignments_are_told_from_comparisons() {
        let script = "a = 1; b == 2; c === 3; d => 4; e.f = 5; tests['g'] = 6";
        let tokens = tokens(script);
        let free = names(&tokens).free;
        assert_eq!(assigned(&tokens, &free).into_iter().collect::<Vec<_>>(), ["a"]);
    }

    #[test]
    fn brackets_without_an_end_are_no_trouble() {
        for script in ["(", "var {", "let [", "function f(", "a(b {", "x => {", "catch (", "}) =>"]
        {
            free(script);
        }
    }
}
