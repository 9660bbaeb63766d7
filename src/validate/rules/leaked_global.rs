#![doc = include_str!("leaked_global.md")]

use std::collections::{BTreeMap, BTreeSet};

use super::rewrite::Change;
use super::words::{as_do_others, listed_as_shown};
use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::runtime::outline::Program;
use crate::text::script::{begins_statement, is_assigned, statement_end};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("leaked-global"),
    severity: Severity::Note,
    summary: "a name that is assigned without being declared, so that all later scripts see it",
    page: include_str!("leaked_global.md"),
    check,
};

/// Programs that leak the same names.
type SameNames<'c, 'a> = Vec<&'c Program<'a>>;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let leaking = leaking(context);
    if leaking.is_empty() {
        return;
    }
    let shared = shared(context, &leaking);
    let mut same: BTreeMap<Vec<&str>, SameNames<'_, '_>> = BTreeMap::new();
    for (index, mut names) in leaking {
        names.retain(|name| !shared.contains(name));
        if let (Some(program), false) = (context.programs().get(index), names.is_empty()) {
            same.entry(names).or_default().push(program);
        }
    }
    for (names, programs) in &same {
        report(context, names, programs, findings);
    }
}

/// The indexes of programs that leave globals behind, and the names of these.
fn leaking<'c>(context: &'c Context<'_>) -> BTreeMap<usize, Vec<&'c str>> {
    let mut leaking: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for script in context.trials.iter().flat_map(|trial| &trial.ran.scripts) {
        let leaked = &script.outcome.leaked_globals;
        if !leaked.is_empty()
            && let Some(index) = context.program_at(&script.planned.pointer)
        {
            let names = leaking.entry(index).or_default();
            names.extend(leaked.iter().map(String::as_str));
            names.sort_unstable();
            names.dedup();
        }
    }
    leaking
}

/// Those of the names that a script reads before it assigns them: they are handed on on purpose.
fn shared<'c>(context: &Context<'_>, leaking: &BTreeMap<usize, Vec<&'c str>>) -> BTreeSet<&'c str> {
    let mut leaked: BTreeSet<&str> = leaking.values().flatten().copied().collect();
    let mut shared = BTreeSet::new();
    for program in context.programs().iter().filter(|program| program.run().next().is_some()) {
        if leaked.iter().any(|name| program.has(name)) {
            let read: Vec<_> =
                leaked.iter().copied().filter(|name| reads_first(program, name)).collect();
            leaked.retain(|name| !read.contains(name));
            shared.extend(read);
        }
    }
    shared
}

/// Whether a text uses a name that has its value from elsewhere: it is read before it is assigned, or
/// in the same statement.
fn reads_first(program: &Program<'_>, name: &str) -> bool {
    let tokens = program.tokens();
    let mut uses = program.free_names().iter().filter(|at| tokens[**at].text == name);
    let Some(first) = uses.next() else { return false };
    !is_assigned(tokens, *first)
        || uses.next().is_some_and(|next| *next < statement_end(program.source, tokens, *first))
}

fn report(
    context: &Context<'_>,
    names: &[&str],
    programs: &SameNames<'_, '_>,
    findings: &mut Findings<'_>,
) {
    let Some(program) = programs.first() else { return };
    let mut scripts = programs.iter().flat_map(|program| program.run_at("prerequest"));
    let Some(script) = scripts.next() else { return };
    let others = as_do_others(scripts.count(), "script");
    let message = format!(
        "the script assigns {} without declaring {}{others}, so that later scripts see {}",
        listed_as_shown(names),
        if names.len() == 1 { "it" } else { "them" },
        if names.len() == 1 { "it" } else { "them" },
    );
    let tokens = program.tokens();
    let first = first_assignments(program, names).into_iter().next();
    let place = match first {
        Some(at) => context.within(script, tokens[at].range()),
        None => context.value(script.pointer.clone()),
    };
    let finding = findings.add(place, message);
    finding.help = Some(match names {
        [name] => format!("declare it: `var {name} = …`"),
        _ => "declare each: `var … = …`".to_owned(),
    });
    let edits: Option<Vec<_>> =
        programs.iter().map(|program| declared(context, program, names)).collect();
    let edits: Option<Vec<Edit>> = edits.map(|edits| edits.into_iter().flatten().collect());
    finding.fix = edits.map(|edits| Fix { title: "declare what is assigned".to_owned(), edits });
}

/// The indexes of the first assignment to each of the names, in the order of the text.
fn first_assignments(program: &Program<'_>, names: &[&str]) -> Vec<usize> {
    let tokens = program.tokens();
    let mut left: BTreeSet<&str> = names.iter().copied().collect();
    let free = program.free_names().iter().copied();
    free.filter(|at| is_assigned(tokens, *at) && left.remove(tokens[*at].text)).collect()
}

/// The edits that declare the names in all scripts that have a text; none where it is not certain
/// that the same names are meant by it.
fn declared(context: &Context<'_>, program: &Program<'_>, names: &[&str]) -> Option<Vec<Edit>> {
    let tokens = program.tokens();
    let first = first_assignments(program, names);
    let is_clear = first.len() == names.len()
        && first.iter().all(|at| begins_statement(program.source, tokens, *at));
    is_clear.then(|| {
        let starts = first.iter().map(|at| tokens[*at].start);
        let changes: Vec<Change> = starts.map(|at| (at..at, "var ".to_owned())).collect();
        program.run().flat_map(|script| context.rewritten(script, &changes)).collect()
    })
}
