//! Where every key and value of a JSON text begins and ends.
//!
//! The text has been parsed before, so the scanner only looks for the ends of things; it does not
//! judge them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use memchr::memchr2;

use super::Pointer;

/// A range of bytes in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The offset of the first byte.
    pub start: usize,
    /// The offset just after the last byte.
    pub end: usize,
}

/// Where a value stands, with its key if it is a member of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The key, its quotes included; none in an array and for the whole document.
    pub key: Option<Span>,
    /// The value.
    pub value: Span,
}

#[derive(Debug)]
struct Node {
    place: Place,
    children: Vec<usize>,
}

/// The places of all keys and values of one text.
#[derive(Debug)]
pub(super) struct Spans {
    nodes: Vec<Node>,
    root: usize,
}

impl Spans {
    /// Scans a text that is known to be JSON.
    pub(super) fn of(text: &str) -> Self {
        let mut scanner = Scanner { bytes: text.as_bytes(), at: 0, nodes: Vec::new() };
        let root = scanner.value(None);
        Self { nodes: scanner.nodes, root }
    }

    /// The place that a pointer names. Of two equal keys the last counts, as it does for the value.
    pub(super) fn place(&self, text: &str, pointer: &Pointer) -> Option<Place> {
        let mut at = self.root;
        for token in pointer.tokens() {
            at = self.child(text, at, &token)?;
        }
        Some(self.nodes[at].place)
    }

    /// The node that a pointer names, behind those that enclose it, the whole document first.
    pub(super) fn trail(&self, text: &str, pointer: &Pointer) -> Option<Vec<usize>> {
        let mut trail = vec![self.root];
        for token in pointer.tokens() {
            trail.push(self.child(text, *trail.last()?, &token)?);
        }
        Some(trail)
    }

    /// The place of a node.
    pub(super) fn place_of(&self, node: usize) -> Place {
        self.nodes[node].place
    }

    /// The nodes of a list's entries or of an object's members, in the order of the text, which is
    /// that of their numbers too.
    pub(super) fn children(&self, node: usize) -> &[usize] {
        &self.nodes[node].children
    }

    /// The whole document.
    pub(super) fn root(&self) -> usize {
        self.root
    }

    /// All nodes, those within a list or object before it.
    pub(super) fn all(&self) -> std::ops::Range<usize> {
        0..self.nodes.len()
    }

    fn child(&self, text: &str, parent: usize, token: &str) -> Option<usize> {
        let children = &self.nodes[parent].children;
        if is_object(&children[..], &self.nodes) {
            let same_key = |child: &&usize| self.key(text, **child).is_some_and(|key| key == token);
            return children.iter().rev().find(same_key).copied();
        }
        let is_index = token == "0" || !token.starts_with(['0', '+']);
        token
            .parse::<usize>()
            .ok()
            .filter(|_| is_index)
            .and_then(|index| children.get(index))
            .copied()
    }

    /// The key of a member; none for what is no member.
    pub(super) fn key<'t>(&self, text: &'t str, node: usize) -> Option<Cow<'t, str>> {
        let key = self.nodes[node].place.key?;
        decoded(text.get(key.start..key.end)?)
    }

    /// Every key that stands twice in one object: its place's pointer, the earlier and the later.
    pub(super) fn duplicates(&self, text: &str) -> Vec<(Pointer, Span, Span)> {
        let mut found = Vec::new();
        self.find_duplicates(text, self.root, &Pointer::root(), &mut found);
        found
    }

    fn find_duplicates(
        &self,
        text: &str,
        node: usize,
        pointer: &Pointer,
        found: &mut Vec<(Pointer, Span, Span)>,
    ) {
        let mut seen = BTreeMap::new();
        for (index, child) in self.nodes[node].children.iter().enumerate() {
            let Some(key) = self.key(text, *child) else {
                self.find_duplicates(text, *child, &pointer.index(index), found);
                continue;
            };
            let here = pointer.join(&key);
            if let Some(span) = self.nodes[*child].place.key
                && let Some(earlier) = seen.insert(key, span)
            {
                found.push((here.clone(), earlier, span));
            }
            self.find_duplicates(text, *child, &here, found);
        }
    }
}

fn is_object(children: &[usize], nodes: &[Node]) -> bool {
    children.first().is_some_and(|child| nodes[*child].place.key.is_some())
}

/// The text that a quoted JSON string stands for.
fn decoded(quoted: &str) -> Option<Cow<'_, str>> {
    if quoted.contains('\\') {
        return serde_json::from_str(quoted).ok().map(Cow::Owned);
    }
    quoted.get(1..quoted.len().saturating_sub(1)).map(Cow::Borrowed)
}

struct Scanner<'t> {
    bytes: &'t [u8],
    at: usize,
    nodes: Vec<Node>,
}

impl Scanner<'_> {
    fn value(&mut self, key: Option<Span>) -> usize {
        self.skip_blanks();
        let start = self.at;
        let children = match self.peek() {
            Some(b'{') => self.members(b'}', true),
            Some(b'[') => self.members(b']', false),
            Some(b'"') => {
                self.string();
                Vec::new()
            }
            _ => {
                self.word();
                Vec::new()
            }
        };
        let place = Place { key, value: Span { start, end: self.at } };
        self.nodes.push(Node { place, children });
        self.nodes.len() - 1
    }

    fn members(&mut self, close: u8, keyed: bool) -> Vec<usize> {
        let mut children = Vec::new();
        self.at += 1;
        loop {
            self.skip_blanks();
            match self.peek() {
                None => return children,
                Some(byte) if byte == close => {
                    self.at += 1;
                    return children;
                }
                Some(b',') => self.at += 1,
                Some(_) => {
                    let key = keyed.then(|| self.key());
                    children.push(self.value(key));
                }
            }
        }
    }

    fn key(&mut self) -> Span {
        let start = self.at;
        self.string();
        let end = self.at;
        self.skip_blanks();
        self.at += 1;
        Span { start, end }
    }

    fn string(&mut self) {
        self.at += 1;
        while let Some(found) = memchr2(b'"', b'\\', self.rest()) {
            let byte = self.bytes.get(self.at + found);
            self.at += found + if byte == Some(&b'\\') { 2 } else { 1 };
            if byte == Some(&b'"') {
                return;
            }
        }
        self.at = self.bytes.len();
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) {
        let rest = self.rest();
        let ends = |byte: &u8| matches!(byte, b',' | b']' | b'}' | b':' | b'"') || is_blank(*byte);
        self.at += rest.iter().position(ends).unwrap_or(rest.len()).max(1);
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.iter().position(|byte| !is_blank(*byte)).unwrap_or(rest.len());
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
