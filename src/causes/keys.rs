//! The right MAC key, and the wrong ones that scripts make of the same secret.

use zeroize::Zeroizing;

use super::fault::Fault;
use super::{Cause, Key};
use crate::signing::{KeyEncoding, Recipe, Secret, decode_key};
use crate::text::{base64, hex};

/// A MAC key that a script may have used.
pub(super) struct KeyGuess {
    pub(super) bytes: Zeroizing<Vec<u8>>,
    /// What is wrong with it; none for the right one.
    pub(super) fault: Option<Fault>,
}

/// The right key first, then the others, the likeliest first; no two are the same.
pub(super) fn guesses(key: Key<'_>, recipe: &Recipe) -> Vec<KeyGuess> {
    let mut guesses = Vec::new();
    match key {
        Key::Bytes(bytes) => {
            add(&mut guesses, bytes.to_vec(), None);
            if recipe.key != KeyEncoding::Utf8 {
                add(&mut guesses, source_text(bytes, recipe.key).into_bytes(), Some(UNDECODED));
            }
            add_bent(&mut guesses, bytes);
        }
        Key::Text(secret) => {
            let text = secret.expose();
            let clean = clean(text);
            let right = right_key(clean, recipe);
            add(&mut guesses, right.to_vec(), None);
            if recipe.key != KeyEncoding::Utf8 {
                add(&mut guesses, clean.as_bytes().to_vec(), Some(UNDECODED));
            }
            add_bent(&mut guesses, &right);
            add_decoded(&mut guesses, clean, recipe);
            add_stray(&mut guesses, text, clean, recipe);
        }
    }
    guesses
}

type Words = (Cause, &'static str);

const UNDECODED: Words =
    (Cause::SecretNotDecoded, "the text of the private key was used as the key");

fn add(guesses: &mut Vec<KeyGuess>, bytes: Vec<u8>, words: Option<Words>) {
    if !guesses.iter().any(|guess| *guess.bytes == bytes) {
        let fault = words.map(|(cause, detail)| Fault::new(cause, detail));
        guesses.push(KeyGuess { bytes: Zeroizing::new(bytes), fault });
    }
}

/// The MAC key that a private key stands for. White space and quotes around it do not belong to it;
/// a text that is not of the encoding, such as a placeholder, is decoded as CryptoJS does.
pub(crate) fn right_bytes(secret: &Secret, recipe: &Recipe) -> Zeroizing<Vec<u8>> {
    right_key(clean(secret.expose()), recipe)
}

/// Whether a MAC key was made of a private key, in the right way or in a wrong one.
pub(crate) fn is_made_of(used: &[u8], secret: &Secret, recipe: &Recipe) -> bool {
    let is_right = *right_bytes(secret, recipe) == used;
    is_right || guesses(Key::Text(secret), recipe).iter().any(|guess| *guess.bytes == used)
}

/// The private key behind a MAC key that shows by itself that it is text, which should have been
/// decoded.
pub(crate) fn undecoded_text(used: &[u8], recipe: &Recipe) -> Option<Secret> {
    looks_like_text(used, recipe)?;
    std::str::from_utf8(used).ok().map(Secret::new)
}

/// The secret without what often sticks to it when it is copied.
fn clean(text: &str) -> &str {
    let stray = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '\u{feff}');
    let trimmed = text.trim_matches(stray);
    if trimmed.is_empty() { text } else { trimmed }
}

/// As the recipe decodes it; a placeholder, which is not of the encoding, as CryptoJS does.
fn right_key(text: &str, recipe: &Recipe) -> Zeroizing<Vec<u8>> {
    decode_key(&Secret::new(text), recipe.key, None)
        .unwrap_or_else(|_| Zeroizing::new(base64::decode_as_crypto_js(text)))
}

/// The text that decodes to the key.
fn source_text(key: &[u8], encoding: KeyEncoding) -> String {
    match encoding {
        KeyEncoding::Hex => hex::encode(key),
        KeyEncoding::Base64 | KeyEncoding::Utf8 => base64::encode(key),
    }
}

/// The right bytes, turned into text and back on the way.
fn add_bent(guesses: &mut Vec<KeyGuess>, right: &[u8]) {
    let not_decoded = |words| Some((Cause::SecretNotDecoded, words));
    let as_text: String = right.iter().copied().map(char::from).collect();
    let twice = "the decoded private key went through a text (atob, toString) that is encoded as UTF-8 again";
    add(guesses, as_text.into_bytes(), not_decoded(twice));
    let lossy = String::from_utf8_lossy(right).into_owned();
    let lost = "the decoded private key was read as UTF-8 text, which loses bytes";
    add(guesses, lossy.into_bytes(), not_decoded(lost));
    let digits =
        "the decoded private key was turned into hexadecimal text, which was used as the key";
    add(guesses, hex::encode(right).into_bytes(), not_decoded(digits));
    add(
        guesses,
        base64::encode(right).into_bytes(),
        not_decoded("the private key was used as base64 text"),
    );
}

/// Other ways to decode the text.
fn add_decoded(guesses: &mut Vec<KeyGuess>, text: &str, recipe: &Recipe) {
    let words = |words| Some((Cause::SecretNotDecoded, words));
    if recipe.key != KeyEncoding::Base64 {
        add(
            guesses,
            base64::decode_as_crypto_js(text),
            words("the private key was decoded as base64"),
        );
    }
    if let Some(bytes) = hex::decode(text) {
        add(guesses, bytes, words("the private key was decoded as hexadecimal"));
    }
    let encoded = base64::encode(text);
    add(
        guesses,
        encoded.into_bytes(),
        words("the private key was encoded in base64 instead of decoded"),
    );
    let url_safe = text.replace('-', "+").replace('_', "/");
    add(
        guesses,
        base64::decode_as_crypto_js(&url_safe),
        words("the private key was read in the URL-safe alphabet"),
    );
    let swapped = text.replace('+', "-").replace('/', "_");
    add(
        guesses,
        base64::decode_as_crypto_js(&swapped),
        words("the private key was decoded with `+` and `/` lost"),
    );
    add(
        guesses,
        base64::decode_as_crypto_js(text.trim_end_matches('=')),
        words("the private key was decoded without its padding"),
    );
}

/// The secret with white space, quotes or a byte order mark.
fn add_stray(guesses: &mut Vec<KeyGuess>, text: &str, clean: &str, recipe: &Recipe) {
    let stray = |words| Some((Cause::SecretWhitespace, words));
    let mut texts = vec![(text.to_owned(), "the private key was used with what surrounds it")];
    for end in ["\n", "\r\n", " ", "\t"] {
        texts.push((format!("{clean}{end}"), "the private key ends with white space"));
    }
    for start in ["\n", " ", "\t"] {
        texts.push((format!("{start}{clean}"), "the private key begins with white space"));
    }
    texts.push((format!(" {clean} "), "the private key has white space around it"));
    texts.push((format!("\u{feff}{clean}"), "the private key begins with a byte order mark"));
    texts.push((format!("\"{clean}\""), "the private key is in quotes"));
    texts.push((format!("'{clean}'"), "the private key is in quotes"));
    for width in [64, 76] {
        texts.push((wrapped(clean, width), "the private key is broken into lines"));
    }
    for (text, words) in texts {
        if recipe.key == KeyEncoding::Base64 {
            add(guesses, base64::decode_as_crypto_js(&text), stray(words));
        }
        add(guesses, text.into_bytes(), stray(words));
    }
}

fn wrapped(text: &str, width: usize) -> String {
    let characters: Vec<char> = text.chars().collect();
    let lines: Vec<String> = characters.chunks(width).map(|line| line.iter().collect()).collect();
    lines.join("\n")
}

/// What is wrong with a key that a script used; none for a right one and for one of its own.
pub(super) fn fault_of(used: &[u8], guesses: &[KeyGuess], recipe: &Recipe) -> Option<Fault> {
    if let Some(guess) = guesses.iter().find(|guess| **guess.bytes == *used) {
        return guess.fault.clone();
    }
    looks_like_text(used, recipe)
}

/// A key that the script has hard-coded shows that it was not decoded by being text.
fn looks_like_text(used: &[u8], recipe: &Recipe) -> Option<Fault> {
    if recipe.key == KeyEncoding::Utf8 || used.is_empty() {
        return None;
    }
    let text = std::str::from_utf8(used).ok()?;
    let words = |words: &str, cause| Some(Fault::new(cause, words));
    let decodes = |text: &str| decode_key(&Secret::new(text), recipe.key, recipe.key_bytes).is_ok();
    if decodes(text) {
        return words(UNDECODED.1, UNDECODED.0);
    }
    if clean(text) != text && decodes(clean(text)) {
        return words(
            "the private key has white space or quotes around it",
            Cause::SecretWhitespace,
        );
    }
    let is_right_length = recipe.key_bytes.is_none_or(|bytes| bytes == used.len());
    let is_printable = text.chars().all(|c| !c.is_control());
    // Decoded bytes are printable by chance only when they are few.
    (!is_right_length && is_printable && used.len() >= 8)
        .then(|| Fault::new(UNDECODED.0, UNDECODED.1))
}
