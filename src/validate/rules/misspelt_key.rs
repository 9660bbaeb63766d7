#![doc = include_str!("misspelt_key.md")]

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::text::shown::shown;
use crate::validate::schema::UnknownKey;
use crate::validate::slip::is_slip;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("misspelt-key"),
    severity: Severity::Warning,
    summary: "a key that Postman ignores because of a slip in its spelling",
    page: include_str!("misspelt_key.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for unknown in context.unknown_keys() {
        if let Some(meant) = meant(unknown) {
            report(context, unknown, meant, findings);
        }
    }
}

/// The key that was evidently meant, and that the object does not have. A key that the object must
/// have is the business of the rule `schema`.
fn meant<'v>(unknown: &UnknownKey<'v>) -> Option<&'v str> {
    let map = unknown.map()?;
    let mut keys = unknown.optional_keys();
    keys.find(|key| !map.contains_key(*key) && is_slip(unknown.key, key))
}

fn report(
    context: &Context<'_>,
    unknown: &UnknownKey<'_>,
    meant: &str,
    findings: &mut Findings<'_>,
) {
    let place = unknown.object.join(unknown.key);
    let key = shown(unknown.key);
    let message = format!(
        "`{key}` is no key of {}, and Postman ignores it; expected `{meant}`",
        unknown.noun()
    );
    let finding = findings.add(context.key(place.clone()), message);
    finding.help = Some(format!("write `{meant}`"));
    finding.fix = Some(Fix {
        title: format!("rename `{key}` to `{meant}`"),
        edits: vec![Edit::Rename(place, meant.to_owned())],
    });
}
