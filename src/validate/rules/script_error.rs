#![doc = include_str!("script_error.md")]

use super::{Context, Findings, Rule};
use crate::runtime::RanScript;
use crate::runtime::sandbox::Breach;
use crate::validate::shown::shown;
use crate::validate::trial::Trial;
use crate::validate::{RuleId, Severity};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("script-error"),
    severity: Severity::Error,
    summary: "a pre-request script that fails when it runs",
    page: include_str!("script_error.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for trial in context.trials {
        for script in &trial.ran.scripts {
            if is_error(script) {
                report(context, trial, script, findings);
            }
        }
    }
}

/// Whether a script threw; one that was ended by a limit is another matter.
fn is_error(script: &RanScript) -> bool {
    let is_ended = script.outcome.breach.is_some_and(|breach| breach != Breach::Console);
    !script.outcome.errors.is_empty() && !is_ended
}

fn report(
    context: &Context<'_>,
    trial: &Trial<'_>,
    script: &RanScript,
    findings: &mut Findings<'_>,
) {
    let Some(error) = script.outcome.errors.first() else { return };
    let name = shown(trial.ran.planned.name());
    let message = format!("a script of `{name}` fails: {}", shown(&error.to_string()));
    let finding = findings.add(context.line_of(&script.planned, error.line), message);
    finding.help =
        Some("Postman's app does not send the request then; Newman sends it as it is".to_owned());
}
