//! Forms and queries that are signed in place of a sent one.

use serde_json::Value;

use super::super::evidence::{KnownParam, WrittenField};
use super::super::form::{Encoding, Pair, joined, pairs};
use super::super::json_body;
use super::bodies::{LONG, Texts, resolved};
use crate::text::json::Layout;
use crate::text::{json, percent};

/// What texts can be made of, besides the sent one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hints<'a> {
    pub(super) nonce_field: &'a str,
    pub(super) nonce: &'a str,
    pub(super) fields: &'a [WrittenField<'a>],
    pub(super) params: &'a [KnownParam<'a>],
    pub(super) variables: &'a [(String, String)],
}

/// Up to this many params all subsets are tried, and up to [`ORDERS`] all orders.
const SUBSETS: usize = 8;
const ORDERS: usize = 5;
const MOST_VALUES: usize = 12;

pub(super) fn texts(sent: &str, hints: &Hints<'_>) -> Texts {
    let pairs = pairs(sent);
    let mut texts = Texts::default();
    let whole = |encoding: Encoding, pairs: &[Pair]| {
        pairs.iter().map(|pair| pair.encoded(encoding)).collect::<Vec<_>>().join("&")
    };
    texts.common.extend(Encoding::ALL.map(|encoding| whole(encoding, &pairs)));
    texts.common.push(String::new());
    if sent.len() > LONG {
        return texts;
    }
    written(hints, &mut texts);
    texts.common.extend(arrangements(&pairs, hints).iter().map(joined));
    texts.common.extend(without_one(&pairs).iter().map(joined));
    texts.common.extend(as_json(&pairs, hints));
    texts.common.push(percent::with_lower_escapes(sent));
    texts.common.extend(placeholders(&pairs, hints));
    texts.rest.extend(subsets(&pairs).iter().map(joined));
    texts.rest.extend(orders(&pairs).iter().map(joined));
    texts.rest.extend(extras(&pairs, hints));
    texts.rest.extend(stale(&pairs, hints).iter().map(joined));
    for encoding in [Encoding::Typed, Encoding::Component, Encoding::UrlSearchParams] {
        texts.rest.push(whole(encoding, &sorted(&pairs)));
        texts.rest.extend(without_one(&pairs).iter().map(|pairs| whole(encoding, pairs)));
    }
    texts.rest.extend([format!("?{sent}"), format!("&{sent}"), format!("{sent}&")]);
    texts.rest.push(pairs.iter().map(|pair| pair.raw.as_str()).collect());
    texts
        .rest
        .push(pairs.iter().map(|pair| percent::form(&pair.raw)).collect::<Vec<_>>().join("&"));
    texts.rest.push(twice(&pairs));
    texts
}

/// The form as its collection has it: with placeholders, with disabled rows, as typed.
fn written(hints: &Hints<'_>, texts: &mut Texts) {
    if hints.fields.is_empty() {
        return;
    }
    let enabled = |all: bool| hints.fields.iter().filter(move |row| all || !row.disabled);
    for all in [false, true] {
        let raw: Vec<_> = enabled(all).map(|row| format!("{}={}", row.key, row.value)).collect();
        texts.common.push(raw.join("&"));
        let filled: Vec<_> = enabled(all)
            .map(|row| (resolved(row.key, hints.variables), resolved(row.value, hints.variables)))
            .collect();
        for encoding in Encoding::ALL {
            let rows = filled.iter().map(|(key, value)| Pair::new(key, value).encoded(encoding));
            texts.common.push(rows.collect::<Vec<_>>().join("&"));
        }
        let encoded: Vec<_> = enabled(all)
            .map(|row| Pair::new(row.key, row.value).encoded(Encoding::Component))
            .collect();
        texts.rest.push(encoded.join("&"));
    }
}

/// Values in place of which a placeholder of a likely name is signed.
fn placeholders(pairs: &[Pair], hints: &Hints<'_>) -> Vec<String> {
    let mut texts = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let mut names = vec![pair.key.clone()];
        if pair.key == hints.nonce_field {
            names.extend(["api_nonce", "nonce", "$timestamp"].map(str::to_owned));
        }
        for name in names {
            for value in [format!("{{{{{name}}}}}"), percent::form(&format!("{{{{{name}}}}}"))] {
                let mut pairs = pairs.to_vec();
                pairs[index].raw = format!("{}={value}", pair.key);
                texts.push(joined(&pairs));
            }
        }
    }
    texts
}

fn sorted(pairs: &[Pair]) -> Vec<Pair> {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| a.key.cmp(&b.key));
    sorted
}

/// Sorted, reversed, and the same with the nonce at either end.
fn arrangements(pairs: &[Pair], hints: &Hints<'_>) -> Vec<Vec<Pair>> {
    let reversed = |pairs: &[Pair]| pairs.iter().rev().cloned().collect::<Vec<_>>();
    let is_nonce = |pair: &&Pair| pair.key == hints.nonce_field;
    let nonces: Vec<Pair> = pairs.iter().filter(is_nonce).cloned().collect();
    let others: Vec<Pair> = pairs.iter().filter(|pair| !is_nonce(pair)).cloned().collect();
    let mut found = vec![sorted(pairs), reversed(pairs)];
    for others in [sorted(&others), reversed(&others), others] {
        found.push([&nonces[..], &others].concat());
        found.push([&others[..], &nonces].concat());
    }
    found
}

fn without_one(pairs: &[Pair]) -> Vec<Vec<Pair>> {
    (0..pairs.len())
        .map(|index| {
            let mut rest = pairs.to_vec();
            rest.remove(index);
            rest
        })
        .collect()
}

/// Fewer params: every choice of a few, else the first ones and all pairs left out.
fn subsets(pairs: &[Pair]) -> Vec<Vec<Pair>> {
    let count = pairs.len();
    if count <= SUBSETS {
        let chosen = |bits: usize| {
            let kept = pairs.iter().enumerate().filter(move |(index, _)| bits >> index & 1 == 1);
            kept.map(|(_, pair)| pair.clone()).collect()
        };
        return (1..(1usize << count).saturating_sub(1)).rev().map(chosen).collect();
    }
    let mut subsets: Vec<_> = (1..count).rev().map(|length| pairs[..length].to_vec()).collect();
    subsets.extend(pairs.iter().map(|pair| vec![pair.clone()]));
    for rest in without_one(pairs) {
        subsets.extend(without_one(&rest));
    }
    subsets.truncate(500);
    subsets
}

/// Other orders: all of a few, else each param moved elsewhere.
fn orders(pairs: &[Pair]) -> Vec<Vec<Pair>> {
    if pairs.len() <= ORDERS {
        return permutations(pairs);
    }
    let mut orders = Vec::new();
    for from in 0..pairs.len() {
        for to in 0..pairs.len() {
            let mut moved = pairs.to_vec();
            let pair = moved.remove(from);
            moved.insert(to, pair);
            orders.push(moved);
            if from < to {
                let mut swapped = pairs.to_vec();
                swapped.swap(from, to);
                orders.push(swapped);
            }
        }
    }
    orders.truncate(500);
    orders
}

fn permutations(pairs: &[Pair]) -> Vec<Vec<Pair>> {
    if pairs.is_empty() {
        return vec![Vec::new()];
    }
    let mut found = Vec::new();
    for index in 0..pairs.len() {
        let mut rest = pairs.to_vec();
        let first = rest.remove(index);
        for mut order in permutations(&rest) {
            order.insert(0, first.clone());
            found.push(order);
        }
    }
    found
}

/// The fields as a JSON object.
fn as_json(pairs: &[Pair], hints: &Hints<'_>) -> Vec<String> {
    let is_number = |text: &str| serde_json::from_str::<serde_json::Number>(text).is_ok();
    let object = |is_bare: &dyn Fn(&Pair) -> bool| {
        let value = |pair: &Pair| {
            if is_bare(pair) && is_number(&pair.value) {
                pair.value.clone()
            } else {
                Value::from(pair.value.as_str()).to_string()
            }
        };
        let members: Vec<_> = pairs.iter().map(|pair| (pair.key.clone(), value(pair))).collect();
        json_body::object(members.iter().map(|(key, value)| (key, value)))
    };
    let objects =
        [object(&|_| false), object(&|pair| pair.key == hints.nonce_field), object(&|_| true)];
    let mut texts = objects.to_vec();
    for object in &objects {
        texts.extend(json_body::js_sorted(object));
        texts.extend(Layout::OTHERS.iter().take(2).map(|layout| json::laid_out(object, *layout)));
    }
    texts
}

/// A param that is known, but not sent, at either end and behind the nonce.
fn extras(pairs: &[Pair], hints: &Hints<'_>) -> Vec<String> {
    let sent: Vec<&str> = pairs.iter().map(|pair| pair.key.as_str()).collect();
    let nonce = KnownParam { name: hints.nonce_field, values: vec![hints.nonce.to_owned()] };
    let otp = KnownParam { name: "otp", values: Vec::new() };
    let mut texts = Vec::new();
    let known = hints.params.iter().chain([&nonce, &otp]);
    for param in known.filter(|param| !sent.contains(&param.name)) {
        let held = hints.variables.iter().find(|(name, _)| name == param.name);
        let values = param.values.iter().take(MOST_VALUES).map(String::as_str);
        let values =
            values.chain(["", "undefined", "null"]).chain(held.map(|(_, value)| value.as_str()));
        for value in values {
            let pair = Pair::new(param.name, value);
            let mut places = vec![pairs.len(), 0, 1.min(pairs.len())];
            places.dedup();
            for place in places {
                let mut more = pairs.to_vec();
                more.insert(place, pair.clone());
                texts.push(joined(&more));
            }
        }
    }
    texts
}

/// A param with another value that it is known to have.
fn stale(pairs: &[Pair], hints: &Hints<'_>) -> Vec<Vec<Pair>> {
    let mut found = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let known = hints.params.iter().find(|param| param.name == pair.key);
        let known = known.into_iter().flat_map(|param| param.values.iter().take(MOST_VALUES));
        let row = hints.fields.iter().filter(|row| row.key == pair.key);
        let written = row.map(|row| resolved(row.value, hints.variables));
        for value in known.cloned().chain(written).chain([String::new()]) {
            if value != pair.value {
                let mut pairs = pairs.to_vec();
                pairs[index] = Pair::new(&pair.key, &value);
                found.push(pairs);
            }
        }
    }
    found
}

fn twice(pairs: &[Pair]) -> String {
    let pairs = pairs.iter().map(|pair| {
        let (key, value) = pair.raw.split_once('=').unwrap_or((&pair.raw, ""));
        format!("{}={}", percent::form(key), percent::form(value))
    });
    pairs.collect::<Vec<_>>().join("&")
}
