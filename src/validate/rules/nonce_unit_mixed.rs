#![doc = include_str!("nonce_unit_mixed.md")]

use std::collections::BTreeMap;

use super::words::and_others;
use super::{Context, Findings, Rule};
use crate::countersign::trial::Trial;
use crate::findings::{RuleId, Severity};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("nonce-unit-mixed"),
    severity: Severity::Error,
    summary: "nonces in different units with one key: after a larger one all smaller are refused",
    page: include_str!("nonce_unit_mixed.md"),
    check,
};

/// Requests by the number of digits of their nonces.
type ByDigits<'t, 'a> = BTreeMap<usize, Vec<&'t Trial<'a>>>;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut keys: BTreeMap<&str, ByDigits<'_, '_>> = BTreeMap::new();
    for trial in context.trials {
        if let Some((key, nonce)) = key_and_nonce(trial) {
            let digits = nonce.trim_start_matches('0').len();
            keys.entry(key).or_default().entry(digits).or_default().push(trial);
        }
    }
    for groups in keys.values().filter(|groups| groups.len() > 1) {
        check_key(context, groups, findings);
    }
}

/// The key that a request carries, and its nonce if that is a number.
fn key_and_nonce<'t>(trial: &'t Trial<'_>) -> Option<(&'t str, &'t str)> {
    let (_, recipe) = trial.covered?.recipe?;
    let outgoing = trial.ran.outgoing.as_ref().ok()?;
    let nonce = trial.countersigned.as_ref()?.nonce.as_deref()?;
    let is_number = !nonce.is_empty() && nonce.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((outgoing.header(&recipe.api_key.header)?, nonce))
}

/// Reports each unit but the one that most requests use.
fn check_key(context: &Context<'_>, groups: &ByDigits<'_, '_>, findings: &mut Findings<'_>) {
    let usual = groups.iter().max_by_key(|(digits, trials)| (trials.len(), **digits));
    let Some((usual_digits, usual)) = usual else { return };
    for (digits, trials) in groups.iter().filter(|(digits, _)| *digits != usual_digits) {
        let (Some(odd), Some(other)) = (trials.first(), usual.first()) else { continue };
        let now = context.setup.now_ms;
        let message = format!(
            "the nonce of {} is {}, that of {} is {}; expected one unit",
            requests(trials),
            unit(*digits, now),
            requests(usual),
            unit(*usual_digits, now),
        );
        let (primary, related) = context.signing_place(odd);
        let (other, _) = context.signing_place(other);
        let finding = findings.add(primary, message);
        finding.related = related;
        finding.related.push((other, "the other unit is here".to_owned()));
        finding.help = Some(
            "draw all nonces in the finest unit that is used with the key: \
             (Date.now() * 1000).toString()"
                .to_owned(),
        );
    }
}

fn requests(trials: &[&Trial<'_>]) -> String {
    let first = trials.first().map(|trial| shown(trial.ran.planned.name()));
    and_others(&first.unwrap_or_default(), trials.len() - 1, "request")
}

/// The unit of a time of so many digits, in words.
fn unit(digits: usize, now_ms: u64) -> String {
    let in_ms = now_ms.to_string().len();
    let unit = match digits.checked_add(3).and_then(|digits| digits.checked_sub(in_ms)) {
        Some(0) => "seconds",
        Some(3) => "milliseconds",
        Some(6) => "microseconds",
        Some(9) => "nanoseconds",
        _ => return format!("a number of {digits} digits"),
    };
    format!("in {unit}")
}

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn units_are_told_by_their_digits() {
        let now = 1_767_225_600_000;
        let units = [10, 13, 16, 19, 15].map(|digits| unit(digits, now));
        assert_eq!(
            units,
            [
                "in seconds",
                "in milliseconds",
                "in microseconds",
                "in nanoseconds",
                "a number of 15 digits"
            ]
        );
    }
}
