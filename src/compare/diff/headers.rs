//! Differences between the headers of two requests.

use super::change::{Change, ChangeKind, Level};
use super::shown::shown;
use crate::catalog::Place;
use crate::compare::operation::Operation;
use crate::compare::params::Param;

/// All differences between the headers of two requests.
pub(super) fn changes(old: &Operation<'_>, new: &Operation<'_>, out: &mut Vec<Change>) {
    let (olds, news) = (Param::headers(old), Param::headers(new));
    for header in &olds {
        let Some(after) = partner(header, &news) else {
            let before = Some(shown(&header.name, &header.values));
            let change = Change::new(ChangeKind::HeaderRemoved, &header.name, before, None);
            out.push(if header.is_on { change } else { change.at(Level::Compatible) });
            continue;
        };
        of_pair(header, after, out);
    }
    for header in news.iter().filter(|header| partner(header, &olds).is_none()) {
        let after = Some(shown(&header.name, &header.values));
        out.push(Change::new(ChangeKind::HeaderAdded, &header.name, None, after));
    }
}

fn partner<'h>(header: &Param, others: &'h [Param]) -> Option<&'h Param> {
    others.iter().find(|other| other.is(Place::Header, &header.name))
}

fn of_pair(old: &Param, new: &Param, out: &mut Vec<Change>) {
    if old.is_on != new.is_on {
        let state = |header: &Param| Some(if header.is_on { "on" } else { "off" }.to_owned());
        out.push(Change::new(ChangeKind::HeaderEnabled, &new.name, state(old), state(new)));
    }
    if old.values != new.values {
        let show = |header: &Param| Some(shown(&header.name, &header.values));
        out.push(Change::new(ChangeKind::HeaderValue, &new.name, show(old), show(new)));
    }
    if old.description != new.description {
        out.push(Change::new(ChangeKind::Description, &new.name, None, None));
    }
}
