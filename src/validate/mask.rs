//! Keeping the secrets of a run out of what is shown.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::runtime::Setup;

/// Shorter values are words that stand in every text.
const SHORTEST: usize = 8;

/// What is hidden: the values of variables whose names say that they are secret, and what else is
/// known to be.
#[derive(Clone, Default)]
pub struct Mask {
    /// The longest first, so that no part of one is left when a shorter one is hidden.
    secrets: Vec<String>,
}

impl std::fmt::Debug for Mask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mask").field("secrets", &self.secrets.len()).finish()
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
        let mut secrets: Vec<String> = secrets.flat_map(|(_, value)| forms(value.trim())).collect();
        sort(&mut secrets);
        Self { secrets }
    }

    /// The same with further secrets.
    #[must_use]
    pub fn with<'s>(mut self, texts: impl IntoIterator<Item = &'s str>) -> Self {
        self.secrets.extend(texts.into_iter().filter(|it| it.len() >= SHORTEST).flat_map(forms));
        sort(&mut self.secrets);
        self
    }

    /// Whether a text shows a secret.
    pub(super) fn is_needed_for(&self, text: &str) -> bool {
        self.secrets.iter().any(|secret| text.contains(secret.as_str()))
    }

    /// Puts `***` into the place of each secret.
    pub fn hide(&self, text: &mut String) {
        for secret in &self.secrets {
            if text.contains(secret.as_str()) {
                *text = text.replace(secret.as_str(), "***");
            }
        }
        self.hide_beginnings(text);
    }

    /// The same for secrets of which a message shows only the beginning, then `…`.
    fn hide_beginnings(&self, text: &mut String) {
        let mut from = 0;
        while let Some(cut) = text.get(from..).and_then(|rest| rest.find('…')).map(|at| from + at)
        {
            let before = text.get(..cut).unwrap_or_default();
            let shown =
                self.secrets.iter().map(|secret| shown_of(secret, before)).max().unwrap_or(0);
            text.replace_range(cut - shown..cut, if shown > 0 { "***" } else { "" });
            from = text
                .get(cut - shown..)
                .and_then(|rest| rest.find('…'))
                .map_or(text.len(), |at| cut - shown + at + '…'.len_utf8());
        }
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

/// How many bytes at the end of a text are the beginning of a secret.
fn shown_of(secret: &str, text: &str) -> usize {
    let ends = secret.char_indices().map(|(at, _)| at).rev();
    let beginnings =
        ends.take_while(|end| *end >= SHORTEST_PART).filter_map(|end| secret.get(..end));
    beginnings.filter(|beginning| text.ends_with(beginning)).map(str::len).next().unwrap_or(0)
}

/// A secret as it is, and as it stands in an address.
fn forms(secret: &str) -> [String; 2] {
    [secret.to_owned(), utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string()]
}

/// The longest first.
fn sort(secrets: &mut Vec<String>) {
    secrets.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    secrets.dedup();
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
        ] {
            assert_eq!(mask.hidden(text), hidden);
        }
    }
}
