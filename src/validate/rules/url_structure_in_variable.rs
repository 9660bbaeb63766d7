#![doc = include_str!("url_structure_in_variable.md")]

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::findings::{Location, Part, RuleId, Severity};
use crate::source::Pointer;
use crate::text::shown::shown;
use crate::variables::{Scope, token_ranges};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("url-structure-in-variable"),
    severity: Severity::Warning,
    summary: "a variable in a URL whose value has a character that splits URLs",
    page: include_str!("url_structure_in_variable.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut values = values(context);
    if values.is_empty() {
        return;
    }
    for entry in context.entries() {
        let Some(request) = entry.item.get("request") else { continue };
        let at = entry.pointer.join("request");
        let (url, at) = match request.get("url") {
            Some(url) => (url, at.join("url")),
            None => (request, at),
        };
        for token in tokens(url, &at) {
            // Of each variable the first place is told.
            let split = values.get(&token.name).and_then(|value| token.place.split_by(&value.text));
            if let Some((split, value)) = split.zip(values.remove(&token.name)) {
                report(context, &token, split, &value, findings);
            }
        }
    }
}

/// What a variable holds.
struct Held {
    text: String,
    /// Where the collection defines it; none if it comes from elsewhere.
    pointer: Option<Pointer>,
}

/// The variables that may split a URL, unless a script gives them other values.
fn values(context: &Context<'_>) -> BTreeMap<String, Held> {
    let setup = context.setup;
    let in_file = |file: &Value| -> Vec<_> {
        let scope = Scope::read_file(file, setup.engine);
        let on = scope.iter().filter(|it| !it.is_disabled());
        on.map(|it| (it.key().to_owned(), Held { text: it.pasted().into_owned(), pointer: None }))
            .collect()
    };
    let own = context.definitions().filter_map(|it| {
        let text = it.row.get("value")?.as_str()?.to_owned();
        Some((it.name.to_owned(), Held { text, pointer: Some(it.pointer().join("value")) }))
    });
    // What comes later hides what came before.
    let all = in_file(&setup.globals).into_iter().chain(own).chain(in_file(&setup.environment));
    let mut values: BTreeMap<_, _> = all.collect();
    values
        .retain(|name, it| it.text.contains(['?', '#', '&']) && !context.scripted().may_set(name));
    values
}

/// A variable in a URL.
struct Token {
    name: String,
    place: Place,
    location: (Pointer, Range<usize>),
}

/// The part of a URL that a variable stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At its beginning, with more behind it.
    Start,
    Path,
    /// In the value of a param.
    Query,
}

/// What a character of a value does to the URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Split {
    character: char,
    encoded: &'static str,
    effect: &'static str,
}

impl Place {
    fn split_by(self, value: &str) -> Option<Split> {
        let split = |character, encoded, effect| Split { character, encoded, effect };
        let splits = [
            split('#', "%23", "cuts the URL off there"),
            match self {
                Self::Start => {
                    split('?', "%3F", "takes the path behind it for a part of the query")
                }
                Self::Path => split('?', "%3F", "takes what follows for the query"),
                Self::Query => split('&', "%26", "takes what follows for another param"),
            },
        ];
        splits.into_iter().find(|split| value.contains(split.character))
    }
}

/// The variables of a URL that are in places where a character of their values can split it.
fn tokens(url: &Value, at: &Pointer) -> Vec<Token> {
    match url {
        Value::String(text) => in_text(text, at),
        Value::Object(_) => in_parts(url, at),
        _ => Vec::new(),
    }
}

fn in_parts(url: &Value, at: &Pointer) -> Vec<Token> {
    let list = |key: &str| url.get(key).and_then(Value::as_array).into_iter().flatten().enumerate();
    let is_on = |row: &Value| row.get("disabled").is_none_or(|it| *it == Value::Bool(false));
    let has_more = list("path").next().is_some() || list("query").any(|(_, row)| is_on(row));
    let mut found = Vec::new();
    let mut add = |place, text: &Value, at: Pointer| {
        let text = text.as_str().unwrap_or_default();
        let names = token_ranges(text).map(|range| token(text, range, place, &at));
        found.extend(names);
    };
    for (index, label) in list("host").filter(|_| has_more) {
        add(Place::Start, label, at.join("host").index(index));
    }
    for (index, segment) in list("path") {
        add(Place::Path, segment, at.join("path").index(index));
    }
    for (index, row) in list("query").filter(|(_, row)| is_on(row)) {
        let value = row.get("value").unwrap_or(&Value::Null);
        add(Place::Query, value, at.join("query").index(index).join("value"));
    }
    found
}

fn in_text(text: &str, at: &Pointer) -> Vec<Token> {
    let end = text.len();
    let placed = token_ranges(text).filter_map(|range| {
        let before = outside_of_tokens(text.get(..range.start)?);
        let behind = before.split_once("://").map_or(before.as_str(), |(_, rest)| rest);
        let place = match behind.split_once('?') {
            Some((_, query)) if query.rsplit('&').next().is_some_and(|it| it.contains('=')) => {
                Place::Query
            }
            None if behind.contains('/') => Place::Path,
            None if range.end < end => Place::Start,
            _ => return None,
        };
        Some(token(text, range, place, at))
    });
    placed.collect()
}

fn token(text: &str, range: Range<usize>, place: Place, at: &Pointer) -> Token {
    let name = text.get(range.start + 2..range.end - 2).unwrap_or_default().to_owned();
    Token { name, place, location: (at.clone(), range) }
}

fn outside_of_tokens(text: &str) -> String {
    let mut outside = String::new();
    let mut from = 0;
    for range in token_ranges(text) {
        outside.push_str(text.get(from..range.start).unwrap_or_default());
        from = range.end;
    }
    outside + text.get(from..).unwrap_or_default()
}

fn report(
    context: &Context<'_>,
    token: &Token,
    split: Split,
    value: &Held,
    findings: &mut Findings<'_>,
) {
    let Split { character, encoded, effect } = split;
    let message = format!(
        "the value of `{{{{{}}}}}` has a `{character}`, and Postman {effect}",
        shown(&token.name)
    );
    let (pointer, range) = token.location.clone();
    let primary = Location { file: context.file, pointer, part: Part::Inside(range) };
    let finding = findings.add(primary, message);
    finding.help = Some(format!("write `{encoded}` in the value, which is sent as it stands"));
    finding.related = value
        .pointer
        .iter()
        .map(|pointer| (context.value(pointer.clone()), "the value is here".to_owned()))
        .collect();
}
