//! Markdown, for comments on changes and for job summaries.

use std::io::{self, Write};

use super::placed::{Placed, placed};
use super::summary::Summary;
use crate::countersign::Status;
use crate::findings::{Compared, Severity};
use crate::validate::{FileOutcome, Outcome, RequestOutcome};

/// A job summary may have 1 MiB; a comment has 64 KiB. More findings of a file than this are counted.
const MOST: usize = 100;

/// Writes the verdict, then each file with findings, then the requests in a table that can be opened.
///
/// # Errors
///
/// When the writer fails.
pub(super) fn write(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    let summary = Summary::of(outcome);
    let verdict = if outcome.has_failures() { "❌" } else { "✅" };
    writeln!(to, "## {verdict} countersign\n\n{}", summary.line())?;
    outcome.files.iter().try_for_each(|file| write_file(file, to))
}

fn write_file(file: &FileOutcome, to: &mut impl Write) -> io::Result<()> {
    let found = placed(file);
    writeln!(to, "\n### {}", code(&file.path))?;
    if found.is_empty() {
        writeln!(to, "\nno findings")?;
    }
    for finding in found.iter().take(MOST) {
        write_finding(finding, to)?;
    }
    if found.len() > MOST {
        writeln!(to, "\nand {} more", found.len() - MOST)?;
    }
    let signed: Vec<_> = file.requests.iter().filter(|it| it.signature.recipe.is_some()).collect();
    if signed.is_empty() { Ok(()) } else { write_requests(&signed, to) }
}

fn write_finding(found: &Placed<'_>, to: &mut impl Write) -> io::Result<()> {
    let diagnostic = found.diagnostic;
    let sign = match diagnostic.severity {
        Severity::Error => "🔴",
        Severity::Warning => "🟡",
        Severity::Note => "🔵",
    };
    let start = found.lines.start;
    let rule = diagnostic.rule;
    write!(to, "\n- {sign} **{rule}**, line {}: {}", start.line, prose(&diagnostic.message))?;
    writeln!(to)?;
    if let Some(compared) = &diagnostic.compared {
        write_compared(compared, to)?;
    }
    if let Some(help) = &diagnostic.help {
        writeln!(to, "\n  {}", prose(help))?;
    }
    Ok(())
}

/// Both texts in a block, one above the other.
fn write_compared(compared: &Compared, to: &mut impl Write) -> io::Result<()> {
    let (signed, sent) = (on_one_line(&compared.signed), on_one_line(&compared.sent));
    let fence = fence(&[&signed, &sent]);
    writeln!(to, "\n  {fence}diff\n  - signed {signed}\n  + sent   {sent}\n  {fence}")
}

fn write_requests(requests: &[&RequestOutcome], to: &mut impl Write) -> io::Result<()> {
    let verified = requests.iter().filter(|it| it.signature.status == Status::Verified).count();
    writeln!(
        to,
        "\n<details><summary>{verified} of {} signatures verified</summary>\n",
        requests.len()
    )?;
    writeln!(to, "| request | signature | scenarios |\n| --- | --- | ---: |")?;
    for request in requests {
        let name = cell(&request.name);
        let (status, scenarios) = (request.signature.status.word(), request.signature.scenarios);
        writeln!(to, "| {name} | {status} | {scenarios} |")?;
    }
    writeln!(to, "\n</details>")
}

/// A text in which nothing but code in backticks is markup.
fn prose(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let is_balanced = text.matches('`').count().is_multiple_of(2);
    for (index, piece) in on_one_line(text).split('`').enumerate() {
        if !is_balanced || index % 2 == 0 {
            written.push_str(if index > 0 && !is_balanced { "\\`" } else { "" });
            written.push_str(&escaped(piece));
        } else {
            written.push_str(&code(piece));
        }
    }
    written
}

/// A text as code; backticks within it are no end of it.
fn code(text: &str) -> String {
    let text = on_one_line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    let pad =
        if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    escaped(&on_one_line(text))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '\\' | '`'
                | '*'
                | '_'
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '|'
                | '~'
                | '&'
                | '@'
                | '!'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A fence longer than any run of backticks in the texts.
fn fence(texts: &[&str]) -> String {
    let runs = texts.iter().flat_map(|text| text.split(|c| c != '`').map(str::len));
    "`".repeat(runs.max().unwrap_or_default().max(2) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_markup() {
        assert_eq!(prose("a `b*c` <d>"), "a `b*c` \\<d\\>");
        assert_eq!(prose("a ` b\n# c"), "a \\` b \\# c");
    }

    #[test]
    fn backticks_in_code_are_no_end_of_it() {
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(fence(&["````", "a"]), "`````");
    }
}
