#![doc = include_str!("unused_variable.md")]

use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::text::shown::shown;
use crate::validate::variables::Definition;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("unused-variable"),
    severity: Severity::Note,
    summary: "a variable of the collection that nothing uses",
    page: include_str!("unused_variable.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for definition in context.definitions().filter(|it| !is_used(context, it.name)) {
        report(context, &definition, findings);
    }
}

/// Whether anything uses a variable, or may: a script that has its name for whatever reason, or that puts
/// names together.
fn is_used(context: &Context<'_>, name: &str) -> bool {
    context.uses().has(name)
        || context.programs().iter().any(|program| mentions(program.source, name))
        || context.scripted().reads_any()
}

/// Whether a name stands in a script by itself, not as a part of another.
fn mentions(script: &str, name: &str) -> bool {
    let is_part = |it: char| it.is_alphanumeric() || it == '_';
    script.match_indices(name).any(|(at, _)| {
        let before = script.get(..at).and_then(|before| before.chars().next_back());
        let after = script.get(at + name.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

fn report(context: &Context<'_>, definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let message = format!("nothing uses the variable `{}`", shown(definition.name));
    let finding = findings.add(context.value(definition.pointer()), message);
    finding.help = Some(format!(
        "take it out, or write `{{{{{}}}}}` where it is meant",
        shown(definition.name)
    ));
}
