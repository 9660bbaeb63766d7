//! Requests that differ in the same things, so that these are told once.

use std::collections::BTreeMap;

use crate::compare::diff::{Change, Changed, Endpoint};

/// Requests that differ in the same things.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) endpoints: Vec<&'a Endpoint>,
    pub(super) changes: &'a [Change],
}

/// The groups in the order of their first requests.
pub(super) fn groups(changed: &[Changed]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known: BTreeMap<&[Change], usize> = BTreeMap::new();
    for Changed { endpoint, changes } in changed {
        let index = *known.entry(changes).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.endpoints.push(endpoint),
            None => groups.push(Group { endpoints: vec![endpoint], changes }),
        }
    }
    groups
}
