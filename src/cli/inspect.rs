//! `countersign inspect`

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::bail;
use clap::{Args, ValueEnum};

use super::catalogs::catalog;
use super::{Context, Exit, inputs};
use crate::inspect::{Choice, Inspection, inspect};
use crate::report::inspect::{write_curl, write_json, write_text};
use crate::runtime::Setup;
use crate::world::Engine;

#[derive(Debug, Args)]
#[command(after_help = "\
Runs every request in order, as Postman's runner does: collection, folder and request scripts, with variables \
carried over from request to request. The clock stands still and chance follows from --seed, so the same \
files give the same output. Where nobody gives api_key or api_secret, test values take their places.")]
pub(super) struct InspectArgs {
    /// The collection, `-` for standard input
    file: PathBuf,
    /// Show only the request of this name, or of this `folder/name`; all of them run
    #[arg(long, value_name = "NAME")]
    request: Option<String>,
    /// The environment
    #[arg(long, value_name = "FILE")]
    environment: Option<PathBuf>,
    /// The globals
    #[arg(long, value_name = "FILE")]
    globals: Option<PathBuf>,
    /// Iteration data, JSON or CSV: the collection runs once for each row
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// The program that is played
    #[arg(long, value_enum, default_value_t)]
    engine: EngineArg,
    /// How to write the result
    #[arg(long, value_enum, default_value_t)]
    format: FormatArg,
    /// The api that the requests are for, whatever their hosts are [default: told by host and path]
    #[arg(long)]
    api: Option<String>,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    catalog: Option<PathBuf>,
    /// The time that scripts see, in milliseconds since 1970
    #[arg(long, value_name = "MS", default_value_t = 1_767_225_600_000)]
    clock: u64,
    /// What chance follows from
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// How long a script may run, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 2000)]
    timeout_script: u64,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum EngineArg {
    /// Newman 6, with its older script sandbox
    Newman,
    /// Today's Postman
    #[default]
    Postman,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FormatArg {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// Commands that send the same
    Curl,
}

/// Shows what Postman would send.
pub(super) fn run(cx: &Context, args: &InspectArgs) -> anyhow::Result<Exit> {
    let collection = inputs::collection(cx, &args.file)?;
    let setup = setup(cx, args)?;
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let choice = Choice { request: args.request.as_deref(), api: args.api.as_deref() };
    let inspection = inspect(collection.value(), setup, &catalog, choice)?;
    if let (Some(name), true) = (&args.request, inspection.requests.is_empty()) {
        bail!("no request of `{}` that runs is named `{name}`", args.file.display());
    }
    write(cx, args.format, &inspection)?;
    Ok(if inspection.has_failures() { Exit::Findings } else { Exit::Fine })
}

fn setup(cx: &Context, args: &InspectArgs) -> anyhow::Result<Setup> {
    let engine = match args.engine {
        EngineArg::Newman => Engine::Newman,
        EngineArg::Postman => Engine::Postman,
    };
    let mut setup = Setup::new(engine, args.clock);
    setup.seed = args.seed;
    setup.limits.time = Duration::from_millis(args.timeout_script);
    setup.environment = inputs::variables(cx, args.environment.as_deref())?;
    setup.globals = inputs::variables(cx, args.globals.as_deref())?;
    setup.data = inputs::data(cx, args.data.as_deref())?;
    Ok(setup)
}

fn write(cx: &Context, format: FormatArg, inspection: &Inspection) -> anyhow::Result<()> {
    let mut out = BufWriter::new(cx.stdout());
    match format {
        FormatArg::Text => write_text(inspection, &mut out)?,
        FormatArg::Json => write_json(inspection, &mut out)?,
        FormatArg::Curl => write_curl(inspection, &mut out)?,
    }
    out.flush()?;
    Ok(())
}
