#![doc = include_str!("nonce_not_growing.md")]

use super::{Context, Findings, Rule};
use crate::countersign::trial::Trial;
use crate::findings::{RuleId, Severity};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("nonce-not-growing"),
    severity: Severity::Warning,
    summary: "a nonce that does not grow with time, or is no 64-bit number",
    page: include_str!("nonce_not_growing.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for trial in context.trials {
        if let Some((saved, later)) = &trial.nonces {
            report(context, trial, (saved, later), findings);
        }
    }
}

fn report(
    context: &Context<'_>,
    trial: &Trial<'_>,
    (saved, later): (&str, &str),
    findings: &mut Findings<'_>,
) {
    let name = shown(trial.ran.planned.name());
    let (message, help) = match (number(saved), number(later)) {
        (Some(before), Some(after)) if after > before => return,
        (Some(before), Some(after)) => (
            format!(
                "the nonce of `{name}` is {before}, and ten milliseconds later {after}; \
                 expected it to grow"
            ),
            "make the nonce of the time in milliseconds or finer: (Date.now() * 1000).toString()",
        ),
        _ => (
            format!(
                "the nonce of `{name}` is `{}`, expected a whole number below 2^64",
                shown(if number(saved).is_none() { saved } else { later })
            ),
            "use digits only, at most 19 of them: (Date.now() * 1000).toString()",
        ),
    };
    let (primary, related) = context.signing_place(trial);
    let finding = findings.add(primary, message);
    finding.help = Some(help.to_owned());
    finding.related = related;
}

fn number(nonce: &str) -> Option<u64> {
    nonce.bytes().all(|byte| byte.is_ascii_digit()).then(|| nonce.parse().ok())?
}
