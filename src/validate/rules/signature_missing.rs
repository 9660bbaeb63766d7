#![doc = include_str!("signature_missing.md")]

use super::{Context, Findings, Rule};
use crate::validate::countersign::Status;
use crate::validate::shown::shown;
use crate::validate::trial::Trial;
use crate::validate::{RuleId, Severity};

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
            format!("add the header `{header}`, and a pre-request script that signs the request"),
        ),
    };
    let message = format!("`{name}` calls a private endpoint without a signature: {what}");
    findings.add(context.name_of(trial), message).help = Some(help);
}
