//! `--format` and `--report`: what is written where.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::bail;

use super::super::files::{Text, replace_all};
use super::super::{Context, args::named};
use crate::report::validate::{Format, Styles};
use crate::validate::Outcome;

/// A report and the file that it goes to, `FORMAT=FILE` on the command line.
#[derive(Debug, Clone)]
pub(super) struct Report {
    format: Format,
    path: PathBuf,
}

impl FromStr for Report {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (format, path) = text
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or("expected FORMAT=FILE, such as `sarif=countersign.sarif`")?;
        Ok(Self { format: named(format)?, path: PathBuf::from(path) })
    }
}

/// Refuses files that cannot be written, before any work is done for them.
///
/// # Errors
///
/// When the folder of a file is not there, or the file is a folder.
pub(super) fn check(cx: &Context, reports: &[Report]) -> anyhow::Result<()> {
    for Report { path, .. } in reports {
        let target = cx.cwd().join(path);
        if target.is_dir() {
            bail!("`{}` is a folder, expected a file for the report", path.display());
        }
        if !target.parent().is_some_and(Path::is_dir) {
            bail!("the folder of `{}` is not there; make it first", path.display());
        }
    }
    Ok(())
}

/// Writes the report to standard output, and others to their files, each whole or not at all.
///
/// # Errors
///
/// When something cannot be written.
pub(super) fn write(
    cx: &Context,
    format: Format,
    reports: &[Report],
    outcome: &Outcome,
) -> anyhow::Result<()> {
    let texts = reports.iter().map(|report| {
        let mut bytes = Vec::new();
        report.format.write(outcome, &Styles::plain(), &mut bytes)?;
        Ok(Text { path: cx.cwd().join(&report.path), text: String::from_utf8(bytes)? })
    });
    replace_all(texts.collect::<anyhow::Result<Vec<_>>>()?)?;
    if format == Format::Github {
        add_job_summary(cx, outcome)?;
    }
    let mut out = BufWriter::new(cx.stdout());
    format.write(outcome, &Styles::coloured(), &mut out)?;
    out.flush()?;
    Ok(())
}

/// Adds the report as Markdown to the page of a GitHub job, if this is one.
fn add_job_summary(cx: &Context, outcome: &Outcome) -> anyhow::Result<()> {
    let Some(path) = cx.env("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else {
        return Ok(());
    };
    let mut file = std::fs::OpenOptions::new().append(true).create(true).open(path)?;
    Format::Markdown.write(outcome, &Styles::plain(), &mut file)?;
    Ok(())
}
