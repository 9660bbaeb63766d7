//! Differences between the params of two requests.

use super::change::{Change, ChangeKind, Level};
use super::documented;
use super::shown::shown;
use super::surface::Surface;
use crate::catalog::Place;
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
    let elsewhere = |one: &Param, other: &Param| one.place != other.place && one.name == other.name;
    for (one, other) in taken(&mut removed, &mut added, elsewhere) {
        let (before, after) = (word(one.place).to_owned(), word(other.place).to_owned());
        out.push(Change::new(ChangeKind::ParamPlace, &other.name, Some(before), Some(after)));
        of_pair((old, one), (new, other), out);
    }
    let renamed = |one: &Param, other: &Param| is_renamed((old, one), (new, other));
    for (one, other) in taken(&mut removed, &mut added, renamed) {
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

/// Whether two params differ in nothing but their names, and in that there is something to tell.
fn is_renamed(old: (&Surface<'_>, &Param), new: (&Surface<'_>, &Param)) -> bool {
    let ((old, one), (new, other)) = (old, new);
    let documented = (old.documented.param(&one.name), new.documented.param(&other.name));
    let is_telling =
        one.values.iter().any(|value| !value.is_empty()) || !old.meaning(one).is_empty();
    is_telling
        && (one.place, one.is_on, &one.values) == (other.place, other.is_on, &other.values)
        && old.meaning(one) == new.meaning(other)
        && documented::is_same_but_for_name(documented)
}

/// Takes out of both lists what belongs together and to nothing else.
fn taken<'p>(
    removed: &mut Vec<&'p Param>,
    added: &mut Vec<&'p Param>,
    belongs: impl Fn(&Param, &Param) -> bool,
) -> Vec<(&'p Param, &'p Param)> {
    let only = |found: Vec<usize>| match found[..] {
        [index] => Some(index),
        _ => None,
    };
    let to_new =
        |one: &Param| only((0..added.len()).filter(|index| belongs(one, added[*index])).collect());
    let to_old = |other: &Param| {
        only((0..removed.len()).filter(|index| belongs(removed[*index], other)).collect())
    };
    let pairs: Vec<(usize, usize)> = (0..removed.len())
        .filter_map(|one| Some((one, to_new(removed[one])?)))
        .filter(|(one, other)| to_old(added[*other]) == Some(*one))
        .collect();
    let found = pairs.iter().map(|(one, other)| (removed[*one], added[*other])).collect();
    let mut index = 0..;
    removed.retain(|_| index.next().is_none_or(|at| pairs.iter().all(|(one, _)| *one != at)));
    let mut index = 0..;
    added.retain(|_| index.next().is_none_or(|at| pairs.iter().all(|(_, other)| *other != at)));
    found
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
