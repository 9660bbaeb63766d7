//! The commands, as the command line names them.

use anstream::ColorChoice;
use clap::{Parser, Subcommand, ValueEnum};

use crate::catalog::nearest;
use crate::report::validate::Format;

use super::completions::CompletionsArgs;
use super::config::ConfigArgs;
use super::coverage::CoverageArgs;
use super::diff::DiffArgs;
use super::generate::GenerateArgs;
use super::inspect::InspectArgs;
use super::man::ManArgs;
use super::mock::MockArgs;
use super::rules::{ExplainArgs, RulesArgs};
use super::schema::SchemaArgs;
use super::sign::SignArgs;
use super::update::UpdateArgs;
use super::validate::ValidateArgs;

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
    /// When to use colours
    #[arg(
        long,
        help = "When to use colours; NO_COLOR and CLICOLOR_FORCE count too",
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value_t,
        help_heading = "Global options"
    )]
    pub(super) color: ColorArg,
    /// Tell only results and errors
    #[arg(long, short, global = true, help_heading = "Global options")]
    pub(super) quiet: bool,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum ColorArg {
    /// On a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl From<ColorArg> for ColorChoice {
    fn from(arg: ColorArg) -> Self {
        match arg {
            ColorArg::Auto => Self::Auto,
            ColorArg::Always => Self::Always,
            ColorArg::Never => Self::Never,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write complete collections and an environment, ready to import into Postman
    Generate(GenerateArgs),
    /// Check collections: the format, the rules, and every signature
    Validate(ValidateArgs),
    /// List the rules that validate checks
    Rules(RulesArgs),
    /// Show what a rule checks, why, and how to fix what it finds
    Explain(ExplainArgs),
    /// Show the settings that are in force for a file, and where each comes from
    Config(ConfigArgs),
    /// Show what Postman would send for each request, and each step of its signature; send nothing
    Inspect(InspectArgs),
    /// Show how much of an api collections hold: endpoints, params, signatures that are right
    Coverage(CoverageArgs),
    /// Show what is different between collections or apis, by meaning
    Diff(DiffArgs),
    /// Bring an edited collection up to an api, and lose no edit
    Update(UpdateArgs),
    /// Derive a signature and show each step
    Sign(SignArgs),
    /// Run an exchange on this machine that checks what the real one checks
    Mock(MockArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print a manual page
    Man(ManArgs),
    /// Print the JSON schema of a file format
    Schema(SchemaArgs),
}

/// The format of that name.
pub(super) fn named(name: &str) -> Result<Format, String> {
    let known = || Format::ALL.iter().map(|format| format.name());
    Format::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| {
        let names = known().collect::<Vec<_>>();
        let near = nearest(name, &names).map(|near| format!("; did you mean `{near}`?"));
        format!("expected one of {}{}", names.join(", "), near.unwrap_or_default())
    })
}
