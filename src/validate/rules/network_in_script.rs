#![doc = include_str!("network_in_script.md")]

use super::words::as_do_others;
use super::{Context, Findings, Rule};
use crate::findings::{RuleId, Severity};
use crate::runtime::outline::Program;
use crate::text::script::calls;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("network-in-script"),
    severity: Severity::Warning,
    summary: "a pre-request script that sends requests of its own",
    page: include_str!("network_in_script.md"),
    check,
};

/// The call that sends.
const SENDING: &str = "pm.sendRequest";

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for program in context.programs().iter().filter(|program| program.has("sendRequest")) {
        report(context, program, findings);
    }
}

/// Says once of a text what holds for all scripts that have it.
fn report(context: &Context<'_>, program: &Program<'_>, findings: &mut Findings<'_>) {
    let mut scripts = program.run_at("prerequest");
    let Some(first) = scripts.next() else { return };
    let others = as_do_others(scripts.count(), "script");
    for call in calls(program.tokens()).iter().filter(|call| call.callee == SENDING) {
        let message = format!(
            "the script sends a request by `{SENDING}` before the one that it belongs to{others}"
        );
        let finding = findings.add(context.within(first, call.range.clone()), message);
        finding.help = Some(
            "keep what it fetches in a variable, or in a request of its own that runs first"
                .to_owned(),
        );
    }
}
