//! `countersign completions SHELL`

use std::io::Write as _;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use super::args::Cli;
use super::{Context, Exit};

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell to complete in
    shell: Shell,
}

/// Prints a completion script.
pub(super) fn run(cx: &Context, args: &CompletionsArgs) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "countersign", &mut script);
    cx.stdout().write_all(&script)?;
    Ok(Exit::Fine)
}
