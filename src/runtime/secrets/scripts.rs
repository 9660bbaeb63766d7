//! Credentials in scripts.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr3_iter;
use serde_json::Value;

use super::{FoundSecret, Holder};
use crate::runtime::outline::ScriptText;
use crate::secrecy::{
    Form, Grade, KnownForms, SHORTEST, credential_in, is_of_credential, is_private_key,
    may_be_password, may_name_private,
};
use crate::text::script::{Kind, Token, tokens};

/// A secret in a text of a script.
pub(super) struct Named {
    /// Its bytes in the script, without the quotes.
    pub(super) range: Range<usize>,
    pub(super) form: Form,
    pub(super) grade: Grade,
    pub(super) name: Option<String>,
    pub(super) text: String,
}

/// All of the scripts of a file.
pub(super) fn search(
    file: &Value,
    scripts: &[ScriptText<'_>],
    known: KnownForms,
) -> Vec<FoundSecret> {
    let mut found = Vec::new();
    for script in scripts {
        let tokens = tokens_with_secrets(&script.source);
        let mut named = certain(&tokens);
        if named.is_empty()
            && let Some((range, form)) = known.find(&script.source)
        {
            let text = script.source.get(range.clone()).unwrap_or_default().to_owned();
            named.push(Named { range, form, grade: Grade::Token, name: None, text });
        }
        let certain = named.into_iter().map(|it| (Some(it.form), it));
        let others = by_name(&tokens).into_iter().map(|it| (None, it));
        found.extend(certain.chain(others).map(
            |(form, Named { range, grade, name, text, .. })| {
                let (pointer, range) = script.text_at(file, range);
                let (inside, holder) = (Some(range), Holder::Script);
                FoundSecret { pointer, inside, holder, grade, form, name, text }
            },
        ));
    }
    found
}

/// The texts in a script or in JSON that are credentials by their name, or private keys.
pub(super) fn named_texts(script: &str) -> Vec<Named> {
    certain(&tokens_with_secrets(script))
}

/// The pieces of a script; none if no secret can be among them.
fn tokens_with_secrets(script: &str) -> Vec<Token<'_>> {
    if has_candidate(script) { tokens(script) } else { Vec::new() }
}

fn certain(tokens: &[Token<'_>]) -> Vec<Named> {
    let texts = tokens.iter().enumerate().filter_map(|(index, token)| {
        let text = token.literal()?;
        let name = name_before(tokens, index);
        if is_private_key(text.trim()) {
            return Some(named(token, text.trim(), Form::PrivateKey, Grade::PrivateKey, name));
        }
        let grade = name.as_deref().and_then(Grade::of).filter(|grade| grade.is_credential())?;
        let credential = credential_in(&text)?.to_owned();
        Some(named(token, &credential, Form::Named, grade, name))
    });
    texts.collect()
}

/// Texts that have the name of something that nobody may know, and may be that.
fn by_name(tokens: &[Token<'_>]) -> Vec<Named> {
    let texts = tokens.iter().enumerate().filter_map(|(index, token)| {
        let text = token.literal()?;
        let name = name_before(tokens, index);
        let grade = name.as_deref().and_then(Grade::of).filter(|grade| grade.is_private())?;
        let is_new = credential_in(&text).is_none() && !is_private_key(text.trim());
        (is_new && may_be_password(&text)).then(|| named(token, &text, Form::Named, grade, name))
    });
    texts.collect()
}

fn named(token: &Token<'_>, text: &str, form: Form, grade: Grade, name: Option<String>) -> Named {
    let range = token.range();
    Named { range: range.start + 1..range.end - 1, form, grade, name, text: text.to_owned() }
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

/// Whether there is a long run of letters and digits before a quote, or the name of something that nobody may know:
/// a cheap question before a script is cut into pieces.
fn has_candidate(script: &str) -> bool {
    let bytes = script.as_bytes();
    let has_run = || {
        memchr3_iter(b'"', b'\'', b'`', bytes).any(|quote| {
            let before = bytes.get(..quote).unwrap_or_default();
            let run = before.iter().rev().take_while(|byte| is_of_credential(**byte));
            let (length, digits) = run.fold((0, 0), |(length, digits), byte| {
                (length + 1, digits + usize::from(byte.is_ascii_digit()))
            });
            length >= SHORTEST && digits > 1
        })
    };
    may_name_private(script) || has_run()
}
