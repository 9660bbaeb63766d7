//! `countersign generate`

use std::io::Write as _;
use std::path::Path;

use super::args::GenerateArgs;
use super::catalogs::{api_names, catalog};
use super::files::{Change, changes, write_all};
use super::{Context, Exit};
use crate::generate::{GeneratedFile, generate};

/// Writes collections and environments, or says which of them are stale.
pub(super) fn run(cx: &Context, args: &GenerateArgs) -> anyhow::Result<Exit> {
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let mut files = Vec::new();
    for name in api_names(&catalog, &args.apis) {
        files.extend(generate(catalog.api(&name)?, &args.options())?);
    }
    let out = cx.cwd().join(&args.out);
    if args.check { check(cx, &out, &files, args) } else { write(cx, &out, &files, args) }
}

fn write(
    cx: &Context,
    out: &Path,
    files: &[GeneratedFile],
    args: &GenerateArgs,
) -> anyhow::Result<Exit> {
    let written = write_all(out, files)?;
    let mut stdout = cx.stdout();
    for file in files {
        writeln!(stdout, "{}", args.out.join(&file.path).display())?;
    }
    let requests: usize = files.iter().map(|file| file.requests).sum();
    writeln!(
        cx.stderr(),
        "generated {} with {}; {written} changed",
        counted(files.len(), "file"),
        counted(requests, "request"),
    )?;
    Ok(Exit::Fine)
}

fn check(
    cx: &Context,
    out: &Path,
    files: &[GeneratedFile],
    args: &GenerateArgs,
) -> anyhow::Result<Exit> {
    let stale = changes(out, files)?;
    let mut stdout = cx.stdout();
    for (file, change) in &stale {
        let path = args.out.join(&file.path);
        let what = match change {
            Change::Missing => "is missing",
            Change::Different => "differs from what the catalogue gives",
        };
        writeln!(stdout, "{} {what}", path.display())?;
    }
    let mut stderr = cx.stderr();
    if stale.is_empty() {
        writeln!(stderr, "{} up to date", counted(files.len(), "file"))?;
        return Ok(Exit::Fine);
    }
    writeln!(
        stderr,
        "{} of {} stale; run the same command without --check to write them",
        stale.len(),
        counted(files.len(), "file"),
    )?;
    Ok(Exit::Findings)
}

/// `1 file`, `2 files`.
fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
