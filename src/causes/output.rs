//! How a signature is written, and what bytes it stands for.

use super::Cause;
use super::fault::Fault;
use crate::signing::SignatureEncoding;
use crate::text::{base64, hex, percent};

/// A way to write the bytes of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Base64,
    Hex,
    UpperHex,
    Unpadded,
    UrlSafe,
    Escaped,
    Quoted,
    Base64OfHex,
}

/// Bytes that the text of a signature can stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) form: Form,
    pub(super) bytes: Vec<u8>,
}

/// All that `signature` can stand for, the most likely first.
pub(super) fn readings(signature: &str) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut add = |form, bytes: Option<Vec<u8>>| {
        if let Some(bytes) = bytes.filter(|bytes| !bytes.is_empty()) {
            readings.push(Reading { form, bytes });
        }
    };
    let is_upper = signature.chars().any(|c| c.is_ascii_uppercase());
    add(if is_upper { Form::UpperHex } else { Form::Hex }, hex::decode(signature));
    let base64 = base64::decode(signature);
    let inner = base64.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok());
    add(Form::Base64OfHex, inner.and_then(hex::decode));
    if base64.is_none() {
        add(Form::Unpadded, base64::decode_unpadded(signature));
        add(Form::UrlSafe, base64::decode_url_safe(signature));
        if signature.contains('%') {
            add(Form::Escaped, base64::decode(&percent::decoded(signature)));
        }
        let bare = signature.trim_matches(['"', '\'', ' ', '\t', '\r', '\n']);
        if bare != signature {
            add(Form::Quoted, base64::decode(bare).or_else(|| hex::decode(bare)));
        }
    }
    add(Form::Base64, base64);
    readings
}

/// What is wrong with writing a signature like this, if anything is.
pub(super) fn fault(form: Form, expected: SignatureEncoding) -> Option<Fault> {
    let (is_right, expected) = match expected {
        SignatureEncoding::Base64 => (form == Form::Base64, "base64"),
        SignatureEncoding::Hex => (form == Form::Hex, "lower-case hexadecimal"),
    };
    let found = match form {
        Form::Base64 => "in base64",
        Form::Hex => "in hexadecimal",
        Form::UpperHex => "in upper-case hexadecimal",
        Form::Unpadded => "in base64 without its padding",
        Form::UrlSafe => "in the URL-safe base64 alphabet",
        Form::Escaped => "percent-encoded",
        Form::Quoted => "with quotes or white space around it",
        Form::Base64OfHex => "as base64 of hexadecimal text",
    };
    (!is_right).then(|| {
        Fault::new(
            Cause::HexOutput,
            format!("the signature is written {found}, the api expects {expected}"),
        )
    })
}
