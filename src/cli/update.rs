//! `countersign update`

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::catalogs::catalog;
use super::files::{Text, replace_all};
use super::proofs::verdicts_of;
use super::{Context, Exit, inputs};
use crate::compare::update::{Options, Plan, Update};
use crate::report::update::{write_json, write_text};

#[derive(Debug, Args)]
#[command(after_help = "\
Adds endpoints that are missing to their folders and params that are missing to their requests, switched off, and refreshes \
signing scripts that were generated and that nobody has changed. Everything else stays as it is, byte for byte: names, \
descriptions, values, what is on, tests, examples, variables, requests and folders of your own, ids, order and layout. \
A second run changes nothing.")]
pub(super) struct UpdateArgs {
    /// The collection, `-` for standard input; then the new one goes to standard output
    file: PathBuf,
    /// The api that it is brought up to
    #[arg(long)]
    api: String,
    /// Write nothing; show what would be done, and exit with 1 if that is anything
    #[arg(long)]
    dry_run: bool,
    /// Remove requests that were generated once and that the api no longer has
    #[arg(long)]
    prune: bool,
    /// The environment
    #[arg(long, value_name = "FILE")]
    environment: Option<PathBuf>,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    catalog: Option<PathBuf>,
    /// How to write what is done
    #[arg(long, value_enum, default_value_t)]
    format: FormatArg,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FormatArg {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// Brings a collection up to an api.
pub(super) fn run(cx: &Context, args: &UpdateArgs) -> anyhow::Result<Exit> {
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let api = catalog.api(&args.api)?;
    let document = inputs::collection(cx, &args.file)?;
    let environment = inputs::variables(cx, args.environment.as_deref())?;
    let verdicts = |document: &_| verdicts_of(document, &catalog, Some(&api.name), &environment);
    let options = Options { prune: args.prune, verdicts: &verdicts };
    let Update { plan, text } = Update::of(&document, api, &options)?;
    let is_stdin = args.file == Path::new("-");
    if is_stdin && !args.dry_run {
        cx.stdout().write_all(text.as_bytes())?;
        show(args, &plan, cx.messages())?;
        return Ok(Exit::Fine);
    }
    if plan.has_work() && !args.dry_run {
        replace_all([Text { path: cx.cwd().join(&args.file), text }])?;
    }
    show(args, &plan, cx.stdout())?;
    Ok(if args.dry_run && plan.has_work() { Exit::Findings } else { Exit::Fine })
}

fn show(args: &UpdateArgs, plan: &Plan, stream: impl std::io::Write) -> anyhow::Result<()> {
    let mut out = BufWriter::new(stream);
    match args.format {
        FormatArg::Text => write_text(plan, &mut out)?,
        FormatArg::Json => write_json(plan, &args.api, &args.file.display().to_string(), &mut out)?,
    }
    out.flush()?;
    Ok(())
}
