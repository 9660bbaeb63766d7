#![doc = include_str!("network_in_script.md")]

use super::{Context, Findings, Rule};
use crate::validate::javascript::{calls, tokens};
use crate::validate::outline::ScriptText;
use crate::validate::{RuleId, Severity};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("network-in-script"),
    severity: Severity::Warning,
    summary: "a pre-request script that sends requests of its own",
    page: include_str!("network_in_script.md"),
    check,
};

/// The calls that send.
const SENDING: [&str; 1] = ["pm.sendRequest"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let scripts = context.scripts().iter();
    for script in scripts.filter(|script| script.is_on && script.listen == "prerequest") {
        check_script(context, script, findings);
    }
}

fn check_script(context: &Context<'_>, script: &ScriptText<'_>, findings: &mut Findings<'_>) {
    let tokens = tokens(&script.source);
    for call in calls(&tokens).iter().filter(|call| SENDING.contains(&call.callee.as_str())) {
        let message = format!(
            "the script sends a request by `{}` before the one that it belongs to",
            call.callee
        );
        let finding = findings.add(context.within(script, call.range.clone()), message);
        finding.help = Some(
            "keep what it fetches in a variable, or in a request of its own that runs first"
                .to_owned(),
        );
    }
}
