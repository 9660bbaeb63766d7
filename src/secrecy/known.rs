//! The secrets that are known before something is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::looks::{is_no_key, is_variable};
use super::{Grade, Mask};

/// Secrets as they were found, from which a [`Mask`] is made.
///
/// ```
/// use countersign::secrecy::{Grade, Secrets};
///
/// let mut secrets = Secrets::default();
/// secrets.add(Grade::Password, "password", "P@ss-word1!");
/// assert_eq!(secrets.mask().hidden("f=P%40ss-word1%21&g=1"), "f=***&g=1");
/// ```
#[derive(Clone, Default)]
pub struct Secrets {
    known: BTreeMap<String, Known>,
    shown: BTreeSet<String>,
}

/// What is known of a secret.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) grade: Grade,
    pub(super) name: Arc<str>,
}

impl Secrets {
    /// Lets a text be shown, whatever it is called: a value that this program made up.
    pub fn show(&mut self, text: &str) {
        self.shown.insert(text.to_owned());
    }

    /// Adds what a variable, header or param of this name holds. A reference to a variable is no secret.
    pub fn add(&mut self, grade: Grade, name: &str, text: &str) {
        let text = text.trim();
        let is_example = grade == Grade::PublicKey && is_no_key(text);
        if text.is_empty() || is_variable(text) || is_example {
            return;
        }
        let new = Known { grade, name: name.into() };
        match self.known.get_mut(text) {
            // What is the public key in one place and the private in another is private.
            Some(known) if known.grade == Grade::PublicKey => *known = new,
            Some(_) => {}
            None => drop(self.known.insert(text.to_owned(), new)),
        }
    }

    /// Adds all that others know.
    pub fn extend(&mut self, others: &Self) {
        for (text, known) in &others.known {
            self.add(known.grade, &known.name, text);
        }
        others.shown.iter().for_each(|text| self.show(text));
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// What hides them.
    pub fn mask(&self) -> Mask {
        Mask::of(self.known.iter(), &self.shown)
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secrets").field("known", &self.known.len()).finish_non_exhaustive()
    }
}
