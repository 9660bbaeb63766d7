//! Differences between the params of two requests.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, ChangeKind, Level};
use super::documented;
use super::shown::shown;
use super::surface::Surface;
use crate::catalog::Place;
use crate::compare::DocumentedParam;
use crate::compare::params::Param;
use crate::compare::path::Segment;

/// All differences between the params of two requests.
pub(super) fn changes(old: &Surface<'_>, new: &Surface<'_>, out: &mut Vec<Change>) {
    in_path(old, new, out);
    let mut removed: Vec<_> = rest(old).filter(|param| new.partner(param).is_none()).collect();
    let mut added: Vec<_> = rest(new).filter(|param| old.partner(param).is_none()).collect();
    for param in rest(old) {
        if let Some(partner) = new.partner(param) {
            of_pair((old, param), (new, partner), out);
        }
    }
    let name = |param: &Param| Some(param.name.clone());
    for (one, other) in taken((&mut removed, name), (&mut added, name)) {
        let (before, after) = (word(one.place).to_owned(), word(other.place).to_owned());
        out.push(Change::new(ChangeKind::ParamPlace, &other.name, Some(before), Some(after)));
        of_pair((old, one), (new, other), out);
    }
    let of_old = |param: &Param| all_but_name(old, param);
    let of_new = |param: &Param| all_but_name(new, param);
    for (one, other) in taken((&mut removed, of_old), (&mut added, of_new)) {
        out.push(rename(&one.name, &other.name));
    }
    for param in removed {
        let before = Some(shown(&param.name, &param.values));
        let change = Change::new(ChangeKind::ParamRemoved, &param.name, before, None);
        let is_harmless = !param.is_on && !documented::dropped(old, new, &param.name);
        out.push(if is_harmless { change.at(Level::Compatible) } else { change });
    }
    for param in added {
        let after = Some(shown(&param.name, &param.values));
        let change = Change::new(ChangeKind::ParamAdded, &param.name, None, after);
        out.push(documented::added(change, new.documented.param(&param.name)));
    }
    documented::within(old, new, out);
}

/// The params that are not in the path, where they are told apart by their places.
fn rest<'s>(surface: &'s Surface<'_>) -> impl Iterator<Item = &'s Param> {
    surface.params.iter().filter(|param| param.place != Place::Path)
}

/// Params of the path, segment by segment from the end on: a base URL may hold the first ones.
fn in_path(old: &Surface<'_>, new: &Surface<'_>, out: &mut Vec<Change>) {
    let segments = |surface: &Surface<'_>| surface.operation.address.path.segments().to_vec();
    let pairs = segments(old).into_iter().rev().zip(segments(new).into_iter().rev());
    let start = out.len();
    for pair in pairs {
        match pair {
            (Segment::Variable(one), Segment::Variable(other)) => {
                if one != other {
                    out.push(rename(&one, &other));
                }
                if let Some((one, other)) = old.in_path(&one).zip(new.in_path(&other)) {
                    of_pair((old, one), (new, other), out);
                }
            }
            (Segment::Variable(name), Segment::Text(text)) => {
                let before = Some(old.path_value(&name));
                out.push(Change::new(ChangeKind::ParamValue, &name, before, Some(text)));
            }
            (Segment::Text(text), Segment::Variable(name)) => {
                let after = Some(new.path_value(&name));
                out.push(Change::new(ChangeKind::ParamValue, &name, Some(text), after));
            }
            (Segment::Text(_), Segment::Text(_)) => {}
        }
    }
    out[start..].reverse();
}

fn rename(before: &str, after: &str) -> Change {
    let (old, new) = (Some(before.to_owned()), Some(after.to_owned()));
    Change::new(ChangeKind::ParamRenamed, before, old, new)
}

/// Differences between the two states of one param.
fn of_pair(old: (&Surface<'_>, &Param), new: (&Surface<'_>, &Param), out: &mut Vec<Change>) {
    let ((old, one), (new, other)) = (old, new);
    let subject = &other.name;
    if one.is_on != other.is_on {
        let state = |param: &Param| Some(if param.is_on { "on" } else { "off" }.to_owned());
        out.push(Change::new(ChangeKind::ParamEnabled, subject, state(one), state(other)));
    }
    if one.values != other.values {
        let show = |param: &Param| Some(shown(&param.name, &param.values));
        out.push(Change::new(ChangeKind::ParamValue, subject, show(one), show(other)));
    }
    if old.meaning(one) != new.meaning(other) {
        out.push(Change::new(ChangeKind::Description, subject, None, None));
    }
    let documented = (old.documented.param(&one.name), new.documented.param(&other.name));
    if let (Some(before), Some(after)) = documented {
        documented::changes(subject, before, after, out);
    }
}

/// All that is known of a param but for its name; none if that is nothing to know it again by.
fn all_but_name(
    surface: &Surface<'_>,
    param: &Param,
) -> Option<(Param, String, Option<DocumentedParam>)> {
    let meaning = surface.meaning(param).to_owned();
    let is_telling = param.values.iter().any(|value| !value.is_empty()) || !meaning.is_empty();
    let documented = surface.documented.param(&param.name);
    let documented = documented.map(documented::without_name);
    let unnamed = Param { name: String::new(), description: String::new(), ..param.clone() };
    is_telling.then_some((unnamed, meaning, documented))
}

type Params<'p> = Vec<&'p Param>;

/// Takes out of both lists what has the same key, and nothing else in either list has.
fn taken<'p, K: Ord>(
    (removed, old_key): (&mut Params<'p>, impl Fn(&Param) -> Option<K>),
    (added, new_key): (&mut Params<'p>, impl Fn(&Param) -> Option<K>),
) -> Vec<(&'p Param, &'p Param)> {
    let mut by_key: BTreeMap<K, (Params<'p>, Params<'p>)> = BTreeMap::new();
    for param in removed.iter().copied() {
        if let Some(key) = old_key(param) {
            by_key.entry(key).or_default().0.push(param);
        }
    }
    for param in added.iter().copied() {
        if let Some(key) = new_key(param) {
            by_key.entry(key).or_default().1.push(param);
        }
    }
    let only = |(olds, news): &(Params<'p>, Params<'p>)| match (&olds[..], &news[..]) {
        ([one], [other]) => Some((*one, *other)),
        _ => None,
    };
    let pairs: Vec<_> = by_key.values().filter_map(only).collect();
    let place = |param: &Param| (param.place, param.name.clone());
    let olds: BTreeSet<_> = pairs.iter().map(|(one, _)| place(one)).collect();
    let news: BTreeSet<_> = pairs.iter().map(|(_, other)| place(other)).collect();
    removed.retain(|param| !olds.contains(&place(param)));
    added.retain(|param| !news.contains(&place(param)));
    pairs
}

/// The name of a place.
fn word(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Body => "body",
        Place::Header => "header",
    }
}
