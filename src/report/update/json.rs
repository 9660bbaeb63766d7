//! JSON, version 1.
//!
//! These structs are the contract, apart from what the crate works with, so that the one can change
//! without the other.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::update::{self, Plan};

/// What `countersign update --format json` writes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report<'a> {
    /// The version of this contract, 1.
    schema_version: u32,
    /// The name of the api.
    api: &'a str,
    /// The file.
    file: &'a str,
    /// How many requests of the api are as they should be.
    kept: usize,
    /// Requests that are added.
    added: Vec<Added<'a>>,
    /// Requests that are changed.
    changed: Vec<Changed<'a>>,
    /// Signing scripts of the collection and of folders that are refreshed, by JSON pointer.
    refreshed: &'a [String],
    /// Requests that have another folder or name than the catalogue gives them; they stay.
    moved: Vec<Moved<'a>>,
    /// Requests that were generated once and that the api no longer has.
    orphaned: Vec<Target<'a>>,
    /// Whether these are removed.
    prunes: bool,
    /// What could not be done without changing what is the user's.
    left_alone: Vec<LeftAlone<'a>>,
}

/// A request of the collection.
#[derive(Debug, Serialize, JsonSchema)]
struct Target<'a> {
    name: &'a str,
    method: &'a str,
    path: &'a str,
    /// The JSON pointer of its item, before the update.
    pointer: &'a str,
}

/// A request that is added.
#[derive(Debug, Serialize, JsonSchema)]
struct Added<'a> {
    name: &'a str,
    method: &'a str,
    path: &'a str,
    /// The name of its folder; empty for the collection itself.
    folder: &'a str,
    /// Whether the folder is made for it.
    makes_folder: bool,
}

/// A request that is changed.
#[derive(Debug, Serialize, JsonSchema)]
struct Changed<'a> {
    #[serde(flatten)]
    target: Target<'a>,
    /// Params that are added, switched off.
    params: &'a [String],
    /// Whether its signing script is refreshed.
    script: bool,
}

/// A request that is elsewhere.
#[derive(Debug, Serialize, JsonSchema)]
struct Moved<'a> {
    #[serde(flatten)]
    target: Target<'a>,
    /// Where the catalogue has it: folder and name, joined with ` / `.
    from: &'a str,
    /// Where it is.
    to: &'a str,
}

/// Something that was not done.
#[derive(Debug, Serialize, JsonSchema)]
struct LeftAlone<'a> {
    #[serde(flatten)]
    target: Target<'a>,
    /// `own-script`, `one-text`, `other-body` or `breaks-signature`.
    why: &'a str,
    /// The params that are missing because of that.
    params: &'a [String],
}

/// Writes the plan as JSON, indented, with a newline at the end.
///
/// # Errors
///
/// When the writer fails.
pub fn write(plan: &Plan, api: &str, file: &str, to: &mut impl Write) -> io::Result<()> {
    let report = Report {
        schema_version: 1,
        api,
        file,
        kept: plan.kept,
        added: plan.added.iter().map(Added::of).collect(),
        changed: plan.changed.iter().map(Changed::of).collect(),
        refreshed: &plan.refreshed,
        moved: plan.moved.iter().map(Moved::of).collect(),
        orphaned: plan.orphaned.iter().map(Target::of).collect(),
        prunes: plan.prunes,
        left_alone: plan.left_alone.iter().map(LeftAlone::of).collect(),
    };
    serde_json::to_writer_pretty(&mut *to, &report)?;
    writeln!(to)
}

impl<'a> Target<'a> {
    fn of(target: &'a update::Target) -> Self {
        let update::Target { name, method, path, pointer } = target;
        Self { name, method, path, pointer }
    }
}

impl<'a> Added<'a> {
    fn of(added: &'a update::Added) -> Self {
        let update::Added { name, method, path, folder, makes_folder } = added;
        Self { name, method, path, folder, makes_folder: *makes_folder }
    }
}

impl<'a> Changed<'a> {
    fn of(changed: &'a update::Changed) -> Self {
        let target = Target::of(&changed.target);
        Self { target, params: &changed.params, script: changed.script }
    }
}

impl<'a> Moved<'a> {
    fn of(moved: &'a update::Moved) -> Self {
        Self { target: Target::of(&moved.target), from: &moved.from, to: &moved.to }
    }
}

impl<'a> LeftAlone<'a> {
    fn of(left: &'a update::LeftAlone) -> Self {
        Self { target: Target::of(&left.target), why: left.why.word(), params: &left.params }
    }
}
