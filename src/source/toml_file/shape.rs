//! Keys, types and words that do not belong in a file, all of them at once.
//!
//! Serde stops at the first; so once it has refused a file, the file is held against the JSON
//! schema that the same structs yield.

use std::ops::Range;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::words::{did_you_mean, either, quoted};

/// Something that does not belong: its bytes, what is wrong, and what to do.
pub(super) struct Misfit {
    pub(super) place: Range<usize>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// What does not belong in `table` by `schema`, in the order of the schema's walk.
pub(super) fn misfits(schema: &Value, table: &Spanned<DeTable<'_>>) -> Vec<Misfit> {
    let mut shape = Shape { root: schema, misfits: Vec::new() };
    shape.table(&shape.leaves(schema), table.get_ref(), table.span());
    shape.misfits
}

struct Shape<'a> {
    root: &'a Value,
    misfits: Vec<Misfit>,
}

impl<'a> Shape<'a> {
    fn value(&mut self, schema: &'a Value, found: &Spanned<DeValue<'_>>) {
        let leaves = self.leaves(schema);
        if leaves.iter().any(|leaf| leaf.get("type").is_none()) {
            return;
        }
        match found.get_ref() {
            DeValue::Table(table) if has_type(&leaves, "object") => {
                self.table(&leaves, table, found.span());
            }
            DeValue::Array(array) if has_type(&leaves, "array") => {
                let items = leaves.iter().find_map(|leaf| leaf.get("items"));
                for entry in array {
                    if let Some(items) = items {
                        self.value(items, entry);
                    }
                }
            }
            DeValue::String(text) if has_type(&leaves, "string") => {
                self.word(&leaves, text, found.span());
            }
            DeValue::Integer(_) if has_type(&leaves, "integer") => self.integer(&leaves, found),
            DeValue::Boolean(_) if has_type(&leaves, "boolean") => {}
            other => self.add(
                found.span(),
                format!("found {}, expected {}", in_words(other), expected(&leaves)),
                way_out(other, &leaves),
            ),
        }
    }

    fn table(&mut self, leaves: &[&'a Value], table: &DeTable<'_>, place: Range<usize>) {
        let objects: Vec<_> = leaves.iter().filter(|leaf| is_type(leaf, "object")).collect();
        let known: Vec<_> = objects.iter().flat_map(|leaf| properties(leaf)).collect();
        let names: Vec<_> = known.iter().map(|(name, _)| name.as_str()).collect();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if let Some((_, schema)) = known.iter().find(|(known, _)| *known == name) {
                self.value(schema, value);
            } else if let Some(rest) = objects.iter().find_map(|leaf| rest(leaf)) {
                self.value(rest, value);
            } else {
                let message = format!("unknown key {}, expected {}", quoted(name), either(&names));
                self.add(key.span(), message, did_you_mean(name, &names));
            }
        }
        match objects.as_slice() {
            [only] => self.required(only, table, &place),
            several => self.exactly_one(several.len(), &names, table, place),
        }
    }

    fn required(&mut self, leaf: &Value, table: &DeTable<'_>, place: &Range<usize>) {
        let required = leaf.get("required").and_then(Value::as_array).into_iter().flatten();
        let required = required.filter_map(Value::as_str);
        let missing: Vec<_> =
            required.filter(|name| table.get(*name).is_none()).map(quoted).collect();
        let message = match missing.as_slice() {
            [] => return,
            [one] => format!("found no key {one}, expected it here"),
            several => format!("found no keys {}, expected them here", several.join(", ")),
        };
        self.add(place.clone(), message, None);
    }

    /// A choice between objects of one key each, such as the parts of a message.
    fn exactly_one(
        &mut self,
        choices: usize,
        names: &[&str],
        table: &DeTable<'_>,
        place: Range<usize>,
    ) {
        if choices > 1 && table.len() != 1 {
            let message = format!("found {} keys, expected one of {}", table.len(), either(names));
            self.add(place, message, None);
        }
    }

    fn word(&mut self, leaves: &[&Value], text: &str, place: Range<usize>) {
        let words: Vec<_> =
            leaves.iter().filter_map(|leaf| leaf.get("const").and_then(Value::as_str)).collect();
        if !words.is_empty() && !words.contains(&text) {
            let message = format!("found {}, expected {}", quoted(text), either(&words));
            self.add(place, message, did_you_mean(text, &words));
        }
    }

    fn integer(&mut self, leaves: &[&Value], found: &Spanned<DeValue<'_>>) {
        let DeValue::Integer(integer) = found.get_ref() else { return };
        let number = i128::from_str_radix(integer.as_str(), integer.radix()).unwrap_or(i128::MAX);
        let unsigned = leaves.iter().any(|leaf| leaf.get("minimum").is_some());
        let (min, max) = if unsigned {
            (0, i128::from(u32::MAX))
        } else {
            (i128::from(i64::MIN), i128::from(i64::MAX))
        };
        if !(min..=max).contains(&number) {
            let message = format!(
                "found {}, expected a number from {min} to {max}",
                quoted(integer.as_str())
            );
            self.add(found.span(), message, None);
        }
    }

    /// The branches of a schema, through references and unions.
    fn leaves(&self, schema: &'a Value) -> Vec<&'a Value> {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let target = self.root.pointer(target.trim_start_matches('#'));
            return target.map(|target| self.leaves(target)).unwrap_or_default();
        }
        let union = ["allOf", "anyOf", "oneOf"].iter().find_map(|key| schema.get(key)?.as_array());
        match union {
            Some(branches) => branches.iter().flat_map(|branch| self.leaves(branch)).collect(),
            None => vec![schema],
        }
    }

    fn add(&mut self, place: Range<usize>, message: String, help: Option<String>) {
        self.misfits.push(Misfit { place, message, help });
    }
}

fn is_type(leaf: &Value, name: &str) -> bool {
    leaf.get("type").is_some_and(|kind| kind == name)
}

fn has_type(leaves: &[&Value], name: &str) -> bool {
    leaves.iter().any(|leaf| is_type(leaf, name))
}

fn properties(leaf: &Value) -> impl Iterator<Item = (&String, &Value)> {
    leaf.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

/// The schema of keys that have no name of their own.
fn rest(leaf: &Value) -> Option<&Value> {
    leaf.get("additionalProperties").filter(|rest| rest.is_object())
}

/// What the branches take, in words: `a string or an array`, or the words there are.
fn expected(leaves: &[&Value]) -> String {
    let words: Vec<_> = leaves.iter().filter_map(|leaf| leaf.get("const")?.as_str()).collect();
    let mut kinds: Vec<_> = leaves
        .iter()
        .filter(|leaf| leaf.get("const").is_none())
        .filter_map(|leaf| match leaf.get("type")?.as_str()? {
            "object" => Some("a table"),
            "array" => Some("an array"),
            "string" => Some("a string"),
            "integer" => Some("an integer"),
            "boolean" => Some("a boolean"),
            _ => None,
        })
        .collect();
    kinds.dedup();
    let words = (!words.is_empty()).then(|| either(&words));
    words.into_iter().chain(kinds.into_iter().map(str::to_owned)).collect::<Vec<_>>().join(" or ")
}

fn in_words(found: &DeValue<'_>) -> String {
    match found {
        DeValue::String(text) => format!("the string {}", quoted(text)),
        DeValue::Integer(integer) => format!("the number {}", quoted(integer.as_str())),
        DeValue::Float(float) => format!("the number {}", quoted(float.as_str())),
        DeValue::Boolean(truth) => format!("the boolean `{truth}`"),
        DeValue::Datetime(date) => format!("the date `{date}`"),
        DeValue::Array(_) => "an array".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

fn way_out(found: &DeValue<'_>, leaves: &[&Value]) -> Option<String> {
    match found {
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_)
            if has_type(leaves, "string") =>
        {
            Some("put it in quotes".to_owned())
        }
        DeValue::String(text)
            if has_type(leaves, "boolean") && ["true", "false"].contains(&&**text) =>
        {
            Some("leave the quotes out".to_owned())
        }
        DeValue::String(text) if has_type(leaves, "integer") && text.parse::<i64>().is_ok() => {
            Some("leave the quotes out".to_owned())
        }
        DeValue::Table(_) if has_type(leaves, "array") => {
            Some("put it in square brackets; a header takes two: `[[name]]`".to_owned())
        }
        _ => None,
    }
}
