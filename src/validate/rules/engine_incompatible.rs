#![doc = include_str!("engine_incompatible.md")]

use std::collections::BTreeMap;

use super::rewrite::Change;
use super::words::as_do_others;
use super::{Context, Findings, Rule};
use crate::countersign::engines::{Difference, Only, Scripts, differences};
use crate::findings::{Edit, Fix, RuleId, Severity};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("engine-incompatible"),
    severity: Severity::Warning,
    summary: "a script that works in only one of Newman and Postman's app",
    page: include_str!("engine_incompatible.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if context.compiled().is_empty() {
        return;
    }
    let mut same: BTreeMap<(Only, String), Vec<Difference<'_, '_>>> = BTreeMap::new();
    let scripts = Scripts {
        collection: context.root(),
        setup: context.setup,
        programs: context.programs(),
        compiled: context.compiled(),
        trials: context.trials,
    };
    for difference in differences(&scripts) {
        let key = (difference.only, difference.why.clone());
        same.entry(key).or_default().push(difference);
    }
    for ((only, why), differences) in &same {
        report(context, *only, why, differences, findings);
    }
}

/// Says once what holds for several scripts.
fn report(
    context: &Context<'_>,
    only: Only,
    why: &str,
    differences: &[Difference<'_, '_>],
    findings: &mut Findings<'_>,
) {
    let Some(first) = differences.first() else { return };
    let mut scripts = differences.iter().flat_map(|difference| difference.program.run());
    let Some(script) = scripts.next() else { return };
    let others = as_do_others(scripts.count(), "script");
    let place = match first.token {
        Some(at) => context.within(script, first.program.tokens()[at].range()),
        None => context.within_line(script, first.line),
    };
    let (works_in, other) = match only {
        Only::Postman => ("Postman's app", "Newman"),
        Only::Newman => ("Newman", "Postman's app"),
    };
    let message = format!("the script works in {works_in} only{others}: {other} {why}");
    let finding = findings.add(place, message);
    finding.help.clone_from(&first.help);
    finding.fix = fix(context, differences);
}

/// `var` in place of `const` and `let`, if that is what all of them need.
fn fix(context: &Context<'_>, differences: &[Difference<'_, '_>]) -> Option<Fix> {
    let edits: Option<Vec<_>> =
        differences.iter().map(|difference| with_var(context, difference)).collect();
    let edits: Vec<Edit> = edits?.into_iter().flatten().collect();
    Some(Fix { title: "declare it with `var`".to_owned(), edits })
}

fn with_var(context: &Context<'_>, difference: &Difference<'_, '_>) -> Option<Vec<Edit>> {
    let tokens = difference.program.tokens();
    let keywords = difference.declared_by.iter().map(|at| &tokens[*at]);
    // A class is no variable.
    let changes: Option<Vec<Change>> = keywords
        .map(|keyword| (!keyword.is("class")).then(|| (keyword.range(), "var".to_owned())))
        .collect();
    let changes = changes.filter(|changes| !changes.is_empty())?;
    let scripts = difference.program.run();
    Some(scripts.flat_map(|script| context.rewritten(script, &changes)).collect())
}
