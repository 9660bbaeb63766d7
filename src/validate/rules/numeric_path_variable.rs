#![doc = include_str!("numeric_path_variable.md")]

use serde_json::Value;

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::source::Pointer;
use crate::text::shown::shown;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("numeric-path-variable"),
    severity: Severity::Error,
    summary: "a path variable that is no text, which Postman does not put in",
    page: include_str!("numeric_path_variable.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for entry in context.entries() {
        let url = entry.item.get("request").and_then(|request| request.get("url"));
        let Some(url) = url.filter(|url| url.get("variable").is_some()) else { continue };
        let list = url.get("variable").and_then(Value::as_array).into_iter().flatten();
        for (index, variable) in list.enumerate() {
            let Some(name) = name(variable).filter(|name| is_in_path(url, name)) else { continue };
            if let Some(fault) = Fault::of(variable) {
                let url = entry.pointer.join("request").join("url");
                report(context, &url.join("variable").index(index), name, fault, findings);
            }
        }
    }
}

/// What keeps a value from being put in.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    /// The text of a value that is a number or a boolean.
    value: Option<String>,
    /// Whether the type turns texts into numbers or booleans.
    has_type: bool,
}

impl Fault {
    fn of(variable: &Value) -> Option<Self> {
        let kind = variable.get("type").and_then(Value::as_str);
        let has_type = matches!(kind, Some("number" | "boolean"));
        match variable.get("value")? {
            value @ (Value::Number(_) | Value::Bool(_)) => {
                Some(Self { value: Some(value.to_string()), has_type })
            }
            Value::String(text) if !text.is_empty() && has_type => {
                Some(Self { value: None, has_type })
            }
            _ => None,
        }
    }
}

fn name(variable: &Value) -> Option<&str> {
    let text = |key: &str| variable.get(key).and_then(Value::as_str);
    text("key").filter(|key| !key.is_empty()).or_else(|| text("id"))
}

fn is_in_path(url: &Value, name: &str) -> bool {
    let is_it = |segment: &str| segment.strip_prefix(':').is_some_and(|rest| rest == name);
    match url.get("path") {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).any(is_it),
        Some(Value::String(path)) => path.split('/').any(is_it),
        _ => false,
    }
}

fn report(
    context: &Context<'_>,
    variable: &Pointer,
    name: &str,
    fault: Fault,
    findings: &mut Findings<'_>,
) {
    let name = shown(name);
    let (place, what, help) = match fault.value {
        Some(_) => ("value", "is no text", "put the value in quotes"),
        None => (
            "type",
            "is made something else than text by its `type`",
            "write `string` for the type",
        ),
    };
    let message = format!(
        "the path variable `{name}` {what}, and Postman sends `:{name}` in its place; expected text"
    );
    let finding = findings.add(context.value(variable.join(place)), message);
    finding.help = Some(help.to_owned());
    let value = fault.value.map(|text| Edit::Replace(variable.join("value"), text.into()));
    let kind = fault.has_type.then(|| Edit::Replace(variable.join("type"), "string".into()));
    finding.fix = Some(Fix {
        title: format!("make the path variable `{name}` a text"),
        edits: value.into_iter().chain(kind).collect(),
    });
}
