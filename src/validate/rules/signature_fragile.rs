#![doc = include_str!("signature_fragile.md")]

use super::signature_mismatch::help;
use super::{Context, Findings, Rule};
use crate::causes::Cause;
use crate::countersign::scenario::Scenario;
use crate::countersign::trial::{Broken, Trial};
use crate::findings::{Compared, RuleId, Severity};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("signature-fragile"),
    severity: Severity::Warning,
    summary: "a signature that is right as saved and breaks with the next edit",
    page: include_str!("signature_fragile.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for trial in context.trials {
        // A script that does not read the request has one fault, however it shows.
        let same = if trial.reads_request() {
            by_cause(&trial.broken)
        } else {
            vec![trial.broken.iter().collect()]
        };
        for broken in same {
            report(context, trial, &broken, findings);
        }
    }
}

/// Broken scenarios with one cause, the first of them first.
type SameCause<'a> = Vec<&'a Broken>;

fn by_cause(broken: &[Broken]) -> Vec<SameCause<'_>> {
    let mut causes: Vec<(Option<Cause>, SameCause<'_>)> = Vec::new();
    for broken in broken {
        let cause = broken.explanation().map(|explanation| explanation.cause);
        match causes.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, same)) => same.push(broken),
            None => causes.push((cause, vec![broken])),
        }
    }
    causes.into_iter().map(|(_, same)| same).collect()
}

fn report(
    context: &Context<'_>,
    trial: &Trial<'_>,
    same: &SameCause<'_>,
    findings: &mut Findings<'_>,
) {
    let Some(first) = same.first() else { return };
    let name = shown(trial.ran.planned.name());
    let when = in_words(same.iter().map(|broken| &broken.scenario));
    let what = first.what();
    let (primary, related) = context.signing_place(trial);
    let message =
        format!("the signature of `{name}` is right as saved, but not once {when}: {what}");
    let finding = findings.add(primary, message);
    finding.related = related;
    if let Some(explanation) = first.explanation() {
        finding.cause = Some(explanation.cause.id());
        finding.compared = Compared::of(explanation);
        finding.help = Some(if trial.reads_request() { help(explanation) } else { literal_help() });
    }
}

/// What to do about a script that does not look at the request that it signs.
fn literal_help() -> String {
    "the script signs a text of its own; let it read the request instead, as the scripts of \
     `countersign generate --script request` do"
        .to_owned()
}

fn in_words<'a>(scenarios: impl Iterator<Item = &'a Scenario>) -> String {
    let words: Vec<_> = scenarios.map(ToString::to_string).collect();
    words.join(" or ")
}
