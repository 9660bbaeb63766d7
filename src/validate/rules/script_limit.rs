#![doc = include_str!("script_limit.md")]

use std::collections::BTreeMap;

use super::words::and_others;
use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::runtime::RanScript;
use crate::sandbox::{Breach, ScriptOutcome};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("script-limit"),
    severity: Severity::Error,
    summary: "a pre-request script that does not come to an end",
    page: include_str!("script_limit.md"),
    check,
};

/// One script at its limit: the first request that it ran for, and how many there are.
struct AtLimit<'t> {
    script: &'t RanScript,
    request: &'t str,
    requests: usize,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut found: BTreeMap<_, AtLimit<'_>> = BTreeMap::new();
    for trial in context.trials {
        for script in trial.ran.scripts.iter().filter(|script| what(&script.outcome).is_some()) {
            let key = (&script.planned.pointer, script.outcome.breach);
            let request = trial.ran.planned.name();
            found.entry(key).or_insert(AtLimit { script, request, requests: 0 }).requests += 1;
        }
    }
    for at_limit in found.values() {
        report(context, at_limit, findings);
    }
}

/// What a script does without end, what to do about it, and how bad that is.
fn what(outcome: &ScriptOutcome) -> Option<(&'static str, &'static str, Severity)> {
    let error = |what, help| Some((what, help, Severity::Error));
    match outcome.breach? {
        Breach::Time if outcome.reads_clock => Some((
            "runs for more than two seconds while the clock stands still",
            "a loop that waits for a time keeps Postman busy; wait with `setTimeout` instead",
            Severity::Warning,
        )),
        Breach::Time => error("runs for more than two seconds", "look at what ends its loops"),
        Breach::Memory => error("wants more than 128 MB of memory", "look at what it gathers"),
        Breach::Stack => error("calls itself too deep", "look at what ends its recursion"),
        Breach::Timers => error(
            "sets timers without end",
            "end the repetition with `clearInterval`: Postman waits for the last timer",
        ),
        // Here no reply comes, which in Postman would settle the promise.
        Breach::NeverEnds if outcome.refused_sends.is_empty() && outcome.warnings.is_empty() => {
            error(
                "waits for a promise that nothing settles",
                "call `resolve` or `reject` on each way through it: Postman would wait for ever",
            )
        }
        _ => None,
    }
}

fn report(context: &Context<'_>, at_limit: &AtLimit<'_>, findings: &mut Findings<'_>) {
    let Some((what, help, severity)) = what(&at_limit.script.outcome) else { return };
    let name = and_others(&shown(at_limit.request), at_limit.requests - 1, "request");
    let line = at_limit.script.outcome.errors.first().and_then(|error| error.line);
    let place = context.line_of(&at_limit.script.planned, line);
    let finding = findings.add(place, format!("a script of {name} {what}"));
    finding.help = Some(help.to_owned());
    finding.severity = severity;
}
