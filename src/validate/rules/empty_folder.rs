#![doc = include_str!("empty_folder.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("empty-folder"),
    severity: Severity::Note,
    summary: "a folder without anything in it",
    page: include_str!("empty_folder.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for entry in context.entries().iter().filter(|entry| is_empty(entry.item)) {
        let name = entry.item.get("name").and_then(Value::as_str);
        let (folder, place) = match name {
            Some(name) => (format!("the folder `{}`", shown(name)), entry.pointer.join("name")),
            None => ("this folder".to_owned(), entry.pointer.join("item")),
        };
        let message = format!("{folder} holds nothing, expected requests");
        let finding = findings.add(context.value(place), message);
        finding.help = Some("take the folder out, or put a request into it".to_owned());
    }
}

/// Whether a folder holds neither entries nor a text: one with a text is a chapter for readers.
fn is_empty(item: &Value) -> bool {
    let list = item.get("item").and_then(Value::as_array);
    let is_request = item.get("request").is_some();
    list.is_some_and(Vec::is_empty) && !is_request && !has_text(item.get("description"))
}

fn has_text(description: Option<&Value>) -> bool {
    let content = description.map(|it| it.get("content").unwrap_or(it));
    content.and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty())
}
