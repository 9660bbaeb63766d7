//! The requests of a file as a picture: one mark a request, one row a folder.

use indexmap::IndexMap;
use minijinja::{Value, context};

use super::file::request_id;
use super::request::named;
use crate::countersign::Status;
use crate::validate::RequestOutcome;

/// How many marks a row has.
const COLUMNS: usize = 30;
/// How far marks are apart, in pixels.
const STEP: usize = 18;

/// The folders in the order of the file, each with its picture and its counts.
pub(super) fn values(file: usize, requests: &[RequestOutcome]) -> Vec<Value> {
    let mut groups: IndexMap<String, Vec<usize>> = IndexMap::new();
    for (number, request) in requests.iter().enumerate() {
        groups.entry(request.folders.join(" / ")).or_default().push(number);
    }
    let groups = groups.into_iter();
    groups.map(|(name, members)| group(file, &name, &members, requests)).collect()
}

fn group(file: usize, name: &str, members: &[usize], requests: &[RequestOutcome]) -> Value {
    let marks = members.iter().enumerate().map(|(place, number)| {
        let request = &requests[*number];
        context! {
            id => request_id(file, *number),
            x => place % COLUMNS * STEP,
            y => place / COLUMNS * STEP,
            status => request.signature.status.word(),
            name => named(request),
        }
    });
    context! {
        name => if name.is_empty() { "Outside of folders" } else { name },
        width => members.len().min(COLUMNS) * STEP,
        height => members.len().div_ceil(COLUMNS) * STEP,
        counted => counted(&members.iter().map(|number| requests[*number].signature.status)),
        marks => marks.collect::<Vec<_>>(),
    }
}

/// `9 verified, 1 mismatched`: what is there only.
fn counted(statuses: &(impl Iterator<Item = Status> + Clone)) -> String {
    let kinds = [
        (Status::Verified, "verified"),
        (Status::Mismatched, "mismatched"),
        (Status::Unsigned, "unsigned"),
        (Status::NotApplicable, "without signature"),
    ];
    let counts =
        kinds.map(|(status, word)| (statuses.clone().filter(|it| *it == status).count(), word));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    counts.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
}
