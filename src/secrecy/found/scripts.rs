//! Credentials in scripts.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr3_iter;
use serde_json::Value;

use super::form::{Form, KnownForms, is_private_key};
use super::looks::{SHORTEST, credential_in, is_of_credential, names_credential};
use super::{HardCoded, Holder};
use crate::findings::Part;
use crate::runtime::outline::ScriptText;
use crate::text::script::{Kind, Token, tokens};

/// A credential in a text of a script.
pub(crate) struct Named {
    /// Its bytes in the script, without the quotes.
    pub(crate) range: Range<usize>,
    pub(crate) form: Form,
    pub(crate) name: Option<String>,
    pub(crate) text: String,
}

/// All of the scripts of a file.
pub(crate) fn search(
    file: &Value,
    scripts: &[ScriptText<'_>],
    known: KnownForms,
) -> Vec<HardCoded> {
    let mut found = Vec::new();
    for script in scripts {
        let mut named = named_texts(&script.source);
        if named.is_empty()
            && let Some((range, form)) = known.find(&script.source)
        {
            let text = script.source.get(range.clone()).unwrap_or_default().to_owned();
            named.push(Named { range, form, name: None, text });
        }
        found.extend(named.into_iter().map(|Named { range, form, name, text }| {
            let (pointer, range) = script.text_at(file, range);
            let part = Part::Inside(range);
            HardCoded { pointer, part, holder: Holder::Script, form, name, text }
        }));
    }
    found
}

/// The texts in a script or in JSON that are credentials by their name, or private keys.
pub(crate) fn named_texts(script: &str) -> Vec<Named> {
    if !has_candidate(script) {
        return Vec::new();
    }
    let tokens = tokens(script);
    let texts = tokens.iter().enumerate().filter_map(|(index, token)| {
        let text = token.literal()?;
        let name = name_before(&tokens, index);
        if is_private_key(text.trim()) {
            return Some(named(token, text.trim(), Form::PrivateKey, name));
        }
        let name = name.filter(|name| names_credential(name))?;
        let credential = credential_in(&text)?.to_owned();
        Some(named(token, &credential, Form::Named, Some(name)))
    });
    texts.collect()
}

fn named(token: &Token<'_>, text: &str, form: Form, name: Option<String>) -> Named {
    let range = token.range();
    Named { range: range.start + 1..range.end - 1, form, name, text: text.to_owned() }
}

/// The name that a text gets: that of `name = "…"`, `name: "…"`, `"name": "…"`, `set("name", "…")` or
/// `{key: "name", value: "…"}`.
fn name_before(tokens: &[Token<'_>], index: usize) -> Option<String> {
    match tokens.get(..index)? {
        [.., key, colon, name, comma, value, mark]
            if key.is("key")
                && colon.is(":")
                && comma.is(",")
                && value.is("value")
                && mark.is(":") =>
        {
            word(name)
        }
        [.., name, mark] if mark.is("=") || mark.is(":") => word(name),
        [.., open, name, mark] if open.is("(") && mark.is(",") => word(name),
        _ => None,
    }
}

fn word(token: &Token<'_>) -> Option<String> {
    match token.kind {
        Kind::Word => Some(token.text.to_owned()),
        _ => token.literal().map(Cow::into_owned),
    }
}

/// Whether there is a long run of letters and digits before a quote: a cheap question before a script
/// is cut into pieces.
fn has_candidate(script: &str) -> bool {
    let bytes = script.as_bytes();
    memchr3_iter(b'"', b'\'', b'`', bytes).any(|quote| {
        let before = bytes.get(..quote).unwrap_or_default();
        let run = before.iter().rev().take_while(|byte| is_of_credential(**byte));
        let (length, digits) = run.fold((0, 0), |(length, digits), byte| {
            (length + 1, digits + usize::from(byte.is_ascii_digit()))
        });
        length >= SHORTEST && digits > 1
    })
}
