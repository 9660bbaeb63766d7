//! `countersign validate`

mod progress;

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::catalogs::catalog;
use super::discover::{self, Found};
use super::{Context, Exit, inputs};
use crate::report::validate::{Styles, write_json, write_text};
use crate::runtime::{Engine, Setup};
use crate::validate::{Input, Options, Outcome, Severity, validate};
use progress::Progress;

/// 2026-01-01, UTC. The clock of scripts stands still, so that the same files give the same report.
pub(super) const CLOCK_MS: u64 = 1_767_225_600_000;

#[derive(Debug, Args)]
#[command(after_help = "\
Runs the scripts of each request with test credentials, builds the bytes that Postman would send, derives the \
signature again from the published rule, compares, and names the cause where they differ. Requests that sign \
right are tried as people go on to use them: params switched on, text that has to be encoded, a later time. \
Nothing is sent.

Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 a file could not be checked.")]
pub(super) struct ValidateArgs {
    /// Collections, folders of them, patterns such as `'api/**/*.json'`, or `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The environment
    #[arg(long, value_name = "FILE")]
    environment: Option<PathBuf>,
    /// The globals
    #[arg(long, value_name = "FILE")]
    globals: Option<PathBuf>,
    /// The api that the requests are for, whatever their hosts are [default: told by host and path]
    #[arg(long)]
    api: Option<String>,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    catalog: Option<PathBuf>,
    /// Run no scripts and check no signatures
    #[arg(long)]
    no_scripts: bool,
    /// Exit with 1 if there is a finding as bad as this, or worse
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t)]
    fail_on: FailOnArg,
    /// How to write the report
    #[arg(long, value_enum, default_value_t)]
    format: FormatArg,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FailOnArg {
    /// What Postman or the exchange refuses
    #[default]
    Error,
    /// What Postman takes, but perhaps not as it is meant
    Warning,
    /// Anything at all
    Note,
    /// Nothing
    Never,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FormatArg {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// Checks collections, and reports what is wrong with them.
pub(super) fn run(cx: &Context, args: &ValidateArgs) -> anyhow::Result<Exit> {
    let Found { files, errors } = discover::files(cx, &args.files)?;
    for error in &errors {
        writeln!(cx.stderr(), "error: {error}")?;
    }
    let outcome = checked(cx, args, files)?;
    write(cx, args.format, &outcome)?;
    Ok(exit(args.fail_on, &outcome, !errors.is_empty()))
}

fn checked(cx: &Context, args: &ValidateArgs, files: Vec<Input>) -> anyhow::Result<Outcome> {
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let mut setup = Setup::new(Engine::Postman, CLOCK_MS);
    setup.environment = inputs::variables(cx, args.environment.as_deref())?;
    setup.globals = inputs::variables(cx, args.globals.as_deref())?;
    let progress = Progress::of(&files);
    let done = |requests| progress.add(requests);
    let mut options = Options::new(&catalog, setup);
    options.api = args.api.as_deref();
    options.runs_scripts = !args.no_scripts;
    options.progress = &done;
    let outcome = validate(files, &options)?;
    progress.clear();
    Ok(outcome)
}

fn write(cx: &Context, format: FormatArg, outcome: &Outcome) -> anyhow::Result<()> {
    let mut out = BufWriter::new(cx.stdout());
    match format {
        FormatArg::Text => write_text(outcome, &Styles::coloured(), &mut out)?,
        FormatArg::Json => write_json(outcome, &mut out)?,
    }
    out.flush()?;
    Ok(())
}

fn exit(fail_on: FailOnArg, outcome: &Outcome, has_errors: bool) -> Exit {
    let least = match fail_on {
        FailOnArg::Error => Some(Severity::Error),
        FailOnArg::Warning => Some(Severity::Warning),
        FailOnArg::Note => Some(Severity::Note),
        FailOnArg::Never => None,
    };
    let has_findings = least.is_some_and(|least| outcome.worst() >= Some(least));
    match (has_errors, has_findings) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Fine,
    }
}
