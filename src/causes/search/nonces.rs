//! Other nonces: a little earlier or later, in another unit, from another variable.

use super::super::classify::Context;
use super::super::message::{Change, Node, covers};
use super::Changes;
use super::bodies::LONG;
use crate::signing::Piece;

/// How far apart two readings of the clock in one script are, in the nonce's unit.
const NEAR: u128 = 50;
/// Nonces that are tried in pairs, and where the body is long.
const COMMON: usize = 8;
const MOST_VARIABLES: usize = 40;

/// Another nonce in the message, in the request, or in both.
pub(super) fn changes(context: Context<'_>, right: &[Node]) -> Changes {
    let mut changes = Changes::default();
    for clock in [Piece::Nonce, Piece::Timestamp] {
        let sent = context.sent.text(clock);
        if sent.is_empty() {
            continue;
        }
        for (index, nonce) in others(sent, context).into_iter().enumerate() {
            let is_common = index < COMMON;
            if !is_common && context.sent.get(Piece::Body).len() > LONG {
                break;
            }
            let list = if is_common { &mut changes.common } else { &mut changes.rest };
            list.extend(places(clock, sent, &nonce, context, right));
        }
    }
    changes
}

/// Other nonces, the likeliest first.
fn others(sent: &str, context: Context<'_>) -> Vec<String> {
    let mut others = Vec::new();
    if let Ok(number) = sent.parse::<u128>() {
        others.extend([number + 1, number.saturating_sub(1)]);
        for unit in [1_000, 1_000_000, 1_000_000_000, 10_000] {
            others.extend([number.saturating_mul(unit), number / unit]);
        }
        // A clock in milliseconds that is multiplied afterwards.
        others.extend([number / 1_000 * 1_000, number / 1_000_000 * 1_000_000]);
        for far in 2..=NEAR {
            others.extend([number + far, number.saturating_sub(far)]);
        }
        for far in 1..=20 {
            others.extend([number + far * 1_000, number.saturating_sub(far * 1_000)]);
        }
    }
    let mut others: Vec<_> = others.iter().map(ToString::to_string).collect();
    let variables = context.mismatch.evidence.variables;
    let is_nonce = |value: &str| value.len() <= 40 && value.parse::<f64>().is_ok();
    let held = variables.iter().map(|(_, value)| value).filter(|value| is_nonce(value));
    others.splice(0..0, held.take(MOST_VARIABLES).cloned());
    others.retain(|nonce| nonce != sent && nonce != "0");
    others
}

fn places(
    clock: Piece,
    sent: &str,
    nonce: &str,
    context: Context<'_>,
    right: &[Node],
) -> Vec<Vec<Change>> {
    let itself: Vec<Change> =
        if covers(right, clock) { vec![(clock, nonce.as_bytes().to_vec())] } else { Vec::new() };
    let mut around: Vec<Change> = Vec::new();
    for piece in [Piece::Body, Piece::Query, Piece::Uri, Piece::Url] {
        let text = context.sent.text(piece);
        if covers(right, piece) && text.contains(sent) {
            around.push((piece, text.replace(sent, nonce).into_bytes()));
        }
    }
    let both = [itself.clone(), around.clone()].concat();
    let mut lists = vec![both, itself, around];
    lists.retain(|list| !list.is_empty());
    lists.dedup();
    lists
}
