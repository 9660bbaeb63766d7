//! What rules ask of a trial.

use super::{Broken, Trial};
use crate::causes::{Cause, Explanation};
use crate::runtime::RanScript;

impl<'a> Trial<'a> {
    /// The header that carries the signature; none if nothing has to be signed.
    pub(crate) fn signature_header(&self) -> Option<&'a str> {
        let (_, recipe) = self.covered?.recipe?;
        Some(&recipe.signature.header)
    }

    /// The name of the variable that the signature's header takes, if nothing sets it.
    pub(crate) fn unresolved_signature(&self) -> Option<&str> {
        let outgoing = self.ran.outgoing.as_ref().ok()?;
        let value = outgoing.header(self.signature_header()?)?.trim();
        value.strip_prefix("{{")?.strip_suffix("}}")
    }

    /// Whether the signature as saved is wrong by a mistake, alone or with others.
    pub(crate) fn is_wrong_by(&self, cause: Cause) -> bool {
        let explanation = self.countersigned.as_ref().and_then(|it| it.explanation.as_ref());
        explanation.is_some_and(|it| it.cause == cause || it.also.contains(&cause))
    }

    /// Whether a script looked at the request.
    pub(crate) fn reads_request(&self) -> bool {
        self.ran.scripts.iter().any(|script| script.outcome.reads_request)
    }

    /// The script that signed: the last that made a keyed hash, else the last that hashed.
    pub(crate) fn signer(&self) -> Option<&RanScript> {
        let scripts = || self.ran.scripts.iter().rev();
        let is_keyed =
            |script: &&RanScript| script.outcome.crypto.iter().any(|call| call.key.is_some());
        let hashed = || scripts().find(|script| !script.outcome.crypto.is_empty());
        scripts().find(is_keyed).or_else(hashed)
    }
}

impl Broken {
    /// The mistake that breaks the signature.
    pub(crate) fn explanation(&self) -> Option<&Explanation> {
        self.countersigned.as_ref()?.explanation.as_ref()
    }

    /// What is the matter, in words.
    pub(crate) fn what(&self) -> &str {
        let note = || self.countersigned.as_ref().and_then(|it| it.note.as_deref());
        match (self.explanation(), self.failure.as_deref()) {
            (Some(explanation), _) => &explanation.detail,
            (None, Some(failure)) => failure,
            (None, None) => note().unwrap_or("the request carries no signature then"),
        }
    }
}
