//! A file: its requests by group, and what was found outside of them.

use std::collections::BTreeMap;

use minijinja::{Value, context};

use super::finding::Source;
use super::{groups, request};
use crate::findings::Severity;
use crate::report::count;
use crate::report::validate::placed::{Placed, placed};
use crate::source::Pointer;
use crate::validate::{FileOutcome, Outcome};

/// What the page says of a file.
pub(super) fn values(index: usize, file: &FileOutcome, outcome: &Outcome) -> Value {
    let found = placed(file);
    let source = Source::of(file, outcome);
    let (outside, of_requests) = shared_out(file, found);
    let requests = file.requests.iter().zip(&of_requests).enumerate();
    let requests: Vec<_> = requests
        .map(|(number, (request, found))| {
            request::values(&request_id(index, number), request, found, &source)
        })
        .collect();
    let outside_worst = worst(&outside);
    let outside: Vec<_> = outside.iter().map(|found| source.values(found)).collect();
    context! {
        path => &file.path,
        collection => &file.collection,
        counted => count(file.requests.len(), "request"),
        groups => groups::values(index, &file.requests),
        requests,
        outside_worst,
        outside_count => count(outside.len(), "finding"),
        outside,
        test_values => &file.test_values,
    }
}

/// What a request is linked by.
pub(super) fn request_id(file: usize, request: usize) -> String {
    format!("request-{file}-{request}")
}

/// The worst severity of findings; none if there are none.
pub(super) fn worst(found: &[Placed<'_>]) -> Option<&'static str> {
    found.iter().map(|found| found.diagnostic.severity).max().map(Severity::as_str)
}

/// Findings outside of all requests, then those of each request.
fn shared_out<'a>(
    file: &FileOutcome,
    found: Vec<Placed<'a>>,
) -> (Vec<Placed<'a>>, Vec<Vec<Placed<'a>>>) {
    let numbers = file.requests.iter().enumerate();
    let numbers: BTreeMap<&str, usize> =
        numbers.map(|(number, request)| (request.pointer.as_str(), number)).collect();
    let (mut outside, mut inside) = (Vec::new(), Vec::new());
    inside.resize_with(file.requests.len(), Vec::new);
    for found in found {
        match request_around(&found.diagnostic.primary.pointer, &numbers) {
            Some(number) => inside[number].push(found),
            None => outside.push(found),
        }
    }
    (outside, inside)
}

fn request_around(place: &Pointer, numbers: &BTreeMap<&str, usize>) -> Option<usize> {
    let mut here = Some(place.clone());
    while let Some(pointer) = here {
        if let Some(number) = numbers.get(pointer.as_str()) {
            return Some(*number);
        }
        here = pointer.parent();
    }
    None
}
