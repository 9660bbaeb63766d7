//! A mistake in a catalogue: where it is, what it is, what to do.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

use crate::excerpt::Lines;

/// More mistakes than this are counted, not shown.
const SHOWN: usize = 100;

/// A mistake in a file of a catalogue.
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
    pub(super) fn new(
        file: PathBuf,
        lines: &Lines<'_>,
        place: Range<usize>,
        message: String,
    ) -> Self {
        let (line, column) = lines.line_column(place.start);
        Self { file, line, column, message, help: None, excerpt: lines.excerpt(place) }
    }

    pub(super) fn with_help(mut self, help: Option<String>) -> Self {
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

/// The mistakes of a catalogue, by file and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistakes(Vec<Mistake>);

impl Mistakes {
    /// The mistakes in order; nothing when there are none.
    pub(super) fn from_list(mut mistakes: Vec<Mistake>) -> Option<Self> {
        mistakes.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        mistakes.dedup();
        (!mistakes.is_empty()).then_some(Self(mistakes))
    }

    /// The mistakes, at least one, by file and place.
    pub fn as_slice(&self) -> &[Mistake] {
        &self.0
    }

    pub(super) fn into_list(self) -> Vec<Mistake> {
        self.0
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => write!(f, "1 mistake in the catalogue")?,
            count => write!(f, "{count} mistakes in the catalogue")?,
        }
        for mistake in self.0.iter().take(SHOWN) {
            write!(f, "\n\n{mistake}")?;
        }
        match self.0.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "\n\nand {more} more"),
        }
    }
}

impl std::error::Error for Mistakes {}
