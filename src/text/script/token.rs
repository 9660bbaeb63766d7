//! The pieces of a script.

use std::borrow::Cow;
use std::ops::Range;

/// What a piece of a script is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Word,
    /// A number.
    Number,
    /// A text in single or double quotes.
    Text,
    /// A piece of a template between backticks and `${…}`.
    Template,
    /// A regular expression.
    Pattern,
    /// One character of punctuation, or `=>`, `?.`, `...`.
    Mark,
}

/// A piece of a script; comments and white space are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'s> {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its characters, quotes included.
    pub(crate) text: &'s str,
    /// The byte of the script that it begins at.
    pub(crate) start: usize,
}

impl<'s> Token<'s> {
    /// The bytes of the script that it takes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Whether it is this word or mark.
    pub(crate) fn is(&self, text: &str) -> bool {
        matches!(self.kind, Kind::Word | Kind::Mark) && self.text == text
    }

    /// What a text stands for, or a template without `${…}`; none for anything else.
    pub(crate) fn literal(&self) -> Option<Cow<'s, str>> {
        let inner = match self.kind {
            Kind::Text => self.text.get(1..self.text.len().checked_sub(1)?)?,
            Kind::Template => self.text.strip_prefix('`')?.strip_suffix('`')?,
            _ => return None,
        };
        Some(if inner.contains('\\') { unescaped(inner).into() } else { inner.into() })
    }
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some('n') => plain.push('\n'),
            Some('r') => plain.push('\r'),
            Some('t') => plain.push('\t'),
            Some('x') => plain.extend(code(&mut characters, 2)),
            Some('u') => plain.extend(code(&mut characters, 4)),
            Some('\n') | None => {}
            Some(other) => plain.push(other),
        }
    }
    plain
}

fn code(characters: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let text: String = characters.clone().take(digits).collect();
    let code = u32::from_str_radix(&text, 16).ok()?;
    characters.nth(digits - 1);
    char::from_u32(code)
}
