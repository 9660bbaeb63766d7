//! The report for people.

mod counts;

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use rayon::prelude::*;

use counts::{write_heading, write_rules, write_summary};

use super::mask::Mask;
use super::placed::{Placed, placed};
use super::summary::Summary;
use super::wrap::wrapped;
use crate::findings::{Compared, Severity};
use crate::report::compared::OneAboveTheOther;
use crate::source::Span;
use crate::source::excerpt::Lines;
use crate::validate::{FileOutcome, Outcome};

/// How many columns a report has.
const WIDTH: usize = 80;
/// What the gutter with the line number takes of them, besides the number.
const GUTTER: usize = 4;

/// What is left free for the marks of a line that is cut on both sides.
const ELLIPSES: usize = 2;
/// How far the second line of a message is indented.
const INDENT: usize = 4;

/// The colours of a report.
#[derive(Debug, Clone, Copy, Default)]
pub struct Styles {
    error: Style,
    warning: Style,
    note: Style,
    message: Style,
    gutter: Style,
}

impl Styles {
    /// No colours at all.
    pub fn plain() -> Self {
        Self::default()
    }

    /// Colours for a terminal.
    pub fn coloured() -> Self {
        let bold = Style::new().bold();
        let coloured = |colour: AnsiColor| bold.fg_color(Some(colour.into()));
        Self {
            error: coloured(AnsiColor::BrightRed),
            warning: coloured(AnsiColor::Yellow),
            note: coloured(AnsiColor::BrightGreen),
            message: bold,
            gutter: coloured(AnsiColor::BrightBlue),
        }
    }

    fn severity(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Note => self.note,
        }
    }
}

/// Writes every finding with an excerpt of its file, under the name of the file if there are several,
/// then the counts.
///
/// # Errors
///
/// When the writer fails.
pub fn write(outcome: &Outcome, styles: &Styles, to: &mut impl Write) -> io::Result<()> {
    let with_findings = outcome.files.iter().filter(|file| !file.diagnostics.is_empty()).count();
    let page = |file| {
        let mut page = Vec::new();
        write_file(file, outcome, styles, with_findings > 1, &mut page).map(|()| page)
    };
    // To find the lines of a file, all of it has to be read again.
    let pages: Vec<_> = outcome.files.par_iter().map(page).collect::<io::Result<_>>()?;
    for page in pages {
        to.write_all(&page)?;
    }
    write_rules(outcome, to)?;
    write_summary(&Summary::of(outcome), styles, to)
}

/// Writes the findings of a file; nothing if it has none.
fn write_file(
    file: &FileOutcome,
    outcome: &Outcome,
    styles: &Styles,
    has_heading: bool,
    to: &mut impl Write,
) -> io::Result<()> {
    let placed = placed(file);
    let Some(first) = placed.first() else { return Ok(()) };
    let lines = Lines::of(first.document.text());
    let page = Page { file, lines, mask: Mask::of(file), outcome, styles };
    if has_heading {
        write_heading(file, styles, to)?;
    }
    for finding in &placed {
        page.write_finding(finding, to)?;
        writeln!(to)?;
    }
    Ok(())
}

/// A file that has something to show.
struct Page<'a> {
    file: &'a FileOutcome,
    lines: Lines<'a>,
    mask: Mask,
    outcome: &'a Outcome,
    styles: &'a Styles,
}

impl Page<'_> {
    fn write_finding(&self, finding: &Placed<'_>, to: &mut impl Write) -> io::Result<()> {
        let diagnostic = finding.diagnostic;
        let style = self.styles.severity(diagnostic.severity);
        let head = format!("{}[{}]", diagnostic.severity, diagnostic.rule);
        let bold = self.styles.message;
        write!(to, "{style}{head}{style:#}{bold}:{bold:#} ")?;
        for (index, line) in
            wrapped(&diagnostic.message, head.len() + 2 - INDENT, WIDTH - INDENT).iter().enumerate()
        {
            let indent = if index > 0 { " ".repeat(INDENT) } else { String::new() };
            writeln!(to, "{indent}{bold}{line}{bold:#}")?;
        }
        let start = finding.lines.start;
        let margin = " ".repeat(start.line.to_string().len());
        let gutter = self.styles.gutter;
        writeln!(
            to,
            "{margin}{gutter}-->{gutter:#} {}:{}:{}",
            self.file.path, start.line, start.column
        )?;
        self.write_excerpt((start.line, finding.span), style, "", to)?;
        self.write_related(finding, &margin, to)?;
        if let Some(compared) = &diagnostic.compared {
            self.write_compared(compared, style, &margin, to)?;
        }
        if let Some(help) = &diagnostic.help {
            self.write_remark("help", help, &margin, to)?;
        }
        Ok(())
    }

    fn write_excerpt(
        &self,
        (line, Span { start, end }): (usize, Span),
        style: Style,
        label: &str,
        to: &mut impl Write,
    ) -> io::Result<()> {
        let number = line.to_string();
        let width = WIDTH.saturating_sub(GUTTER + number.len() + ELLIPSES);
        let Some(cut) = self.lines.cut(start..end, width, |byte| self.mask.hides(byte)) else {
            return Ok(());
        };
        let gutter = self.styles.gutter;
        let margin = " ".repeat(number.len());
        let (indent, marks) = (" ".repeat(cut.indent), "^".repeat(cut.marks));
        let label = if label.is_empty() { String::new() } else { format!(" {label}") };
        writeln!(to, "{margin} {gutter}|{gutter:#}")?;
        writeln!(to, "{gutter}{number} |{gutter:#} {}", cut.text)?;
        writeln!(to, "{margin} {gutter}|{gutter:#} {indent}{style}{marks}{label}{style:#}")
    }

    fn write_related(
        &self,
        finding: &Placed<'_>,
        margin: &str,
        to: &mut impl Write,
    ) -> io::Result<()> {
        let gutter = self.styles.gutter;
        for (location, label) in &finding.diagnostic.related {
            let Some(file) = self.outcome.files.get(location.file.0) else { continue };
            let here = std::ptr::eq(file, self.file);
            let Some(document) = file.document.as_ref() else {
                self.write_remark("note", &format!("{label}: {}", file.path), margin, to)?;
                continue;
            };
            let start = location.lines(document).start;
            let place = format!("{}:{}:{}", file.path, start.line, start.column);
            writeln!(to, "{margin}{gutter}:::{gutter:#} {place}")?;
            if here {
                self.write_excerpt((start.line, location.span(document)), gutter, label, to)?;
            } else {
                self.write_remark("note", label, margin, to)?;
            }
        }
        Ok(())
    }

    /// What was signed above what is sent, and a mark under the first character that differs.
    fn write_compared(
        &self,
        compared: &Compared,
        style: Style,
        margin: &str,
        to: &mut impl Write,
    ) -> io::Result<()> {
        const NAME: usize = "signed: ".len();
        let (gutter, bold) = (self.styles.gutter, self.styles.message);
        let width = WIDTH - margin.len() - " = ".len() - NAME;
        let rows =
            OneAboveTheOther::of(&compared.signed, &compared.sent, compared.differs_at, width);
        for (name, rest) in [("signed", &rows.first), ("sent", &rows.second)] {
            let padding = " ".repeat(NAME - name.len() - 1);
            let common = &rows.common;
            write!(to, "{margin} {gutter}={gutter:#} {bold}{name}{bold:#}:{padding}{common}")?;
            writeln!(to, "{style}{rest}{style:#}")?;
        }
        let indent = " ".repeat(margin.len() + " = ".len() + NAME + rows.column());
        writeln!(to, "{indent}{style}^{style:#}")
    }

    fn write_remark(
        &self,
        kind: &str,
        text: &str,
        margin: &str,
        to: &mut impl Write,
    ) -> io::Result<()> {
        let (gutter, bold) = (self.styles.gutter, self.styles.message);
        let lead = margin.len() + kind.len() + 5;
        let lines = wrapped(text, 0, WIDTH - lead);
        for (index, line) in lines.iter().enumerate() {
            if index == 0 {
                writeln!(to, "{margin} {gutter}={gutter:#} {bold}{kind}{bold:#}: {line}")?;
            } else {
                writeln!(to, "{}{line}", " ".repeat(lead))?;
            }
        }
        Ok(())
    }
}
