//! Signing again what a collection's script has signed, over the bytes that go out.

mod covered;
pub(crate) mod credentials;
pub(crate) mod engines;
mod evidence;
mod key;
mod message;
pub mod scenario;
pub(crate) mod trial;
mod written;

use crate::causes::Explanation;
use crate::runtime::{Outgoing, Ran};
use crate::sandbox::crypto::TracedCall;
use crate::secrecy::Mask;
use crate::signing::{Recipe, Secret, Step};
use crate::text::base64;

pub(crate) use covered::covered_by;
pub use covered::{Covered, covered};
pub(crate) use evidence::known_params;
use key::RightKey;
use message::Message;

/// What came of countersigning a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The request carries the signature that the recipe gives.
    Verified,
    /// It carries another.
    Mismatched,
    /// It should carry one and does not.
    Unsigned,
    /// Nothing has to be signed.
    NotApplicable,
}

impl Status {
    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Mismatched => "mismatched",
            Self::Unsigned => "unsigned",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// A countersigned request.
#[derive(Debug, Clone)]
pub struct Countersigned {
    /// The api's name.
    pub api: String,
    /// The endpoint's name; none if the path is one that the catalogue does not know.
    pub endpoint: Option<String>,
    /// The name of the recipe; empty if nothing has to be signed.
    pub recipe: String,
    /// What came of it.
    pub status: Status,
    /// What led to the expected signature; the key is masked.
    pub steps: Vec<Step>,
    /// The signature that the recipe gives; none if the request lacks what it needs.
    pub expected: Option<String>,
    /// The signature that the request carries.
    pub found: Option<String>,
    /// The nonce that the request carries.
    pub nonce: Option<String>,
    /// The mistake behind a mismatch.
    pub explanation: Option<Explanation>,
    /// Why there is no expected signature, or what else is worth knowing.
    pub note: Option<String>,
}

impl Countersigned {
    /// Hides the secrets in every text that can hold what a script or variable put there.
    pub fn hide_secrets(&mut self, mask: &Mask) {
        self.steps.iter_mut().for_each(|step| mask.hide(&mut step.value));
        let texts = [&mut self.found, &mut self.nonce, &mut self.note];
        texts.into_iter().flatten().for_each(|text| mask.hide(text));
        if let Some(explanation) = &mut self.explanation {
            mask.hide(&mut explanation.detail);
            let texts = [&mut explanation.signed, &mut explanation.sent];
            texts.into_iter().flatten().for_each(|text| mask.hide(text));
        }
    }
}

/// Signs `ran` again, and compares.
///
/// `secrets` are the private keys that its scripts could read, the likeliest first. A script that
/// has a key of its own, as the record of its hashes shows, is held to that.
pub fn countersign(
    covered: &Covered<'_>,
    ran: &Ran<'_>,
    outgoing: &Outgoing,
    secrets: &[Secret],
) -> Countersigned {
    let mut result = Countersigned {
        api: covered.api.name.clone(),
        endpoint: covered.endpoint.map(|endpoint| endpoint.name.clone()),
        recipe: String::new(),
        status: Status::NotApplicable,
        steps: Vec::new(),
        expected: None,
        found: None,
        nonce: None,
        explanation: None,
        note: None,
    };
    if let Some((name, recipe)) = covered.recipe {
        name.clone_into(&mut result.recipe);
        let case = Case { covered, recipe, ran, outgoing, secrets };
        case.compare(&mut result);
    }
    result
}

/// What a run has made with keys, and the signatures of its request, as text: they look like private keys and are
/// none.
pub(crate) fn signatures(ran: &Ran<'_>, countersigned: Option<&Countersigned>) -> Vec<String> {
    let calls = ran.scripts.iter().flat_map(|script| &script.outcome.crypto);
    let made = calls.map(|call| base64::encode(&call.output));
    let compared = countersigned.into_iter().flat_map(|it| [&it.expected, &it.found]);
    made.chain(compared.flatten().cloned()).collect()
}

/// A request that has to be signed.
struct Case<'a> {
    covered: &'a Covered<'a>,
    recipe: &'a Recipe,
    ran: &'a Ran<'a>,
    outgoing: &'a Outgoing,
    secrets: &'a [Secret],
}

impl Case<'_> {
    fn compare(&self, result: &mut Countersigned) {
        result.found = found(self.recipe, self.outgoing);
        let found = result.found.as_deref().unwrap_or_default();
        let key =
            RightKey::of(self.recipe, &key::keyed(&self.calls(), self.recipe, found), self.secrets);
        let message = Message::of(self.recipe, self.outgoing);
        result.note = key.error(self.recipe).map(|error| error.to_string());
        match message
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|it| it.signed(self.recipe, &key.bytes(self.recipe)))
        {
            Ok(signed) => {
                result.expected = Some(signed.signature);
                result.steps = signed.steps;
            }
            Err(note) => result.note = Some(note),
        }
        result.status = match (&result.found, &result.expected) {
            (None, _) => Status::Unsigned,
            (Some(found), Some(expected)) if found == expected => Status::Verified,
            _ => Status::Mismatched,
        };
        let Ok(message) = message else { return };
        result.nonce = message.nonce().map(str::to_owned);
        if let (Status::Mismatched, Some(found)) = (result.status, &result.found) {
            result.explanation = self.explanation(&message, &key, found);
        }
    }

    /// The hashes of all scripts, oldest first.
    fn calls(&self) -> Vec<&TracedCall> {
        self.ran.scripts.iter().flat_map(|script| &script.outcome.crypto).collect()
    }
}

/// The signature that the request carries; a variable that nothing resolved is none.
fn found(recipe: &Recipe, outgoing: &Outgoing) -> Option<String> {
    let value = outgoing.header(&recipe.signature.header)?.trim();
    let is_variable = value.starts_with("{{") && value.ends_with("}}");
    (!value.is_empty() && !is_variable).then(|| value.to_owned())
}
