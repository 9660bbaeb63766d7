//! `countersign validate`

mod fixes;
pub(super) mod profiles;
mod progress;

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::discover::{self, Found, FoundFile};
use super::{Context, Exit};
use crate::report::validate::{Styles, write_json, write_text};
use crate::validate::settings::FailOn;
use crate::validate::{Input, Options, Outcome, validate};
use fixes::Fixes;
use profiles::{Flags, Profiles};
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
    /// Exit with 1 if there is a finding as bad as this, or worse [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<FailOnArg>,
    /// Settings, instead of the nearest `countersign.toml` in or above a file's folder
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Mend what can be mended without a doubt, and report what is left; all other bytes stay as they are
    #[arg(long)]
    fix: bool,
    /// Show what --fix would change, and change nothing; exit with 1 if there is anything
    #[arg(long, conflicts_with = "fix")]
    diff: bool,
    /// How to write the report
    #[arg(long, value_enum, default_value_t)]
    format: FormatArg,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FailOnArg {
    /// What Postman or the exchange refuses
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
    let folders = files.iter().map(|file| folder(cx, &file.path));
    let profiles = Profiles::read(cx, &args.flags(), folders)?;
    let check = |files| checked(cx, args, files, &profiles);
    let outcome = if args.fix || args.diff {
        let (fixes, outcome) = Fixes::of(files, check)?;
        if args.diff {
            return fixes.show(cx);
        }
        fixes.write(cx)?;
        outcome
    } else {
        check(files)?
    };
    write(cx, args.format, &outcome)?;
    let is_failure = outcome.files.iter().any(|file| {
        let fail_on = profiles.of(&folder(cx, &file.path)).fail_on;
        file.diagnostics.iter().any(|found| fail_on.counts(found.severity))
    });
    Ok(match (errors.is_empty(), is_failure) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Fine,
    })
}

impl ValidateArgs {
    fn flags(&self) -> Flags<'_> {
        Flags {
            settings: self.config.as_deref(),
            environment: self.environment.as_deref(),
            globals: self.globals.as_deref(),
            api: self.api.as_deref(),
            catalog: self.catalog.as_deref(),
            fail_on: self.fail_on.map(FailOn::from),
        }
    }
}

impl From<FailOnArg> for FailOn {
    fn from(arg: FailOnArg) -> Self {
        match arg {
            FailOnArg::Error => Self::Error,
            FailOnArg::Warning => Self::Warning,
            FailOnArg::Note => Self::Note,
            FailOnArg::Never => Self::Never,
        }
    }
}

/// The folder that a file is in; the current one for standard input.
fn folder(cx: &Context, path: &str) -> PathBuf {
    let file = cx.cwd().join(path);
    file.parent().unwrap_or(cx.cwd()).to_owned()
}

fn checked(
    cx: &Context,
    args: &ValidateArgs,
    files: Vec<FoundFile>,
    profiles: &Profiles,
) -> anyhow::Result<Outcome> {
    let progress = Progress::of(&files);
    let done = |requests| progress.add(requests);
    let options = Options { runs_scripts: !args.no_scripts, progress: &done };
    let inputs = files.into_iter().map(|FoundFile { path, document }| {
        let in_force = profiles.of(&folder(cx, &path));
        let file = cx.cwd().join(&path);
        let start = in_force.read.folder().unwrap_or(cx.cwd());
        let place = file.strip_prefix(start).unwrap_or(&file).to_owned();
        Input { place, ..Input::new(path, document, &in_force.profile) }
    });
    let outcome = validate(inputs.collect(), &options)?;
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
