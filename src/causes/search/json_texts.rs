//! JSON bodies that are signed in place of a sent one.

use indexmap::IndexMap;
use serde_json::Value;

use super::super::form::{Encoding, Pair};
use super::super::json_body;
use super::bodies::{LONG, Texts};
use super::form_texts::Hints;
use crate::text::json;
use crate::text::json::Layout;

type Members = IndexMap<String, String>;

const MOST_VALUES: usize = 12;

pub(super) fn texts(sent: &str, hints: &Hints<'_>) -> Texts {
    let bare = json::without_comments(sent);
    let mut texts = Texts::default();
    texts.common.extend([
        bare.clone(),
        json::compact(&bare),
        json::ascii_only(&bare),
        String::new(),
    ]);
    texts.common.extend(json_body::js_round_trip(&bare));
    texts.common.extend(json_body::js_sorted(&bare));
    if sent.len() > LONG {
        return texts;
    }
    layouts(&bare, &mut texts);
    let Some(members) = json_body::members(&bare) else { return texts };
    let own = own_layouts(&bare);
    let add = |list: &mut Vec<String>, members: &Members| {
        let object = json_body::object(members);
        list.extend(own.iter().map(|layout| json::laid_out(&object, *layout)));
    };
    for version in forms(&members, hints).iter().chain(&without_one(&members)) {
        add(&mut texts.common, version);
    }
    for version in placeholders(&members, hints) {
        add(&mut texts.common, &version);
    }
    for version in extras(&members, hints).iter().chain(&stale(&members, hints)) {
        add(&mut texts.rest, version);
    }
    for rest in without_one(&members) {
        for version in without_one(&rest).iter().take(50) {
            add(&mut texts.rest, version);
        }
    }
    texts.common.extend(as_form(&members));
    texts.rest.extend(bare_placeholders(&bare, &members, hints));
    texts
}

/// The same in every layout, in order and sorted.
fn layouts(bare: &str, texts: &mut Texts) {
    for layout in Layout::OTHERS {
        let laid_out = json::laid_out(bare, layout);
        texts.common.push(json::ascii_only(&laid_out));
        texts.common.push(laid_out);
        for text in
            [json_body::js_round_trip(bare), json_body::js_sorted(bare)].into_iter().flatten()
        {
            texts.common.push(json::laid_out(&text, layout));
        }
    }
    // PHP escapes slashes.
    texts.common.push(json::compact(bare).replace('/', "\\/"));
}

/// Compact, and the layout that the sent text has, if it is a usual one.
fn own_layouts(sent: &str) -> Vec<Layout> {
    let own = Layout::OTHERS.into_iter().find(|layout| json::laid_out(sent, *layout) == sent);
    [Layout::COMPACT].into_iter().chain(own).collect()
}

/// The members in other orders, or with their numbers and texts exchanged.
fn forms(members: &Members, hints: &Hints<'_>) -> Vec<Members> {
    let mut sorted = members.clone();
    sorted.sort_keys();
    let reversed: Members = members.iter().rev().map(owned).collect();
    let mut forms = vec![sorted, reversed];
    for mut form in forms.clone() {
        let nonce = form.get_index_of(hints.nonce_field);
        if let Some(index) = nonce {
            form.move_index(index, 0);
            forms.push(form);
        }
    }
    for index in 0..members.len().min(20) {
        for to in [0, members.len() - 1] {
            let mut moved = members.clone();
            moved.move_index(index, to);
            forms.push(moved);
        }
    }
    let quoted = |value: &String| match value.as_bytes().first() {
        Some(b'-' | b'0'..=b'9') => format!("\"{value}\""),
        _ => value.clone(),
    };
    forms.push(members.iter().map(|(key, value)| (key.clone(), quoted(value))).collect());
    let is_number = |text: &str| serde_json::from_str::<serde_json::Number>(text).is_ok();
    let bare = |value: &String| Some(json_body::plain(value)).filter(|text| is_number(text));
    let bared =
        |(key, value): (&String, &String)| (key.clone(), bare(value).unwrap_or(value.clone()));
    forms.push(members.iter().map(bared).collect());
    for (key, value) in members {
        for other in [quoted(value), bare(value).unwrap_or_default()] {
            if other != *value && !other.is_empty() {
                forms.push(with(members, key, other));
            }
        }
    }
    forms
}

fn owned((key, value): (&String, &String)) -> (String, String) {
    (key.clone(), value.clone())
}

fn with(members: &Members, key: &str, value: String) -> Members {
    let mut members = members.clone();
    members.insert(key.to_owned(), value);
    members
}

fn without_one(members: &Members) -> Vec<Members> {
    let without = |left_out: &String| {
        let kept = members.iter().filter(|(key, _)| *key != left_out);
        kept.map(owned).collect()
    };
    members.keys().map(without).collect()
}

/// Placeholders in quotes.
fn placeholders(members: &Members, hints: &Hints<'_>) -> Vec<Members> {
    let mut found = Vec::new();
    for key in members.keys() {
        for name in names(key, hints) {
            found.push(with(members, key, format!("\"{{{{{name}}}}}\"")));
        }
    }
    found
}

/// Placeholders without quotes, which is no JSON, in the text as it is.
fn bare_placeholders(bare: &str, members: &Members, hints: &Hints<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (key, value) in members {
        for name in names(key, hints) {
            let placeholder = format!("{{{{{name}}}}}");
            found.push(bare.replacen(value.as_str(), &placeholder, 1));
            found.push(bare.replacen(&json_body::plain(value), &placeholder, 1));
        }
    }
    found
}

fn names(key: &str, hints: &Hints<'_>) -> Vec<String> {
    let mut names = vec![key.to_owned()];
    if key == hints.nonce_field {
        names.extend(["api_nonce", "nonce", "$timestamp"].map(str::to_owned));
    }
    names
}

/// A param that is known, but not sent, at either end.
fn extras(members: &Members, hints: &Hints<'_>) -> Vec<Members> {
    let nonce = super::super::evidence::KnownParam {
        name: hints.nonce_field,
        values: vec![hints.nonce.to_owned()],
    };
    let mut found = Vec::new();
    let known = hints.params.iter().chain([&nonce]);
    for param in known.filter(|param| !members.contains_key(param.name)) {
        let values = param.values.iter().take(MOST_VALUES);
        let mut texts: Vec<String> = vec!["\"\"".into(), "null".into()];
        for value in values {
            texts.push(Value::from(value.as_str()).to_string());
            if serde_json::from_str::<Value>(value).is_ok() {
                texts.push(value.clone());
            }
        }
        for text in texts {
            let last = with(members, param.name, text);
            let mut first = last.clone();
            first.move_index(last.len() - 1, 0);
            found.extend([last, first]);
        }
    }
    found
}

/// A param with another value that it is known to have.
fn stale(members: &Members, hints: &Hints<'_>) -> Vec<Members> {
    let mut found = Vec::new();
    for param in hints.params {
        let Some(sent) = members.get(param.name) else { continue };
        for value in param.values.iter().take(MOST_VALUES) {
            let text = if sent.starts_with('"') {
                Value::from(value.as_str()).to_string()
            } else {
                value.clone()
            };
            if text != *sent {
                found.push(with(members, param.name, text));
            }
        }
    }
    found
}

/// The members as a form.
fn as_form(members: &Members) -> Vec<String> {
    let pairs: Vec<_> =
        members.iter().map(|(key, value)| Pair::new(key, &json_body::plain(value))).collect();
    let encodings =
        [Encoding::Strict, Encoding::Typed, Encoding::Component, Encoding::UrlSearchParams];
    let text =
        |encoding| pairs.iter().map(|pair| pair.encoded(encoding)).collect::<Vec<_>>().join("&");
    encodings.map(text).to_vec()
}
