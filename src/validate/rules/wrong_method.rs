#![doc = include_str!("wrong_method.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::catalog::Method;
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::text::shown::shown;
use crate::validate::api_request::{ApiRequest, Target};

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("wrong-method"),
    severity: Severity::Error,
    summary: "a method that the path does not take",
    page: include_str!("wrong_method.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for request in context.api_requests() {
        if let Target::WrongMethod(methods) = &request.target {
            report(context, request, methods, findings);
        }
    }
}

fn report(
    context: &Context<'_>,
    request: &ApiRequest<'_>,
    methods: &[Method],
    findings: &mut Findings<'_>,
) {
    let words: Vec<_> = methods.iter().map(|method| format!("`{method}`")).collect();
    let message = format!(
        "the request is sent by `{}`, but `{}` takes {}",
        shown(&request.outgoing.method),
        shown(&request.outgoing.url.path),
        words.join(" and "),
    );
    let has_method = request.definition().get("method").is_some();
    let place = request.place();
    let place = if has_method { place.join("method") } else { place };
    let finding = findings.add(context.value(place), message);
    finding.help = Some(match methods {
        [method] => format!("write `{method}`"),
        _ => "write the one that is meant".to_owned(),
    });
    finding.fix = fix(request, methods);
}

/// The only method there is, if the request looks as if it were meant for that.
fn fix(request: &ApiRequest<'_>, methods: &[Method]) -> Option<Fix> {
    let [method] = methods else { return None };
    let definition = request.definition().as_object()?;
    let has_body =
        definition.get("body").is_some_and(|body| body.get("mode").is_some_and(Value::is_string));
    if has_body != (*method != Method::Get) || *method == Method::Delete {
        return None;
    }
    let (place, word) = (request.place(), Value::from(method.as_str()));
    let edit = if definition.contains_key("method") {
        Edit::Replace(place.join("method"), word)
    } else {
        Edit::InsertMember(place, "method".to_owned(), word)
    };
    Some(Fix { title: format!("send it by `{method}`"), edits: vec![edit] })
}
