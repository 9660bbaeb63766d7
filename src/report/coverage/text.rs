//! Tables and lists for people.

use std::fmt::Write as _;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::{title, unproved};
use crate::compare::coverage::{Coverage, Endpoint, Extra, Share, Shares};
use crate::report::one_line;

/// How many cells a bar has.
const BAR: usize = 10;

/// Writes the coverage; colours are escape codes, for a stream that knows what to do with them.
///
/// # Errors
///
/// When the writer fails.
pub fn write(coverage: &Coverage, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "{}\n", title(coverage))?;
    write_table(coverage, to)?;
    let plain = |endpoint: &Endpoint| line(endpoint);
    write_list("missing endpoints", coverage.missing.iter().map(plain), to)?;
    let params = coverage.missing_params.iter();
    let params = params.map(|it| format!("{}: {}", it.endpoint.name, it.params.join(", ")));
    write_list("missing params", params, to)?;
    let unproved = unproved(coverage, line);
    write_list("signatures that are not proved", unproved.into_iter(), to)?;
    write_list("not in the api", coverage.extra.iter().map(|it| extra(coverage, it)), to)
}

fn write_table(coverage: &Coverage, to: &mut impl Write) -> io::Result<()> {
    let names = coverage.groups.iter().map(|group| group.name.chars().count());
    let width = names.max().unwrap_or_default().max("all together".len());
    let bold = Style::new().bold();
    writeln!(
        to,
        "{bold}{:width$}  {:BAR$}  {:>10}  {:>10}  {:>10}{bold:#}",
        "group", "", "endpoints", "params", "signatures"
    )?;
    for group in &coverage.groups {
        write_row(&one_line(&group.name), width, group.shares, to)?;
    }
    write_row("all together", width, coverage.total, to)?;
    let percent = |share: Share| format!("{:.1} %", share.percent());
    let Shares { endpoints, params, signatures } = coverage.total;
    let [endpoints, params, signatures] = [endpoints, params, signatures].map(percent);
    writeln!(to, "{:width$}  {:BAR$}  {endpoints:>10}  {params:>10}  {signatures:>10}", "", "")
}

fn write_row(name: &str, width: usize, shares: Shares, to: &mut impl Write) -> io::Result<()> {
    let Shares { endpoints, params, signatures } = shares;
    let of = |share: Share| match share.total {
        0 => "-".to_owned(),
        total => format!("{} of {total}", share.covered),
    };
    let [all, params, signatures] = [endpoints, params, signatures].map(of);
    let style = style(endpoints);
    let bar = bar(endpoints);
    writeln!(to, "{name:width$}  {style}{bar}{style:#}  {all:>10}  {params:>10}  {signatures:>10}")
}

/// Full only where nothing is missing, empty only where nothing is there.
fn bar(share: Share) -> String {
    let full = match (share.covered * BAR).checked_div(share.total) {
        Some(0) if share.covered > 0 => 1,
        full => full.unwrap_or(BAR),
    };
    "█".repeat(full) + &"░".repeat(BAR - full)
}

fn style(share: Share) -> Style {
    let colour = match share {
        Share { covered, total } if covered == total => AnsiColor::Green,
        Share { covered: 0, .. } => AnsiColor::BrightRed,
        _ => AnsiColor::Yellow,
    };
    Style::new().fg_color(Some(colour.into()))
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
    writeln!(to, "\n{bold}{title}{bold:#}")?;
    for line in lines {
        writeln!(to, "  {line}")?;
    }
    Ok(())
}

fn line(endpoint: &Endpoint) -> String {
    format!("{}  {} {}", endpoint.name, endpoint.method, endpoint.path)
}

fn extra(coverage: &Coverage, extra: &Extra) -> String {
    let Extra { name, method, path, file, pointer, nearest } = extra;
    let file = coverage.files.get(*file).map(String::as_str).unwrap_or_default();
    let mut text = format!(
        "{}  {} {}\n    at {}#{pointer}",
        one_line(name),
        one_line(method),
        one_line(path),
        one_line(file)
    );
    if let Some(nearest) = nearest {
        let _ = write!(text, "\n    did you mean `{} {}`?", nearest.method, nearest.path);
    }
    text
}
