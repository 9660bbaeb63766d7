//! Hiding the private key in whatever text it turned up.

use std::collections::BTreeSet;
use std::fmt;

use zeroize::Zeroizing;

use crate::text::{base64, hex, percent};

/// Texts shorter than this are no keys, and hiding them would blacken everything.
const SHORTEST: usize = 4;
/// As many characters of a key in a row are hidden, so that a part of it shows no more than the key.
const WINDOW: usize = 8;

/// All forms in which the private key could show.
pub(super) struct Mask {
    /// Every run of [`WINDOW`] characters of each form, and whole forms that are shorter.
    /// Sorted.
    windows: Vec<Zeroizing<Vec<char>>>,
    lengths: BTreeSet<usize>,
}

impl Mask {
    /// Hides `secrets` and each of them in hexadecimal, base64 and percent-encoding.
    pub(super) fn new<'a>(secrets: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut mask = Self { windows: Vec::new(), lengths: BTreeSet::new() };
        for secret in secrets.into_iter().filter(|secret| secret.len() >= SHORTEST) {
            if let Ok(text) = std::str::from_utf8(secret) {
                for form in [text, &percent::component(text), &percent::form(text)] {
                    mask.add(form);
                }
                mask.add(&percent::search_params(text));
            }
            mask.add(&hex::encode(secret));
            mask.add(&hex::encode(secret).to_ascii_uppercase());
            mask.add(&base64::encode(secret));
        }
        mask.windows.sort_by(|a, b| a.as_slice().cmp(b));
        mask
    }

    fn add(&mut self, text: &str) {
        let characters = Zeroizing::new(text.trim().chars().collect::<Vec<_>>());
        if characters.len() < SHORTEST {
            return;
        }
        let length = characters.len().min(WINDOW);
        self.lengths.insert(length);
        self.windows
            .extend(characters.windows(length).map(|window| Zeroizing::new(window.to_vec())));
    }

    /// The text with `***` in place of every part of a key.
    pub(super) fn hide(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut is_hidden = vec![false; characters.len()];
        for &length in &self.lengths {
            for (start, window) in characters.windows(length).enumerate() {
                if self.windows.binary_search_by(|known| known.as_slice().cmp(window)).is_ok() {
                    is_hidden[start..start + length].fill(true);
                }
            }
        }
        let mut shown = String::with_capacity(text.len());
        for (index, c) in characters.into_iter().enumerate() {
            match (is_hidden[index], index > 0 && is_hidden[index - 1]) {
                (false, _) => shown.push(c),
                (true, false) => shown.push_str("***"),
                (true, true) => {}
            }
        }
        shown
    }
}

impl fmt::Debug for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}
