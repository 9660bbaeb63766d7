#![doc = include_str!("raw_only_url.md")]

use serde_json::{Map, Value, json};

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::runtime::WrittenUrl;
use crate::source::Pointer;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("raw-only-url"),
    severity: Severity::Error,
    summary: "a URL object that has only `raw`, which Postman never sends to",
    page: include_str!("raw_only_url.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for entry in context.entries() {
        let request = entry.item.get("request");
        let Some(Value::Object(url)) = request.and_then(|it| it.get("url")) else { continue };
        let raw = url.get("raw").and_then(Value::as_str).filter(|raw| !raw.trim().is_empty());
        if let Some(raw) = raw.filter(|_| !has(url, "host") && !has(url, "path")) {
            report(context, &entry.pointer.join("request").join("url"), raw, url, findings);
        }
    }
}

fn has(url: &Map<String, Value>, part: &str) -> bool {
    match url.get(part) {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(list)) => !list.is_empty(),
        Some(_) => true,
    }
}

fn report(
    context: &Context<'_>,
    url: &Pointer,
    raw: &str,
    definition: &Map<String, Value>,
    findings: &mut Findings<'_>,
) {
    let message = "the URL has only `raw`, and Postman does not send the request (`request url is empty`); \
                   expected `host` and `path`";
    let finding = findings.add(context.value(url.join("raw")), message);
    finding.help = Some("add the parts that `raw` has, or write the URL as one text".to_owned());
    let missing = parts(raw).into_iter().filter(|(key, _)| !has(definition, key));
    let edits = missing.map(|(key, value)| match definition.get(&key) {
        Some(_) => Edit::Replace(url.join(&key), value),
        None => Edit::InsertMember(url.clone(), key, value),
    });
    finding.fix =
        Some(Fix { title: "add the parts of the URL".to_owned(), edits: edits.collect() });
}

/// The parts of a URL text, as Postman writes them into files.
fn parts(raw: &str) -> Map<String, Value> {
    let WrittenUrl { protocol, host, port, path, query, hash } = WrittenUrl::of_text(raw);
    let mut parts = Map::new();
    let mut add = |key: &str, value: Option<Value>| {
        parts.extend(value.map(|value| (key.to_owned(), value)));
    };
    let path_variables = path.iter().flatten().filter_map(|segment| segment.strip_prefix(':'));
    let path_variables: Vec<_> = path_variables
        .filter(|name| !name.is_empty())
        .map(|name| json!({ "key": name, "value": "" }))
        .collect();
    add("protocol", protocol.map(Value::from));
    add("host", host.map(|host| labels(&host).into()));
    add("port", port.map(Value::from));
    add("path", path.map(Value::from));
    add("query", query.map(|query| query.iter().map(|param| row(param)).collect()));
    add("hash", hash.map(Value::from));
    add("variable", (!path_variables.is_empty()).then(|| path_variables.into()));
    parts
}

/// The labels of a host; a host with a dot within a variable's name stays whole.
fn labels(host: &str) -> Vec<String> {
    let splits_a_name =
        host.split('.').any(|label| label.matches("{{").count() != label.matches("}}").count());
    if splits_a_name { vec![host.to_owned()] } else { host.split('.').map(str::to_owned).collect() }
}

fn row(param: &str) -> Value {
    match param.split_once('=') {
        Some((key, value)) => json!({ "key": key, "value": value }),
        None => json!({ "key": param, "value": null }),
    }
}
