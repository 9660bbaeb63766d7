//! A changelog for people.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::group::groups;
use super::words::{sentence, summary};
use crate::compare::diff::{Diff, Endpoint, Level};
use crate::report::one_line;

/// How many requests of a group are named.
const NAMED: usize = 5;

/// Writes the differences; colours are escape codes, for a stream that knows what to do with them.
///
/// # Errors
///
/// When the writer fails.
pub fn write(diff: &Diff, to: &mut impl Write) -> io::Result<()> {
    write_list("added", '+', &diff.added, to)?;
    write_list("removed", '-', &diff.removed, to)?;
    if !diff.moved.is_empty() {
        heading("moved", to)?;
        for moved in &diff.moved {
            writeln!(to, "  {}", line(&moved.endpoint))?;
            writeln!(to, "    from  {}", one_line(&moved.from))?;
            writeln!(to, "    to    {}", one_line(&moved.to))?;
        }
        writeln!(to)?;
    }
    if !diff.changed.is_empty() {
        heading("changed", to)?;
    }
    for group in groups(&diff.changed) {
        for endpoint in group.endpoints.iter().take(NAMED) {
            writeln!(to, "  {}", line(endpoint))?;
        }
        if let Some(more @ 1..) = group.endpoints.len().checked_sub(NAMED) {
            writeln!(to, "  … and {more} more")?;
        }
        for change in group.changes {
            let style = style(change.level);
            let told = sentence(change, |text| format!("`{}`", one_line(text)));
            writeln!(to, "    {style}{:10}{style:#}  {told}", change.level.word())?;
        }
        writeln!(to)?;
    }
    writeln!(to, "{}", summary(diff))
}

fn write_list(
    title: &str,
    mark: char,
    endpoints: &[Endpoint],
    to: &mut impl Write,
) -> io::Result<()> {
    if endpoints.is_empty() {
        return Ok(());
    }
    heading(title, to)?;
    for endpoint in endpoints {
        writeln!(to, "  {mark} {}", line(endpoint))?;
    }
    writeln!(to)
}

fn heading(title: &str, to: &mut impl Write) -> io::Result<()> {
    let bold = Style::new().bold();
    writeln!(to, "{bold}{title}{bold:#}")
}

fn line(endpoint: &Endpoint) -> String {
    let Endpoint { name, method, path } = endpoint;
    format!("{}  {} {}", one_line(name), one_line(method), one_line(path))
}

fn style(level: Level) -> Style {
    let coloured = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    match level {
        Level::Breaking => coloured(AnsiColor::BrightRed),
        Level::Compatible => coloured(AnsiColor::BrightGreen),
        Level::Cosmetic => Style::new().dimmed(),
    }
}
