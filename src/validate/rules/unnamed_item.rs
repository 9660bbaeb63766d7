#![doc = include_str!("unnamed_item.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::runtime::outline::{Entry, EntryKind};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("unnamed-item"),
    severity: Severity::Note,
    summary: "a request or folder without a name",
    page: include_str!("unnamed_item.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for entry in context.entries() {
        match entry.item.get("name") {
            None | Some(Value::Null) => report(context, entry, None, findings),
            Some(Value::String(name)) if name.trim().is_empty() => {
                report(context, entry, Some("name"), findings);
            }
            Some(_) => {}
        }
    }
}

fn report(
    context: &Context<'_>,
    entry: &Entry<'_>,
    key: Option<&str>,
    findings: &mut Findings<'_>,
) {
    let noun = if entry.kind == EntryKind::Folder { "folder" } else { "request" };
    let place = key.map_or_else(|| entry.pointer.clone(), |key| entry.pointer.join(key));
    let message = format!("this {noun} has no name, expected one that tells what it is for");
    let finding = findings.add(context.value(place), message);
    finding.help = Some("add `name`".to_owned());
}
