//! JSON, version 1.
//!
//! These structs are the contract, apart from what the crate works with, so that the one can change
//! without the other.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::coverage::{self, Coverage};

/// What `countersign coverage --format json` writes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report<'a> {
    /// The version of this contract, 1.
    schema_version: u32,
    /// The name of the api.
    api: &'a str,
    /// The collections that were looked at.
    files: &'a [String],
    /// How many requests they hold.
    requests: usize,
    /// Endpoints that a request calls.
    endpoints: Share,
    /// Params that a request of their endpoint has, on or off.
    params: Share,
    /// Private endpoints whose requests were signed again, and were right.
    signatures: SignatureShare,
    /// Each group, in the order of the documentation.
    groups: Vec<Group<'a>>,
    /// Endpoints that no request calls.
    missing: Vec<Endpoint<'a>>,
    /// Params that no request of their endpoint has, where there is such a request.
    missing_params: Vec<MissingParams<'a>>,
    /// Endpoints whose requests are there and not proved to sign right.
    unproved: Vec<Unproved<'a>>,
    /// Requests that the api does not have.
    extra: Vec<Extra<'a>>,
}

/// So many of so many.
#[derive(Debug, Serialize, JsonSchema)]
struct Share {
    covered: usize,
    total: usize,
    /// Rounded down to one decimal, so that 100 means all.
    percent: f64,
}

/// So many of so many.
#[derive(Debug, Serialize, JsonSchema)]
struct SignatureShare {
    proved: usize,
    total: usize,
    /// Rounded down to one decimal, so that 100 means all.
    percent: f64,
}

/// A group and its endpoints.
#[derive(Debug, Serialize, JsonSchema)]
struct Group<'a> {
    name: &'a str,
    /// Its endpoints that a request calls.
    #[serde(flatten)]
    endpoints: Share,
    params: Share,
    signatures: SignatureShare,
}

/// An endpoint of the api.
#[derive(Debug, Serialize, JsonSchema)]
struct Endpoint<'a> {
    name: &'a str,
    method: &'a str,
    /// With `{name}` for path params.
    path: &'a str,
}

/// Params that are not there.
#[derive(Debug, Serialize, JsonSchema)]
struct MissingParams<'a> {
    #[serde(flatten)]
    endpoint: Endpoint<'a>,
    params: &'a [String],
}

/// An endpoint that is not proved.
#[derive(Debug, Serialize, JsonSchema)]
struct Unproved<'a> {
    #[serde(flatten)]
    endpoint: Endpoint<'a>,
    /// `mismatched`, `unsigned` or `not-checked`.
    status: &'a str,
}

/// A request that the api does not have.
#[derive(Debug, Serialize, JsonSchema)]
struct Extra<'a> {
    name: &'a str,
    method: &'a str,
    path: &'a str,
    file: &'a str,
    /// The JSON pointer of its item.
    pointer: &'a str,
    /// The endpoint that was probably meant.
    nearest: Option<Endpoint<'a>>,
}

/// Writes the coverage as JSON, indented, with a newline at the end.
///
/// # Errors
///
/// When the writer fails.
pub fn write(coverage: &Coverage, to: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *to, &Report::of(coverage))?;
    writeln!(to)
}

impl<'a> Report<'a> {
    fn of(coverage: &'a Coverage) -> Self {
        let extra = coverage.extra.iter().map(|it| Extra {
            name: &it.name,
            method: &it.method,
            path: &it.path,
            file: coverage.files.get(it.file).map(String::as_str).unwrap_or_default(),
            pointer: &it.pointer,
            nearest: it.nearest.as_ref().map(Endpoint::of),
        });
        Self {
            schema_version: 1,
            api: &coverage.api,
            files: &coverage.files,
            requests: coverage.requests,
            endpoints: coverage.total.endpoints.into(),
            params: coverage.total.params.into(),
            signatures: coverage.total.signatures.into(),
            groups: coverage.groups.iter().map(Group::of).collect(),
            missing: coverage.missing.iter().map(Endpoint::of).collect(),
            missing_params: coverage.missing_params.iter().map(MissingParams::of).collect(),
            unproved: coverage.unproved.iter().map(Unproved::of).collect(),
            extra: extra.collect(),
        }
    }
}

impl From<coverage::Share> for Share {
    fn from(share: coverage::Share) -> Self {
        Self { covered: share.covered, total: share.total, percent: share.percent() }
    }
}

impl From<coverage::Share> for SignatureShare {
    fn from(share: coverage::Share) -> Self {
        Self { proved: share.covered, total: share.total, percent: share.percent() }
    }
}

impl<'a> Group<'a> {
    fn of(group: &'a coverage::GroupCoverage) -> Self {
        Self {
            name: &group.name,
            endpoints: group.shares.endpoints.into(),
            params: group.shares.params.into(),
            signatures: group.shares.signatures.into(),
        }
    }
}

impl<'a> Endpoint<'a> {
    fn of(endpoint: &'a coverage::Endpoint) -> Self {
        Self { name: &endpoint.name, method: &endpoint.method, path: &endpoint.path }
    }
}

impl<'a> MissingParams<'a> {
    fn of(missing: &'a coverage::MissingParams) -> Self {
        Self { endpoint: Endpoint::of(&missing.endpoint), params: &missing.params }
    }
}

impl<'a> Unproved<'a> {
    fn of(unproved: &'a coverage::Unproved) -> Self {
        Self { endpoint: Endpoint::of(&unproved.endpoint), status: unproved.why.word() }
    }
}
