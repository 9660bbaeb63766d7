//! The endpoint of an api that a request calls, whatever its base URL is written as.

use std::collections::BTreeMap;

use super::address::Address;
use super::operation::Operation;
use super::path::Path;
use super::path_index::{PathIndex, only_least};
use crate::catalog::{Api, Endpoint};

type ByMethod<'a> = BTreeMap<&'static str, PathIndex<&'a Endpoint>>;

/// The endpoints of an api by method and path.
#[derive(Debug)]
pub(super) struct Endpoints<'a> {
    by_method: ByMethod<'a>,
    /// The same with the paths read from their ends.
    by_end: ByMethod<'a>,
    all: Vec<(Path, &'a Endpoint)>,
}

impl<'a> Endpoints<'a> {
    /// Those of `api`.
    pub(super) fn of(api: &'a Api) -> Self {
        let all: Vec<_> =
            api.endpoints().map(|endpoint| (Path::read(&endpoint.path), endpoint)).collect();
        let (mut by_method, mut by_end) = (ByMethod::new(), ByMethod::new());
        for (path, endpoint) in &all {
            let method = endpoint.method.as_str();
            by_method.entry(method).or_default().insert(path, *endpoint);
            by_end.entry(method).or_default().insert(&path.reversed(), *endpoint);
        }
        Self { by_method, by_end, all }
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

    /// All endpoints with their paths, in the documentation's order.
    pub(super) fn all(&self) -> &[(Path, &'a Endpoint)] {
        &self.all
    }

    /// The first endpoint at a path, whatever its method.
    pub(super) fn at(&self, path: &Path) -> Option<&'a Endpoint> {
        let is_there = |(other, _): &&(Path, &'a Endpoint)| other.distance(path).is_some();
        self.all.iter().find(is_there).map(|(_, endpoint)| *endpoint)
    }

    /// The endpoint whose path ends as the request's does, where the base URL may hold the rest.
    fn by_end(&self, method: &str, address: &Address) -> Option<&'a Endpoint> {
        let may_lack = address.base.is_unknown() && address.path.has_text();
        let index = self.by_end.get(method).filter(|_| may_lack)?;
        only_least(index.beginning_near(&address.path.reversed()))
    }
}
