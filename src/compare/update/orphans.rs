//! Requests that were generated once and that the api no longer has.

use super::super::operation::Operation;
use crate::catalog::Api;
use crate::compare::{Parts, was_released};

/// Whether a request that the api does not have was generated: a released version had its endpoint,
/// or it carries the ids that a request of its name was given. What a user has copied from a
/// generated request has neither.
pub(super) fn is_orphan(operation: &Operation<'_>, api: &Api, parts: &Parts<'_>) -> bool {
    let path = operation.address.path.to_string();
    was_released(api, &operation.method, &path) || has_made_id(operation, parts)
}

fn has_made_id(operation: &Operation<'_>, parts: &Parts<'_>) -> bool {
    let events = operation.item.event.iter();
    let scripts = events.filter_map(|event| event.script.get()?.id.text());
    let responses = operation.item.response.iter().filter_map(|response| response.id.text());
    let name = operation.name();
    scripts.chain(responses).any(|id| parts.made_id(name, id))
}
