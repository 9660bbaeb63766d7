//! Comparing messages with a signature, as cheaply as may be.

use super::super::Cause;
use super::super::budget::Budget;
use super::super::fault::Fault;
use super::super::hash::{Hash, Keyed};
use super::super::keys::KeyGuess;
use super::super::output::{Form, Reading};
use crate::signing::Mac;

/// A message that gives the signature.
#[derive(Debug)]
pub(super) struct Hit {
    /// How the signature is written.
    pub(super) form: Form,
    /// What is wrong with the keyed hash.
    pub(super) fault: Option<Fault>,
}

/// Bytes that would be the signature, and the hash that yields so many.
struct Target<'a> {
    hash: Hash,
    reading: &'a Reading,
    /// The HMAC for each key.
    keyed: Vec<Keyed>,
}

/// Compares messages with a signature until the budget is spent.
pub(super) struct Prober<'a> {
    expected: Hash,
    keys: &'a [KeyGuess],
    targets: Vec<Target<'a>>,
    budget: &'a mut Budget,
}

impl<'a> Prober<'a> {
    /// The length of a reading decides its hash, so that usually just one is tried.
    pub(super) fn new(
        mac: Mac,
        keys: &'a [KeyGuess],
        readings: &'a [Reading],
        budget: &'a mut Budget,
    ) -> Self {
        let target = |reading: &'a Reading| {
            let hash =
                Hash::ALL.into_iter().find(|hash| hash.output_bytes() == reading.bytes.len())?;
            let keyed = keys.iter().map(|key| hash.keyed(&key.bytes)).collect();
            Some(Target { hash, reading, keyed })
        };
        let targets = readings.iter().filter_map(target).collect();
        Self { expected: Hash::of_mac(mac), keys, targets, budget }
    }

    /// Pays for a message of about `bytes` and its HMACs; false if the budget is spent.
    pub(super) fn pay(&mut self, bytes: usize) -> bool {
        let tries = self.targets.len();
        // The message is hashed while it is put together, and once for each HMAC.
        tries > 0 && self.budget.pay(tries, bytes * (1 + tries))
    }

    /// The HMAC of `message` with the key of that index.
    pub(super) fn keyed(&mut self, key: usize, message: &[u8]) -> Option<Hit> {
        for target in &self.targets {
            let keyed = target.keyed.get(key)?;
            if keyed(message) == target.reading.bytes {
                let fault = (target.hash != self.expected)
                    .then(|| Fault::new(Cause::WrongMac, wrong_hmac(target.hash, self.expected)));
                return Some(Hit { form: target.reading.form, fault });
            }
        }
        None
    }

    /// Hashes of `message` that are no HMAC with the right key.
    pub(super) fn unkeyed(&mut self, message: &[u8]) -> Option<Hit> {
        for target in &self.targets {
            for key in self.keys.iter().take(2) {
                if !self.budget.pay(4, 4 * message.len()) {
                    return None;
                }
                let key: &[u8] = &key.bytes;
                let digest = |parts: &[&[u8]]| target.hash.digest(&parts.concat());
                let tries: [(&dyn Fn() -> Vec<u8>, &str); 4] = [
                    (&|| digest(&[message]), "a plain hash without the key"),
                    (&|| digest(&[key, message]), "a plain hash of key and message, no HMAC"),
                    (&|| digest(&[message, key]), "a plain hash of message and key, no HMAC"),
                    (&|| target.hash.keyed(message)(key), "an HMAC with key and message swapped"),
                ];
                for (bytes, words) in tries {
                    if bytes() == target.reading.bytes {
                        let detail = format!("the signature is {words}");
                        let fault = Some(Fault::new(Cause::WrongMac, detail));
                        return Some(Hit { form: target.reading.form, fault });
                    }
                }
            }
        }
        None
    }
}

fn wrong_hmac(used: Hash, expected: Hash) -> String {
    format!("the signature is an HMAC with {}, the api expects {}", used.name(), expected.name())
}
