#![doc = include_str!("enabled_instead_of_disabled.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::validate::schema::UnknownKey;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("enabled-instead-of-disabled"),
    severity: Severity::Error,
    summary: "a row that `enabled` is to switch off, which Postman sends all the same",
    page: include_str!("enabled_instead_of_disabled.md"),
    check,
};

/// The objects that can be switched off, and what Postman does with them if they are not.
const EFFECTS: [(&str, &str); 7] = [
    ("Body", "sends"),
    ("Event", "runs"),
    ("FormParameter", "sends"),
    ("Header", "sends"),
    ("QueryParam", "sends"),
    ("UrlEncodedParameter", "sends"),
    ("Variable", "uses"),
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let unknown = context.unknown_keys().iter();
    for unknown in unknown.filter(|it| it.key == "enabled" && *it.value == Value::Bool(false)) {
        let effect = EFFECTS.iter().find(|(form, _)| *form == unknown.form());
        if let Some((_, effect)) = effect.filter(|_| !unknown.is_in_example()) {
            report(context, unknown, effect, findings);
        }
    }
}

fn report(
    context: &Context<'_>,
    unknown: &UnknownKey<'_>,
    effect: &str,
    findings: &mut Findings<'_>,
) {
    let disabled = unknown.map().and_then(|map| map.get("disabled"));
    if disabled == Some(&Value::Bool(true)) {
        return;
    }
    let place = unknown.object.join(unknown.key);
    let message = format!(
        "`enabled` switches nothing off here, and Postman {effect} {}; expected `disabled: true`",
        unknown.noun()
    );
    let finding = findings.add(context.key(place.clone()), message);
    finding.help = Some("write `\"disabled\": true`".to_owned());
    finding.fix = disabled.is_none().then(|| Fix {
        title: "write `disabled: true` for `enabled: false`".to_owned(),
        edits: vec![
            Edit::Rename(place.clone(), "disabled".to_owned()),
            Edit::Replace(place, Value::Bool(true)),
        ],
    });
}
