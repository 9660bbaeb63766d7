//! `countersign man`

use std::io::Write as _;

use anyhow::bail;
use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man;

use super::args::Cli;
use super::{Context, Exit};

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The command whose page is wanted [default: the page of the whole program]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// List the commands that have a page
    #[arg(long, conflicts_with = "command")]
    list: bool,
}

/// Prints a manual page in roff.
pub(super) fn run(cx: &Context, args: &ManArgs) -> anyhow::Result<Exit> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let commands: Vec<&Command> = program.get_subcommands().collect();
    let mut out = cx.stdout();
    if args.list {
        for command in commands {
            writeln!(out, "{}", command.get_name())?;
        }
        return Ok(Exit::Fine);
    }
    let page = match &args.command {
        None => program.clone(),
        Some(name) => match commands.into_iter().find(|command| command.get_name() == name) {
            Some(command) => command.clone(),
            None => bail!("there is no command `{name}`; `countersign man --list` lists them"),
        },
    };
    let mut roff = Vec::new();
    // A page of its own is named after the program and the command, as git's are.
    let name = page.get_bin_name().unwrap_or_default().replace(' ', "-");
    Man::new(page).title(name).render(&mut roff)?;
    out.write_all(&roff)?;
    Ok(Exit::Fine)
}
