#![doc = include_str!("secret_not_masked.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::secrecy::Grade;
use crate::source::Pointer;
use crate::text::shown::shown;
use crate::validate::variables::Definition;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("secret-not-masked"),
    severity: Severity::Warning,
    summary: "a credential in a variable that is not of type secret",
    page: include_str!("secret_not_masked.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for definition in context.definitions() {
        let is_secret = definition.row.get("type").is_some_and(|kind| kind == "secret");
        if !is_secret && holds_credential(context, &definition) {
            report(context, &definition, findings);
        }
    }
}

/// Whether a real credential is there, or a private key or a password is to be put there.
fn holds_credential(context: &Context<'_>, definition: &Definition<'_>) -> bool {
    let value = definition.pointer().join("value");
    if context.hard_coded().any(|(found, _)| found.pointer == value) {
        return true;
    }
    let is_reference = definition
        .row
        .get("value")
        .and_then(Value::as_str)
        .is_some_and(|value| value.contains("{{"));
    context.document.kind().is_of_variables()
        && Grade::of(definition.name).is_some_and(Grade::is_private)
        && !is_reference
}

fn report(context: &Context<'_>, definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let name = shown(definition.name);
    let place = definition.pointer();
    if !context.document.kind().is_of_variables() {
        let message = format!(
            "the collection holds a credential in its variable `{name}`; expected it in an environment, as a \
             variable of type secret"
        );
        let finding = findings.add(context.value(place.join("value")), message);
        finding.help = Some(
            "variables of a collection go wherever it goes; scripts find `pm.variables.get` in both".to_owned(),
        );
        return;
    }
    let kind = definition.row.get("type");
    let found = kind.and_then(Value::as_str).map(|kind| format!(" of type `{}`", shown(kind)));
    let message = format!(
        "the variable `{name}` holds a credential and is{}; expected the type `secret`",
        found.unwrap_or_else(|| " of no type".to_owned())
    );
    let at = if kind.is_some() { place.join("type") } else { place.join("key") };
    let finding = findings.add(context.value(at), message);
    finding.help = Some("Postman shows variables of type secret as dots".to_owned());
    finding.fix = Some(Fix {
        title: format!("make `{name}` a variable of type secret"),
        edits: vec![edit(place, kind.is_some())],
    });
}

fn edit(row: Pointer, has_type: bool) -> Edit {
    if has_type {
        Edit::Replace(row.join("type"), "secret".into())
    } else {
        Edit::InsertMember(row, "type".to_owned(), "secret".into())
    }
}
