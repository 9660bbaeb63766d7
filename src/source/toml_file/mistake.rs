//! A mistake in a file: where it is, what it is, what to do.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

use crate::source::excerpt::Lines;

/// More mistakes than this are counted, not shown.
const SHOWN: usize = 100;

/// A mistake in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in Unicode characters, counted from 1.
    pub column: usize,
    /// What was found, and what was expected.
    pub message: String,
    /// What to do, such as the nearest valid word.
    pub help: Option<String>,
    /// The line with the place underlined; empty when there is none to show.
    excerpt: String,
}

impl Mistake {
    /// A mistake at the bytes `place` of a text.
    pub(crate) fn new(
        file: PathBuf,
        lines: &Lines<'_>,
        place: Range<usize>,
        message: String,
    ) -> Self {
        let (line, column) = lines.line_column(place.start);
        Self { file, line, column, message, help: None, excerpt: lines.excerpt(place) }
    }

    pub(crate) fn with_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        write!(f, "{file}:{}:{}: {}", self.line, self.column, self.message)?;
        write!(f, "{}", self.excerpt)?;
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

/// The mistakes of a catalogue or of settings, by file and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistakes {
    what: &'static str,
    list: Vec<Mistake>,
}

impl Mistakes {
    /// The mistakes in order; nothing when there are none. `what` says in words what has them: `the
    /// catalogue`.
    pub(crate) fn from_list(what: &'static str, mut list: Vec<Mistake>) -> Option<Self> {
        list.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        list.dedup();
        (!list.is_empty()).then_some(Self { what, list })
    }

    /// The mistakes, at least one, by file and place.
    pub fn as_slice(&self) -> &[Mistake] {
        &self.list
    }

    pub(crate) fn into_list(self) -> Vec<Mistake> {
        self.list
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.list.len() {
            1 => write!(f, "1 mistake in {}", self.what)?,
            count => write!(f, "{count} mistakes in {}", self.what)?,
        }
        for mistake in self.list.iter().take(SHOWN) {
            write!(f, "\n\n{mistake}")?;
        }
        match self.list.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "\n\nand {more} more"),
        }
    }
}

impl std::error::Error for Mistakes {}
