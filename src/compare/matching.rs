//! Which request of one side is which of the other.

use std::collections::BTreeMap;

use super::operation::Operation;
use super::params::Param;
use super::path::Path;
use super::path_index::PathIndex;

/// Requests of two sides, by their indexes.
#[derive(Debug, Default)]
pub(super) struct Matching {
    /// Those that are on both sides, in the newer side's order.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Those that only the older side has, in its order.
    pub(super) removed: Vec<usize>,
    /// Those that only the newer side has, in its order.
    pub(super) added: Vec<usize>,
}

impl Matching {
    /// Matches requests by method and path; those that share both, by folder, name and params.
    ///
    /// Which side is older makes no difference, nor does the order of either.
    pub(super) fn of(old: &[Operation<'_>], new: &[Operation<'_>]) -> Self {
        let (mut olds, mut news) = (groups(old), groups(new));
        let mut matching = Self::default();
        for edges in [same_path, near_path, same_filled_path, same_end] {
            for (one, other) in mutual(&edges(&olds, &news)) {
                if let (Some(one), Some(other)) = (olds[one].take(), news[other].take()) {
                    matching.pair(old, new, one.members, other.members);
                }
            }
        }
        matching.removed.extend(olds.into_iter().flatten().flat_map(|group| group.members));
        matching.added.extend(news.into_iter().flatten().flat_map(|group| group.members));
        matching.removed.sort_unstable();
        matching.added.sort_unstable();
        matching.pairs.sort_unstable_by_key(|(_, new)| *new);
        matching
    }

    /// Pairs requests of the same method and path.
    fn pair(
        &mut self,
        old: &[Operation<'_>],
        new: &[Operation<'_>],
        olds: Vec<usize>,
        news: Vec<usize>,
    ) {
        if let ([one], [other]) = (&olds[..], &news[..]) {
            self.pairs.push((*one, *other));
            return;
        }
        let mut olds: Vec<_> = olds.into_iter().map(|index| Member::of(old, index)).collect();
        let mut news: Vec<_> = news.into_iter().map(|index| Member::of(new, index)).collect();
        // What is left for the last step is paired in an order that no folder decides.
        olds.sort_by(|one, other| one.content.cmp(&other.content));
        news.sort_by(|one, other| one.content.cmp(&other.content));
        self.pair_by(&mut olds, &mut news, |it| (it.location.clone(), it.content.clone()));
        self.pair_by(&mut olds, &mut news, |it| it.location.clone());
        self.pair_by(&mut olds, &mut news, |it| it.content.clone());
        self.pair_by(&mut olds, &mut news, |it| it.name.to_owned());
        self.pair_by(&mut olds, &mut news, |_| ());
        self.removed.extend(olds.iter().map(|member| member.index));
        self.added.extend(news.iter().map(|member| member.index));
    }

    /// Pairs those that have the same key, the first with the first, and takes them out.
    fn pair_by<K: Ord>(
        &mut self,
        olds: &mut Vec<Member<'_>>,
        news: &mut Vec<Member<'_>>,
        key: impl Fn(&Member<'_>) -> K,
    ) {
        let mut waiting: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (at, member) in news.iter().enumerate().rev() {
            waiting.entry(key(member)).or_default().push(at);
        }
        let mut paired = vec![false; news.len()];
        olds.retain(|member| {
            let Some(at) = waiting.get_mut(&key(member)).and_then(Vec::pop) else { return true };
            paired[at] = true;
            self.pairs.push((member.index, news[at].index));
            false
        });
        let mut paired = paired.into_iter();
        news.retain(|_| !paired.next().unwrap_or_default());
    }
}

/// A request among those of the same method and path.
#[derive(Debug)]
struct Member<'a> {
    index: usize,
    name: &'a str,
    location: String,
    content: Content,
}

/// What tells requests of the same method and path apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Content {
    params: Vec<Param>,
    headers: Vec<Param>,
    scripts: Vec<(String, String)>,
}

impl Content {
    fn of(operation: &Operation<'_>) -> Self {
        let sorted = |mut params: Vec<Param>| {
            params.sort();
            params
        };
        Self {
            params: sorted(Param::all(operation)),
            headers: sorted(Param::headers(operation)),
            scripts: operation.own_scripts(),
        }
    }
}

impl<'a> Member<'a> {
    fn of(operations: &[Operation<'a>], index: usize) -> Self {
        let operation = &operations[index];
        Self {
            index,
            name: operation.name(),
            location: operation.location(),
            content: Content::of(operation),
        }
    }
}

/// Requests of one side that have the same method and path.
#[derive(Debug)]
struct Group<'a> {
    /// One of them.
    first: &'a Operation<'a>,
    members: Vec<usize>,
}

fn groups<'a>(operations: &'a [Operation<'a>]) -> Vec<Option<Group<'a>>> {
    let mut groups: BTreeMap<_, Group<'a>> = BTreeMap::new();
    for (index, operation) in operations.iter().enumerate() {
        let key = (operation.method.as_str(), operation.address.path.key());
        let new = || Group { first: operation, members: Vec::new() };
        groups.entry(key).or_insert_with(new).members.push(index);
    }
    groups.into_values().map(Some).collect()
}

/// Two groups that could be the same, and how far apart their paths are.
#[derive(Debug, Clone, Copy)]
struct Edge {
    distance: usize,
    old: usize,
    new: usize,
}

type Side<'a> = [Option<Group<'a>>];

/// The groups that are still without a partner.
fn left<'a>(side: &'a Side<'a>) -> impl Iterator<Item = (usize, &'a Operation<'a>)> {
    side.iter().enumerate().filter_map(|(index, group)| Some((index, group.as_ref()?.first)))
}

/// Edges between groups of equal keys.
fn equal<K: Ord>(olds: &Side<'_>, news: &Side<'_>, key: impl Fn(&Operation<'_>) -> K) -> Vec<Edge> {
    let mut by_key: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (index, operation) in left(news) {
        by_key.entry(key(operation)).or_default().push(index);
    }
    let mut edges = Vec::new();
    for (old, operation) in left(olds) {
        let partners = by_key.get(&key(operation)).into_iter().flatten();
        edges.extend(partners.map(|new| Edge { distance: 0, old, new: *new }));
    }
    edges
}

fn same_path(olds: &Side<'_>, news: &Side<'_>) -> Vec<Edge> {
    equal(olds, news, |it| (it.method.clone(), it.address.path.key()))
}

/// A value in one path may stand for the variable in another.
fn near_path(olds: &Side<'_>, news: &Side<'_>) -> Vec<Edge> {
    let by_method = index(news, Path::clone);
    let mut edges = Vec::new();
    for (old, operation) in left(olds) {
        let index = by_method.get(operation.method.as_str());
        let near = index.map(|index| index.near(&operation.address.path)).unwrap_or_default();
        edges.extend(near.into_iter().map(|(distance, new)| Edge { distance, old, new }));
    }
    edges
}

fn same_filled_path(olds: &Side<'_>, news: &Side<'_>) -> Vec<Edge> {
    equal(olds, news, |it| {
        let path = it.address.filled.as_ref().unwrap_or(&it.address.path);
        (it.method.clone(), path.key())
    })
}

/// Where a base URL is unknown, it may hold the first segments of the path.
fn same_end(olds: &Side<'_>, news: &Side<'_>) -> Vec<Edge> {
    let mut edges: Vec<_> = ends(olds, news)
        .into_iter()
        .map(|(distance, old, new)| Edge { distance, old, new })
        .collect();
    let back = ends(news, olds).into_iter();
    edges.extend(back.map(|(distance, new, old)| Edge { distance, old, new }));
    edges.sort_unstable_by_key(|edge| (edge.old, edge.new, edge.distance));
    edges.dedup_by_key(|edge| (edge.old, edge.new));
    edges
}

/// Distances from groups whose base is unknown to groups whose paths may end with theirs.
fn ends(from: &Side<'_>, to: &Side<'_>) -> Vec<(usize, usize, usize)> {
    let lacks = |operation: &Operation<'_>| {
        operation.address.base.is_unknown() && operation.address.path.has_text()
    };
    let index = index(to, Path::reversed);
    let mut found = Vec::new();
    for (one, operation) in left(from).filter(|(_, operation)| lacks(operation)) {
        let Some(index) = index.get(operation.method.as_str()) else { continue };
        let near = index.beginning_near(&operation.address.path.reversed()).into_iter();
        found.extend(near.map(|(distance, other)| (distance, one, other)));
    }
    found
}

/// Groups by their methods and paths, or by what is made of the paths.
fn index<'s>(
    side: &'s Side<'_>,
    made: impl Fn(&Path) -> Path,
) -> BTreeMap<&'s str, PathIndex<usize>> {
    let mut by_method: BTreeMap<&str, PathIndex<usize>> = BTreeMap::new();
    for (group, operation) in left(side) {
        let path = made(&operation.address.path);
        by_method.entry(&operation.method).or_default().insert(&path, group);
    }
    by_method
}

/// The edges that are the only shortest ones of both their groups.
fn mutual(edges: &[Edge]) -> Vec<(usize, usize)> {
    let by_old = only_shortest(edges, |edge| edge.old);
    let by_new = only_shortest(edges, |edge| edge.new);
    let is_mutual =
        |edge: &&Edge| matches!(by_new.get(&edge.new), Some(Some(other)) if other.old == edge.old);
    let of_old = by_old.values().flatten();
    of_old.filter(is_mutual).map(|edge| (edge.old, edge.new)).collect()
}

/// For each group its shortest edge; none if there are several.
fn only_shortest(edges: &[Edge], end: impl Fn(&Edge) -> usize) -> BTreeMap<usize, Option<Edge>> {
    let mut shortest: BTreeMap<usize, (usize, Option<Edge>)> = BTreeMap::new();
    for edge in edges {
        let entry = shortest.entry(end(edge)).or_insert((usize::MAX, None));
        if edge.distance < entry.0 {
            *entry = (edge.distance, Some(*edge));
        } else if edge.distance == entry.0 {
            entry.1 = None;
        }
    }
    shortest.into_iter().map(|(group, (_, edge))| (group, edge)).collect()
}
