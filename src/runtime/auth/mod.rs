//! Auth helpers: what they add to a request.

mod case;
mod params;
mod sign;

use serde_json::Value;

pub(super) use params::Auth;

/// The auth definition that counts for a request: the nearest that names a type, from the request
/// itself out to the collection. `noauth` is one of them.
pub(super) fn nearest<'v>(levels: impl IntoIterator<Item = &'v Value>) -> Option<&'v Value> {
    levels.into_iter().find(|auth| params::kind(auth).is_some())
}
