//! What is different between two sets of requests, by meaning: neither ids nor the order of things
//! nor how a file is laid out counts.

mod body;
mod change;
mod context;
mod documented;
mod examples;
mod headers;
mod javascript;
mod params;
mod scripts;
mod shown;
mod surface;

use rayon::prelude::*;

pub use change::{Change, ChangeKind, Level};

use super::matching::Matching;
use super::operation::{Operation, Source};
use crate::countersign::Status;
use surface::Surface;

/// What came of signing a request again: by the index of its source and the JSON pointer of its item;
/// none if it was not signed again.
pub type StatusOf<'a> = dyn Fn(usize, &str) -> Option<Status> + Sync + 'a;

/// One side of a comparison.
#[derive(Clone, Copy)]
pub struct Party<'a> {
    /// Its collections; for an api, the one that is generated of it.
    pub sources: &'a [Source],
    /// Whether it is an api, which has neither scripts nor tests of its own.
    pub is_api: bool,
    /// What came of signing its requests again, asked for only where scripts differ.
    pub status: Option<&'a StatusOf<'a>>,
}

/// What is different between an older and a newer side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diff {
    /// Requests that only the newer side has, in its order.
    pub added: Vec<Endpoint>,
    /// Requests that only the older side has, in its order.
    pub removed: Vec<Endpoint>,
    /// Requests that have another folder or name, in the newer side's order.
    pub moved: Vec<Moved>,
    /// Requests that are different in themselves, in the newer side's order.
    pub changed: Vec<Changed>,
    /// How many requests are the same, folder and name included.
    pub unchanged: usize,
}

/// A request by what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Endpoint {
    /// Its name.
    pub name: String,
    /// Its method, upper case.
    pub method: String,
    /// Its path below the host, with `{name}` for what is to fill in.
    pub path: String,
}

/// A request that has another folder or name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The request, by its new name.
    pub endpoint: Endpoint,
    /// Its old folders and name: `Trading / AddOrder`.
    pub from: String,
    /// Its new folders and name.
    pub to: String,
}

/// A request that is different in itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The request, by its new name.
    pub endpoint: Endpoint,
    /// What is different: what matters most first.
    pub changes: Vec<Change>,
}

/// A request of one side.
#[derive(Clone, Copy)]
struct Counterpart<'a> {
    operation: &'a Operation<'a>,
    party: Party<'a>,
}

impl std::fmt::Debug for Party<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sources: Vec<_> = self.sources.iter().map(|source| &source.name).collect();
        f.debug_struct("Party").field("sources", &sources).field("is_api", &self.is_api).finish()
    }
}

impl Diff {
    /// What is different between two sides.
    ///
    /// Requests are matched by method and path, whatever the base URL is written as; those that share
    /// both, by folder and name.
    pub fn of(old: Party<'_>, new: Party<'_>) -> Self {
        let (olds, news) =
            rayon::join(|| Operation::all(old.sources), || Operation::all(new.sources));
        let Matching { pairs, removed, added } = Matching::of(&olds, &news);
        let mut diff = Self {
            added: added.into_iter().map(|index| Endpoint::of(&news[index])).collect(),
            removed: removed.into_iter().map(|index| Endpoint::of(&olds[index])).collect(),
            ..Self::default()
        };
        let changes = pairs.par_iter().map(|(one, other)| {
            let one = Counterpart { operation: &olds[*one], party: old };
            changes(one, Counterpart { operation: &news[*other], party: new })
        });
        let changes: Vec<_> = changes.collect();
        for ((one, other), changes) in pairs.into_iter().zip(changes) {
            diff.note(&olds[one], &news[other], changes);
        }
        diff
    }

    fn note(&mut self, old: &Operation<'_>, new: &Operation<'_>, changes: Vec<Change>) {
        let (from, to) = (old.location(), new.location());
        if from == to && changes.is_empty() {
            self.unchanged += 1;
        }
        if from != to {
            self.moved.push(Moved { endpoint: Endpoint::of(new), from, to });
        }
        if !changes.is_empty() {
            self.changed.push(Changed { endpoint: Endpoint::of(new), changes });
        }
    }

    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.worst().is_none()
    }

    /// The level of what matters most; none if nothing is different.
    pub fn worst(&self) -> Option<Level> {
        let of_lists = [
            (!self.removed.is_empty()).then_some(Level::Breaking),
            (!self.added.is_empty()).then_some(Level::Compatible),
            (!self.moved.is_empty()).then_some(Level::Cosmetic),
        ];
        let changes = self.changed.iter().flat_map(|changed| &changed.changes);
        changes.map(|change| change.level).chain(of_lists.into_iter().flatten()).max()
    }

    /// Only what matters at least so much.
    #[must_use]
    pub fn at_least(mut self, level: Level) -> Self {
        if level > Level::Compatible {
            self.added.clear();
        }
        if level > Level::Cosmetic {
            self.moved.clear();
        }
        for changed in &mut self.changed {
            changed.changes.retain(|change| change.level >= level);
        }
        self.changed.retain(|changed| !changed.changes.is_empty());
        self
    }
}

impl Endpoint {
    fn of(operation: &Operation<'_>) -> Self {
        Self {
            name: operation.name().to_owned(),
            method: operation.method.clone(),
            path: operation.address.path.to_string(),
        }
    }
}

/// Whether two requests are written alike, so that nothing of them needs a closer look.
fn is_same_request(old: &Operation<'_>, new: &Operation<'_>) -> bool {
    old.item.request == new.item.request
        && old.item.description == new.item.description
        && old.address.path == new.address.path
}

/// What is different between two requests of the same endpoint, what matters most first.
fn changes(old: Counterpart<'_>, new: Counterpart<'_>) -> Vec<Change> {
    let (one, other) = (old.operation, new.operation);
    let is_alike = one.item == other.item && context::is_same(one, other);
    if is_alike && old.party.is_api == new.party.is_api {
        return Vec::new();
    }
    let mut out = Vec::new();
    if !is_same_request(one, other) {
        let (before, after) = (Surface::of(one), Surface::of(other));
        params::changes(&before, &after, &mut out);
        body::changes(one, other, &mut out);
        headers::changes(one, other, &mut out);
        if before.documented.text != after.documented.text {
            out.push(Change::new(ChangeKind::Description, "", None, None));
        }
    }
    context::changes(one, other, &mut out);
    scripts::changes(&old, &new, &mut out);
    if one.item.response != other.item.response {
        examples::changes(one, other, &mut out);
    }
    out.sort_by_key(|change| (std::cmp::Reverse(change.level), change.kind));
    out
}
