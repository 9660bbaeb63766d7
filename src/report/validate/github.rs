//! Annotations of GitHub Actions, a workflow command a line
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).

use std::io::{self, Write};

use super::message;
use super::placed::{Placed, placed};
use super::summary::Summary;
use crate::findings::Severity;
use crate::validate::{FileOutcome, Outcome};

/// Writes an annotation for each finding, then a line for the log.
///
/// # Errors
///
/// When the writer fails.
pub(super) fn write(outcome: &Outcome, to: &mut impl Write) -> io::Result<()> {
    for file in &outcome.files {
        for found in placed(file) {
            writeln!(to, "{}", annotation(file, &found))?;
        }
    }
    // The line begins with a word of ours, so that no collection can make a command of it.
    writeln!(to, "{}", Summary::of(outcome).line())
}

fn annotation(file: &FileOutcome, found: &Placed<'_>) -> String {
    let command = match found.diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = (found.lines.start, found.lines.end);
    let path = file.path.strip_prefix("./").unwrap_or(&file.path);
    // Columns count only where both are on one line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    let place =
        format!("file={},line={},endLine={}{columns}", property(path), start.line, end.line);
    let title = format!("countersign: {}", found.diagnostic.rule);
    let message = message::whole(found.diagnostic);
    format!("::{command} {place},title={}::{}", property(&title), data(&message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("50%\r\n::error::x"), "50%25%0D%0A::error::x");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }
}
