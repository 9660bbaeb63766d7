#![doc = include_str!("script_syntax.md")]

use super::words::as_do_others;
use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::runtime::outline::Program;
use crate::sandbox::ScriptError;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("script-syntax"),
    severity: Severity::Error,
    summary: "a script that does not compile, so that no line of it runs",
    page: include_str!("script_syntax.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (program, compiled) in context.programs().iter().zip(context.compiled()) {
        if let (Some(error), Some(_)) = (&compiled.postman, &compiled.newman) {
            report(context, program, error, findings);
        }
    }
}

fn report(
    context: &Context<'_>,
    program: &Program<'_>,
    error: &ScriptError,
    findings: &mut Findings<'_>,
) {
    let mut scripts = program.run();
    let Some(first) = scripts.next() else { return };
    let others = as_do_others(scripts.count(), "script");
    let message = format!("the script does not compile{others}: {}", shown(&error.to_string()));
    let finding = findings.add(context.within_line(first, error.line), message);
    finding.help = Some("neither Postman nor Newman runs a line of it".to_owned());
}
