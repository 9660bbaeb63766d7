//! The plan for people.

use std::fmt::Write as _;
use std::io::{self, Write};

use anstyle::Style;

use crate::compare::update::{Added, Changed, LeftAlone, Moved, Plan, Target, Why};
use crate::report::{count, one_line};

/// Writes the plan; colours are escape codes, for a stream that knows what to do with them.
///
/// # Errors
///
/// When the writer fails.
pub fn write(plan: &Plan, to: &mut impl Write) -> io::Result<()> {
    write_list("added", plan.added.iter().map(added), to)?;
    write_list("changed", plan.changed.iter().map(changed), to)?;
    let refreshed = plan.refreshed.iter().map(|pointer| format!("signing script at {pointer}"));
    write_list("refreshed", refreshed, to)?;
    write_list("elsewhere, and left there", plan.moved.iter().map(moved), to)?;
    let orphaned = if plan.prunes {
        "removed, since the api no longer has it"
    } else {
        "no longer in the api; --prune removes it"
    };
    write_list(orphaned, plan.orphaned.iter().map(line), to)?;
    write_list("left alone", plan.left_alone.iter().map(left_alone), to)?;
    writeln!(to, "{}", summary(plan))
}

fn write_list(
    title: &str,
    lines: impl ExactSizeIterator<Item = String>,
    to: &mut impl Write,
) -> io::Result<()> {
    if lines.len() == 0 {
        return Ok(());
    }
    let bold = Style::new().bold();
    writeln!(to, "{bold}{title}{bold:#}")?;
    for line in lines {
        writeln!(to, "  {line}")?;
    }
    writeln!(to)
}

fn line(target: &Target) -> String {
    let Target { name, method, path, .. } = target;
    format!("{}  {} {}", one_line(name), one_line(method), one_line(path))
}

fn added(added: &Added) -> String {
    let Added { name, method, path, folder, makes_folder } = added;
    let folder = match (folder.as_str(), makes_folder) {
        ("", _) => String::new(),
        (folder, true) => format!("  in the new folder `{}`", one_line(folder)),
        (folder, false) => format!("  in `{}`", one_line(folder)),
    };
    format!("{}  {method} {path}{folder}", one_line(name))
}

fn changed(changed: &Changed) -> String {
    let mut text = line(&changed.target);
    if !changed.params.is_empty() {
        let noun = if changed.params.len() == 1 { "param" } else { "params" };
        let _ = write!(text, "\n    {noun} added, off: {}", changed.params.join(", "));
    }
    if changed.script {
        text.push_str("\n    signing script refreshed");
    }
    text
}

fn moved(moved: &Moved) -> String {
    let (from, to) = (one_line(&moved.from), one_line(&moved.to));
    format!("{}\n    is    {to}\n    from  {from}", line(&moved.target))
}

fn left_alone(left: &LeftAlone) -> String {
    let why = match left.why {
        Why::OwnScript => "its signing script is your own, or was edited",
        Why::OneText => "it is written as one text, in which nothing can be off",
        Why::OtherBody => "its body is of another kind than the api takes",
        Why::BreaksSignature => "it would no longer sign right",
    };
    let lacks = match left.params.as_slice() {
        [] => String::new(),
        params => format!("\n    lacks {}", params.join(", ")),
    };
    format!("{}\n    {why}{lacks}", line(&left.target))
}

/// `79 kept, 2 added, 1 changed`; what there is none of is left out.
fn summary(plan: &Plan) -> String {
    let counts = [
        (plan.added.len(), "added"),
        (plan.changed.len(), "changed"),
        (plan.moved.len(), "elsewhere"),
        (plan.orphaned.len(), if plan.prunes { "removed" } else { "no longer in the api" }),
    ];
    let counts = counts.iter().filter(|(number, _)| *number > 0);
    let counts = counts.map(|(number, word)| format!("{number} {word}"));
    let kept = format!("{} kept", count(plan.kept, "request"));
    std::iter::once(kept).chain(counts).collect::<Vec<_>>().join(", ")
}
