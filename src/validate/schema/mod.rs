//! The rule `schema`: where a collection breaks the format that Postman publishes.
//!
//! The format is [`Collection::schema`], which calls the same documents valid as Postman's own
//! schema; the rule reads that schema, so the two cannot drift apart. A finding names the one place
//! that is wrong. Environments and globals have a format, too, which nobody publishes. Postman runs many files that break its schema: where it does, the finding is a
//! warning and says what Postman makes of it.

mod accept;
mod form;
mod nouns;
mod sorter;
mod table;
mod tolerance;
mod trail;
mod unknown;
mod violation;
mod walk;
mod wording;

use std::sync::LazyLock;

use serde_json::Value;

use crate::collection::{Collection, Environment};
use crate::findings::{Diagnostic, FileId, RuleId};
use crate::source::Kind;
use form::Forms;
pub(crate) use unknown::UnknownKey;

/// The rule about files that break the format.
pub const SCHEMA: RuleId = RuleId::new("schema");

static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(&Collection::schema()));
static FORMS_OF_VARIABLES: LazyLock<Forms> = LazyLock::new(|| Forms::of(&Environment::schema()));

/// Whether a document is a collection of format version 2.1 by the letter.
pub fn is_valid(document: &Value) -> bool {
    FORMS.accepts(FORMS.root, document)
}

/// A finding for each place at which a document breaks the format of its [kind](Kind): that of
/// environments and globals if it is one, else that of collections. None exactly if a collection is
/// [valid](is_valid).
pub fn check(file: FileId, document: &Value) -> Vec<Diagnostic> {
    let violations = forms(document).violations(document);
    violations.into_iter().map(|violation| violation.into_diagnostic(file)).collect()
}

/// The keys that the format does not name and that may have been meant for something.
pub(crate) fn unknown_keys(document: &Value) -> Vec<UnknownKey<'_>> {
    forms(document).unknown_keys(document)
}

fn forms(document: &Value) -> &'static Forms {
    if Kind::of(document).is_of_variables() { &FORMS_OF_VARIABLES } else { &FORMS }
}
