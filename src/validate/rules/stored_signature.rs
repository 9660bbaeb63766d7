#![doc = include_str!("stored_signature.md")]

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_json::Value;

use super::rewrite::Change;
use super::words::{as_do_others, listed_as_shown};
use super::{Context, Findings, Rule};
use crate::countersign::trial::Trial;
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::runtime::outline::Program;
use crate::secrecy::Grade;
use crate::text::script::{Call, calls};
use crate::variables::{Origin, tokens};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("stored-signature"),
    severity: Severity::Warning,
    summary: "a signature or key that a script leaves in the environment or the globals",
    page: include_str!("stored_signature.md"),
    check,
};

/// What a script stores: the scope, and the names.
type Stored<'t> = (Origin, Vec<&'t str>);

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut programs: BTreeMap<usize, BTreeSet<(Origin, &str)>> = BTreeMap::new();
    for trial in context.trials.iter().filter(|trial| trial.signature_header().is_some()) {
        let credentials = credentials(trial);
        for script in &trial.ran.scripts {
            let Some(program) = context.program_at(&script.planned.pointer) else { continue };
            let kept = script.outcome.written.iter().filter(|written| {
                written.scope != Origin::Local
                    && (credentials.contains(&written.name)
                        || Grade::of(&written.name) == Some(Grade::PrivateKey))
            });
            let kept = kept.map(|written| (written.scope, written.name.as_str()));
            let kept: BTreeSet<_> = kept.collect();
            if !kept.is_empty() {
                programs.entry(program).or_default().extend(kept);
            }
        }
    }
    let mut same: BTreeMap<Stored<'_>, Vec<&Program<'_>>> = BTreeMap::new();
    for (program, kept) in &programs {
        let Some(program) = context.programs().get(*program) else { continue };
        for scope in [Origin::Environment, Origin::Collection, Origin::Globals] {
            let names: Vec<_> =
                kept.iter().filter(|(kept, _)| *kept == scope).map(|(_, name)| *name).collect();
            if !names.is_empty() {
                same.entry((scope, names)).or_default().push(program);
            }
        }
    }
    for (stored, programs) in &same {
        report(context, stored, programs, findings);
    }
}

/// The variables that the headers for key and signature take.
fn credentials(trial: &Trial<'_>) -> BTreeSet<String> {
    let Some((_, recipe)) = trial.covered.and_then(|covered| covered.recipe) else {
        return BTreeSet::new();
    };
    let names = [recipe.signature.header.as_str(), recipe.api_key.header.as_str()];
    let rows = trial.ran.request.get("header").and_then(Value::as_array).into_iter().flatten();
    let text = |row: &Value, key: &str| row.get(key).and_then(Value::as_str).map(str::to_owned);
    let values = rows.filter_map(|row| {
        let key = text(row, "key")?;
        names.iter().any(|name| key.eq_ignore_ascii_case(name)).then(|| text(row, "value"))?
    });
    values.flat_map(|value| tokens(&value).map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn report(
    context: &Context<'_>,
    (scope, names): &Stored<'_>,
    programs: &[&Program<'_>],
    findings: &mut Findings<'_>,
) {
    let mut scripts = programs.iter().flat_map(|program| program.run_at("prerequest"));
    let Some(script) = scripts.next() else { return };
    let others = as_do_others(scripts.count(), "script");
    let message = format!(
        "the script leaves {} in {}{others}; expected `pm.variables.set`",
        listed_as_shown(names),
        in_words(*scope)
    );
    let calls = programs.first().map(|program| setters(program, names)).unwrap_or_default();
    let place = match calls.first() {
        Some(range) => context.within(script, range.clone()),
        None => context.value(script.pointer.clone()),
    };
    let finding = findings.add(place, message);
    finding.help =
        Some(match names.iter().find(|name| Grade::of(name) == Some(Grade::PrivateKey)) {
            Some(_) => {
                "keep the private key in an environment, as a variable of type secret, and let \
                    the script read it there"
                    .to_owned()
            }
            None => "with `pm.variables.set` it lasts for this run only".to_owned(),
        });
    let is_open = names.iter().any(|name| is_read_elsewhere(context, name));
    finding.fix = Some(programs).filter(|_| !is_open).and_then(|it| fix(context, it, names));
}

fn in_words(scope: Origin) -> &'static str {
    match scope {
        Origin::Environment => "the environment",
        Origin::Collection => "the variables of the collection",
        _ => "the globals",
    }
}

/// The scopes of which a call of `set` keeps a variable.
const KEEPING: [&str; 3] = ["pm.environment.set", "pm.globals.set", "pm.collectionVariables.set"];

/// The calls that set these variables, by the bytes of what is called.
fn setters(program: &Program<'_>, names: &[&str]) -> Vec<Range<usize>> {
    let calls = calls(program.tokens());
    let setting = calls.iter().filter(|call| {
        KEEPING.contains(&call.callee.as_str())
            && call.first_text().is_some_and(|name| names.contains(&name.as_ref()))
    });
    setting.map(|call| call.range.clone()).collect()
}

/// Whether a script asks for the variable by name, or a request that does not set it takes it.
fn is_read_elsewhere(context: &Context<'_>, name: &str) -> bool {
    let is_asked_for =
        context.programs().iter().filter(|program| program.has(name)).any(|program| {
            let calls = calls(program.tokens());
            let asking = calls
                .iter()
                .filter(|call| call.is_method("get") || call.callee.starts_with("postman.get"));
            asking.filter_map(Call::first_text).any(|text| text == name)
        });
    let takes = |trial: &&Trial<'_>| {
        trial.ran.outgoing.iter().any(|it| it.variables.iter().any(|used| used.name == name))
    };
    let sets = |trial: &Trial<'_>| {
        let written = trial.ran.scripts.iter().flat_map(|script| &script.outcome.written);
        written.into_iter().any(|written| written.name == name)
    };
    is_asked_for || context.trials.iter().filter(takes).any(|trial| !sets(trial))
}

/// The same calls for variables that end with the run; none where a call is not found.
fn fix(context: &Context<'_>, programs: &[&Program<'_>], names: &[&str]) -> Option<Fix> {
    let mut edits: Vec<Edit> = Vec::new();
    for program in programs {
        let setters = setters(program, names);
        if setters.len() < names.len() {
            return None;
        }
        let changes: Vec<Change> =
            setters.into_iter().map(|range| (range, "pm.variables.set".to_owned())).collect();
        edits.extend(program.run().flat_map(|script| context.rewritten(script, &changes)));
    }
    Some(Fix { title: "keep it for the run only".to_owned(), edits })
}
