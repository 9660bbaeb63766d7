//! Release notes in Markdown.

use std::io::{self, Write};

use super::group::groups;
use super::words::{sentence, summary};
use crate::compare::diff::{Diff, Endpoint, Level};
use crate::report::code;

/// Writes the differences as lists under headings of the second level.
///
/// # Errors
///
/// When the writer fails.
pub fn write(diff: &Diff, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "{}", summary(diff))?;
    write_list("Added", &diff.added, to)?;
    write_list("Removed", &diff.removed, to)?;
    if !diff.moved.is_empty() {
        writeln!(to, "\n## Moved\n")?;
    }
    for moved in &diff.moved {
        let (from, to_) = (code(&moved.from), code(&moved.to));
        writeln!(to, "- {}: from {from} to {to_}", line(&moved.endpoint))?;
    }
    if !diff.changed.is_empty() {
        writeln!(to, "\n## Changed")?;
    }
    for group in groups(&diff.changed) {
        writeln!(to)?;
        let lines: Vec<_> = group.endpoints.iter().map(|endpoint| line(endpoint)).collect();
        writeln!(to, "{}", lines.join(", "))?;
        writeln!(to)?;
        for change in group.changes {
            let told = sentence(change, code);
            let mark = if change.level == Level::Breaking { "**breaking:** " } else { "" };
            writeln!(to, "- {mark}{told}")?;
        }
    }
    Ok(())
}

fn write_list(title: &str, endpoints: &[Endpoint], to: &mut impl Write) -> io::Result<()> {
    if endpoints.is_empty() {
        return Ok(());
    }
    writeln!(to, "\n## {title}\n")?;
    endpoints.iter().try_for_each(|endpoint| writeln!(to, "- {}", line(endpoint)))
}

fn line(endpoint: &Endpoint) -> String {
    let Endpoint { name, method, path } = endpoint;
    format!("{} ({})", code(name), code(&format!("{method} {path}")))
}
