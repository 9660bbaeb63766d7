//! From a mismatch to its explanation.

use super::budget::Budget;
use super::classify::{self, Context};
use super::fault::{Fault, quoted};
use super::hash::Hash;
use super::keys::{self, KeyGuess};
use super::mask::Mask;
use super::message::{Node, Pieces, in_words, message, nodes};
use super::output::{self, Reading};
use super::{Cause, Explanation, Key, Mismatch, search, traced};
use crate::signing::{Piece, SignatureEncoding};
use crate::text::{base64, hex};

/// Why `mismatch.signature` is not the signature of the request; none if it is.
///
/// A signature that the script made with a key of its own, as the trace shows, counts as right if
/// all else is. At most some thousands of HMACs are tried, fewer if messages are long.
pub fn explain(mismatch: &Mismatch<'_>) -> Option<Explanation> {
    let sent = Pieces::sent(mismatch);
    let keys = keys::guesses(mismatch.key, mismatch.recipe);
    let context = Context { mismatch, sent: &sent };
    let faults = Case { context, keys, readings: output::readings(mismatch.signature) }.faults();
    Explanation::new(faults, &mask(mismatch))
}

fn mask(mismatch: &Mismatch<'_>) -> Mask {
    let own: &[u8] = match mismatch.key {
        Key::Text(secret) => secret.expose().as_bytes(),
        Key::Bytes(bytes) => bytes,
    };
    let keys = keys::guesses(mismatch.key, mismatch.recipe);
    let right = keys.first().map(|key| key.bytes.as_slice());
    let message = message(&nodes(&mismatch.recipe.message), &Pieces::sent(mismatch));
    // Where key and message are swapped, the message is no secret.
    let traced = mismatch.evidence.calls.iter().filter_map(|call| call.key.as_deref());
    let traced = traced.filter(|key| *key != message);
    Mask::new([own].into_iter().chain(right).chain(traced))
}

struct Case<'a> {
    context: Context<'a>,
    keys: Vec<KeyGuess>,
    readings: Vec<Reading>,
}

impl Case<'_> {
    /// What is wrong; empty if nothing is.
    fn faults(&self) -> Vec<Fault> {
        let mismatch = self.context.mismatch;
        let right = nodes(&mismatch.recipe.message);
        let rights = self.right_macs(&right);
        let is_right = |mac: &Vec<u8>| self.written(mac) == mismatch.signature;
        if rights.iter().any(is_right) {
            return Vec::new();
        }
        if let Some(reading) = self.readings.iter().find(|read| rights.contains(&read.bytes)) {
            return output::fault(reading.form, mismatch.recipe.signature.encoding)
                .into_iter()
                .collect();
        }
        if let Some(fault) = self.wrong_variable(&right, &rights) {
            return vec![fault];
        }
        if let Some(maker) = traced::maker(mismatch.evidence.calls, &self.readings) {
            return traced::faults(&maker, self.context, &self.keys);
        }
        let found =
            search::faults(self.context, &self.keys, &self.readings, &mut Budget::default());
        if found.is_empty() { vec![self.guess(&right)] } else { found }
    }

    /// The MACs of the right message, with the right key and with keys that the script has itself.
    fn right_macs(&self, right: &[Node]) -> Vec<Vec<u8>> {
        let mismatch = self.context.mismatch;
        let message = message(right, self.context.sent);
        let hash = Hash::of_mac(mismatch.recipe.mac);
        let own = mismatch.evidence.calls.iter().filter_map(|call| call.key.as_deref());
        let own = own.filter(|key| keys::fault_of(key, &self.keys, mismatch.recipe).is_none());
        let given = self.keys.first().map(|key| key.bytes.as_slice());
        given.into_iter().chain(own).map(|key| hash.keyed(key)(&message)).collect()
    }

    fn written(&self, mac: &[u8]) -> String {
        match self.context.mismatch.recipe.signature.encoding {
            SignatureEncoding::Base64 => base64::encode(mac),
            SignatureEncoding::Hex => hex::encode(mac),
        }
    }

    /// Whether the header has something else than what the script made.
    fn wrong_variable(&self, right: &[Node], rights: &[Vec<u8>]) -> Option<Fault> {
        let mismatch = self.context.mismatch;
        let wrong = |detail: String| Some(Fault::new(Cause::WrongVariable, detail));
        let evidence = mismatch.evidence;
        let is_right = |value: &str| rights.iter().any(|mac| self.written(mac) == value);
        if let Some((name, _)) = evidence.variables.iter().find(|(_, value)| is_right(value)) {
            let name = quoted(&format!("{{{{{name}}}}}"));
            return wrong(format!(
                "the right signature is in {name}, the header has another value"
            ));
        }
        if evidence.calls.iter().any(|call| rights.contains(&call.output)) {
            return wrong(
                "the script made the right signature, the header has another value".into(),
            );
        }
        let signature = mismatch.signature;
        if signature.contains("{{") {
            let detail = format!("the header is {}, which no variable fills", quoted(signature));
            return Some(Fault::new(Cause::UnresolvedVariable, detail));
        }
        self.other_value(right).and_then(|what| wrong(format!("the header carries {what}")))
    }

    /// What the header carries, if it is known and no signature.
    fn other_value(&self, right: &[Node]) -> Option<&'static str> {
        let mismatch = self.context.mismatch;
        let signature = mismatch.signature;
        if signature.is_empty() {
            return Some("nothing");
        }
        let secret = match mismatch.key {
            Key::Text(secret) => secret.expose() == signature,
            Key::Bytes(key) => self.readings.iter().any(|reading| reading.bytes == key),
        };
        let is = |piece| self.context.sent.text(piece) == signature;
        let is_digest = |digest: &Vec<u8>| self.readings.iter().any(|read| read.bytes == *digest);
        if secret {
            Some("the private key itself; if it was sent, it must be replaced")
        } else if is(Piece::ApiKey) {
            Some("the public key")
        } else if is(Piece::Nonce) || is(Piece::Timestamp) {
            Some("the nonce")
        } else if self.digests(right).iter().any(is_digest) {
            Some("the inner digest, which is not signed yet")
        } else {
            None
        }
    }

    /// The digests inside the right message.
    fn digests(&self, right: &[Node]) -> Vec<Vec<u8>> {
        let digest = |node: &Node| match node {
            Node::Digest { hash, parts, .. } => {
                Some(hash.digest(&message(parts, self.context.sent)))
            }
            _ => None,
        };
        right.iter().filter_map(digest).collect()
    }

    /// For a signature that nothing reproduces: what is likely from the way the request is written.
    fn guess(&self, right: &[Node]) -> Fault {
        let evidence = self.context.mismatch.evidence;
        let written = evidence.written;
        let literal = written.signature.filter(|text| !text.is_empty() && !text.contains("{{"));
        if literal == Some(self.context.mismatch.signature) {
            let detail = "the header's signature is a literal, made for another nonce";
            return Fault::new(Cause::StaleLiteral, detail);
        }
        let values = written.fields.iter().filter(|row| !row.disabled).map(|row| row.value);
        let mut values =
            values.chain([written.body, written.url, written.nonce].into_iter().flatten());
        let dynamic = values.find(|value| classify::is_dynamic(value));
        if let Some(value) = dynamic.filter(|_| evidence.calls.is_empty()) {
            let detail =
                format!("the request is written with {}, drawn anew each time", quoted(value));
            return Fault::new(Cause::DynamicVariable, detail);
        }
        let detail = format!(
            "the api signs {}; the signature given is of another text or made with another key",
            quoted(&in_words(right, self.context.sent))
        );
        Fault::new(Cause::Unknown, detail)
    }
}
