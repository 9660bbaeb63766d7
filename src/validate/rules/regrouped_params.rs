#![doc = include_str!("regrouped_params.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::causes::Cause;
use crate::countersign::trial::Trial;
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::runtime::sent_order;
use crate::source::Pointer;
use crate::text::host::is_open;
use crate::text::shown::shown;
use crate::validate::api_request::is_off;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("regrouped-params"),
    severity: Severity::Warning,
    summary: "rows of a signed form that are sent in another order than they stand in",
    page: include_str!("regrouped_params.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for trial in context.trials.iter().filter(|trial| trial.is_wrong_by(Cause::ParamOrder)) {
        report(context, trial, findings);
    }
}

/// The rows of a form that are sent.
struct Rows<'a> {
    list: Pointer,
    /// Each row with its index in the list.
    sent: Vec<(usize, &'a Value)>,
}

fn report(context: &Context<'_>, trial: &Trial<'_>, findings: &mut Findings<'_>) {
    let Some(rows) = rows(trial) else { return };
    let keys: Vec<_> = rows.sent.iter().map(|(_, row)| key(row)).collect();
    let order = sent_order(&keys);
    let Some(moved) = order.iter().enumerate().position(|(at, from)| at != *from) else { return };
    let from = order[moved];
    let message = format!(
        "the script signs the row `{}` as number {}, but Postman sends it as number {}",
        shown(keys[from]),
        from + 1,
        moved + 1
    );
    let place = rows.list.index(rows.sent[from].0).join("key");
    let finding = findings.add(context.value(place), message);
    finding.help = Some(
        "rows of one key are sent together, and numbers as keys first: put the rows into that order"
            .to_owned(),
    );
    finding.fix = fix(&rows, &keys, &order);
}

fn rows<'a>(trial: &Trial<'a>) -> Option<Rows<'a>> {
    let planned = &trial.ran.planned;
    let list = planned.request().pointer("/body/urlencoded")?.as_array()?;
    let sent = list.iter().enumerate().filter(|(_, row)| !is_off(row)).collect();
    let list = planned.pointer().join("request").join("body").join("urlencoded");
    Some(Rows { list, sent })
}

fn key(row: &Value) -> &str {
    row.get("key").and_then(Value::as_str).unwrap_or_default()
}

/// The rows in the order in which they are sent, which changes nothing of what is sent.
fn fix(rows: &Rows<'_>, keys: &[&str], order: &[usize]) -> Option<Fix> {
    // A variable in a key may make it equal to another.
    if keys.iter().any(|key| is_open(key)) {
        return None;
    }
    let moves = order.iter().enumerate().filter(|(at, from)| at != *from);
    let edits = moves.map(|(at, from)| {
        Edit::Replace(rows.list.index(rows.sent[at].0), rows.sent[*from].1.clone())
    });
    let title = "put the rows into the order in which they are sent".to_owned();
    Some(Fix { title, edits: edits.collect() })
}
