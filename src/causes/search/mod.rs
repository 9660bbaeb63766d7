//! Trying mistakes without knowing what the script did.
//!
//! First each mistake alone, then the pairs that come up: a wrong key or a wrong way of joining with
//! one of the commoner mistakes, a wrong path with a wrong body. [`Budget`] ends it.

mod bodies;
mod form_texts;
mod json_texts;
mod nonces;
mod places;
mod prober;

use super::budget::Budget;
use super::classify::{self, Context};
use super::fault::Fault;
use super::keys::KeyGuess;
use super::message::{Change, Node, nodes};
use super::output::Reading;
use super::structure::{Structure, structures};
use super::{Cause, output};
use crate::signing::Piece;
use prober::{Hit, Prober};

/// What the pairs are made of: more would take the budget for little.
const KEYS_IN_PAIRS: usize = 5;
const STRUCTURES_IN_PAIRS: usize = 10;
const CHANGES_IN_PAIRS: usize = 60;

/// Pieces that scripts sign in place of the sent ones.
#[derive(Debug, Default)]
struct Changes {
    /// The commoner ones, which are tried in pairs too.
    common: Vec<Vec<Change>>,
    rest: Vec<Vec<Change>>,
}

/// The mistakes that together give the signature; empty if none do.
pub(super) fn faults(
    context: Context<'_>,
    keys: &[KeyGuess],
    readings: &[Reading],
    budget: &mut Budget,
) -> Vec<Fault> {
    let mismatch = context.mismatch;
    let right = nodes(&mismatch.recipe.message);
    let mut search = Search {
        context,
        structures: structures(&right),
        places: places::changes(context, &right),
        bodies: bodies::changes(context, &right),
        nonces: nonces::changes(context, &right),
        keys,
        size: context.sent.get(Piece::Body).len() + context.sent.get(Piece::Url).len(),
        prober: Prober::new(mismatch.recipe.mac, keys, readings, budget),
    };
    let found = search.singles().or_else(|| search.other_recipes()).or_else(|| search.pairs());
    found.map(|found| search.faults_of(found)).unwrap_or_default()
}

struct Search<'a, 'b> {
    context: Context<'a>,
    structures: Vec<Structure>,
    places: Changes,
    bodies: Changes,
    nonces: Changes,
    keys: &'b [KeyGuess],
    /// Bytes of a message, roughly.
    size: usize,
    prober: Prober<'b>,
}

/// Mistakes that together give the signature.
#[derive(Debug)]
struct Found {
    structure: Option<Fault>,
    changes: Vec<Change>,
    key: usize,
    hit: Hit,
}

impl Search<'_, '_> {
    fn singles(&mut self) -> Option<Found> {
        for structure in 0..self.structures.len() {
            if let Some(found) = self.attempt(structure, &[], 0) {
                return Some(found);
            }
        }
        for key in 1..self.keys.len() {
            if let Some(found) = self.attempt(0, &[], key) {
                return Some(found);
            }
        }
        let lists = [&self.bodies, &self.places, &self.nonces];
        let common = lists.into_iter().flat_map(|changes| &changes.common);
        let rest = lists.into_iter().flat_map(|changes| &changes.rest);
        let changes: Vec<_> = common.chain(rest).cloned().collect();
        changes.iter().find_map(|changes| self.attempt(0, changes, 0))
    }

    /// The rules of other APIs, over the same pieces.
    fn other_recipes(&mut self) -> Option<Found> {
        for (name, recipe) in self.context.mismatch.evidence.other_recipes {
            let other = super::Mismatch { recipe, ..*self.context.mismatch };
            let sent = super::message::Pieces::sent(&other);
            let message = super::message::message(&nodes(&recipe.message), &sent);
            if let Some(hit) = self.prober.keyed(0, &message) {
                let detail = format!("the message was put together by the rule `{name}`");
                let structure = Some(Fault::new(Cause::WrongMac, detail));
                return Some(Found { structure, changes: Vec::new(), key: 0, hit });
            }
        }
        None
    }

    fn pairs(&mut self) -> Option<Found> {
        let keys = self.keys.len().min(KEYS_IN_PAIRS);
        let structures = self.structures.len().min(STRUCTURES_IN_PAIRS);
        let common: Vec<_> = [&self.bodies, &self.places, &self.nonces]
            .into_iter()
            .flat_map(|changes| changes.common.iter().take(CHANGES_IN_PAIRS))
            .cloned()
            .collect();
        for structure in 1..self.structures.len() {
            for key in 1..keys {
                if let Some(found) = self.attempt(structure, &[], key) {
                    return Some(found);
                }
            }
        }
        for changes in &common {
            for key in 1..keys {
                if let Some(found) = self.attempt(0, changes, key) {
                    return Some(found);
                }
            }
            for structure in 1..structures {
                if let Some(found) = self.attempt(structure, changes, 0) {
                    return Some(found);
                }
            }
        }
        self.place_and_body()
    }

    fn place_and_body(&mut self) -> Option<Found> {
        let bodies: Vec<_> = self.bodies.common.iter().take(CHANGES_IN_PAIRS).cloned().collect();
        let places: Vec<_> = self.places.common.iter().take(10).cloned().collect();
        for place in &places {
            for body in &bodies {
                if let Some(found) = self.attempt(0, &[&body[..], place].concat(), 0) {
                    return Some(found);
                }
            }
        }
        None
    }

    fn attempt(&mut self, structure: usize, changes: &[Change], key: usize) -> Option<Found> {
        if !self.prober.pay(self.size) {
            return None;
        }
        let Structure { nodes, fault } = self.structures.get(structure)?;
        let message = self.message(nodes, changes);
        let hit = match self.prober.keyed(key, &message) {
            Some(hit) => hit,
            // Without a key or with its place taken, only for what is otherwise right or nearly so.
            None if key == 0 && changes.is_empty() => self.prober.unkeyed(&message)?,
            None => return None,
        };
        Some(Found { structure: fault.clone(), changes: changes.to_vec(), key, hit })
    }

    fn message(&self, nodes: &[Node], changes: &[Change]) -> Vec<u8> {
        match changes {
            [] => super::message::message(nodes, self.context.sent),
            _ => super::message::message(nodes, &self.context.sent.with(changes)),
        }
    }

    fn faults_of(&self, found: Found) -> Vec<Fault> {
        let recipe = self.context.mismatch.recipe;
        let mut faults = classify::faults(&found.changes, self.context);
        faults.extend(found.structure);
        faults.extend(self.keys.get(found.key).and_then(|key| key.fault.clone()));
        faults.extend(found.hit.fault);
        faults.extend(output::fault(found.hit.form, recipe.signature.encoding));
        faults
    }
}
