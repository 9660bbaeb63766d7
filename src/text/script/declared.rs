//! The names that a script declares.

use std::collections::BTreeSet;

use super::brackets::{Bracketed, is_closing, is_opening};
use super::names::{is_key, is_keyword, is_member};
use super::{Kind, Token};

/// All names that a script declares anywhere, as variables, functions, classes or parameters. In
/// doubt a name is one of them.
pub(crate) fn declared<'s>(script: &Bracketed<'_, 's>) -> BTreeSet<&'s str> {
    let mut own = Declared { script, names: BTreeSet::new() };
    for (at, token) in script.all() {
        match token.text {
            "var" | "let" | "const" if token.kind == Kind::Word => own.variables(at + 1),
            "function" | "class" if token.kind == Kind::Word => own.name_behind(at),
            "=>" => own.parameters_of_arrow(at),
            "(" if own.has_parameters(at) => own.pattern(at),
            _ => {}
        }
    }
    own.names
}

struct Declared<'b, 't, 's> {
    script: &'b Bracketed<'t, 's>,
    names: BTreeSet<&'s str>,
}

impl<'s> Declared<'_, '_, 's> {
    fn add(&mut self, token: &Token<'s>) {
        if token.kind == Kind::Word && !is_keyword(token.text) {
            self.names.insert(token.text);
        }
    }

    /// The name of a function or class behind its keyword.
    fn name_behind(&mut self, keyword: usize) {
        let is_generator = self.script.get(keyword + 1).is_some_and(|token| token.is("*"));
        if let Some(name) = self.script.get(keyword + 1 + usize::from(is_generator)) {
            self.add(name);
        }
    }

    /// The names of `a = 1, {b} = c, [d]`, up to where the list evidently ends.
    fn variables(&mut self, start: usize) {
        let mut at = start;
        while let Some(token) = self.script.get(at) {
            if is_opening(token) {
                self.pattern(at);
                at = self.script.partner(at).unwrap_or(at);
            } else {
                self.add(token);
            }
            let Some(comma) = self.next_comma(at + 1) else { return };
            at = comma + 1;
        }
    }

    /// The next comma that is in no bracket, if the statement does not end before it.
    fn next_comma(&self, start: usize) -> Option<usize> {
        let mut at = start;
        loop {
            let token = self.script.get(at)?;
            if is_opening(token) {
                at = self.script.partner(at)?;
            } else if token.is(",") {
                return Some(at);
            } else if is_closing(token)
                || [";", "of", "var", "let", "const"].iter().any(|end| token.is(end))
            {
                return None;
            }
            at += 1;
        }
    }

    /// The parameters before `=>`.
    fn parameters_of_arrow(&mut self, at: usize) {
        match self.script.before(at, 1) {
            Some(token) if token.is(")") => {
                if let Some(open) = self.script.partner(at - 1) {
                    self.pattern(open);
                }
            }
            Some(token) => self.add(token),
            None => {}
        }
    }

    /// Whether a bracket opens the parameters of a function, a method or a `catch`.
    fn has_parameters(&self, open: usize) -> bool {
        let before = |back: usize| self.script.before(open, back);
        let is = |back: usize, word: &str| before(back).is_some_and(|token| token.is(word));
        if is(1, "function") || is(1, "catch") || is(2, "function") {
            return true;
        }
        // `name(…) {` is a method, unless the word makes it a statement.
        before(1).is_some_and(|name| name.kind == Kind::Word && !is_keyword(name.text))
            && self.script.behind(open).is_some_and(|token| token.is("{"))
    }

    /// The names within a bracket of declarations; keys are none.
    fn pattern(&mut self, open: usize) {
        let end = self.script.partner(open).unwrap_or(open);
        for at in open + 1..end {
            if let Some(token) = self.script.get(at)
                && !is_member(self.script, at)
                && !is_key(self.script, at)
            {
                self.add(token);
            }
        }
    }
}
