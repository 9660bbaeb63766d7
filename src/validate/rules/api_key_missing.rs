#![doc = include_str!("api_key_missing.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::countersign::Status;
use crate::countersign::credentials::private_keys;
use crate::countersign::trial::Trial;
use crate::findings::{Location, RuleId, Severity};
use crate::text::host::is_open;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("api-key-missing"),
    severity: Severity::Error,
    summary: "a signed request without the key that it is signed with",
    page: include_str!("api_key_missing.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let signed = |trial: &&Trial<'_>| {
        matches!(trial.status(), Status::Verified | Status::Mismatched)
            && trial.ran.failed_script().is_none()
    };
    for trial in context.trials.iter().filter(signed) {
        check_request(context, trial, findings);
    }
}

fn check_request(context: &Context<'_>, trial: &Trial<'_>, findings: &mut Findings<'_>) {
    let Some((header, sent)) = sent_key(trial) else { return };
    let name = shown(trial.ran.planned.name());
    let sent = sent.map(str::trim).filter(|key| !key.is_empty());
    let (what, help) = match sent {
        None => (
            format!("`{name}` is signed, but has no header `{header}`"),
            format!("add the header `{header}` with the public key, as `{{{{api_key}}}}`"),
        ),
        Some(key) if is_open(key) => (
            format!("the header `{header}` of `{name}` takes `{}`, which nothing sets", shown(key)),
            "set the variable in an environment, or name the one that holds the public key"
                .to_owned(),
        ),
        Some(key) if is_secret(context, key) => (
            format!("the header `{header}` of `{name}` sends the private key, expected the public"),
            "name the variable of the public key; revoke a private key that has been sent"
                .to_owned(),
        ),
        Some(_) => return,
    };
    findings.add(place(context, trial, header), what).help = Some(help);
}

/// The header that has to carry the public key, and what it carries.
fn sent_key<'t>(trial: &'t Trial<'_>) -> Option<(&'t str, Option<&'t str>)> {
    let (_, recipe) = trial.covered?.recipe?;
    let header = recipe.api_key.header.as_str();
    Some((header, trial.ran.outgoing.as_ref().ok()?.header(header)))
}

fn is_secret(context: &Context<'_>, key: &str) -> bool {
    private_keys(context.root(), context.setup).iter().any(|secret| secret.expose() == key)
}

/// The row of the header, switched off or not; the name of the request if there is none.
fn place(context: &Context<'_>, trial: &Trial<'_>, header: &str) -> Location {
    let planned = &trial.ran.planned;
    let rows = planned.request().get("header").and_then(Value::as_array);
    let is_it = |row: &Value| {
        row.get("key").and_then(Value::as_str).is_some_and(|key| key.eq_ignore_ascii_case(header))
    };
    match rows.and_then(|rows| rows.iter().position(is_it)) {
        Some(index) => context.value(planned.pointer().join("request").join("header").index(index)),
        None => context.name_of(trial),
    }
}
