#![doc = include_str!("misplaced_key.md")]

use serde_json::{Value, json};

use super::{Context, Findings, Rule};
use crate::findings::{Edit, Fix, RuleId, Severity};
use crate::runtime::outline::{Entry, EntryKind};
use crate::source::Pointer;
use crate::validate::schema::UnknownKey;

pub(super) const RULE: Rule = Rule {
    id: RuleId::new("misplaced-key"),
    severity: Severity::Warning,
    summary: "a script, an authorization or a setting at a level where Postman never looks",
    page: include_str!("misplaced_key.md"),
    check,
};

/// Where a key belongs, seen from the object that it stands in.
#[derive(Debug, Clone, Copy)]
enum Belongs {
    /// In the object around it.
    Around,
    /// In the object that the collection itself is.
    ToCollection,
    /// In the object under this key.
    In(&'static str),
}

/// Keys in objects that have no use for them. The objects are called as in the schema.
const MISPLACED: [(&str, &str, Belongs); 14] = [
    ("Event", "exec", Belongs::In("script")),
    ("Info", "auth", Belongs::ToCollection),
    ("Info", "event", Belongs::ToCollection),
    ("Info", "item", Belongs::ToCollection),
    ("Info", "protocolProfileBehavior", Belongs::ToCollection),
    ("Info", "variable", Belongs::ToCollection),
    ("Request", "event", Belongs::Around),
    ("Request", "protocolProfileBehavior", Belongs::Around),
    ("Request", "response", Belongs::Around),
    ("RequestItem", "auth", Belongs::In("request")),
    ("RequestItem", "body", Belongs::In("request")),
    ("RequestItem", "header", Belongs::In("request")),
    ("RequestItem", "method", Belongs::In("request")),
    ("RequestItem", "url", Belongs::In("request")),
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for unknown in context.unknown_keys() {
        let is_it = |(form, key, _): &&(_, _, _)| (*form, *key) == (unknown.form(), unknown.key);
        if let Some((.., belongs)) = MISPLACED.iter().find(is_it).filter(|_| matters(unknown)) {
            report(context, unknown, *belongs, findings);
        }
    }
    for entry in context.entries() {
        if entry.item.get("variable").is_some_and(holds_something) {
            report_variables(context, entry, findings);
        }
    }
}

/// Whether something is lost. Of an item without a request the rule `schema` tells.
fn matters(unknown: &UnknownKey<'_>) -> bool {
    let is_request = unknown.form() != "RequestItem"
        || unknown.map().is_some_and(|map| map.contains_key("request"));
    is_request && !unknown.is_in_example() && holds_something(unknown.value)
}

fn holds_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(map) => !map.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

fn report(
    context: &Context<'_>,
    unknown: &UnknownKey<'_>,
    belongs: Belongs,
    findings: &mut Findings<'_>,
) {
    let (key, noun) = (unknown.key, unknown.noun());
    let place = match belongs {
        Belongs::Around => "one level up".to_owned(),
        Belongs::ToCollection => "in the collection, beside `info`".to_owned(),
        Belongs::In(child) => format!("in its `{child}`"),
    };
    let message =
        format!("`{key}` is no key of {noun}, and Postman ignores it; expected it {place}");
    let finding = findings.add(context.key(unknown.object.join(key)), message);
    finding.help = Some(format!("move `{key}` there"));
    finding.fix = moved(context, unknown, belongs);
}

/// The change that moves the key, unless another stands where it belongs.
fn moved(context: &Context<'_>, unknown: &UnknownKey<'_>, belongs: Belongs) -> Option<Fix> {
    let (key, value) = (unknown.key, unknown.value);
    let (parent, child) = match belongs {
        Belongs::Around => (unknown.object.parent()?, None),
        Belongs::ToCollection => (Pointer::root(), None),
        Belongs::In(child) => (unknown.object.clone(), Some(child)),
    };
    let around = context.root().pointer(parent.as_str())?;
    let insert = match child {
        Some(child) if around.get(child).is_none() => {
            Edit::InsertMember(parent, child.to_owned(), json!({ key: value }))
        }
        Some(child) => insert(around.get(child)?, parent.join(child), key, value)?,
        None => insert(around, parent, key, value)?,
    };
    Some(Fix {
        title: format!("move `{key}` to where Postman looks for it"),
        edits: vec![Edit::Remove(unknown.object.join(key)), insert],
    })
}

fn insert(object: &Value, at: Pointer, key: &str, value: &Value) -> Option<Edit> {
    let is_free = object.is_object() && object.get(key).is_none();
    is_free.then(|| Edit::InsertMember(at, key.to_owned(), value.clone()))
}

/// The schema has variables of folders and items, the runtime does not.
fn report_variables(context: &Context<'_>, entry: &Entry<'_>, findings: &mut Findings<'_>) {
    let noun = if entry.kind == EntryKind::Folder { "folder" } else { "request" };
    let message = format!(
        "the variables of this {noun} have no effect: Postman knows those of the collection only"
    );
    let finding = findings.add(context.key(entry.pointer.join("variable")), message);
    finding.help = Some("move them to `variable` of the collection".to_owned());
}
