//! Explaining a signature from the record of the call that made it.

use super::align::Aligner;
use super::classify::{self, Context};
use super::fault::Fault;
use super::hash::Hash;
use super::keys::{self, KeyGuess};
use super::message::{Change, Node, in_words, nodes};
use super::output::{self, Reading};
use super::structure::structures;
use super::{Cause, TracedCall};
use crate::text::hex;

/// The call that made the signature, and how the signature is written.
pub(super) struct Maker<'a> {
    pub(super) call: &'a TracedCall,
    pub(super) reading: &'a Reading,
}

/// The last call that gave the bytes of the signature; HMACs come before plain hashes.
pub(super) fn maker<'a>(calls: &'a [TracedCall], readings: &'a [Reading]) -> Option<Maker<'a>> {
    let made = |call: &'a TracedCall| {
        let reading = readings.iter().find(|reading| reading.bytes == call.output)?;
        Some(Maker { call, reading })
    };
    let keyed = calls.iter().rev().filter(|call| call.key.is_some());
    let plain = calls.iter().rev().filter(|call| call.key.is_none());
    keyed.chain(plain).find_map(made)
}

/// What is wrong with the call; never empty, at worst it is [`Cause::Unknown`].
pub(super) fn faults(maker: &Maker<'_>, context: Context<'_>, keys: &[KeyGuess]) -> Vec<Fault> {
    let recipe = context.mismatch.recipe;
    let right = nodes(&recipe.message);
    let encoding = output::fault(maker.reading.form, recipe.signature.encoding);
    let call = match Keyed::of(maker.call, context, &right, keys) {
        Keyed::Swapped => {
            let detail = "the signature is an HMAC with key and message swapped";
            return [Some(Fault::new(Cause::WrongMac, detail)), encoding]
                .into_iter()
                .flatten()
                .collect();
        }
        Keyed::As(call) => call,
    };
    let mut faults = message_faults(call.message, &right, context);
    faults.extend(call.key.and_then(|key| keys::fault_of(key, keys, recipe)));
    faults.extend(call.fault);
    faults.extend(encoding);
    if faults.is_empty() {
        faults.push(unknown(call.message, &right, context));
    }
    faults
}

struct Call<'a> {
    key: Option<&'a [u8]>,
    message: &'a [u8],
    fault: Option<Fault>,
}

enum Keyed<'a> {
    As(Call<'a>),
    Swapped,
}

impl<'a> Keyed<'a> {
    fn of(call: &'a TracedCall, context: Context<'_>, right: &[Node], keys: &[KeyGuess]) -> Self {
        let wrong = |detail: String| Some(Fault::new(Cause::WrongMac, detail));
        let Some(key) = call.key.as_deref() else {
            let (key, message) = without_key(&call.input, keys);
            let fault = wrong(format!("the signature is a plain {} hash, no HMAC", call.algorithm));
            return Self::As(Call { key, message, fault });
        };
        let is_key = |bytes: &[u8]| keys.iter().any(|guess| **guess.bytes == *bytes);
        if !is_key(key)
            && (is_key(&call.input) || key == super::message::message(right, context.sent))
        {
            return Self::Swapped;
        }
        let expected = Hash::of_mac(context.mismatch.recipe.mac).name();
        let fault = (call.algorithm != expected)
            .then(|| {
                format!(
                    "the signature is an HMAC with {}, the api expects {expected}",
                    call.algorithm
                )
            })
            .and_then(wrong);
        Self::As(Call { key: Some(key), message: &call.input, fault })
    }
}

/// A message that was hashed together with the key, taken apart.
fn without_key<'a>(input: &'a [u8], keys: &[KeyGuess]) -> (Option<&'a [u8]>, &'a [u8]) {
    for guess in keys.iter().filter(|guess| !guess.bytes.is_empty()) {
        if let Some(message) = input.strip_prefix(guess.bytes.as_slice()) {
            return (input.get(..guess.bytes.len()), message);
        }
        if let Some(message) = input.strip_suffix(guess.bytes.as_slice()) {
            return (input.get(message.len()..), message);
        }
    }
    (None, input)
}

/// What is wrong with the message; empty if nothing is.
fn message_faults(message: &[u8], right: &[Node], context: Context<'_>) -> Vec<Fault> {
    let aligner = Aligner { calls: context.mismatch.evidence.calls, sent: context.sent };
    let mut best: Option<(usize, Vec<Fault>)> = None;
    for structure in structures(right) {
        let Some(changes) = aligner.align(&structure.nodes, message) else { continue };
        let faults = classify::faults(&changes, context);
        if structure.fault.is_some() && is_forced(&changes, &faults) {
            continue;
        }
        let cost = distinct(&faults) + usize::from(structure.fault.is_some());
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, faults.into_iter().chain(structure.fault).collect()));
        }
    }
    best.map_or_else(|| vec![unknown(message, right, context)], |(_, faults)| faults)
}

/// How many mistakes there are: another nonce in two places is one.
fn distinct(faults: &[Fault]) -> usize {
    let is_first = |(index, fault): &(usize, &Fault)| {
        faults[..*index].iter().all(|earlier| earlier.cause != fault.cause)
    };
    faults.iter().enumerate().filter(is_first).count()
}

/// Whether a wrong structure fits only because a piece may be anything.
fn is_forced(changes: &[Change], faults: &[Fault]) -> bool {
    let fits_anything = |fault: &Fault| {
        matches!(fault.cause, Cause::BodyDiffers | Cause::PathDiffers | Cause::Unknown)
    };
    changes.len() > 1 || faults.iter().any(fits_anything)
}

fn unknown(message: &[u8], right: &[Node], context: Context<'_>) -> Fault {
    let calls = context.mismatch.evidence.calls;
    Fault::new(Cause::Unknown, "the text that was signed is not one of the usual mistakes")
        .with_texts(traced_words(message, calls, 3), in_words(right, context.sent))
}

/// A message in words, the digests in it replaced by what they were made of.
fn traced_words(message: &[u8], calls: &[TracedCall], depth: usize) -> String {
    let inner = calls.iter().rev().filter(|call| call.key.is_none() && call.output.len() >= 16);
    for call in inner {
        let place = message.windows(call.output.len()).position(|window| window == call.output);
        let Some(place) = place.filter(|_| depth > 0) else { continue };
        let (before, after) = message.split_at(place);
        let after = after.get(call.output.len()..).unwrap_or_default();
        let digest = format!("{}({})", call.algorithm, traced_words(&call.input, calls, depth - 1));
        let words =
            [traced_words(before, calls, depth - 1), digest, traced_words(after, calls, depth - 1)];
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        return words.join(" + ");
    }
    hex::text_or_dump(message)
}
