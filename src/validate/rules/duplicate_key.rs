#![doc = include_str!("duplicate_key.md")]

use super::{Context, Findings, Rule};
use crate::findings::{Location, Part, RuleId, Severity};
use crate::source::DuplicateKey;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("duplicate-key"),
    severity: Severity::Warning,
    summary: "a key that stands twice in one object, so that the first value is lost",
    page: include_str!("duplicate_key.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for twice in context.document.duplicate_keys() {
        report(&twice, findings);
    }
}

fn report(twice: &DuplicateKey, findings: &mut Findings<'_>) {
    let name = twice.pointer.tokens().last().unwrap_or_default();
    let name = shown(&name);
    let file = findings.file;
    let at = |lines| Location { file, pointer: twice.pointer.clone(), part: Part::Known(lines) };
    let finding = findings.add(
        at(twice.second),
        format!(
            "`{name}` stands twice in this object, and Postman loses the value of the first; \
             expected each key once"
        ),
    );
    finding.help = Some("take one of the two out, or give it another name".to_owned());
    finding.related = vec![(at(twice.first), "the first is here".to_owned())];
}
