//! The endpoint that a request probably means which the api does not have.

use std::cmp::Reverse;

use super::super::endpoints::Endpoints;
use super::super::operation::Operation;
use super::super::path::Path;
use crate::catalog::{Endpoint, nearest as nearest_word};

/// The endpoint with the same path and another method; else one whose path differs in its last
/// segment by a slip; else the only one whose last segment is the same.
pub(super) fn nearest<'a>(
    operation: &Operation<'_>,
    endpoints: &Endpoints<'a>,
) -> Option<&'a Endpoint> {
    let path = &operation.address.path;
    let all = endpoints.all();
    endpoints.at(path).or_else(|| slip(path, all)).or_else(|| same_end(path, all))
}

fn slip<'a>(path: &Path, all: &[(Path, &'a Endpoint)]) -> Option<&'a Endpoint> {
    let last = path.last_text()?;
    let mut siblings: Vec<_> = all.iter().filter(|(other, _)| path.is_sibling_of(other)).collect();
    // Of two words that are as near, the longer: letters are left out more often than put in.
    siblings.sort_by_key(|(other, _)| Reverse(other.last_text().map(str::len)));
    let words: Vec<_> = siblings.iter().filter_map(|(other, _)| other.last_text()).collect();
    let meant = nearest_word(last, &words)?;
    let sibling = siblings.iter().find(|(other, _)| other.last_text() == Some(meant));
    sibling.map(|(_, endpoint)| *endpoint)
}

fn same_end<'a>(path: &Path, all: &[(Path, &'a Endpoint)]) -> Option<&'a Endpoint> {
    let last = path.last_text()?;
    let mut found = all.iter().filter(|(other, _)| other.last_text() == Some(last));
    let (_, endpoint) = found.next()?;
    found.next().is_none().then_some(endpoint)
}
