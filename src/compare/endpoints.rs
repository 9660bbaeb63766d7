//! The endpoint of an api that a request calls, whatever its base URL is written as.

use std::collections::BTreeMap;

use super::address::Address;
use super::operation::Operation;
use super::path::Path;
use super::path_index::{PathIndex, only_least};
use crate::catalog::{Api, Endpoint};

/// The endpoints of an api by method and path.
#[derive(Debug)]
pub(super) struct Endpoints<'a> {
    by_method: BTreeMap<&'static str, PathIndex<&'a Endpoint>>,
    all: Vec<(Path, &'a Endpoint)>,
}

impl<'a> Endpoints<'a> {
    /// Those of `api`.
    pub(super) fn of(api: &'a Api) -> Self {
        let all: Vec<_> =
            api.endpoints().map(|endpoint| (Path::read(&endpoint.path), endpoint)).collect();
        let mut by_method: BTreeMap<_, PathIndex<_>> = BTreeMap::new();
        for (path, endpoint) in &all {
            by_method.entry(endpoint.method.as_str()).or_default().insert(path, *endpoint);
        }
        Self { by_method, all }
    }

    /// The endpoint that a request calls; none if the api has no such, or if it could be several.
    pub(super) fn called_by(&self, operation: &Operation<'_>) -> Option<&'a Endpoint> {
        // As HTTP has it (RFC 9110, section 9.3.2), and as the api answers.
        let method = if operation.method == "HEAD" { "GET" } else { &operation.method };
        let address = &operation.address;
        let index = self.by_method.get(method)?;
        let filled = || index.nearest(address.filled.as_ref()?);
        index.nearest(&address.path).or_else(filled).or_else(|| self.by_end(method, address))
    }

    /// The first endpoint at a path, whatever its method.
    pub(super) fn at(&self, path: &Path) -> Option<&'a Endpoint> {
        let is_there = |(other, _): &&(Path, &'a Endpoint)| other.distance(path).is_some();
        self.all.iter().find(is_there).map(|(_, endpoint)| *endpoint)
    }

    /// The endpoint whose path ends as the request's does, where the base URL may hold the rest.
    fn by_end(&self, method: &str, address: &Address) -> Option<&'a Endpoint> {
        if !address.base.is_unknown() {
            return None;
        }
        let of_method = self.all.iter().filter(|(_, it)| it.method.as_str() == method);
        let near = of_method.filter_map(|(path, endpoint)| {
            Some((address.path.distance_to_end_of(path)?, *endpoint))
        });
        only_least(near.collect())
    }
}
