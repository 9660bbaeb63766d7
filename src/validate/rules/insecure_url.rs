#![doc = include_str!("insecure_url.md")]

use std::collections::BTreeMap;

use serde_json::Value;

use super::words::as_do_others;
use super::{Context, Findings, Rule};
use crate::countersign::trial::Trial;
use crate::findings::{Edit, Fix, Location, Part, RuleId, Severity};
use crate::runtime::Outgoing;
use crate::source::Pointer;
use crate::text::host::is_public;
use crate::text::shown::shown;
use crate::variables::Origin;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("insecure-url"),
    severity: Severity::Warning,
    summary: "a request that goes over the internet by http",
    page: include_str!("insecure_url.md"),
    check,
};

/// Headers that hold credentials, besides those of the catalogue.
const CREDENTIALS: [&str; 5] =
    ["authorization", "cookie", "x-api-key", "api-key", "proxy-authorization"];

/// A request that goes by `http`.
struct Sent<'t, 'a> {
    trial: &'t Trial<'a>,
    outgoing: &'t Outgoing,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut hosts: BTreeMap<&str, Vec<Sent<'_, '_>>> = BTreeMap::new();
    for trial in context.trials {
        let outgoing = trial.ran.outgoing.as_ref().ok();
        let insecure = outgoing.filter(|it| it.url.scheme == "http" && is_public(&it.url.host));
        if let Some(outgoing) = insecure {
            hosts.entry(&outgoing.url.host).or_default().push(Sent { trial, outgoing });
        }
    }
    for (host, sent) in &hosts {
        report(context, host, sent, findings);
    }
}

fn report(context: &Context<'_>, host: &str, sent: &[Sent<'_, '_>], findings: &mut Findings<'_>) {
    let Some(first) = sent.first() else { return };
    let others = as_do_others(sent.len() - 1, "request");
    let protocol = protocol(context, first);
    let what = match protocol {
        Protocol::Missing(_) => "has no protocol and so goes by `http`",
        _ => "goes by `http`",
    };
    let message = format!("the request to `{}` {what}{others}; expected `https`", shown(host));
    let finding = findings.add(protocol.place(context), message);
    if sent.iter().any(carries_credentials) {
        finding.severity = Severity::Error;
    }
    finding.help = Some(match protocol {
        Protocol::Elsewhere(_) => "write `https` in the variable that holds the address".to_owned(),
        _ => format!("write `https://{}`", shown(host)),
    });
    let is_of_api = || {
        let mut apis = context.catalog.apis().into_iter().flatten();
        apis.any(|api| api.host() == host && api.base_url.starts_with("https:"))
    };
    finding.fix = Some(sent).filter(|_| is_of_api()).and_then(|sent| fix(context, sent));
}

/// Where the protocol of a request comes from.
enum Protocol {
    /// The member `protocol` of the URL.
    Member(Pointer),
    /// The beginning of a text.
    Text(Pointer),
    /// There is none in the URL at this place.
    Missing(Pointer),
    /// A variable that is not in the file, or another that is not known.
    Elsewhere(Pointer),
}

impl Protocol {
    fn place(&self, context: &Context<'_>) -> Location {
        match self {
            Self::Text(at) => {
                let part = Part::Inside(0.."http".len());
                Location { file: context.file, pointer: at.clone(), part }
            }
            Self::Member(at) | Self::Missing(at) | Self::Elsewhere(at) => context.value(at.clone()),
        }
    }
}

fn protocol(context: &Context<'_>, sent: &Sent<'_, '_>) -> Protocol {
    let planned = &sent.trial.ran.planned;
    let (place, request) = (planned.pointer().join("request"), planned.request());
    let (place, url) = match request.get("url") {
        Some(url) => (place.join("url"), url),
        None => (place, request),
    };
    let is_http = |text: &str| text.trim_start().to_ascii_lowercase().starts_with("http:");
    if url.get("protocol").is_some_and(|it| it.as_str().is_some_and(|it| !it.is_empty())) {
        return Protocol::Member(place.join("protocol"));
    }
    let address = url.as_str().or_else(|| match url.get("host") {
        Some(Value::Array(labels)) => labels.first()?.as_str(),
        host => host?.as_str(),
    });
    match address {
        Some(text) if is_http(text) => Protocol::Text(place),
        Some(text) if !text.contains("{{") => Protocol::Missing(place),
        _ => variable(context, sent.outgoing).map_or(Protocol::Elsewhere(place), Protocol::Text),
    }
}

/// The variable of the collection that holds the address.
fn variable(context: &Context<'_>, outgoing: &Outgoing) -> Option<Pointer> {
    let used = outgoing.variables.iter().filter(|it| it.origin == Origin::Collection);
    let names: Vec<_> = used.map(|it| it.name.as_str()).collect();
    let entries = context.root().get("variable")?.as_array()?;
    let index = entries.iter().rposition(|entry| {
        let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        names.contains(&text("key")) && text("value").starts_with("http:")
    })?;
    Some(Pointer::root().join("variable").index(index).join("value"))
}

fn carries_credentials(sent: &Sent<'_, '_>) -> bool {
    sent.trial.signature_header().is_some()
        || CREDENTIALS.iter().any(|name| sent.outgoing.header(name).is_some())
}

/// `https` in all URLs that write out `http`, and in the variables that hold it.
fn fix(context: &Context<'_>, sent: &[Sent<'_, '_>]) -> Option<Fix> {
    let mut places: Vec<Pointer> = Vec::new();
    let mut edits = Vec::new();
    for sent in sent {
        let place = match protocol(context, sent) {
            Protocol::Member(at) => {
                let raw = at.parent()?.join("raw");
                places.extend(starts_with_http(context, &raw).then_some(raw));
                edits.push(Edit::Replace(at, "https".into()));
                continue;
            }
            Protocol::Text(at) => at,
            Protocol::Missing(_) | Protocol::Elsewhere(_) => return None,
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    for place in places {
        let text = context.root().pointer(place.as_str())?.as_str()?;
        edits.push(Edit::Replace(place, text.replacen("http:", "https:", 1).into()));
    }
    Some(Fix { title: "send it by `https`".to_owned(), edits })
}

fn starts_with_http(context: &Context<'_>, place: &Pointer) -> bool {
    let text = context.root().pointer(place.as_str()).and_then(Value::as_str);
    text.is_some_and(|text| text.starts_with("http:"))
}
