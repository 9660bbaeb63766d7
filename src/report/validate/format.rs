//! The formats that a report can have.

use std::io::{self, Write};

use super::{Styles, github, gitlab, html, json, junit, markdown, sarif, text};
use crate::validate::Outcome;

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// For programs: version 1 of the JSON contract.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// `JUnit` XML, for test reports.
    Junit,
    /// Annotations of GitHub Actions.
    Github,
    /// GitLab's code quality.
    Gitlab,
    /// Markdown, for comments and job summaries.
    Markdown,
    /// A page for a browser, with everything in it.
    Html,
}

impl Format {
    /// All formats, by name.
    pub const ALL: [Self; 8] = [
        Self::Github,
        Self::Gitlab,
        Self::Html,
        Self::Json,
        Self::Junit,
        Self::Markdown,
        Self::Sarif,
        Self::Text,
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }

    /// Writes the report; `styles` are for text alone.
    ///
    /// # Errors
    ///
    /// When the writer fails.
    pub fn write(self, outcome: &Outcome, styles: &Styles, to: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Text => text::write(outcome, styles, to),
            Self::Json => json::write(outcome, to),
            Self::Sarif => sarif::write(outcome, to),
            Self::Junit => junit::write(outcome, to),
            Self::Github => github::write(outcome, to),
            Self::Gitlab => gitlab::write(outcome, to),
            Self::Markdown => markdown::write(outcome, to),
            Self::Html => html::write(outcome, to),
        }
    }
}
