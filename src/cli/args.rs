//! The commands, as the command line names them.

use clap::{Parser, Subcommand};

use super::completions::CompletionsArgs;
use super::config::ConfigArgs;
use super::coverage::CoverageArgs;
use super::diff::DiffArgs;
use super::generate::GenerateArgs;
use super::inspect::InspectArgs;
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
    /// Print the manual page
    Man,
    /// Print the JSON schema of a file format
    Schema(SchemaArgs),
}
