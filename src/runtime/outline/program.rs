//! The different texts that the scripts of a file have.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use indexmap::IndexMap;
use memchr::memmem;

use super::ScriptText;
use crate::text::script::{Names, Token, names, tokens};

/// A text that one script has, or many: people copy a script from request to request.
#[derive(Debug)]
pub(crate) struct Program<'a> {
    /// The text.
    pub(crate) source: &'a str,
    /// The scripts that have it, in the order of the file; at least one.
    pub(crate) scripts: Vec<&'a ScriptText<'a>>,
    tokens: OnceLock<Vec<Token<'a>>>,
    names: OnceLock<Names<'a>>,
}

impl<'a> Program<'a> {
    /// Its pieces, cut once.
    pub(crate) fn tokens(&self) -> &[Token<'a>] {
        self.tokens.get_or_init(|| tokens(self.source))
    }

    /// The names that it uses without declaring them, by the index of the piece.
    pub(crate) fn free_names(&self) -> &[usize] {
        &self.names().free
    }

    /// The names that it declares anywhere.
    pub(crate) fn declared_names(&self) -> &BTreeSet<&'a str> {
        &self.names().declared
    }

    fn names(&self) -> &Names<'a> {
        self.names.get_or_init(|| names(self.tokens()))
    }

    /// Whether a text stands in it, be it in a comment: a cheap question before its pieces are
    /// looked at.
    pub(crate) fn has(&self, text: &str) -> bool {
        memmem::find(self.source.as_bytes(), text.as_bytes()).is_some()
    }

    /// Whether a word stands in it that may be a name: not behind a dot, and not as a part of another.
    /// In a comment or a text it counts.
    pub(crate) fn has_name(&self, name: &str) -> bool {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
        let source = self.source.as_bytes();
        memmem::find_iter(source, name.as_bytes()).any(|at| {
            let (before, rest) = source.split_at(at);
            let is_member = before.ends_with(b".") && !before.ends_with(b"...");
            let is_whole = !before.last().is_some_and(is_part);
            !is_member && is_whole && !rest.get(name.len()).is_some_and(is_part)
        })
    }

    /// The scripts that have it and run at an event.
    pub(crate) fn run_at(&self, event: &str) -> impl Iterator<Item = &'a ScriptText<'a>> {
        self.scripts.iter().copied().filter(move |script| script.is_on && script.listen == event)
    }

    /// The scripts that have it and run at all.
    pub(crate) fn run(&self) -> impl Iterator<Item = &'a ScriptText<'a>> {
        self.scripts.iter().copied().filter(|script| script.runs())
    }
}

/// The texts of scripts in the order in which each comes first.
pub(crate) fn programs<'a>(scripts: &'a [ScriptText<'a>]) -> Vec<Program<'a>> {
    let mut users: IndexMap<&str, Vec<&ScriptText<'_>>> = IndexMap::new();
    for script in scripts {
        users.entry(&script.source).or_default().push(script);
    }
    let program = |(source, scripts)| Program {
        source,
        scripts,
        tokens: OnceLock::new(),
        names: OnceLock::new(),
    };
    users.into_iter().map(program).collect()
}
