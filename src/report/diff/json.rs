//! JSON, version 1.
//!
//! These structs are the contract, apart from what the crate works with, so that the one can change
//! without the other.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::diff::{self, Diff};

/// What `countersign diff --format json` writes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report<'a> {
    /// The version of this contract, 1.
    schema_version: u32,
    /// Requests that only the newer side has.
    added: Vec<Endpoint<'a>>,
    /// Requests that only the older side has.
    removed: Vec<Endpoint<'a>>,
    /// Requests that have another folder or name.
    moved: Vec<Moved<'a>>,
    /// Requests that are different in themselves.
    changed: Vec<Changed<'a>>,
    /// How many requests are the same.
    unchanged: usize,
}

/// A request by what it asks for.
#[derive(Debug, Serialize, JsonSchema)]
struct Endpoint<'a> {
    name: &'a str,
    method: &'a str,
    /// The path below the host, with `{name}` for what is to fill in.
    path: &'a str,
}

/// A request that has another folder or name.
#[derive(Debug, Serialize, JsonSchema)]
struct Moved<'a> {
    #[serde(flatten)]
    endpoint: Endpoint<'a>,
    /// The old folders and name, joined with ` / `.
    from: &'a str,
    /// The new folders and name.
    to: &'a str,
}

/// A request that is different in itself.
#[derive(Debug, Serialize, JsonSchema)]
struct Changed<'a> {
    #[serde(flatten)]
    endpoint: Endpoint<'a>,
    /// What is different, what matters most first.
    changes: Vec<Change<'a>>,
}

/// Something that is different.
#[derive(Debug, Serialize, JsonSchema)]
struct Change<'a> {
    /// The kind of difference: `param-added`, `script`, ….
    kind: &'a str,
    /// The param, header, example or setting; empty where the kind says it all.
    subject: &'a str,
    /// What it was; null if it was not there or is not shown.
    before: Option<&'a str>,
    /// What it is; null if it is not there or is not shown.
    after: Option<&'a str>,
    /// `breaking`, `compatible` or `cosmetic`.
    level: &'a str,
}

/// Writes the differences as JSON, indented, with a newline at the end.
///
/// # Errors
///
/// When the writer fails.
pub fn write(diff: &Diff, to: &mut impl Write) -> io::Result<()> {
    let report = Report {
        schema_version: 1,
        added: diff.added.iter().map(Endpoint::of).collect(),
        removed: diff.removed.iter().map(Endpoint::of).collect(),
        moved: diff.moved.iter().map(Moved::of).collect(),
        changed: diff.changed.iter().map(Changed::of).collect(),
        unchanged: diff.unchanged,
    };
    serde_json::to_writer_pretty(&mut *to, &report)?;
    writeln!(to)
}

impl<'a> Endpoint<'a> {
    fn of(endpoint: &'a diff::Endpoint) -> Self {
        Self { name: &endpoint.name, method: &endpoint.method, path: &endpoint.path }
    }
}

impl<'a> Moved<'a> {
    fn of(moved: &'a diff::Moved) -> Self {
        Self { endpoint: Endpoint::of(&moved.endpoint), from: &moved.from, to: &moved.to }
    }
}

impl<'a> Changed<'a> {
    fn of(changed: &'a diff::Changed) -> Self {
        Self {
            endpoint: Endpoint::of(&changed.endpoint),
            changes: changed.changes.iter().map(Change::of).collect(),
        }
    }
}

impl<'a> Change<'a> {
    fn of(change: &'a diff::Change) -> Self {
        Self {
            kind: change.kind.word(),
            subject: &change.subject,
            before: change.before.as_deref(),
            after: change.after.as_deref(),
            level: change.level.word(),
        }
    }
}
