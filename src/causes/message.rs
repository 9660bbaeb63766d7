//! Putting the bytes of a message together from pieces.

use super::Mismatch;
use super::hash::Hash;
use crate::signing::{Made, Part, Piece, piece_bytes};
use crate::text::{base64, hex};

/// A piece in place of the one that is sent.
pub(super) type Change = (Piece, Vec<u8>);

/// The pieces of a request as sent.
#[derive(Debug, Clone)]
pub(super) struct Pieces(Vec<Change>);

const PIECES: [Piece; 9] = [
    Piece::Method,
    Piece::Path,
    Piece::Query,
    Piece::Uri,
    Piece::Url,
    Piece::Body,
    Piece::Nonce,
    Piece::Timestamp,
    Piece::ApiKey,
];

impl Pieces {
    /// What the request sends, as its rule reads it; what it does not carry is empty.
    pub(super) fn sent(mismatch: &Mismatch<'_>) -> Self {
        let bytes = |piece| {
            piece_bytes(mismatch.recipe, mismatch.api_key, mismatch.outgoing, piece)
                .unwrap_or_default()
                .into_owned()
        };
        Self(PIECES.iter().map(|&piece| (piece, bytes(piece))).collect())
    }

    pub(super) fn get(&self, piece: Piece) -> &[u8] {
        find(&self.0, piece).unwrap_or_default()
    }

    /// The text of a piece; empty if it is none.
    pub(super) fn text(&self, piece: Piece) -> &str {
        std::str::from_utf8(self.get(piece)).unwrap_or_default()
    }

    /// The same with `changes` made.
    pub(super) fn with(&self, changes: &[Change]) -> Self {
        let mut pieces = self.clone();
        for (piece, value) in &mut pieces.0 {
            if let Some(changed) = find(changes, *piece) {
                *value = changed.to_vec();
            }
        }
        pieces
    }
}

fn find(values: &[Change], piece: Piece) -> Option<&[u8]> {
    values.iter().find(|(found, _)| *found == piece).map(|(_, value)| value.as_slice())
}

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Piece(Piece),
    Text(String),
    Digest { hash: Hash, form: DigestForm, parts: Vec<Node> },
}

/// How a digest is joined to the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DigestForm {
    Bytes,
    Hex,
    UpperHex,
    Base64,
    /// Each byte as the character of that number, in UTF-8.
    Latin1,
}

impl DigestForm {
    pub(super) fn write(self, digest: &[u8]) -> Vec<u8> {
        match self {
            Self::Bytes => digest.to_vec(),
            Self::Hex => hex::encode(digest).into_bytes(),
            Self::UpperHex => hex::encode(digest).to_ascii_uppercase().into_bytes(),
            Self::Base64 => base64::encode(digest).into_bytes(),
            Self::Latin1 => digest.iter().copied().map(char::from).collect::<String>().into_bytes(),
        }
    }
}

/// The parts of a recipe's message.
pub(super) fn nodes(parts: &[Part]) -> Vec<Node> {
    parts.iter().map(node).collect()
}

fn node(part: &Part) -> Node {
    let digest = |hash, form, parts: &[Part]| Node::Digest { hash, form, parts: nodes(parts) };
    match part {
        Part::Piece(piece) => Node::Piece(*piece),
        Part::Made(Made::Text(text)) => Node::Text(text.clone()),
        Part::Made(Made::Sha256(parts)) => digest(Hash::Sha256, DigestForm::Bytes, parts),
        Part::Made(Made::Sha512(parts)) => digest(Hash::Sha512, DigestForm::Bytes, parts),
        Part::Made(Made::Sha256Hex(parts)) => digest(Hash::Sha256, DigestForm::Hex, parts),
        Part::Made(Made::Sha512Hex(parts)) => digest(Hash::Sha512, DigestForm::Hex, parts),
    }
}

/// The bytes of a message.
pub(super) fn message(nodes: &[Node], pieces: &Pieces) -> Vec<u8> {
    nodes.iter().flat_map(|node| value(node, pieces)).collect()
}

pub(super) fn value(node: &Node, pieces: &Pieces) -> Vec<u8> {
    match node {
        Node::Piece(piece) => pieces.get(*piece).to_vec(),
        Node::Text(text) => text.clone().into_bytes(),
        Node::Digest { hash, form, parts } => form.write(&hash.digest(&message(parts, pieces))),
    }
}

/// Whether `nodes` hold `piece` anywhere.
pub(super) fn covers(nodes: &[Node], piece: Piece) -> bool {
    nodes.iter().any(|node| match node {
        Node::Piece(found) => *found == piece,
        Node::Text(_) => false,
        Node::Digest { parts, .. } => covers(parts, piece),
    })
}

/// The message in words: `/0/private/Balance + SHA256(1616nonce=1616)`.
pub(super) fn in_words(nodes: &[Node], pieces: &Pieces) -> String {
    let words: Vec<_> = grouped(nodes, pieces);
    words.join(" + ")
}

/// Neighbouring texts joined, digests with what goes into them.
fn grouped(nodes: &[Node], pieces: &Pieces) -> Vec<String> {
    let mut words = Vec::new();
    let mut text = Vec::new();
    for node in nodes {
        match node {
            Node::Digest { hash, parts, .. } => {
                if !text.is_empty() {
                    words.push(hex::text_or_dump(&text));
                    text.clear();
                }
                words.push(format!("{}({})", hash.name(), in_words(parts, pieces)));
            }
            _ => text.extend(value(node, pieces)),
        }
    }
    if !text.is_empty() {
        words.push(hex::text_or_dump(&text));
    }
    words
}
