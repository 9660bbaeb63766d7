#![doc = include_str!("missing_param.md")]

use super::words::listed;
use super::{Context, Findings, Rule};
use crate::catalog::{Endpoint, ParamFault};
use crate::findings::{RuleId, Severity};
use crate::text::shown::shown;
use crate::validate::api_request::{ApiRequest, WrongParam, is_off};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("missing-param"),
    severity: Severity::Error,
    summary: "a request without a param that its endpoint requires",
    page: include_str!("missing_param.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for request in context.api_requests() {
        // A script that failed may be the one that adds the param.
        let has_run = request.trial.ran.failed_script().is_none();
        if let Some(endpoint) = request.endpoint().filter(|_| has_run) {
            check_request(context, request, endpoint, findings);
        }
    }
}

fn check_request(
    context: &Context<'_>,
    request: &ApiRequest<'_>,
    endpoint: &Endpoint,
    findings: &mut Findings<'_>,
) {
    let mut absent = Vec::new();
    let wrong = request.wrong_params();
    for wrong in wrong.iter().filter(|wrong| wrong.fault == ParamFault::Missing) {
        if !report_row(context, request, endpoint, wrong, findings) {
            absent.push(wrong.param.name.as_str());
        }
    }
    if absent.is_empty() {
        return;
    }
    let name = shown(request.trial.ran.planned.name());
    let message =
        format!("`{name}` is sent without {}, which `{}` requires", listed(&absent), endpoint.path);
    let it = if absent.len() == 1 { "it" } else { "them" };
    findings.add(context.name_of(request.trial), message).help =
        Some(format!("add {it}; {} says what is expected", endpoint.docs));
}

/// Reports a param that has a row in the file; false if it has none.
fn report_row(
    context: &Context<'_>,
    request: &ApiRequest<'_>,
    endpoint: &Endpoint,
    wrong: &WrongParam<'_>,
    findings: &mut Findings<'_>,
) -> bool {
    let param = &wrong.param.name;
    let Some(spot) = request.spot(wrong.param, wrong.place) else { return false };
    let row = spot.row().and_then(|row| context.root().pointer(row.as_str()));
    let (what, help) = if row.is_some_and(is_off) {
        ("is switched off", "switch it on")
    } else {
        ("is empty", "give it a value")
    };
    let message = format!("`{param}` {what}, but `{}` requires it", endpoint.path);
    findings.add(spot.name(context.file), message).help = Some(help.to_owned());
    true
}
