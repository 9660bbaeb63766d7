#![doc = include_str!("signature_missing.md")]

use super::{Context, Findings, Rule};
use crate::countersign::Status;
use crate::countersign::trial::Trial;
use crate::findings::{RuleId, Severity};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("signature-missing"),
    severity: Severity::Error,
    summary: "a private endpoint whose request carries no signature",
    page: include_str!("signature_missing.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for trial in context.trials {
        // Where a script failed, that is the fault.
        if trial.status() == Status::Unsigned && trial.ran.failed_script().is_none() {
            report(context, trial, findings);
        }
    }
}

fn report(context: &Context<'_>, trial: &Trial<'_>, findings: &mut Findings<'_>) {
    let Some(header) = trial.signature_header() else { return };
    let name = shown(trial.ran.planned.name());
    let unset = trial.unresolved_signature();
    let (what, help) = match &unset {
        Some(variable) => (
            format!("its header `{header}` takes `{{{{{variable}}}}}`, which nothing sets"),
            format!(
                "let the pre-request script set `{variable}`, or name the variable that it sets"
            ),
        ),
        None => (
            format!("it has no header `{header}`"),
            format!(
                "add {}, and a pre-request script that signs the request",
                headers(trial, header)
            ),
        ),
    };
    let message = format!("`{name}` calls a private endpoint without a signature: {what}");
    findings.add(context.name_of(trial), message).help = Some(help);
}

/// The headers that the request lacks: that of the signature, and that of the key if it is not sent either.
fn headers(trial: &Trial<'_>, signature: &str) -> String {
    let key = trial.covered.and_then(|covered| Some(covered.recipe?.1.api_key.header.as_str()));
    let sent = trial.ran.outgoing.as_ref().ok();
    match key.filter(|key| sent.is_some_and(|sent| sent.header(key).is_none())) {
        Some(key) => format!("the headers `{key}` and `{signature}`"),
        None => format!("the header `{signature}`"),
    }
}
