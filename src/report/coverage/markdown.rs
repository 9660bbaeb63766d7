//! Tables and lists in Markdown, for a job summary or a page of documentation.

use std::io::{self, Write};

use super::{title, unproved};
use crate::compare::coverage::{Coverage, Endpoint, Share, Shares};
use crate::report::code;

/// Writes the coverage.
///
/// # Errors
///
/// When the writer fails.
pub fn write(coverage: &Coverage, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "{}\n", title(coverage))?;
    writeln!(to, "| group | endpoints | params | signatures |")?;
    writeln!(to, "| --- | ---: | ---: | ---: |")?;
    for group in &coverage.groups {
        write_row(&group.name, group.shares, to)?;
    }
    write_row("**all together**", coverage.total, to)?;
    let missing = coverage.missing.iter().map(line);
    write_list("Missing endpoints", missing, to)?;
    let params = coverage.missing_params.iter().map(|it| {
        let params: Vec<_> = it.params.iter().map(|param| code(param)).collect();
        format!("{}: {}", code(&it.endpoint.name), params.join(", "))
    });
    write_list("Missing params", params, to)?;
    let unproved = unproved(coverage, line);
    write_list("Signatures that are not proved", unproved.into_iter(), to)?;
    let extra = coverage.extra.iter().map(|it| {
        let request = format!("{} {}", it.method, it.path);
        let meant = it.nearest.as_ref().map(|nearest| {
            let meant = format!("{} {}", nearest.method, nearest.path);
            format!("; did you mean {}?", code(&meant))
        });
        format!("{} ({}){}", code(&it.name), code(&request), meant.unwrap_or_default())
    });
    write_list("Not in the api", extra, to)
}

fn write_row(name: &str, shares: Shares, to: &mut impl Write) -> io::Result<()> {
    let of = |share: Share| match share.total {
        0 => "-".to_owned(),
        total => format!("{} of {total} ({:.1} %)", share.covered, share.percent()),
    };
    let Shares { endpoints, params, signatures } = shares;
    let [endpoints, params, signatures] = [endpoints, params, signatures].map(of);
    writeln!(to, "| {} | {endpoints} | {params} | {signatures} |", name.replace('|', "\\|"))
}

fn write_list(
    title: &str,
    lines: impl ExactSizeIterator<Item = String>,
    to: &mut impl Write,
) -> io::Result<()> {
    if lines.len() > 0 {
        writeln!(to, "\n## {title}\n")?;
    }
    for line in lines {
        writeln!(to, "- {line}")?;
    }
    Ok(())
}

fn line(endpoint: &Endpoint) -> String {
    format!(
        "{} ({})",
        code(&endpoint.name),
        code(&format!("{} {}", endpoint.method, endpoint.path))
    )
}
