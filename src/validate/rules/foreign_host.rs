#![doc = include_str!("foreign_host.md")]

use std::collections::BTreeMap;

use super::words::as_do_others;
use super::{Context, Findings, Rule};
use crate::catalog::Api;
use crate::countersign::covered_by;
use crate::countersign::trial::Trial;
use crate::findings::{RuleId, Severity};
use crate::runtime::Outgoing;
use crate::text::host::{is_public, site};
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("foreign-host"),
    severity: Severity::Error,
    summary: "the key of an api, sent to somebody else's host",
    page: include_str!("foreign_host.md"),
    check,
};

/// Requests to one host: the first, how many more, and the api whose key they carry.
struct Foreign<'t, 'a> {
    trial: &'t Trial<'a>,
    api: &'t Api,
    others: usize,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut hosts: BTreeMap<&str, Foreign<'_, '_>> = BTreeMap::new();
    // A request that an api covers goes to its host, or where the user says that it does.
    for trial in context.trials.iter().filter(|trial| trial.covered.is_none()) {
        let Ok(outgoing) = &trial.ran.outgoing else { continue };
        if let Some(api) = api_of(context, outgoing) {
            let host = outgoing.url.host.as_str();
            let known = hosts.get_mut(host).map(|known| known.others += 1);
            if known.is_none() {
                hosts.insert(host, Foreign { trial, api, others: 0 });
            }
        }
    }
    for (host, foreign) in &hosts {
        report(context, host, foreign, findings);
    }
}

/// The api that a request would be for if it went to its host, and whose key it carries.
fn api_of<'c>(context: &'c Context<'_>, outgoing: &Outgoing) -> Option<&'c Api> {
    let host = outgoing.url.host.as_str();
    let mut apis = context.catalog.apis().into_iter().flatten().filter(|_| is_public(host));
    apis.find(|api| {
        let recipe = covered_by(api, outgoing).and_then(|covered| covered.recipe);
        let key = recipe.and_then(|(_, recipe)| outgoing.header(&recipe.api_key.header));
        site(api.host()) != site(host) && key.is_some_and(|key| !key.trim().is_empty())
    })
}

fn report(
    context: &Context<'_>,
    host: &str,
    foreign: &Foreign<'_, '_>,
    findings: &mut Findings<'_>,
) {
    let Foreign { trial, api, others } = foreign;
    let message = format!(
        "the request carries the key of {} to `{}`{}; expected `{}`",
        api.name,
        shown(host),
        as_do_others(*others, "request"),
        api.host()
    );
    let finding = findings.add(context.url_of(trial), message);
    finding.help = Some(format!(
        "send it to `{}`; if the host is yours, say so with `--api {}`",
        api.base_url, api.name
    ));
}
