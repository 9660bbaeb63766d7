//! A JSON body that shows every param: what is off stands in comments.
//!
//! Postman cuts comments out of a JSON body before it is sent, so a line behind `//` is for JSON what
//! an unticked row is for a form. A line can be switched on alone or with others, and the text stays
//! JSON: the last entry of an object is always one that is on.

use serde_json::{Map, Value};

use super::body::sample;
use crate::catalog::Param;

const INDENT: &str = "    ";

/// A key with its value, written over one or more lines, without the comma behind it.
struct Entry {
    lines: Vec<String>,
    on: bool,
}

/// The body of an endpoint, indented by four spaces.
///
/// `value` says what a param holds, and whether it is on.
pub(crate) fn json_body<'a>(
    params: impl Iterator<Item = &'a Param>,
    value: impl Fn(&Param) -> (Value, bool),
) -> String {
    let entries = params.map(|param| {
        let (value, on) = value(param);
        entry(&param.name, &value, Some(param), on)
    });
    object(entries.collect()).join("\n")
}

/// A param as a member of the body, in lines without a comma behind the last.
pub(crate) fn member(param: &Param, value: &Value) -> Vec<String> {
    entry(&param.name, value, Some(param), true).lines
}

/// `"key": value`.
fn entry(key: &str, value: &Value, param: Option<&Param>, on: bool) -> Entry {
    let mut lines = match (param, value) {
        (Some(param), Value::Object(example)) => object(properties(&param.properties, example)),
        (Some(param), Value::Array(examples)) => array(param, examples),
        _ => plain(value),
    };
    lines[0].insert_str(0, &format!("{}: ", Value::from(key)));
    Entry { lines, on }
}

/// The properties of an object: those of its example are on, all others off.
fn properties(params: &[Param], example: &Map<String, Value>) -> Vec<Entry> {
    let known = params.iter().map(|param| match example.get(&param.name) {
        Some(value) => entry(&param.name, value, Some(param), true),
        None => entry(&param.name, &sample(param), Some(param), false),
    });
    let unknown = example
        .iter()
        .filter(|(key, _)| params.iter().all(|param| param.name != **key))
        .map(|(key, value)| entry(key, value, None, true));
    known.chain(unknown).collect()
}

/// The entries of an array; the first object shows what others could have, too.
fn array(param: &Param, examples: &[Value]) -> Vec<String> {
    let Some(Value::Object(first)) = examples.first() else {
        let entries: Vec<_> = examples.iter().map(Value::to_string).collect();
        return vec![format!("[{}]", entries.join(", "))];
    };
    let shown = param.items.as_ref().map_or(&[][..], |items| &items.properties);
    let first = object(properties(shown, first));
    let others = examples[1..].iter().map(plain);
    let entries = std::iter::once(first).chain(others);
    enclosed('[', entries.map(|lines| Entry { lines, on: true }).collect(), ']')
}

/// A value without anything that is off.
fn plain(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let entries = members.iter().map(|(key, value)| entry(key, value, None, true));
            object(entries.collect())
        }
        _ => vec![value.to_string()],
    }
}

fn object(entries: Vec<Entry>) -> Vec<String> {
    enclosed('{', entries, '}')
}

/// Entries between two brackets, each on lines of its own, with commas so that all can be switched on.
fn enclosed(open: char, mut entries: Vec<Entry>, close: char) -> Vec<String> {
    if let Some(last) = entries.iter().rposition(|entry| entry.on) {
        let last = entries.remove(last);
        entries.push(last);
    }
    let count = entries.len();
    let mut lines = vec![open.to_string()];
    for (index, mut entry) in entries.into_iter().enumerate() {
        let is_last = index + 1 == count;
        if let (Some(line), false) = (entry.lines.last_mut(), is_last) {
            line.push(',');
        }
        let mark = if entry.on { "" } else { "// " };
        lines.extend(entry.lines.into_iter().map(|line| format!("{INDENT}{mark}{line}")));
    }
    lines.push(close.to_string());
    lines
}
