#![doc = include_str!("deprecated_endpoint.md")]

use serde_json::Value;

use super::words::and_others;
use super::{Context, Findings, Rule};
use crate::catalog::Endpoint;
use crate::findings::{RuleId, Severity};
use crate::text::shown::shown;
use crate::validate::api_request::ApiRequest;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("deprecated-endpoint"),
    severity: Severity::Note,
    summary: "an endpoint that the documentation advises against",
    page: include_str!("deprecated_endpoint.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut found = context.api_requests().iter().filter_map(|request| {
        let endpoint = request.endpoint().filter(|endpoint| endpoint.deprecated)?;
        (!says_so(request)).then_some((request, endpoint))
    });
    let Some((first, endpoint)) = found.next() else { return };
    report(context, first, endpoint, found.count(), findings);
}

fn report(
    context: &Context<'_>,
    request: &ApiRequest<'_>,
    endpoint: &Endpoint,
    others: usize,
    findings: &mut Findings<'_>,
) {
    let name = and_others(&shown(request.trial.ran.planned.name()), others, "request");
    let calls = if others == 0 {
        "calls an endpoint that its documentation advises"
    } else {
        "call endpoints that their documentation advises"
    };
    let finding = findings.add(context.name_of(request.trial), format!("{name} {calls} against"));
    finding.help = Some(match &endpoint.notes {
        Some(notes) => first_sentence(notes).to_owned(),
        None => format!("see {}", endpoint.docs),
    });
}

fn first_sentence(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.split_once(". ").map_or(line, |(sentence, _)| sentence).trim_end_matches('.')
}

/// Whether the request, or a folder around it, tells its users.
fn says_so(request: &ApiRequest<'_>) -> bool {
    let planned = &request.trial.ran.planned;
    let around = planned.folders().iter().chain([planned.item()]).map(|level| level.definition);
    let named = around.flat_map(|it| [it.get("name"), it.get("description")]);
    let texts = named.chain([planned.request().get("description")]).flatten();
    texts.filter_map(text).any(|text| {
        let text = text.to_lowercase();
        text.contains("deprecated") || text.contains("legacy")
    })
}

/// A text, or the text of a description that is an object.
fn text(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("content")?.as_str())
}
