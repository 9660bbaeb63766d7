//! Wrong ways to put the right pieces together.

use super::Cause;
use super::fault::Fault;
use super::hash::Hash;
use super::message::{DigestForm, Node};
use crate::signing::Piece;

/// A way to put a message together.
#[derive(Debug, Clone)]
pub(super) struct Structure {
    pub(super) nodes: Vec<Node>,
    /// What is wrong with it; none for the right one.
    pub(super) fault: Option<Fault>,
}

/// The right way first, then the wrong ones, the likeliest first; no two are the same.
pub(super) fn structures(right: &[Node]) -> Vec<Structure> {
    let mut list = vec![Structure { nodes: right.to_vec(), fault: None }];
    add_digest_forms(&mut list, right);
    add_digest_gone(&mut list, right);
    add_without_nonce(&mut list, right);
    add_other_hashes(&mut list, right);
    add_orders(&mut list, right);
    add_wholes(&mut list, right);
    list
}

fn add(list: &mut Vec<Structure>, nodes: Vec<Node>, cause: Cause, detail: impl Into<String>) {
    if !nodes.is_empty() && !list.iter().any(|known| known.nodes == nodes) {
        list.push(Structure { nodes, fault: Some(Fault::new(cause, detail)) });
    }
}

/// What comes in place of a digest, if anything does.
type Replace<'a> = dyn Fn(Hash, DigestForm, &[Node]) -> Option<Vec<Node>> + 'a;

/// All versions of `nodes` in which one digest, at any depth, is replaced.
fn with_digest(nodes: &[Node], replace: &Replace<'_>) -> Vec<Vec<Node>> {
    let mut versions = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let Node::Digest { hash, form, parts } = node else { continue };
        let mut put = |new: Vec<Node>| {
            let mut version = nodes.to_vec();
            version.splice(index..=index, new);
            versions.push(version);
        };
        if let Some(new) = replace(*hash, *form, parts) {
            put(new);
        }
        for parts in with_digest(parts, replace) {
            put(vec![Node::Digest { hash: *hash, form: *form, parts }]);
        }
    }
    versions
}

fn add_digest_forms(list: &mut Vec<Structure>, right: &[Node]) {
    let forms = [
        (DigestForm::Hex, "as hexadecimal text"),
        (DigestForm::UpperHex, "as upper-case hexadecimal text"),
        (DigestForm::Base64, "as base64 text"),
        (DigestForm::Latin1, "as a binary string, whose characters are encoded as UTF-8"),
        (DigestForm::Bytes, "as bytes"),
    ];
    for (new, words) in forms {
        let versions = with_digest(right, &|hash, form, parts| {
            let parts = parts.to_vec();
            (form != new).then(|| vec![Node::Digest { hash, form: new, parts }])
        });
        for nodes in versions {
            add(list, nodes, Cause::DigestAsHex, format!("the inner digest is joined {words}"));
        }
    }
}

fn add_digest_gone(list: &mut Vec<Structure>, right: &[Node]) {
    for nodes in with_digest(right, &|_, _, parts| Some(parts.to_vec())) {
        let detail = "the text was signed as it is, without hashing it first";
        add(list, nodes, Cause::DigestMissing, detail);
    }
    for nodes in with_digest(right, &|_, _, _| Some(Vec::new())) {
        add(list, nodes, Cause::DigestMissing, "the inner digest is not part of the message");
    }
}

fn add_without_nonce(list: &mut Vec<Structure>, right: &[Node]) {
    fn without(nodes: &[Node]) -> Vec<Node> {
        let kept = nodes.iter().filter(|node| **node != Node::Piece(Piece::Nonce));
        kept.map(|node| match node {
            Node::Digest { hash, form, parts } => {
                Node::Digest { hash: *hash, form: *form, parts: without(parts) }
            }
            other => other.clone(),
        })
        .collect()
    }
    add(list, without(right), Cause::NonceNotHashed, NONCE_NOT_HASHED);
}

pub(super) const NONCE_NOT_HASHED: &str = "the nonce is not part of what was hashed";

fn add_other_hashes(list: &mut Vec<Structure>, right: &[Node]) {
    for new in Hash::ALL {
        let versions = with_digest(right, &|hash, form, parts| {
            let parts = parts.to_vec();
            (hash != new).then(|| vec![Node::Digest { hash: new, form, parts }])
        });
        for nodes in versions {
            let detail = format!("the inner digest is {}", new.name());
            add(list, nodes, Cause::WrongMac, detail);
        }
    }
    let twice = with_digest(right, &|hash, form, parts| {
        let inner = Node::Digest { hash, form: DigestForm::Bytes, parts: parts.to_vec() };
        Some(vec![Node::Digest { hash, form, parts: vec![inner] }])
    });
    for nodes in twice {
        add(list, nodes, Cause::WrongMac, "the inner digest is hashed twice");
    }
}

fn add_orders(list: &mut Vec<Structure>, right: &[Node]) {
    let words = "the parts of the message are joined in another order";
    for nodes in orders(right) {
        add(list, nodes, Cause::WrongMac, words);
    }
    for (index, node) in right.iter().enumerate() {
        let Node::Digest { hash, form, parts } = node else { continue };
        for parts in orders(parts) {
            let mut nodes = right.to_vec();
            nodes[index] = Node::Digest { hash: *hash, form: *form, parts };
            add(list, nodes, Cause::WrongMac, words);
        }
    }
}

/// Other orders: all of three parts, else each part moved to either end.
fn orders(nodes: &[Node]) -> Vec<Vec<Node>> {
    let mut found = Vec::new();
    for index in 0..nodes.len() {
        let mut moved = nodes.to_vec();
        let node = moved.remove(index);
        let mut first = moved.clone();
        first.insert(0, node.clone());
        moved.push(node);
        let mut reversed = first.clone();
        if let Some(rest) = reversed.get_mut(1..) {
            rest.reverse();
        }
        found.extend([first, moved, reversed]);
    }
    found.retain(|order| order != nodes);
    found
}

fn add_wholes(list: &mut Vec<Structure>, right: &[Node]) {
    let flat = flat(right);
    for hash in [Hash::Sha256, Hash::Sha512] {
        let whole = |form| vec![Node::Digest { hash, form, parts: flat.clone() }];
        let detail = format!("all parts together went through {} first", hash.name());
        add(list, whole(DigestForm::Bytes), Cause::WrongMac, &*detail);
        add(list, whole(DigestForm::Hex), Cause::WrongMac, &*detail);
    }
    let is_place = |node: &Node| {
        matches!(node, Node::Piece(Piece::Uri | Piece::Path | Piece::Url | Piece::Query))
    };
    let kept: Vec<_> = right.iter().filter(|node| !is_place(node)).cloned().collect();
    add(list, kept, Cause::PathDiffers, "the path is not part of what was signed");
    if !super::message::covers(right, Piece::Method) {
        let with_method = [&[Node::Piece(Piece::Method)], right].concat();
        add(list, with_method, Cause::WrongMac, "the method was signed in front of the message");
    }
}

fn flat(nodes: &[Node]) -> Vec<Node> {
    nodes
        .iter()
        .flat_map(|node| match node {
            Node::Digest { parts, .. } => flat(parts),
            other => vec![other.clone()],
        })
        .collect()
}
