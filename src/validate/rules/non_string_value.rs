#![doc = include_str!("non_string_value.md")]

use serde_json::{Value, json};

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::secrecy::Grade;
use crate::source::Pointer;
use crate::text::shown::shown;
use crate::validate::variables::Definition;
use crate::variables::Scope;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("non-string-value"),
    severity: Severity::Warning,
    summary: "a variable that is no text, and is sent as another text than it is written",
    page: include_str!("non_string_value.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for definition in context.definitions() {
        let Some(value) = definition.row.get("value") else { continue };
        match value {
            Value::String(text) => check_type(context, &definition, text, findings),
            Value::Number(_) | Value::Bool(_) => check_scalar(context, &definition, findings),
            Value::Null => check_odd(context, &definition, "null", "the word `null`", findings),
            Value::Array(_) => {
                let text = "its entries with commas between them";
                check_odd(context, &definition, "a list", text, findings);
            }
            Value::Object(_) => {
                check_odd(context, &definition, "an object", "`[object Object]`", findings);
            }
        }
    }
}

/// Whether a request takes the variable. Of an environment that is not known.
fn is_sent(context: &Context<'_>, name: &str) -> bool {
    context.document.kind().is_of_variables() || context.uses().first(name).is_some()
}

/// What Postman puts in the place of the variable's name.
fn pasted(context: &Context<'_>, definition: &Definition<'_>) -> Option<String> {
    let scope = Scope::read(&json!([definition.row]), context.setup.engine);
    Some(scope.get(definition.name)?.pasted().into_owned())
}

/// A text that the `type` turns into something else.
fn check_type(
    context: &Context<'_>,
    definition: &Definition<'_>,
    text: &str,
    findings: &mut Findings<'_>,
) {
    let kind = match definition.row.get("type").and_then(Value::as_str) {
        Some("number") => "a number",
        Some("boolean") => "a boolean",
        _ => return,
    };
    let pasted = pasted(context, definition).filter(|pasted| pasted != text);
    let Some(pasted) = pasted.filter(|_| !text.is_empty() && is_sent(context, definition.name))
    else {
        return;
    };
    let name = shown(definition.name);
    let change = change(definition.name, text, &pasted);
    let message =
        format!("its `type` makes the variable `{name}` {kind}, and Postman sends {change}");
    let place = definition.pointer().join("type");
    let finding = findings.add(context.value(place.clone()), message);
    finding.help = Some("write `string` for the type".to_owned());
    finding.fix = Some(Fix {
        title: format!("make the variable `{name}` a text"),
        edits: vec![Edit::Replace(place, "string".into())],
    });
}

/// A number or a boolean that JavaScript writes in another way.
fn check_scalar(context: &Context<'_>, definition: &Definition<'_>, findings: &mut Findings<'_>) {
    let place = definition.pointer().join("value");
    let written = written(context, &place);
    let pasted = pasted(context, definition).filter(|pasted| pasted != written);
    let Some(pasted) = pasted.filter(|_| is_sent(context, definition.name)) else { return };
    let name = shown(definition.name);
    let change = change(definition.name, written, &pasted);
    let message = format!("the variable `{name}` is no text, and Postman sends {change}");
    let finding = findings.add(context.value(place.clone()), message);
    finding.help = Some("put the value in quotes".to_owned());
    let is_typed =
        definition.row.get("type").is_some_and(|kind| kind == "number" || kind == "boolean");
    finding.fix = (!is_typed).then(|| Fix {
        title: format!("make the variable `{name}` a text"),
        edits: vec![Edit::Replace(place, written.into())],
    });
}

/// The value as the file has it.
fn written<'a>(context: &Context<'a>, place: &Pointer) -> &'a str {
    let span = context.document.place(place).map(|place| place.value);
    span.and_then(|span| context.document.text().get(span.start..span.end)).unwrap_or_default()
}

fn change(name: &str, written: &str, sent: &str) -> String {
    if Grade::of(name).is_some() {
        "another text than is written".to_owned()
    } else {
        format!("`{}` for `{}`", shown(sent), shown(written))
    }
}

/// A value that stands for no text. Scripts may keep such values in variables, or fill them first.
fn check_odd(
    context: &Context<'_>,
    definition: &Definition<'_>,
    what: &str,
    sent: &str,
    findings: &mut Findings<'_>,
) {
    let is_filled = context.scripted().may_set(definition.name)
        || (what == "null" && context.document.kind().is_of_variables());
    if is_filled || !is_sent(context, definition.name) {
        return;
    }
    let name = shown(definition.name);
    let message = format!(
        "the variable `{name}` is {what}, and Postman puts {sent} in the place of `{{{{{name}}}}}`; expected text"
    );
    let finding = findings.add(context.value(definition.pointer().join("value")), message);
    finding.help = Some("write the value as text, in quotes".to_owned());
}
