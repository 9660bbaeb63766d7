//! `countersign config`

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use toml::de::DeTable;

use super::validate::profiles::{FILE_NAME, Read, nearest, read};
use super::{Context, Exit};
use crate::findings::settings::{FailOn, Level};
use crate::validate::rules::ALL;

#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    /// The collection or folder that the settings are for [default: the current folder]
    #[arg(value_name = "FILE")]
    path: Option<PathBuf>,
    /// Settings, instead of the nearest `countersign.toml` in or above the folder
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Shows the settings that are in force, and where each comes from.
pub(super) fn run(cx: &Context, args: &ConfigArgs) -> anyhow::Result<Exit> {
    let path = cx.cwd().join(args.path.as_deref().unwrap_or(Path::new("")));
    let folder = if path.is_dir() { &path } else { path.parent().unwrap_or(&path) };
    let source = match &args.config {
        Some(file) => Some(cx.cwd().join(file)),
        None => nearest(folder),
    };
    let read = read(source)?;
    let mut out = cx.stdout();
    match &read.source {
        Some(source) => writeln!(out, "settings of {}", shown(cx, source))?,
        None => writeln!(out, "no `{FILE_NAME}` in or above the folder; the defaults hold")?,
    }
    let name = read.source.as_deref().map(|source| shown(cx, source)).unwrap_or_default();
    Origins { name: &name, table: DeTable::parse(&read.text).ok(), text: &read.text }
        .write(&read, &mut out)?;
    Ok(Exit::Fine)
}

/// A path from the current folder, if it is below it.
fn shown(cx: &Context, path: &Path) -> String {
    path.strip_prefix(cx.cwd()).unwrap_or(path).display().to_string()
}

/// Where in the text each setting stands.
struct Origins<'a> {
    name: &'a str,
    text: &'a str,
    table: Option<toml::Spanned<DeTable<'a>>>,
}

impl Origins<'_> {
    fn write(&self, read: &Read, out: &mut impl Write) -> io::Result<()> {
        let file = &read.file;
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
        let fail_on = file.fail_on.map(FailOn::as_str).map(str::to_owned);
        let rows = [
            ("fail-on", fail_on, FailOn::default().as_str()),
            ("api", file.api.clone(), "told by host and path"),
            ("catalog", path(&file.catalog), "the built-in one"),
            ("environment", path(&file.environment), "none, test values for credentials"),
            ("globals", path(&file.globals), "none"),
            ("baseline", path(&file.baseline), "none"),
        ];
        writeln!(out)?;
        for (key, value, default) in rows {
            let origin = if value.is_some() { self.of(&[key]) } else { "default".to_owned() };
            let value = value.as_deref().unwrap_or(default);
            writeln!(out, "  {key:<25} {value:<35} {origin}")?;
        }
        self.write_rules(read, out)?;
        if !file.ignore.is_empty() {
            writeln!(out, "\nignored")?;
        }
        for (index, ignore) in file.ignore.iter().enumerate() {
            writeln!(out, "  {}  {}", ignore.in_words(), self.of_ignore(index))?;
        }
        Ok(())
    }

    fn write_rules(&self, read: &Read, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\nrules")?;
        for rule in ALL {
            let set = read.file.levels().find(|(id, _)| *id == rule.id);
            let (level, origin) = match set {
                Some((_, level)) => (level, self.of(&["rules", rule.id.as_str()])),
                None => (Level::As(rule.severity), "default".to_owned()),
            };
            writeln!(out, "  {:<25} {:<35} {origin}", rule.id.as_str(), level.as_str())?;
        }
        Ok(())
    }

    /// File and line of a key.
    fn of(&self, keys: &[&str]) -> String {
        let place = self.table.as_ref().and_then(|table| {
            let (last, tables) = keys.split_last()?;
            let inner = tables
                .iter()
                .try_fold(table.get_ref(), |table, key| table.get(*key)?.get_ref().as_table())?;
            inner.get_key_value(*last).map(|(key, _)| key.span().start)
        });
        self.line(place.unwrap_or_default())
    }

    fn of_ignore(&self, index: usize) -> String {
        let entry = self.table.as_ref().and_then(|table| {
            table
                .get_ref()
                .get("ignore")?
                .get_ref()
                .as_array()?
                .get(index)
                .map(|it| it.span().start)
        });
        self.line(entry.unwrap_or_default())
    }

    fn line(&self, byte: usize) -> String {
        let before = self.text.get(..byte).unwrap_or_default();
        format!("{}:{}", self.name, before.matches('\n').count() + 1)
    }
}
