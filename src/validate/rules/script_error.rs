#![doc = include_str!("script_error.md")]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::words::{and_others, listed};
use super::{Context, Findings, Rule};
use crate::countersign::trial::Trial;
use crate::findings::{RuleId, Severity};
use crate::runtime::RanScript;
use crate::sandbox::{Breach, ScriptError, When};
use crate::source::Pointer;
use crate::text::script::calls;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("script-error"),
    severity: Severity::Error,
    summary: "a pre-request script that fails when it runs",
    page: include_str!("script_error.md"),
    check,
};

/// An error of a script: the first request that it fails for, and how many there are.
struct Failure<'t, 'a> {
    trial: &'t Trial<'a>,
    script: &'t RanScript,
    error: &'t ScriptError,
    requests: usize,
    lack: Lack<'t>,
}

/// What a script fails for want of.
enum Lack<'t> {
    /// Nothing that is known of.
    Nothing,
    /// Variables without a value.
    Variables(Vec<&'t str>),
    /// Something that is there in Postman and not here.
    World,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut failures: BTreeMap<(&Pointer, Option<u32>, &str), Failure<'_, '_>> = BTreeMap::new();
    for trial in context.trials {
        let failing = trial.ran.scripts.iter().filter_map(|script| Some((script, error(script)?)));
        for (script, error) in failing.filter(|(script, _)| compiles(context, script)) {
            let key = (&script.planned.pointer, error.line, error.message.as_str());
            let failure = failures.entry(key).or_insert_with(|| {
                let lack = lack(trial, script);
                Failure { trial, script, error, requests: 0, lack }
            });
            failure.requests += 1;
        }
    }
    if failures.is_empty() {
        return;
    }
    let set = variables_that_are_set(context);
    for failure in failures.values().filter(|failure| is_fault(context, failure, &set)) {
        report(context, failure, findings);
    }
}

/// What a script threw; one that was ended by a limit is another matter.
fn error(script: &RanScript) -> Option<&ScriptError> {
    let is_ended = script.outcome.breach.is_some_and(|breach| breach != Breach::Console);
    script.outcome.errors.first().filter(|_| !is_ended)
}

fn compiles(context: &Context<'_>, script: &RanScript) -> bool {
    let program = context.program_at(&script.planned.pointer);
    let compiled = program.and_then(|index| context.compiled().get(index));
    compiled.is_none_or(|compiled| compiled.postman.is_none())
}

/// What this script, and those that ran before it for the request, did not find.
fn lack<'t>(trial: &'t Trial<'_>, script: &RanScript) -> Lack<'t> {
    let scripts = &trial.ran.scripts;
    let last = scripts.iter().position(|other| std::ptr::eq(other, script)).unwrap_or_default();
    let outcomes = || scripts.iter().take(last + 1).map(|script| &script.outcome);
    if outcomes().any(|it| !it.refused_sends.is_empty() || !it.warnings.is_empty()) {
        return Lack::World;
    }
    let unset: BTreeSet<_> =
        outcomes().flat_map(|it| &it.unset_reads).map(String::as_str).collect();
    if unset.is_empty() { Lack::Nothing } else { Lack::Variables(unset.into_iter().collect()) }
}

/// Whether the script is to blame.
fn is_fault(context: &Context<'_>, failure: &Failure<'_, '_>, set: &BTreeSet<String>) -> bool {
    let is_private = failure.trial.signature_header().is_some();
    match &failure.lack {
        Lack::Nothing => true,
        Lack::Variables(_) if is_private => true,
        Lack::Variables(names) => {
            context.has_environment && names.iter().all(|name| !set.contains(*name))
        }
        Lack::World => false,
    }
}

/// The variables that scripts of the file set, by what is written in their calls: scripts that run
/// after a reply are among them.
fn variables_that_are_set(context: &Context<'_>) -> BTreeSet<String> {
    let setting = context.programs().iter().filter(|program| program.has("set"));
    let mut names = BTreeSet::new();
    for call in setting.flat_map(|program| calls(program.tokens())) {
        if call.is_method("set") || call.callee.starts_with("postman.set") {
            names.extend(call.first_text().map(Cow::into_owned));
        }
    }
    names
}

fn report(context: &Context<'_>, failure: &Failure<'_, '_>, findings: &mut Findings<'_>) {
    let Failure { trial, script, error, requests, lack } = failure;
    let name = and_others(&shown(trial.ran.planned.name()), requests - 1, "request");
    let message = format!("a script of {name} fails: {}", shown(&error.to_string()));
    let finding = findings.add(context.line_of(&script.planned, error.line), message);
    finding.help = Some(match (error.when, lack) {
        (_, Lack::Variables(names)) => {
            format!("it may be for want of a value of {}", listed(names))
        }
        (When::Rejection, _) => "Postman's app does not send the request then; Newman crashes, \
                                 because nobody waits for the promise that is rejected"
            .to_owned(),
        (When::Timer, _) => {
            "Postman's app does not send the request then; Newman loses the error".to_owned()
        }
        _ => "Postman's app does not send the request then; Newman sends it as it is".to_owned(),
    });
}
