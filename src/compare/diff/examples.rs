//! Differences between saved examples.

use std::collections::BTreeMap;

use super::change::{Change, ChangeKind};
use crate::collection::{Response, TextOr};
use crate::compare::operation::Operation;
use crate::text::json;

/// An example, without the request that it was saved from and without ids.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Example {
    status: String,
    code: String,
    headers: Vec<(String, String)>,
    body: String,
}

/// All differences between the examples of two requests, matched by their names.
pub(super) fn changes(old: &Operation<'_>, new: &Operation<'_>, out: &mut Vec<Change>) {
    let (mut olds, mut news) = (examples(old), examples(new));
    for (name, olds) in &mut olds {
        let Some(news) = news.get_mut(name) else { continue };
        take_equal(olds, news);
        let both = olds.len().min(news.len());
        for _ in 0..both {
            out.push(Change::new(ChangeKind::ExampleChanged, name, None, None));
        }
        olds.drain(..both);
        news.drain(..both);
    }
    let mut note = |kind, examples: BTreeMap<String, Vec<Example>>| {
        for (name, examples) in examples {
            out.extend(examples.iter().map(|_| Change::new(kind, &name, None, None)));
        }
    };
    note(ChangeKind::ExampleRemoved, olds);
    note(ChangeKind::ExampleAdded, news);
}

fn take_equal(olds: &mut Vec<Example>, news: &mut Vec<Example>) {
    olds.retain(|example| {
        let equal = news.iter().position(|other| other == example);
        equal.map(|at| news.remove(at)).is_none()
    });
}

fn examples(operation: &Operation<'_>) -> BTreeMap<String, Vec<Example>> {
    let mut examples: BTreeMap<String, Vec<Example>> = BTreeMap::new();
    for response in operation.item.response.iter() {
        let name = response.name.text().unwrap_or_default();
        examples.entry(name.to_owned()).or_default().push(example(response));
    }
    examples
}

fn example(response: &Response) -> Example {
    let headers = match response.header.get() {
        Some(TextOr::Full(list)) => list
            .iter()
            .filter_map(|entry| entry.full())
            .map(|header| {
                let text = |field: &crate::collection::Field<String>| {
                    field.text().unwrap_or_default().to_owned()
                };
                (text(&header.key).to_lowercase(), text(&header.value))
            })
            .collect(),
        _ => Vec::new(),
    };
    Example {
        status: response.status.text().unwrap_or_default().to_owned(),
        code: response.code.get().map(ToString::to_string).unwrap_or_default(),
        headers,
        body: json::canonical(response.body.text().unwrap_or_default()),
    }
}
