//! The arguments of every command.

use clap::{Args, Parser, Subcommand};

/// Generates, checks and compares Postman collections of signed APIs.
#[derive(Debug, Parser)]
#[command(
    name = "countersign",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 fine, 1 findings, 2 could not do the job."
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
    /// Print the JSON schema of a file format
    Schema(SchemaArgs),
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell to complete in
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Which format: `collection` or `environment`
    pub(super) name: String,
}
