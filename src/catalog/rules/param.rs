//! Params, and the params inside them: limits that apply, values that fit.

use serde_json::Value;

use super::super::check::{Refusal, check_item_word, check_word};
use super::super::finding::{File, Findings};
use super::super::model::{Items, Param, ParamType, Place};
use super::super::step::Trail;
use super::recipe::is_header_name;
use crate::source::toml_file::quoted;

pub(super) fn check(file: File, param: &Param, at: &Trail<'_>, findings: &mut Findings) {
    if param.name.is_empty() {
        let message = "found an empty name, expected the param's".to_owned();
        findings.value(file, &at.key("name"), message);
    }
    if param.place == Some(Place::Header) && !is_header_name(&param.name) {
        let message =
            format!("found {}, expected a header name such as `API-OTP`", quoted(&param.name));
        findings.value(file, &at.key("name"), message);
    }
    applicable(file, param, at, findings);
    limits(file, param, at, findings);
    words(file, &param.values, |word| check_word(param, word), &at.key("enum"), findings);
    values(file, param, at, findings);
    if let Some(items) = &param.items {
        entries(file, items, &at.key("items"), findings);
    }
    inside(file, &param.properties, at, findings);
}

fn takes(param: &Param, kinds: &[ParamType]) -> bool {
    kinds.contains(&param.kind) || param.also_accepts.iter().any(|kind| kinds.contains(kind))
}

/// Keys that say something about a type that the param does not have.
fn applicable(file: File, param: &Param, at: &Trail<'_>, findings: &mut Findings) {
    const COUNTED: &[ParamType] = &[ParamType::Integer, ParamType::Number, ParamType::Array];
    let keys: [(&str, bool, &[ParamType]); 6] = [
        ("min", param.min.is_some(), COUNTED),
        ("max", param.max.is_some(), COUNTED),
        ("min_length", param.min_length.is_some(), &[ParamType::String]),
        ("max_length", param.max_length.is_some(), &[ParamType::String]),
        ("items", param.items.is_some(), &[ParamType::Array]),
        ("properties", !param.properties.is_empty(), &[ParamType::Object]),
    ];
    for (key, _, kinds) in
        keys.into_iter().filter(|(_, there, kinds)| *there && !takes(param, kinds))
    {
        let kinds: Vec<_> = kinds.iter().map(|kind| kind.article()).collect();
        let found = param.kind.article();
        let message =
            format!("found `{key}` on {found}, expected it only on {}", kinds.join(" or "));
        findings.key(file, &at.key(key), message);
    }
}

fn limits(file: File, param: &Param, at: &Trail<'_>, findings: &mut Findings) {
    let lengths = (param.min_length.map(i64::from), param.max_length.map(i64::from));
    for (key, (min, max)) in [("max", (param.min, param.max)), ("max_length", lengths)] {
        if let (Some(min), Some(max)) = (min, max)
            && max < min
        {
            let message = format!("found `{max}`, expected at least `{min}`, the smallest");
            findings.value(file, &at.key(key), message);
        }
    }
}

fn words(
    file: File,
    words: &[Value],
    check: impl Fn(&Value) -> Result<(), Refusal>,
    at: &Trail<'_>,
    findings: &mut Findings,
) {
    for (index, word) in words.iter().enumerate() {
        let here = at.index(index);
        if let Err(refusal) = check(word) {
            findings.refused(file, &here, "a word of `enum`", &refusal);
        }
        if words.iter().take(index).any(|earlier| earlier == word) {
            findings.value(
                file,
                &here,
                format!("found {} twice, expected it once", quoted(&word.to_string())),
            );
        }
    }
}

fn values(file: File, param: &Param, at: &Trail<'_>, findings: &mut Findings) {
    for (key, value) in [("default", &param.default), ("example", &param.example)] {
        let Some(value) = value else { continue };
        if let Err(refusal) = param.check(value) {
            findings.refused(file, &at.key(key), &format!("the {key}"), &refusal);
        }
    }
    if param.required && param.sample().is_none() {
        let message = format!(
            "required param {} has no value to show, expected `example`",
            quoted(&param.name)
        );
        findings.value(file, &at.key("name"), message);
    }
}

fn entries(file: File, items: &Items, at: &Trail<'_>, findings: &mut Findings) {
    words(file, &items.values, |word| check_item_word(items, word), &at.key("enum"), findings);
    if !items.properties.is_empty()
        && items.kind != ParamType::Object
        && !items.also_accepts.contains(&ParamType::Object)
    {
        let found = items.kind.article();
        let message = format!("found `properties` on {found}, expected it only on an object");
        findings.key(file, &at.key("properties"), message);
    }
    inside(file, &items.properties, at, findings);
}

fn inside(file: File, properties: &[Param], at: &Trail<'_>, findings: &mut Findings) {
    let list = at.key("properties");
    for (index, property) in properties.iter().enumerate() {
        let here = list.index(index);
        if property.place.is_some() {
            let message = "found `in` on a property, expected it only on params".to_owned();
            findings.key(file, &here.key("in"), message);
        }
        if properties.iter().take(index).any(|earlier| earlier.name == property.name) {
            let message =
                format!("property {} is there twice, expected it once", quoted(&property.name));
            findings.value(file, &here.key("name"), message);
        }
        check(file, property, &here, findings);
    }
}
