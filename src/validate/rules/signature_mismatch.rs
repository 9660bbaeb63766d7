#![doc = include_str!("signature_mismatch.md")]

use super::{Context, Findings, Rule};
use crate::causes::Explanation;
use crate::countersign::trial::Trial;
use crate::countersign::{Countersigned, Status};
use crate::findings::{Compared, RuleId, Severity};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("signature-mismatch"),
    severity: Severity::Error,
    summary: "a signature that is not the one that the api computes",
    page: include_str!("signature_mismatch.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for trial in context.trials {
        if let Some(countersigned) = &trial.countersigned
            && countersigned.status == Status::Mismatched
        {
            report(context, trial, countersigned, findings);
        }
    }
}

fn report(
    context: &Context<'_>,
    trial: &Trial<'_>,
    countersigned: &Countersigned,
    findings: &mut Findings<'_>,
) {
    let name = shown(trial.ran.planned.name());
    let (primary, related) = context.signing_place(trial);
    let Some(explanation) = &countersigned.explanation else {
        let why = countersigned.note.as_deref().unwrap_or("the request lacks what is signed");
        let message = format!("the signature of `{name}` cannot be derived: {why}");
        findings.add(primary, message).related = related;
        return;
    };
    let message = format!("the signature of `{name}` is wrong: {}", explanation.detail);
    let finding = findings.add(primary, message);
    finding.related = related;
    finding.cause = Some(explanation.cause.id());
    finding.help = Some(help(explanation));
    finding.compared = Compared::of(explanation);
}

/// What to do about the mistake, and about those that come with it.
pub(super) fn help(explanation: &Explanation) -> String {
    let causes = std::iter::once(&explanation.cause).chain(&explanation.also);
    let mut helps: Vec<_> = causes.map(|cause| cause.help()).collect();
    helps.dedup();
    helps.join("; then ")
}
