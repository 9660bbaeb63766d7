//! Finding the paths that one path could mean, among thousands.

use std::collections::BTreeMap;

use super::path::{Path, Segment};

/// Things by their paths.
#[derive(Debug)]
pub(super) struct PathIndex<T> {
    nodes: Vec<Node<T>>,
}

#[derive(Debug)]
struct Node<T> {
    texts: BTreeMap<String, usize>,
    variable: Option<usize>,
    here: Vec<T>,
}

impl<T> Default for Node<T> {
    fn default() -> Self {
        Self { texts: BTreeMap::new(), variable: None, here: Vec::new() }
    }
}

impl<T> Default for PathIndex<T> {
    fn default() -> Self {
        Self { nodes: vec![Node::default()] }
    }
}

impl<T: Copy> PathIndex<T> {
    /// Notes that a thing has a path.
    pub(super) fn insert(&mut self, path: &Path, thing: T) {
        let mut at = 0;
        for segment in path.segments() {
            let fresh = self.nodes.len();
            let node = &mut self.nodes[at];
            at = match segment {
                Segment::Text(text) => *node.texts.entry(text.clone()).or_insert(fresh),
                Segment::Variable(_) => *node.variable.get_or_insert(fresh),
            };
            if at == fresh {
                self.nodes.push(Node::default());
            }
        }
        self.nodes[at].here.push(thing);
    }

    /// Everything whose path could mean the same, with the distance of the two paths.
    pub(super) fn near(&self, path: &Path) -> Vec<(usize, T)> {
        let nodes = self.nodes_near(path).into_iter();
        nodes
            .flat_map(|(distance, node)| {
                self.nodes[node].here.iter().map(move |thing| (distance, *thing))
            })
            .collect()
    }

    /// Everything whose path could begin with this one, with the distance of the two beginnings.
    pub(super) fn beginning_near(&self, path: &Path) -> Vec<(usize, T)> {
        let mut found = Vec::new();
        let mut open = self.nodes_near(path);
        while let Some((distance, node)) = open.pop() {
            let node = &self.nodes[node];
            found.extend(node.here.iter().map(|thing| (distance, *thing)));
            let below = node.texts.values().chain(&node.variable);
            open.extend(below.map(|next| (distance, *next)));
        }
        found
    }

    /// The nodes of paths that could mean the same, with the distance of the two paths.
    fn nodes_near(&self, path: &Path) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut open = vec![(0, 0, path.segments())];
        while let Some((at, distance, rest)) = open.pop() {
            let node = &self.nodes[at];
            let Some((segment, rest)) = rest.split_first() else {
                found.push((distance, at));
                continue;
            };
            match segment {
                Segment::Text(text) => {
                    open.extend(node.texts.get(text).map(|next| (*next, distance, rest)));
                    open.extend(node.variable.map(|next| (next, distance + 1, rest)));
                }
                Segment::Variable(_) => {
                    open.extend(node.texts.values().map(|next| (*next, distance + 1, rest)));
                    open.extend(node.variable.map(|next| (next, distance, rest)));
                }
            }
        }
        found
    }

    /// The one thing whose path is nearest; none if there are several.
    pub(super) fn nearest(&self, path: &Path) -> Option<T> {
        only_least(self.near(path))
    }
}

/// The one thing of least distance; none if there are several.
pub(super) fn only_least<T>(found: Vec<(usize, T)>) -> Option<T> {
    let least = found.iter().map(|(distance, _)| *distance).min()?;
    let mut nearest = found.into_iter().filter(|(distance, _)| *distance == least);
    let (_, first) = nearest.next()?;
    nearest.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_is_nearer_than_a_variable() {
        let mut index = PathIndex::default();
        for (number, path) in ["/a/{id}", "/a/list", "/a/{id}/b"].iter().enumerate() {
            index.insert(&Path::read(path), number);
        }
        let nearest = |path: &str| index.nearest(&Path::read(path));
        assert_eq!(nearest("/a/list"), Some(1));
        assert_eq!(nearest("/a/17"), Some(0));
        assert_eq!(nearest("/a/:x"), Some(0));
        assert_eq!(nearest("/{{v}}/list"), Some(1));
        assert_eq!(nearest("/a/17/b"), Some(2));
        assert_eq!(nearest("/b"), None);
    }

    #[test]
    fn a_beginning_finds_everything_below_it() {
        let mut index = PathIndex::default();
        for (number, path) in ["/a", "/a/{id}", "/a/{id}/b", "/c"].iter().enumerate() {
            index.insert(&Path::read(path), number);
        }
        let mut found = index.beginning_near(&Path::read("/a"));
        found.sort_unstable();
        assert_eq!(found, [(0, 0), (0, 1), (0, 2)]);
        assert_eq!(index.beginning_near(&Path::read("/a/x/b")), [(1, 2)]);
        assert_eq!(index.beginning_near(&Path::read("/d")), []);
    }

    proptest! {
        #[test]
        fn finds_what_comparing_with_each_finds(
            paths in prop::collection::vec("(/(a|b|:x)){0,4}", 0..12), asked in "(/(a|b|:x)){0,4}",
        ) {
            let asked = Path::read(&asked);
            let paths: Vec<_> = paths.iter().map(|path| Path::read(path)).collect();
            let mut index = PathIndex::default();
            paths.iter().enumerate().for_each(|(number, path)| index.insert(path, number));
            let each = paths.iter().enumerate();
            let mut expected: Vec<_> =
                each.filter_map(|(number, path)| Some((path.distance(&asked)?, number))).collect();
            let mut found = index.near(&asked);
            found.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
