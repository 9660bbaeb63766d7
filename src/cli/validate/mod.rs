//! `countersign validate`

mod baselines;
mod fixes;
pub(super) mod profiles;
mod progress;
mod reports;

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::named;
use super::discover::{self, Found, FoundFile};
use super::{Context, Exit};
use crate::findings::settings::FailOn;
use crate::report::validate::Format;
use crate::validate::{Input, Options, Outcome, validate};
use fixes::Fixes;
use profiles::{Flags, Profiles};
use progress::Progress;
use reports::Report;

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
    /// Collections, environments and globals, folders of them, patterns such as `'api/**/*.json'`, or `-` for standard input
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
    /// Findings that are known already: only others are reported and count
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all that is found as a baseline, and report nothing
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fix", "diff"])]
    write_baseline: Option<PathBuf>,
    /// Mend what can be mended without a doubt, and report what is left; all other bytes stay as they are
    #[arg(long)]
    fix: bool,
    /// Show what --fix would change, and change nothing; exit with 1 if there is anything
    #[arg(long, conflicts_with = "fix")]
    diff: bool,
    /// How to write the report: github, gitlab, json, junit, markdown, sarif or text
    #[arg(long, value_name = "FORMAT", value_parser = named, default_value = "text", hide_default_value = false)]
    format: Format,
    /// Write a report to a file as well, such as `sarif=countersign.sarif`; can be repeated
    #[arg(long = "report", value_name = "FORMAT=FILE")]
    reports: Vec<Report>,
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

/// Checks collections, and reports what is wrong with them.
pub(super) fn run(cx: &Context, args: &ValidateArgs) -> anyhow::Result<Exit> {
    reports::check(cx, &args.reports)?;
    let Found { files, errors } = discover::files(cx, &args.files)?;
    for error in &errors {
        writeln!(cx.errors(), "error: {error}")?;
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
    if let Some(path) = &args.write_baseline {
        baselines::write(cx, path, &outcome)?;
        return Ok(if errors.is_empty() { Exit::Fine } else { Exit::Failed });
    }
    reports::write(cx, args.format, &args.reports, &outcome)?;
    let has_failures = outcome.has_failures();
    // The program ends here, which frees everything at once instead of piece by piece.
    std::mem::forget(outcome);
    Ok(match (errors.is_empty(), has_failures) {
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
    let progress = Progress::of(&files, !cx.is_quiet());
    let done = |requests| progress.add(requests);
    let options = Options { runs_scripts: !args.no_scripts, progress: &done };
    let inputs = files.into_iter().map(|FoundFile { path, document }| {
        let in_force = profiles.of(&folder(cx, &path));
        let file = cx.cwd().join(&path);
        let start = in_force.read.folder().unwrap_or(cx.cwd());
        let place = file.strip_prefix(start).unwrap_or(&file).to_owned();
        Input { place, ..Input::new(path, document, &in_force.profile) }
    });
    let mut outcome = validate(inputs.collect(), &options)?;
    progress.clear();
    if args.write_baseline.is_none() {
        baselines::apply(cx, args.baseline.as_deref(), profiles, &mut outcome)?;
    }
    Ok(outcome)
}
