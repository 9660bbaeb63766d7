//! Postman's files, read for a command.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::Context;
use crate::source::{Document, Kind};

/// A collection of version 2.1; `-` is standard input.
pub(super) fn collection(cx: &Context, path: &Path) -> anyhow::Result<Document> {
    let document = document(cx, path)?;
    let kind = document.kind();
    match kind.advice() {
        None => {
            warn_of_duplicates(cx, path, &document)?;
            Ok(document)
        }
        Some(advice) => bail!(
            "`{}` is {kind}, expected a Postman Collection v2.1\n  help: {advice}",
            path.display()
        ),
    }
}

/// Names the keys that stand twice, since Postman drops the first of them without a word.
fn warn_of_duplicates(cx: &Context, path: &Path, document: &Document) -> std::io::Result<()> {
    for key in document.duplicate_keys() {
        let (first, second) = (key.first.start, key.second.start);
        writeln!(
            cx.messages(),
            "warning: {}:{}:{}: `{}` stands twice, first in line {}; only this one counts",
            path.display(),
            second.line,
            second.column,
            key.pointer,
            first.line,
        )?;
    }
    Ok(())
}

/// An environment or globals file; null if none is named.
pub(super) fn variables(cx: &Context, path: Option<&Path>) -> anyhow::Result<Value> {
    let Some(path) = path else { return Ok(Value::Null) };
    let document = document(cx, path)?;
    let kind = document.kind();
    let has_values = document.value().get("values").is_some_and(Value::is_array);
    if !has_values && !matches!(kind, Kind::Environment | Kind::Globals) {
        bail!(
            "`{}` is {kind}, expected a Postman environment: an object with a list `values`",
            path.display()
        );
    }
    Ok(document.value().clone())
}

/// The rows of a data file; none if none is named.
pub(super) fn data(cx: &Context, path: Option<&Path>) -> anyhow::Result<Vec<Value>> {
    let Some(path) = path else { return Ok(Vec::new()) };
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        return csv_rows(&read(cx, path)?).with_context(|| cannot_read(path));
    }
    match document(cx, path)?.value() {
        Value::Array(rows) => Ok(rows.clone()),
        _ => bail!("`{}` is no list, expected a JSON list of objects, or CSV", path.display()),
    }
}

/// Rows as Newman reads them: the first line names the columns, numbers without quotes are numbers.
fn csv_rows(bytes: &[u8]) -> anyhow::Result<Vec<Value>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
    let names = reader.headers()?.clone();
    let row = |record: csv::StringRecord| {
        let pairs = names.iter().zip(&record);
        Value::Object(pairs.map(|(name, text)| (name.to_owned(), cell(text))).collect())
    };
    reader.records().map(|record| Ok(row(record?))).collect()
}

fn cell(text: &str) -> Value {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = digits.starts_with(|first: char| first.is_ascii_digit());
    match serde_json::from_str(text) {
        Ok(Value::Number(number)) if is_plain => Value::Number(number),
        _ => Value::from(text),
    }
}

fn document(cx: &Context, path: &Path) -> anyhow::Result<Document> {
    let bytes = read(cx, path)?;
    Document::read(&bytes)
        .map_err(|error| anyhow::anyhow!("{}:{error}\n  help: {}", path.display(), error.help()))
}

fn read(cx: &Context, path: &Path) -> anyhow::Result<Vec<u8>> {
    if path == Path::new("-") {
        return cx.stdin().context("failed to read standard input");
    }
    fs::read(cx.cwd().join(path)).with_context(|| cannot_read(path))
}

fn cannot_read(path: &Path) -> String {
    format!("failed to read `{}`", path.display())
}
