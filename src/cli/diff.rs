//! `countersign diff`

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Args, ValueEnum};

use super::catalogs::catalog;
use super::proofs::Proofs;
use super::sides::{self, Side};
use super::{Context, Exit};
use crate::catalog::Catalog;
use crate::compare::diff::{Diff, Level, Party, StatusOf};
use crate::report::diff::{write_json, write_markdown, write_text};

#[derive(Debug, Args)]
#[command(after_help = "\
OLD and NEW are each a collection, a folder of collections, an api by its name or its folder, or one of these at a \
revision of git: `HEAD:collections`. Requests are the same if method and path are, whatever their base URL is written as. \
Ids, order and layout do not count.

Levels: breaking (requests that worked may no longer do), compatible (they still do), cosmetic (what is sent is the same).")]
pub(super) struct DiffArgs {
    /// What it was
    #[arg(required_unless_present = "git_driver")]
    old: Option<String>,
    /// What it is
    #[arg(required_unless_present = "git_driver")]
    new: Option<String>,
    /// Show only what matters at least so much
    #[arg(long, value_enum, default_value_t)]
    level: LevelArg,
    /// Exit with 1 only if something matters at least so much
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t)]
    fail_on: FailOnArg,
    /// How to write the result
    #[arg(long, value_enum, default_value_t)]
    format: FormatArg,
    /// Run no scripts: do not find out whether changed ones still sign
    #[arg(long)]
    no_scripts: bool,
    /// A folder with a catalogue of your own, instead of the one that is built in
    #[arg(long, value_name = "DIR")]
    catalog: Option<PathBuf>,
    /// Be git's external diff driver: takes what git gives to such a program, and exits with 0
    #[arg(long, value_name = "ARG", num_args = 1..=9, allow_hyphen_values = true, conflicts_with_all = ["old", "new"])]
    git_driver: Option<Vec<String>>,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum LevelArg {
    /// Everything
    #[default]
    Cosmetic,
    /// What changes what is sent
    Compatible,
    /// What may break requests that worked
    Breaking,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FailOnArg {
    /// On any difference
    #[default]
    Cosmetic,
    /// On what changes what is sent
    Compatible,
    /// On what may break requests that worked
    Breaking,
    /// Always exit with 0
    Never,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum FormatArg {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// For release notes
    Markdown,
}

impl LevelArg {
    fn level(self) -> Level {
        match self {
            Self::Cosmetic => Level::Cosmetic,
            Self::Compatible => Level::Compatible,
            Self::Breaking => Level::Breaking,
        }
    }
}

impl FailOnArg {
    fn level(self) -> Option<Level> {
        match self {
            Self::Cosmetic => Some(Level::Cosmetic),
            Self::Compatible => Some(Level::Compatible),
            Self::Breaking => Some(Level::Breaking),
            Self::Never => None,
        }
    }
}

/// Shows what is different.
pub(super) fn run(cx: &Context, args: &DiffArgs) -> anyhow::Result<Exit> {
    if let Some(given) = &args.git_driver {
        return as_git_driver(cx, args, given);
    }
    let (Some(old), Some(new)) = (&args.old, &args.new) else { bail!("expected OLD and NEW") };
    if old == "-" && new == "-" {
        bail!("standard input can be one side only");
    }
    let catalog = catalog(cx, args.catalog.as_deref())?;
    let (old, new) =
        rayon::join(|| sides::side(cx, &catalog, old), || sides::side(cx, &catalog, new));
    let (old, new) = (old?, new?);
    let diff = difference(&catalog, &old, &new, args);
    // The program ends here; freeing hundreds of megabytes one by one would only keep its user waiting.
    std::mem::forget((old, new));
    let is_failure = args.fail_on.level().is_some_and(|level| diff.worst() >= Some(level));
    write(cx, args, diff)?;
    Ok(if is_failure { Exit::Findings } else { Exit::Fine })
}

fn difference(catalog: &Catalog, old: &Side, new: &Side, args: &DiffArgs) -> Diff {
    let of_old = Proofs::new(catalog, None, old.texts());
    let of_new = Proofs::new(catalog, None, new.texts());
    let old_status = |file: usize, pointer: &str| of_old.status(file, pointer);
    let new_status = |file: usize, pointer: &str| of_new.status(file, pointer);
    Diff::of(party(old, &old_status, args), party(new, &new_status, args))
}

fn party<'a>(side: &'a Side, status: &'a StatusOf<'a>, args: &DiffArgs) -> Party<'a> {
    let status = (!args.no_scripts).then_some(status);
    Party { sources: &side.sources, is_api: side.is_api, status }
}

fn write(cx: &Context, args: &DiffArgs, diff: Diff) -> anyhow::Result<()> {
    let diff = diff.at_least(args.level.level());
    let mut out = BufWriter::new(cx.stdout());
    match args.format {
        FormatArg::Text => write_text(&diff, &mut out)?,
        FormatArg::Json => write_json(&diff, &mut out)?,
        FormatArg::Markdown => write_markdown(&diff, &mut out)?,
    }
    out.flush()?;
    Ok(())
}

/// Shows what is different between two files that git has written.
///
/// What cannot be compared is said and passed over: git would stop at a program that fails.
fn as_git_driver(cx: &Context, args: &DiffArgs, given: &[String]) -> anyhow::Result<Exit> {
    let [path, old, _, _, new, ..] = given else {
        let path = given.first().map(String::as_str).unwrap_or_default();
        writeln!(cx.stdout(), "{path}: not merged")?;
        return Ok(Exit::Fine);
    };
    match given.get(7) {
        Some(renamed) => writeln!(cx.stdout(), "{path} -> {renamed}")?,
        None => writeln!(cx.stdout(), "{path}")?,
    }
    match (driven_side(cx, old), driven_side(cx, new)) {
        (Ok(old), Ok(new)) => {
            let catalog = catalog(cx, args.catalog.as_deref())?;
            write(cx, args, difference(&catalog, &old, &new, args))?;
        }
        (Err(error), _) | (_, Err(error)) => writeln!(cx.stdout(), "{error}")?,
    }
    Ok(Exit::Fine)
}

/// A file that git names; it has no content where there is no file.
fn driven_side(cx: &Context, path: &str) -> anyhow::Result<Side> {
    if path == "/dev/null" || path == "nul" {
        return Ok(Side::default());
    }
    sides::collections(cx, Path::new(path))
}
