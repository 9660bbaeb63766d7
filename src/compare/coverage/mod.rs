//! How much of an api collections hold: endpoints, params, and signatures that are right.

mod nearest;
mod share;
mod signature;

use std::collections::BTreeMap;

pub use share::Share;
pub use signature::{Unproved, Why};

use super::diff::StatusOf;
use super::endpoints::Endpoints;
use super::operation::{Operation, Source};
use super::params::Param;
use crate::catalog::{self, Api, Group, Place};

/// How much of an api some collections hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// The name of the api.
    pub api: String,
    /// The collections that were looked at, by the names that their sources have.
    pub files: Vec<String>,
    /// How many requests they hold.
    pub requests: usize,
    /// Everything together.
    pub total: Shares,
    /// Each group, in the order of the documentation.
    pub groups: Vec<GroupCoverage>,
    /// Endpoints that no request calls.
    pub missing: Vec<Endpoint>,
    /// Params that no request of their endpoint has, where there is such a request.
    pub missing_params: Vec<MissingParams>,
    /// Endpoints whose requests are there and not proved to sign right.
    pub unproved: Vec<Unproved>,
    /// Requests that the api does not have.
    pub extra: Vec<Extra>,
}

/// How many endpoints, params and signatures are there, of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shares {
    /// Endpoints that a request calls.
    pub endpoints: Share,
    /// Params that a request of their endpoint has, on or off.
    pub params: Share,
    /// Private endpoints whose requests sign right.
    pub signatures: Share,
}

/// How much of a group is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCoverage {
    /// The name of the group's folder.
    pub name: String,
    /// How much is there.
    pub shares: Shares,
}

/// An endpoint of the api.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Its name in the catalogue.
    pub name: String,
    /// Its method.
    pub method: String,
    /// Its path, with `{name}` for path params.
    pub path: String,
}

/// Params that are not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingParams {
    /// Their endpoint.
    pub endpoint: Endpoint,
    /// Their names, in the documentation's order.
    pub params: Vec<String>,
}

/// A request that the api does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Its name.
    pub name: String,
    /// Its method.
    pub method: String,
    /// Its path below the host.
    pub path: String,
    /// The collection that it is in, by its index in [`Coverage::files`].
    pub file: usize,
    /// The JSON pointer of its item.
    pub pointer: String,
    /// The endpoint that was probably meant.
    pub nearest: Option<Endpoint>,
}

impl Endpoint {
    fn of(endpoint: &catalog::Endpoint) -> Self {
        Self {
            name: endpoint.name.clone(),
            method: endpoint.method.to_string(),
            path: endpoint.path.clone(),
        }
    }
}

impl Coverage {
    /// How much of `api` the collections hold together. `status` says what came of signing a request
    /// again.
    pub fn of(api: &Api, sources: &[Source], status: &StatusOf<'_>) -> Self {
        let operations = Operation::all(sources);
        let endpoints = Endpoints::of(api);
        let mut calls: BTreeMap<&str, Vec<&Operation<'_>>> = BTreeMap::new();
        let mut extra = Vec::new();
        for operation in &operations {
            match endpoints.called_by(operation) {
                Some(endpoint) => calls.entry(&endpoint.name).or_default().push(operation),
                None => extra.push(extra_request(operation, &endpoints)),
            }
        }
        let mut coverage = Self {
            api: api.name.clone(),
            files: sources.iter().map(|source| source.name.clone()).collect(),
            requests: operations.len(),
            total: Shares::default(),
            groups: Vec::new(),
            missing: Vec::new(),
            missing_params: Vec::new(),
            unproved: Vec::new(),
            extra,
        };
        for group in &api.groups {
            coverage.add_group(group, &calls, status);
        }
        coverage
    }

    fn add_group(
        &mut self,
        group: &Group,
        calls: &BTreeMap<&str, Vec<&Operation<'_>>>,
        status: &StatusOf<'_>,
    ) {
        let mut shares = Shares::default();
        for endpoint in &group.endpoints {
            let calls = calls.get(endpoint.name.as_str()).map_or(&[][..], Vec::as_slice);
            shares += self.add_endpoint(endpoint, calls, status);
        }
        self.total += shares;
        self.groups.push(GroupCoverage { name: group.title.clone(), shares });
    }

    fn add_endpoint(
        &mut self,
        endpoint: &catalog::Endpoint,
        calls: &[&Operation<'_>],
        status: &StatusOf<'_>,
    ) -> Shares {
        let is_private = endpoint.auth.is_some();
        let total = endpoint.params.len();
        if calls.is_empty() {
            self.missing.push(Endpoint::of(endpoint));
            let signatures = Share::one(false).filter(is_private);
            let params = Share { covered: 0, total };
            return Shares { endpoints: Share::one(false), params, signatures };
        }
        let missing = missing_params(endpoint, calls);
        let params = Share { covered: total - missing.len(), total };
        if !missing.is_empty() {
            let endpoint = Endpoint::of(endpoint);
            self.missing_params.push(MissingParams { endpoint, params: missing });
        }
        let why = signature::lacks(calls, status).filter(|_| is_private);
        let signatures = Share::one(why.is_none()).filter(is_private);
        self.unproved.extend(why.map(|why| Unproved { endpoint: Endpoint::of(endpoint), why }));
        Shares { endpoints: Share::one(true), params, signatures }
    }
}

/// The params of an endpoint that none of its requests has.
fn missing_params(endpoint: &catalog::Endpoint, calls: &[&Operation<'_>]) -> Vec<String> {
    let mut found: Vec<Param> = Vec::new();
    for call in calls {
        found.extend(Param::all(call));
        found.extend(Param::headers(call));
    }
    let is_missing = |param: &&catalog::Param| {
        let place = endpoint.place(param);
        // Without its path params a request would be that of another endpoint.
        place != Place::Path && !found.iter().any(|found| found.is(place, &param.name))
    };
    endpoint.params.iter().filter(is_missing).map(|param| param.name.clone()).collect()
}

fn extra_request(operation: &Operation<'_>, endpoints: &Endpoints<'_>) -> Extra {
    Extra {
        name: operation.name().to_owned(),
        method: operation.method.clone(),
        path: operation.address.path.to_string(),
        file: operation.source,
        pointer: operation.pointer.clone(),
        nearest: nearest::nearest(operation, endpoints).map(Endpoint::of),
    }
}
