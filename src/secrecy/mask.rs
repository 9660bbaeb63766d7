//! Keeping the secrets of a run out of what is shown.

use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use serde_json::Value;

use crate::runtime::Setup;
use crate::text::percent;

/// Shorter values are words that stand in every text.
const SHORTEST: usize = 8;

/// What is hidden: the values of variables whose names say that they are secret, and what else is
/// known to be.
#[derive(Clone, Default)]
pub struct Mask {
    /// In order, so that those with a beginning are found.
    secrets: Vec<String>,
    /// Finds all of them in one pass over a text, of several at one place the longest: a file may have as
    /// many secrets as requests.
    search: Option<Arc<AhoCorasick>>,
}

impl std::fmt::Debug for Mask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mask").field("secrets", &self.secrets.len()).finish_non_exhaustive()
    }
}

impl Mask {
    /// The secrets among the variables of a collection or an environment, and of the environment,
    /// globals and data that it is used with.
    pub fn new(collection: &Value, setup: &Setup) -> Self {
        let lists = [
            &setup.environment["values"],
            &setup.globals["values"],
            &collection["variable"],
            &collection["values"],
        ];
        let entries = lists.into_iter().filter_map(Value::as_array).flatten();
        let listed = entries
            .filter_map(|entry| Some((entry.get("key")?.as_str()?, entry.get("value")?.as_str()?)));
        let rows = setup.data.iter().filter_map(Value::as_object).flatten();
        let in_data = rows.filter_map(|(key, value)| Some((key.as_str(), value.as_str()?)));
        let secrets = listed
            .chain(in_data)
            .filter(|(key, value)| is_secret(key) && value.trim().len() >= SHORTEST);
        Self::of(secrets.flat_map(|(_, value)| forms(value.trim())).collect())
    }

    fn of(mut secrets: Vec<String>) -> Self {
        secrets.sort();
        secrets.dedup();
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&secrets);
        let search = search.ok().filter(|_| !secrets.is_empty()).map(Arc::new);
        Self { secrets, search }
    }

    /// The same with further secrets.
    #[must_use]
    pub fn with<'s>(mut self, texts: impl IntoIterator<Item = &'s str>) -> Self {
        let known = self.secrets.len();
        self.secrets.extend(texts.into_iter().filter(|it| it.len() >= SHORTEST).flat_map(forms));
        if self.secrets.len() == known { self } else { Self::of(self.secrets) }
    }

    /// Whether a text shows a secret.
    pub(crate) fn is_needed_for(&self, text: &str) -> bool {
        self.search.as_ref().is_some_and(|search| search.is_match(text))
    }

    /// Puts `***` into the place of each secret.
    pub fn hide(&self, text: &mut String) {
        let Some(search) = &self.search else { return };
        if search.is_match(text.as_str()) {
            let mut hidden = String::with_capacity(text.len());
            search.replace_all_with(text, &mut hidden, |_, _, hidden| {
                hidden.push_str("***");
                true
            });
            *text = hidden;
        }
        if text.contains('…') {
            *text = self.without_beginnings(text);
        }
    }

    /// The same for secrets of which a message shows only the beginning, then `…`.
    fn without_beginnings(&self, text: &str) -> String {
        let mut hidden = String::with_capacity(text.len());
        for piece in text.split_inclusive('…') {
            let shown = piece.strip_suffix('…').map_or(0, |before| self.beginning_at_end(before));
            let end = piece.len() - '…'.len_utf8().min(piece.len());
            if shown > 0 {
                hidden.push_str(piece.get(..end - shown).unwrap_or_default());
                hidden.push_str("***…");
            } else {
                hidden.push_str(piece);
            }
        }
        hidden
    }

    /// How many bytes at the end of a text are the beginning of a secret.
    fn beginning_at_end(&self, text: &str) -> usize {
        let starts = text.char_indices().rev().map(|(at, _)| at).take(LONGEST_PART);
        let is_beginning = |part: &str| {
            let place = self.secrets.partition_point(|secret| secret.as_str() < part);
            self.secrets.get(place).is_some_and(|secret| secret.starts_with(part))
        };
        let parts = starts.filter_map(|at| text.get(at..));
        let shown = parts.filter(|part| part.len() >= SHORTEST_PART && is_beginning(part));
        shown.map(str::len).max().unwrap_or(0)
    }

    /// The text without its secrets.
    pub fn hidden(&self, text: impl Into<String>) -> String {
        let mut text = text.into();
        self.hide(&mut text);
        text
    }
}

/// As much of a secret tells nothing.
const SHORTEST_PART: usize = 4;

/// Messages show no more characters of a text.
const LONGEST_PART: usize = 100;

/// A secret as it is, and as it stands in an address.
fn forms(secret: &str) -> [String; 2] {
    [secret.to_owned(), percent::everything(secret)]
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    ["secret", "private", "passw"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::Mask;

    #[test]
    fn secrets_are_hidden_whole_in_addresses_and_when_cut() {
        let mask = Mask::default().with(["abc+defgh", "abc+def"]);
        for (text, hidden) in [
            ("a abc+defgh b", "a *** b"),
            ("?s=abc%2Bdefgh&t", "?s=***&t"),
            ("fails: abc+de…, and … abc+…", "fails: ***…, and … ***…"),
            ("ab… abc", "ab… abc"),
            ("é abc+defg…", "é ***…"),
            ("…", "…"),
        ] {
            assert_eq!(mask.hidden(text), hidden);
        }
    }
}
