//! `countersign coverage`

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::catalogs::catalog;
use super::proofs::Proofs;
use super::sides::{Side, collections};
use super::{Context, Exit, inputs};
use crate::compare::coverage::Coverage;
use crate::report::coverage::{write_html, write_json, write_markdown, write_text};

#[derive(Debug, Args)]
#[command(after_help = "\
A request covers an endpoint if method and path are the same, whatever the base URL is written as, and whether a path param \
is written as `:id`, as `{{id}}` or as a value. A signature counts if it is derived again from the published rule and is equal, \
with test credentials if you give none. Nothing is sent.")]
pub(super) struct CoverageArgs {
    /// Collections, folders of them, patterns such as `'api/**/*.json'`, or `-` for standard input; they count together
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The api that is to be covered
    #[arg(long)]
    api: String,
    /// Exit with 1 if fewer endpoints are there, in percent
    #[arg(long, value_name = "PCT", value_parser = percent)]
    fail_under: Option<f64>,
    /// The environment
    #[arg(long, value_name = "FILE")]
    environment: Option<PathBuf>,
    /// Run no scripts: no signature is proved
    #[arg(long)]
    no_scripts: bool,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    catalog: Option<PathBuf>,
    /// How to write the result
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
    /// For a job summary
    Markdown,
    /// A page for a browser, with everything in it
    Html,
}

fn percent(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "expected a number".to_owned())?;
    if (0.0..=100.0).contains(&number) {
        Ok(number)
    } else {
        Err("expected a number from 0 to 100".to_owned())
    }
}

/// Shows how much of an api collections hold.
pub(super) fn run(cx: &Context, args: &CoverageArgs) -> anyhow::Result<Exit> {
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let api = catalog.api(&args.api)?;
    let mut side = Side::default();
    for file in &args.files {
        side.extend(collections(cx, file)?);
    }
    let environment = inputs::variables(cx, args.environment.as_deref())?;
    let proofs = Proofs::new(&catalog, Some(&api.name), side.texts()).with_environment(environment);
    let coverage = Coverage::of(api, &side.sources, &|file, pointer| {
        proofs.status(file, pointer).filter(|_| !args.no_scripts)
    });
    let mut out = BufWriter::new(cx.stdout());
    match args.format {
        FormatArg::Text => write_text(&coverage, &mut out)?,
        FormatArg::Json => write_json(&coverage, &mut out)?,
        FormatArg::Markdown => write_markdown(&coverage, &mut out)?,
        FormatArg::Html => write_html(&coverage, &mut out)?,
    }
    out.flush()?;
    let share = coverage.total.endpoints.percent();
    let is_under = args.fail_under.is_some_and(|least| share < least);
    Ok(if is_under { Exit::Findings } else { Exit::Fine })
}
