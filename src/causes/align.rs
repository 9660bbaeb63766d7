//! Reading a signed message as the pieces that it was put together from.

use super::TracedCall;
use super::message::{Change, Node, Pieces, covers, value};
use crate::signing::Piece;

/// Reads messages with the help of the other calls of the script.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aligner<'a> {
    pub(super) calls: &'a [TracedCall],
    pub(super) sent: &'a Pieces,
}

/// Digests of one hash that are looked for in a message.
const MOST_DIGESTS: usize = 40;
/// Texts of digits that may be another nonce.
const MOST_NONCES: usize = 20;

impl Aligner<'_> {
    /// The pieces that must be others for `nodes` to give `observed`, as few as may be; none if no
    /// pieces do.
    pub(super) fn align(self, nodes: &[Node], observed: &[u8]) -> Option<Vec<Change>> {
        let readings = self.digest_readings(nodes, observed);
        let plain = readings.iter().filter_map(|reading| {
            let free = self.one_free(nodes, &reading.values, observed)?;
            Some(Fit { changes: [reading.changes.clone(), free.changes].concat(), ..free })
        });
        let best = plain.min_by_key(Fit::cost);
        match best {
            Some(fit) if fit.cost() <= (0, 1) => Some(fit.changes),
            best => {
                let other = self.other_nonce(nodes, observed);
                other.into_iter().chain(best).min_by_key(Fit::cost).map(|fit| fit.changes)
            }
        }
    }

    /// All ways to read the digests among `nodes`: as the right one, or as one that was traced.
    fn digest_readings(self, nodes: &[Node], observed: &[u8]) -> Vec<Values> {
        let mut readings = vec![Values::default()];
        for node in nodes {
            let mut choices = vec![(value(node, self.sent), Vec::new())];
            if let Node::Digest { hash, form, parts } = node {
                let traced = self
                    .calls
                    .iter()
                    .rev()
                    .filter(|call| call.key.is_none() && call.algorithm == hash.name());
                for call in traced.take(MOST_DIGESTS) {
                    let digest = form.write(&call.output);
                    let is_there = choices.iter().all(|(known, _)| *known != digest)
                        && contains(observed, &digest);
                    if let Some(changes) =
                        is_there.then(|| self.align(parts, &call.input)).flatten()
                    {
                        choices.push((digest, changes));
                    }
                }
            }
            readings = readings.iter().flat_map(|reading| reading.with_each(&choices)).collect();
        }
        readings
    }

    /// With at most one piece that is another.
    fn one_free(self, nodes: &[Node], values: &[Vec<u8>], observed: &[u8]) -> Option<Fit> {
        if values.concat() == observed {
            return Some(Fit::default());
        }
        let fits = nodes.iter().enumerate().filter_map(|(index, node)| {
            let Node::Piece(piece) = node else { return None };
            let (before, after) = (values[..index].concat(), values[index + 1..].concat());
            let free = observed.strip_prefix(before.as_slice())?.strip_suffix(after.as_slice())?;
            let is_odd = !is_likely(*piece, free, self.sent.get(*piece));
            Some(Fit { is_odd, changes: vec![(*piece, free.to_vec())] })
        });
        fits.min_by_key(Fit::cost)
    }

    /// With another nonce, alone and wherever else it is sent, and at most one more piece.
    fn other_nonce(self, nodes: &[Node], observed: &[u8]) -> Option<Fit> {
        let has_nonce =
            nodes.iter().any(|node| matches!(node, Node::Piece(Piece::Nonce | Piece::Timestamp)));
        let clock =
            if self.sent.get(Piece::Nonce).is_empty() { Piece::Timestamp } else { Piece::Nonce };
        let sent = self.sent.text(clock);
        if !has_nonce || sent.is_empty() {
            return None;
        }
        let mut fits = Vec::new();
        for nonce in numbers(observed).into_iter().filter(|nonce| nonce != sent) {
            let itself = vec![(clock, nonce.clone().into_bytes())];
            let mut all = itself.clone();
            for piece in [Piece::Body, Piece::Query, Piece::Uri, Piece::Url] {
                let text = self.sent.text(piece);
                if text.contains(sent) {
                    all.push((piece, text.replace(sent, &nonce).into_bytes()));
                }
            }
            fits.extend([itself, all].iter().filter_map(|changes| {
                let pieces = self.sent.with(changes);
                let values: Vec<_> = nodes.iter().map(|node| value(node, &pieces)).collect();
                let free = self.one_free(nodes, &values, observed)?;
                let kept = changes.iter().filter(|(piece, _)| {
                    covers(nodes, *piece) && free.changes.iter().all(|(freed, _)| freed != piece)
                });
                let changes = kept.cloned().chain(free.changes.clone()).collect();
                Some(Fit { changes, ..free })
            }));
        }
        fits.into_iter().min_by_key(Fit::cost)
    }
}

/// Pieces with which a message is what was signed.
#[derive(Debug, Clone, Default)]
struct Fit {
    changes: Vec<Change>,
    /// Whether a piece would look like no such piece.
    is_odd: bool,
}

impl Fit {
    fn cost(&self) -> (u8, usize) {
        (u8::from(self.is_odd), self.changes.len())
    }
}

/// Whether `free` looks like the piece it would be: where a nonce and a body meet, one can be taken
/// for a part of the other.
fn is_likely(piece: Piece, free: &[u8], sent: &[u8]) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    match piece {
        Piece::Nonce | Piece::Timestamp => {
            free.starts_with(b"{{") || free.iter().all(u8::is_ascii_alphanumeric)
        }
        Piece::Body => !is_digit(free.first()) || is_digit(sent.first()),
        _ => true,
    }
}

#[derive(Debug, Clone, Default)]
struct Values {
    values: Vec<Vec<u8>>,
    changes: Vec<Change>,
}

impl Values {
    fn with_each(&self, choices: &[(Vec<u8>, Vec<Change>)]) -> Vec<Self> {
        let with = |(value, changes): &(Vec<u8>, Vec<Change>)| Self {
            values: [self.values.as_slice(), std::slice::from_ref(value)].concat(),
            changes: [self.changes.as_slice(), changes].concat(),
        };
        choices.iter().map(with).collect()
    }
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    !needle.is_empty() && haystack.windows(needle.len()).any(|window| window == needle)
}

/// The numbers in a text, each once, in order.
fn numbers(text: &[u8]) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for run in text.split(|byte| !byte.is_ascii_digit()).filter(|run| run.len() >= 3) {
        let number: String = run.iter().copied().map(char::from).collect();
        if !numbers.contains(&number) && numbers.len() < MOST_NONCES {
            numbers.push(number);
        }
    }
    numbers
}
