#![doc = include_str!("secret_in_console.md")]

use std::collections::BTreeSet;
use std::ops::Range;

use super::words::as_do_others;
use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::runtime::outline::Program;
use crate::secrecy::Grade;
use crate::text::script::{Call, Kind, Token, calls};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("secret-in-console"),
    severity: Severity::Warning,
    summary: "a script that writes a credential to the console",
    page: include_str!("secret_in_console.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut seen = BTreeSet::new();
    for (index, program) in context.programs().iter().enumerate() {
        if program.has("console") && report(context, program, findings) {
            seen.insert(index);
        }
    }
    let Some(mask) = context.mask else { return };
    for script in context.trials.iter().flat_map(|trial| &trial.ran.scripts) {
        let lines = script.outcome.console.iter();
        let Some(grade) = lines.filter_map(|line| mask.shown_in(&line.text)).min() else {
            continue;
        };
        let program = context.program_at(&script.planned.pointer);
        if program.is_some_and(|program| seen.insert(program)) {
            let place = context.value(script.planned.pointer.clone());
            let what = grade.in_words();
            let message =
                format!("the script writes {what} to the console; expected no credential there");
            findings.add(place, message).help = Some(HELP.to_owned());
        }
    }
}

const HELP: &str = "take the line out, or write only whether it is set: `Boolean(…)`";

/// Says once of a text what holds for all scripts that have it; whether there is something to say.
fn report(context: &Context<'_>, program: &Program<'_>, findings: &mut Findings<'_>) -> bool {
    let mut scripts = program.run();
    let Some(first) = scripts.next() else { return false };
    let others = as_do_others(scripts.count(), "script");
    let calls = calls(program.tokens());
    let mut is_found = false;
    for call in calls.iter().filter(|call| call.callee.starts_with("console.")) {
        let Some(logged) = logged(call) else { continue };
        let message = format!(
            "the script writes `{}` to the console{others}; expected no credential there",
            shown(&logged.name)
        );
        is_found = true;
        let finding = findings.add(context.within(first, logged.range), message);
        finding.help = Some(HELP.to_owned());
    }
    is_found
}

/// What a call writes that is a credential by its name.
struct Logged {
    name: String,
    range: Range<usize>,
}

fn names_credential(name: &str) -> bool {
    Grade::of(name).is_some_and(Grade::is_credential)
}

fn logged(call: &Call<'_, '_>) -> Option<Logged> {
    let tokens = call.arguments;
    tokens.iter().enumerate().find_map(|(index, token)| {
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        let rest = tokens.get(index + 1..).unwrap_or_default();
        match token.kind {
            Kind::Word if names_credential(token.text) => {
                let is_value = !is_asked_about(before) && !is_not_shown(rest);
                is_value.then(|| Logged { name: token.text.to_owned(), range: token.range() })
            }
            Kind::Text => {
                let name = token.literal()?.into_owned();
                let is_read = is_of_get(tokens, index) && !is_asked_of_chain(tokens, index);
                let is_value = is_read && names_credential(&name) && !is_not_shown(rest.get(1..)?);
                is_value.then(|| Logged { name, range: token.range() })
            }
            _ => None,
        }
    })
}

/// Whether what stands before a value makes it yes or no, or the name of a type.
fn is_asked_about(before: Option<&Token<'_>>) -> bool {
    before.is_some_and(|token| token.is("!") || token.is("typeof"))
}

/// Whether what stands behind a name shows that it is not its value that is written: the length of it, the
/// question before `?`, a key of an object, a comparison, a function of that name.
fn is_not_shown(rest: &[Token<'_>]) -> bool {
    match rest {
        [dot, member, ..] if dot.is(".") || dot.is("?.") => {
            ["length", "startsWith", "endsWith", "includes", "test"].iter().any(|it| member.is(it))
        }
        [first, second, ..] if first.is("=") || first.is("!") => second.is("="),
        [mark, ..] => ["?", ":", "(", "=>"].iter().any(|it| mark.is(it)),
        [] => false,
    }
}

/// Whether a text is the argument of a call of `get`.
fn is_of_get(tokens: &[Token<'_>], index: usize) -> bool {
    matches!(tokens.get(..index), Some([.., get, open]) if get.is("get") && open.is("("))
}

/// Whether the call that has a text as its argument stands behind `!`.
fn is_asked_of_chain(tokens: &[Token<'_>], index: usize) -> bool {
    let before = tokens.get(..index.saturating_sub(1)).unwrap_or_default();
    let start = before.iter().rposition(|token| token.kind != Kind::Word && !token.is("."));
    is_asked_about(start.and_then(|start| before.get(start)))
}
