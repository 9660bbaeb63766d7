#![doc = include_str!("duplicate_id.md")]

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::runtime::outline::Entry;
use crate::source::Pointer;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("duplicate-id"),
    severity: Severity::Warning,
    summary: "two requests or folders with the same id",
    page: include_str!("duplicate_id.md"),
    check,
};

/// The keys that an id can stand under; the first that is there counts.
const KEYS: [&str; 2] = ["id", "_postman_id"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut first: BTreeMap<&str, (&Entry<'_>, &str)> = BTreeMap::new();
    for entry in context.entries() {
        let Some((key, id)) = id(entry.item) else { continue };
        match first.get(id) {
            Some((earlier, its_key)) => {
                report(
                    context,
                    id,
                    [earlier.pointer.join(its_key), entry.pointer.join(key)],
                    findings,
                );
            }
            None => drop(first.insert(id, (entry, key))),
        }
    }
}

fn id(item: &Value) -> Option<(&'static str, &str)> {
    let id = |key| Some((key, item.get(key)?.as_str().filter(|id| !id.is_empty())?));
    KEYS.into_iter().find_map(id)
}

fn report(
    context: &Context<'_>,
    id: &str,
    [first, second]: [Pointer; 2],
    findings: &mut Findings<'_>,
) {
    let message = format!(
        "the id `{}` is that of an earlier entry, too; expected each entry to have its own",
        shown(id)
    );
    let finding = findings.add(context.value(second.clone()), message);
    finding.related = vec![(context.value(first), "the earlier one is here".to_owned())];
    finding.help = Some("take this id out, and Postman makes a new one".to_owned());
    finding.fix =
        Some(Fix { title: "take the second id out".to_owned(), edits: vec![Edit::Remove(second)] });
}
