//! Changes in words.

use crate::compare::diff::{Change, ChangeKind, Diff};

/// The most characters of a value that are shown.
const LONGEST: usize = 60;

/// A change as half a sentence; `quoted` puts values in quotes.
pub(super) fn sentence(change: &Change, quoted: impl Fn(&str) -> String) -> String {
    let subject = quoted(&change.subject);
    let value = |value: &Option<String>| match value {
        Some(value) => quoted(&short(value)),
        None => "none".to_owned(),
    };
    let (before, after) = (value(&change.before), value(&change.after));
    let plain = |value: &Option<String>| value.clone().unwrap_or_else(|| "unknown".to_owned());
    match change.kind {
        ChangeKind::ParamAdded => format!("param {subject} added"),
        ChangeKind::ParamRemoved => format!("param {subject} removed"),
        ChangeKind::ParamRenamed => format!("param {before} renamed to {after}"),
        ChangeKind::ParamPlace => {
            let (before, after) = (plain(&change.before), plain(&change.after));
            format!("param {subject} moved from the {before} to the {after}")
        }
        ChangeKind::ParamRequired => {
            let (before, after) = (plain(&change.before), plain(&change.after));
            format!("param {subject} is {after}, was {before}")
        }
        ChangeKind::ParamType => format!("param {subject} has the type {after}, had {before}"),
        ChangeKind::ParamEnum => format!("param {subject} takes the values {after}, took {before}"),
        ChangeKind::ParamLimits => format!("param {subject} has the limits {after}, had {before}"),
        ChangeKind::ParamDefault => {
            format!("param {subject} has the default {after}, had {before}")
        }
        ChangeKind::ParamEnabled | ChangeKind::HeaderEnabled => {
            let noun = if change.kind == ChangeKind::ParamEnabled { "param" } else { "header" };
            let (before, after) = (plain(&change.before), plain(&change.after));
            format!("{noun} {subject} is {after}, was {before}")
        }
        ChangeKind::ParamValue => format!("param {subject} is {after}, was {before}"),
        ChangeKind::BodyMode => {
            let (before, after) = (plain(&change.before), plain(&change.after));
            format!("body is {after}, was {before}")
        }
        ChangeKind::Body => "body changed".to_owned(),
        ChangeKind::Auth if change.subject.is_empty() => {
            let (before, after) = (plain(&change.before), plain(&change.after));
            format!("authorization is {after}, was {before}")
        }
        ChangeKind::Auth => format!("authorization has another {subject}"),
        ChangeKind::HeaderAdded => format!("header {subject} added: {after}"),
        ChangeKind::HeaderRemoved => format!("header {subject} removed"),
        ChangeKind::HeaderValue => format!("header {subject} is {after}, was {before}"),
        ChangeKind::Host => format!("host is {after}, was {before}"),
        ChangeKind::Script => match (&change.before, &change.after) {
            (None, None) => "script before the request changed".to_owned(),
            (Some(before), Some(after)) if before == after => {
                format!("script before the request changed, still {after}")
            }
            (before, after) => {
                let (before, after) = (plain(before), plain(after));
                format!("script before the request: {after}, was: {before}")
            }
        },
        ChangeKind::Setting => format!("setting {subject} changed"),
        ChangeKind::Test => "test changed".to_owned(),
        ChangeKind::Description if change.subject.is_empty() => "description changed".to_owned(),
        ChangeKind::Description => format!("description of {subject} changed"),
        ChangeKind::ExampleAdded => format!("example {subject} added"),
        ChangeKind::ExampleRemoved => format!("example {subject} removed"),
        ChangeKind::ExampleChanged => format!("example {subject} changed"),
    }
}

/// `2 added, 1 removed, 3 moved, 4 changed, 5 unchanged`; what there is none of is left out.
pub(super) fn summary(diff: &Diff) -> String {
    let counts = [
        (diff.added.len(), "added"),
        (diff.removed.len(), "removed"),
        (diff.moved.len(), "moved"),
        (diff.changed.len(), "changed"),
        (diff.unchanged, "unchanged"),
    ];
    let parts: Vec<_> = counts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number} {word}"))
        .collect();
    if parts.is_empty() { "no requests on either side".to_owned() } else { parts.join(", ") }
}

/// A value on one line and of bearable length.
fn short(value: &str) -> String {
    let mut short: String = value
        .chars()
        .take(LONGEST)
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    if value.chars().count() > LONGEST {
        short.push('…');
    }
    short
}
