//! The arguments of every command.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::mock::MockArgs;
use super::sign::SignArgs;
use crate::generate::{Layout, NonceUnit, Options, ScriptStyle};

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
    /// Write complete collections and an environment, ready to import into Postman
    Generate(GenerateArgs),
    /// Derive a signature and show each step
    Sign(SignArgs),
    /// Run an exchange on this machine that checks what the real one checks
    Mock(MockArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell to complete in
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct GenerateArgs {
    /// The apis to generate [default: all]
    #[arg(value_name = "API")]
    pub(super) apis: Vec<String>,
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "collections")]
    pub(super) out: PathBuf,
    /// How an api is spread over files
    #[arg(long, value_enum, default_value_t)]
    layout: LayoutArg,
    /// Where requests are signed, and how the script looks
    #[arg(long, value_enum, default_value_t)]
    script: ScriptArg,
    /// Only this endpoint, by name; can be repeated
    #[arg(long = "endpoint", value_name = "NAME")]
    endpoints: Vec<String>,
    /// Only this group, by name; can be repeated
    #[arg(long = "group", value_name = "NAME")]
    groups: Vec<String>,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    pub(super) catalog: Option<PathBuf>,
    /// The unit of the time that nonces are made of
    #[arg(long, value_enum, default_value_t)]
    nonce_unit: NonceUnitArg,
    /// Write nothing; say which files are stale, and exit with 1 if any is
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum LayoutArg {
    /// One collection with a folder a group
    #[default]
    Single,
    /// One collection a group
    Group,
    /// One collection an endpoint
    Endpoint,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum ScriptArg {
    /// A script on each private request; it signs the request as you left it
    #[default]
    Request,
    /// One such script on the collection
    Collection,
    /// Kraken's own form, endpoint and params written out; signs right only unedited
    Classic,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum NonceUnitArg {
    /// Milliseconds
    Ms,
    /// Microseconds
    #[default]
    Us,
    /// Nanoseconds
    Ns,
}

impl GenerateArgs {
    /// The options in the library's words.
    pub(super) fn options(&self) -> Options {
        Options {
            layout: match self.layout {
                LayoutArg::Single => Layout::Single,
                LayoutArg::Group => Layout::Group,
                LayoutArg::Endpoint => Layout::Endpoint,
            },
            script: match self.script {
                ScriptArg::Request => ScriptStyle::Request,
                ScriptArg::Collection => ScriptStyle::Collection,
                ScriptArg::Classic => ScriptStyle::Classic,
            },
            nonce_unit: match self.nonce_unit {
                NonceUnitArg::Ms => NonceUnit::Milliseconds,
                NonceUnitArg::Us => NonceUnit::Microseconds,
                NonceUnitArg::Ns => NonceUnit::Nanoseconds,
            },
            endpoints: self.endpoints.clone(),
            groups: self.groups.clone(),
        }
    }
}
