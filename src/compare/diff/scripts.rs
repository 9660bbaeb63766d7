//! Differences between scripts: do they still sign, and do they say the same?

use super::change::{Change, ChangeKind, Level};
use super::context::scripts;
use super::javascript::meaning;
use super::{Counterpart, Party};
use crate::collection::Script;
use crate::compare::scripts::source;
use crate::countersign::Status;

/// Differences between the scripts of two requests.
pub(super) fn changes(old: &Counterpart<'_>, new: &Counterpart<'_>, out: &mut Vec<Change>) {
    // An api has no scripts; it asks for a signature.
    let is_api = old.party.is_api || new.party.is_api;
    let is_other = |listen| !is_api && differ(old, new, listen);
    if is_api || is_other("prerequest") {
        out.extend(signing(old, new, is_api));
    }
    if is_other("test") {
        out.push(Change::new(ChangeKind::Test, "", None, None));
    }
}

/// Whether the scripts are others, comments and layout aside.
fn differ(old: &Counterpart<'_>, new: &Counterpart<'_>, listen: &str) -> bool {
    let (olds, news) = (scripts(old.operation, listen), scripts(new.operation, listen));
    let is_alike = olds.iter().map(|it| &it.exec).eq(news.iter().map(|it| &it.exec));
    let meanings = |scripts: &[&Script]| -> Vec<String> {
        let meanings = scripts.iter().map(|script| meaning(&source(script)));
        meanings.filter(|meaning| !meaning.is_empty()).collect()
    };
    !is_alike && meanings(&olds) != meanings(&news)
}

/// What the scripts before the request come to; nothing where an api is compared with a request
/// that signs as it should.
fn signing(old: &Counterpart<'_>, new: &Counterpart<'_>, is_api: bool) -> Option<Change> {
    let (before, after) = (signs(old), signs(new));
    if is_api && before == after {
        return None;
    }
    let level = match (before, after) {
        (Some(true), Some(false)) => Level::Breaking,
        _ => Level::Compatible,
    };
    let word = |signs: Option<bool>| {
        signs.map(|signs| if signs { "signs right" } else { "does not sign right" }.to_owned())
    };
    Some(Change::new(ChangeKind::Script, "", word(before), word(after)).at(level))
}

/// Whether the request carries the right signature; none if it needs none or nobody knows.
fn signs(side: &Counterpart<'_>) -> Option<bool> {
    let Party { status, .. } = side.party;
    match status?(side.operation.source, &side.operation.pointer)? {
        Status::Verified => Some(true),
        Status::Mismatched | Status::Unsigned => Some(false),
        Status::NotApplicable => None,
    }
}
