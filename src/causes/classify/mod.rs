//! From a piece that was signed in place of the sent one to the mistake behind it.
//!
//! Only the two texts count, and what is known of the request; how they were found does not.

mod body;
mod fields;
mod form;
mod json;
mod place;
mod placeholder;

pub(super) use placeholder::is_dynamic;

use super::fault::{Fault, quoted};
use super::message::{Change, Node, Pieces, covers, message, nodes};
use super::{Cause, Mismatch};
use crate::signing::{NoncePlace, Piece};
use crate::text::hex;

/// What the texts are judged by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) mismatch: &'a Mismatch<'a>,
    pub(super) sent: &'a Pieces,
}

impl Context<'_> {
    /// The body's or the query's field that holds the nonce.
    fn is_nonce(&self, key: &str) -> bool {
        let recipe = self.mismatch.recipe;
        [&recipe.nonce, &recipe.timestamp].into_iter().flatten().any(|place| {
            matches!(place, NoncePlace::Body(field) | NoncePlace::Query(field) if field == key)
        })
    }
}

/// The mistakes behind `changes`, the most telling first.
pub(super) fn faults(changes: &[Change], context: Context<'_>) -> Vec<Fault> {
    let mut faults: Vec<_> =
        changes.iter().map(|(piece, signed)| (*piece, fault(*piece, signed, context))).collect();
    // A body with another nonce says the same as the nonce in front of it, only longer.
    faults.sort_by_key(|(piece, fault)| {
        let is_nonce = fault.cause == Cause::NonceDiffers;
        (is_nonce, if is_nonce { 9 - rank(*piece) } else { rank(*piece) })
    });
    faults.into_iter().map(|(_, fault)| fault).collect()
}

fn rank(piece: Piece) -> u8 {
    match piece {
        Piece::Body => 0,
        Piece::Query => 1,
        Piece::Uri | Piece::Path | Piece::Url => 2,
        _ => 3,
    }
}

fn fault(piece: Piece, signed: &[u8], context: Context<'_>) -> Fault {
    let sent = context.sent.get(piece);
    let texts = std::str::from_utf8(signed).ok().zip(std::str::from_utf8(sent).ok());
    let fault = match (piece, texts) {
        (Piece::Body, Some((signed, sent))) => body::fault(signed, sent, context),
        (Piece::Query, Some((signed, sent))) => place::query_fault(signed, sent, context),
        (Piece::Uri | Piece::Path | Piece::Url, Some((signed, sent))) => {
            place::fault(signed, sent, context)
        }
        (Piece::Nonce | Piece::Timestamp, Some((signed, sent))) => nonce(signed, sent, context),
        (Piece::Body, None) => Fault::new(Cause::BodyDiffers, "one of the bodies is no text"),
        (piece, _) => {
            let detail = format!("another {} was signed", piece.name().replace('_', " "));
            Fault::new(Cause::Unknown, detail)
        }
    };
    match without_nonce(piece, signed, context) {
        Some((without, with)) => fault.with_texts(without, with),
        None => fault.with_texts(hex::text_or_dump(signed), hex::text_or_dump(sent)),
    }
}

/// What was hashed without the nonce, and what should have been; none if the nonce was hashed.
fn without_nonce(piece: Piece, signed: &[u8], context: Context<'_>) -> Option<(String, String)> {
    if piece != Piece::Nonce || !signed.is_empty() {
        return None;
    }
    let nodes = nodes(&context.mismatch.recipe.message);
    let of_nonce = |node: &Node| matches!(node, Node::Digest { parts, .. } if covers(parts, piece));
    let parts = match nodes.iter().find(|node| of_nonce(node)) {
        Some(Node::Digest { parts, .. }) => parts,
        _ => &nodes,
    };
    let left_out = context.sent.with(&[(piece, Vec::new())]);
    Some((
        hex::text_or_dump(&message(parts, &left_out)),
        hex::text_or_dump(&message(parts, context.sent)),
    ))
}

fn nonce(signed: &str, sent: &str, context: Context<'_>) -> Fault {
    if signed.is_empty() {
        return Fault::new(Cause::NonceNotHashed, super::structure::NONCE_NOT_HASHED);
    }
    if placeholder::is_unresolved(signed, sent) {
        return placeholder::unresolved(signed);
    }
    let written = context.mismatch.evidence.written.nonce;
    let detail = format!("nonce {} was signed, {} is sent", quoted(signed), quoted(sent));
    match written.filter(|written| is_dynamic(written)) {
        Some(written) => Fault::new(
            Cause::DynamicVariable,
            format!("{detail}; it is written {}", quoted(written)),
        ),
        None => Fault::new(Cause::NonceDiffers, detail),
    }
}
