//! The command line: one file a command, and the only part that knows the outside world.

mod args;
mod catalogs;
mod completions;
mod config;
mod context;
mod coverage;
mod diff;
mod discover;
mod exit;
mod files;
mod generate;
mod inputs;
mod inspect;
mod man;
mod mock;
mod proofs;
mod rules;
mod schema;
mod sides;
mod sign;
mod terminal;
mod update;
mod validate;

use std::io::{self, Write};
use std::process::ExitCode;

use anstream::ColorChoice;
use anyhow::Context as _;
use clap::Parser;

use args::{Cli, Command};
pub use context::Context;
pub use exit::Exit;

/// Runs the program with the arguments it was started with.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // clap answers 0 to `--help` and 2 to a mistake, as we do.
        Err(error) => return print_usage(&error),
    };
    ColorChoice::from(cli.color).write_global();
    let outcome = Context::new()
        .map(|cx| cx.quiet(cli.quiet))
        .context("failed to find the current folder")
        .and_then(|cx| dispatch(&cx, cli.command));
    match outcome {
        Ok(exit) => exit.into(),
        Err(error) if is_closed_pipe(&error) => Exit::Fine.into(),
        Err(error) => {
            report(&error);
            Exit::Failed.into()
        }
    }
}

fn dispatch(cx: &Context, command: Command) -> anyhow::Result<Exit> {
    match command {
        Command::Generate(args) => generate::run(cx, &args),
        Command::Coverage(args) => coverage::run(cx, &args),
        Command::Diff(args) => diff::run(cx, &args),
        Command::Inspect(args) => inspect::run(cx, &args),
        Command::Validate(args) => validate::run(cx, &args),
        Command::Rules(args) => rules::run(cx, &args),
        Command::Explain(args) => rules::explain(cx, &args),
        Command::Config(args) => config::run(cx, &args),
        Command::Sign(args) => sign::run(cx, &args),
        Command::Update(args) => update::run(cx, &args),
        Command::Mock(args) => mock::run(cx, &args),
        Command::Completions(args) => completions::run(cx, &args),
        Command::Man(args) => man::run(cx, &args),
        Command::Schema(args) => schema::run(cx, &args),
    }
}

fn print_usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    if error.use_stderr() { Exit::Failed.into() } else { Exit::Fine.into() }
}

/// Writes `error: …` with each cause on a line of its own.
fn report(error: &anyhow::Error) {
    let mut stderr = anstream::AutoStream::auto(io::stderr());
    let _ = writeln!(stderr, "error: {error}");
    for cause in error.chain().skip(1) {
        let _ = writeln!(stderr, "  caused by: {cause}");
    }
}

/// Whether whoever read our output has gone, as in `countersign … | head`.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

/// `1 file`, `2 files`.
fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
