//! `countersign rules` and `countersign explain RULE`

use std::io::Write as _;

use anyhow::bail;
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Context, Exit};
use crate::catalog::nearest;
use crate::causes::Cause;
use crate::validate::rules::{ALL, Rule, named};

#[derive(Debug, Args)]
pub(super) struct RulesArgs {
    /// How to write the list
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
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// A rule, such as `signature-fragile`, or the cause of a mismatch, such as `unencoded-body`
    #[arg(value_name = "RULE")]
    name: String,
}

#[derive(Debug, Serialize)]
struct Row {
    id: &'static str,
    severity: &'static str,
    summary: &'static str,
}

impl From<&Rule> for Row {
    fn from(rule: &Rule) -> Self {
        Self { id: rule.id.as_str(), severity: rule.severity.as_str(), summary: rule.summary }
    }
}

/// Lists the rules.
pub(super) fn run(cx: &Context, args: &RulesArgs) -> anyhow::Result<Exit> {
    let rows: Vec<_> = ALL.into_iter().map(Row::from).collect();
    let mut out = cx.stdout();
    match args.format {
        FormatArg::Json => writeln!(out, "{:#}", serde_json::to_value(&rows)?)?,
        FormatArg::Text => {
            let width = rows.iter().map(|row| row.id.len()).max().unwrap_or_default();
            for Row { id, severity, summary } in rows {
                writeln!(out, "{id:width$}  {severity:7}  {summary}")?;
            }
        }
    }
    Ok(Exit::Fine)
}

/// Shows the page of a rule, or what a cause means.
pub(super) fn explain(cx: &Context, args: &ExplainArgs) -> anyhow::Result<Exit> {
    let mut out = cx.stdout();
    let name = args.name.as_str();
    if let Some(rule) = named(name) {
        writeln!(out, "{} ({}): {}\n", rule.id, rule.severity, rule.summary)?;
        writeln!(out, "{}", rule.page.trim_end())?;
        return Ok(Exit::Fine);
    }
    if let Some(cause) = Cause::ALL.into_iter().find(|cause| cause.id() == name) {
        writeln!(out, "{cause}: {}\n\nhelp: {}", cause.meaning(), cause.help())?;
        writeln!(out, "\nit is a cause of the rule `signature-mismatch` (or `signature-fragile`)")?;
        return Ok(Exit::Fine);
    }
    let rules = ALL.iter().map(|rule| rule.id.as_str());
    let known: Vec<_> = rules.chain(Cause::ALL.into_iter().map(Cause::id)).collect();
    match nearest(name, &known) {
        Some(near) => bail!("there is no rule `{name}`; did you mean `{near}`?"),
        None => bail!("there is no rule `{name}`; `countersign rules` lists them all"),
    }
}
