//! `countersign generate`

mod validated;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::catalogs::{api_names, catalog};
use super::files::{Change, changes, write_all};
use super::{Context, Exit, counted};
use crate::catalog::Catalog;
use crate::generate::{GeneratedFile, Layout, NonceUnit, Options, ScriptStyle, generate};
use validated::Validated;

#[derive(Debug, Args)]
pub(super) struct GenerateArgs {
    /// The apis to generate [default: all]
    #[arg(value_name = "API")]
    pub(super) apis: Vec<String>,
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "collections")]
    pub(super) out: PathBuf,
    /// How an api is spread over files
    #[arg(long, value_enum, default_value_t)]
    layout: LayoutArg,
    /// Where requests are signed, and how the script looks
    #[arg(long, value_enum, default_value_t)]
    script: ScriptArg,
    /// Only this endpoint, by name; can be repeated
    #[arg(long = "endpoint", value_name = "NAME")]
    endpoints: Vec<String>,
    /// Only this group, by name; can be repeated
    #[arg(long = "group", value_name = "NAME")]
    groups: Vec<String>,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    pub(super) catalog: Option<PathBuf>,
    /// The unit of the time that nonces are made of
    #[arg(long, value_enum, default_value_t)]
    nonce_unit: NonceUnitArg,
    /// Write nothing; say which files are stale, and exit with 1 if any is
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum LayoutArg {
    /// One collection with a folder a group
    #[default]
    Single,
    /// One collection a group
    Group,
    /// One collection an endpoint
    Endpoint,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum ScriptArg {
    /// A script on each private request; it signs the request as you left it
    #[default]
    Request,
    /// One such script on the collection
    Collection,
    /// Kraken's own form, endpoint and params written out; signs right only unedited
    Classic,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum NonceUnitArg {
    /// Milliseconds
    Ms,
    /// Microseconds
    #[default]
    Us,
    /// Nanoseconds
    Ns,
}

impl GenerateArgs {
    /// The options in the library's words.
    pub(super) fn options(&self) -> Options {
        Options {
            layout: match self.layout {
                LayoutArg::Single => Layout::Single,
                LayoutArg::Group => Layout::Group,
                LayoutArg::Endpoint => Layout::Endpoint,
            },
            script: match self.script {
                ScriptArg::Request => ScriptStyle::Request,
                ScriptArg::Collection => ScriptStyle::Collection,
                ScriptArg::Classic => ScriptStyle::Classic,
            },
            nonce_unit: match self.nonce_unit {
                NonceUnitArg::Ms => NonceUnit::Milliseconds,
                NonceUnitArg::Us => NonceUnit::Microseconds,
                NonceUnitArg::Ns => NonceUnit::Nanoseconds,
            },
            endpoints: self.endpoints.clone(),
            groups: self.groups.clone(),
        }
    }
}

/// Writes collections and environments, or says which of them are stale.
pub(super) fn run(cx: &Context, args: &GenerateArgs) -> anyhow::Result<Exit> {
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let mut files = Vec::new();
    for name in api_names(&catalog, &args.apis) {
        files.extend(generate(catalog.api(&name)?, &args.options())?);
    }
    let out = cx.cwd().join(&args.out);
    if args.check { check(cx, &out, &files, args) } else { write(cx, &out, &files, catalog, args) }
}

fn write(
    cx: &Context,
    out: &Path,
    files: &[GeneratedFile],
    catalog: Catalog,
    args: &GenerateArgs,
) -> anyhow::Result<Exit> {
    let written = write_all(out, files)?;
    let mut stdout = cx.stdout();
    for file in files {
        writeln!(stdout, "{}", args.out.join(&file.path).display())?;
    }
    let requests: usize = files.iter().map(|file| file.requests).sum();
    writeln!(
        cx.messages(),
        "generated {} with {}; {written} changed",
        counted(files.len(), "file"),
        counted(requests, "request"),
    )?;
    let validated = Validated::of(files, catalog)?;
    writeln!(cx.messages(), "{}", validated.line())?;
    Ok(if validated.summary.errors > 0 { Exit::Findings } else { Exit::Fine })
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
    let mut stderr = cx.messages();
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
