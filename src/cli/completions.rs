//! `countersign completions SHELL`

use std::io::Write as _;

use clap::CommandFactory as _;

use super::args::{Cli, CompletionsArgs};
use super::{Context, Exit};

/// Prints a completion script.
pub(super) fn run(cx: &Context, args: &CompletionsArgs) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "countersign", &mut script);
    cx.stdout().write_all(&script)?;
    Ok(Exit::Fine)
}
