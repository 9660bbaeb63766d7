//! Differences between the headers of two requests.

use indexmap::IndexMap;

use super::change::{Change, ChangeKind, Level};
use super::shown::shown;
use crate::compare::operation::Operation;
use crate::compare::params::Param;

/// All differences between the headers of two requests.
pub(super) fn changes(old: &Operation<'_>, new: &Operation<'_>, out: &mut Vec<Change>) {
    let (olds, news) = (by_name(old), by_name(new));
    for (name, header) in &olds {
        let Some(after) = news.get(name) else {
            let before = Some(shown(&header.name, &header.values));
            let change = Change::new(ChangeKind::HeaderRemoved, &header.name, before, None);
            out.push(if header.is_on { change } else { change.at(Level::Compatible) });
            continue;
        };
        of_pair(header, after, out);
    }
    for (_, header) in news.iter().filter(|(name, _)| !olds.contains_key(*name)) {
        let after = Some(shown(&header.name, &header.values));
        out.push(Change::new(ChangeKind::HeaderAdded, &header.name, None, after));
    }
}

/// The headers by their names in lower case, in the order of the file.
fn by_name(operation: &Operation<'_>) -> IndexMap<String, Param> {
    let headers = Param::headers(operation).into_iter();
    headers.map(|header| (header.name.to_ascii_lowercase(), header)).collect()
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
