#![doc = include_str!("unknown_endpoint.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::catalog::{Api, Endpoint, nearest};
use crate::findings::{RuleId, Severity};
use crate::source::Pointer;
use crate::text::host::is_open;
use crate::text::percent;
use crate::text::shown::shown;
use crate::validate::api_request::{ApiRequest, Target};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("unknown-endpoint"),
    severity: Severity::Error,
    summary: "a path that no endpoint of the api has",
    page: include_str!("unknown_endpoint.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for request in context.api_requests() {
        let path = percent::decoded(&request.outgoing.url.path);
        // A path with a variable that is not set may be any path once it is.
        if matches!(request.target, Target::UnknownPath) && !is_open(&path) {
            report(context, request, &path, findings);
        }
    }
}

fn report(
    context: &Context<'_>,
    request: &ApiRequest<'_>,
    path: &str,
    findings: &mut Findings<'_>,
) {
    let api = request.api;
    let message = format!("no endpoint of {} has the path `{}`", api.name, shown(path));
    let finding = findings.add(context.value(path_place(request)), message);
    finding.help = Some(match meant(api, path) {
        Some(endpoint) => format!("did you mean `{}`?", endpoint.path),
        None => format!("the endpoints are at {}; `--catalog` adds others", api.docs),
    });
}

/// The last segment of the path, or what holds the whole URL.
fn path_place(request: &ApiRequest<'_>) -> Pointer {
    let (definition, place) = (request.definition(), request.place());
    let segments = definition.pointer("/url/path").and_then(Value::as_array);
    match segments.and_then(|list| list.len().checked_sub(1)) {
        Some(last) => place.join("url").join("path").index(last),
        None if definition.get("url").is_some() => place.join("url"),
        None => place,
    }
}

/// The endpoint that a path is probably meant to be: one beside it with a slip in its last segment,
/// else the only one with that last segment.
fn meant<'a>(api: &'a Api, path: &str) -> Option<&'a Endpoint> {
    let path = path.trim_end_matches('/');
    let (folder, last) = path.rsplit_once('/')?;
    let split = |endpoint: &'a Endpoint| Some((endpoint.path.rsplit_once('/')?, endpoint));
    let endpoints: Vec<_> = api.endpoints().filter_map(split).collect();
    let siblings: Vec<_> = endpoints.iter().filter(|((other, _), _)| *other == folder).collect();
    let words: Vec<_> = siblings.iter().map(|((_, word), _)| *word).collect();
    if let Some(word) = nearest(last, &words) {
        return siblings.iter().find(|((_, other), _)| *other == word).map(|(_, it)| *it);
    }
    let mut same = endpoints.iter().filter(|((_, word), _)| word.eq_ignore_ascii_case(last));
    let (_, endpoint) = same.next()?;
    same.next().is_none().then_some(*endpoint)
}
