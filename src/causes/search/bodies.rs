//! Other bodies.

use super::super::classify::Context;
use super::super::evidence::WrittenField;
use super::super::json_body;
use super::super::message::{Change, Node, covers};
use super::form_texts::{self, Hints};
use super::{Changes, json_texts};
use crate::signing::{NoncePlace, Piece};
use crate::text::{json, percent};

/// Texts that are signed in place of a sent one.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// The commoner ones, which are tried in pairs too.
    pub(super) common: Vec<String>,
    pub(super) rest: Vec<String>,
}

/// A body longer than this is tried in few forms only: each is a text of that length.
pub(super) const LONG: usize = 16 * 1024;

pub(super) fn changes(context: Context<'_>, right: &[Node]) -> Changes {
    if !covers(right, Piece::Body) {
        return Changes::default();
    }
    let sent = context.sent.text(Piece::Body);
    let written = context.mismatch.evidence.written;
    let hints = hints(context, written.fields);
    let mut texts = Texts::default();
    if let Some(body) = written.body {
        let resolved = resolved(body, context.mismatch.evidence.variables);
        let bare = json::without_comments(&resolved);
        texts.common.extend([body.to_owned(), resolved, bare]);
    }
    let found = if json_body::is_document(&json::without_comments(sent)) {
        json_texts::texts(sent, &hints)
    } else {
        form_texts::texts(sent, &hints)
    };
    texts.common.extend(found.common);
    texts.rest.extend(found.rest);
    if sent.len() <= LONG {
        texts.rest.extend(odd(sent));
    }
    let changes = |texts: Vec<String>| {
        let differing = texts.into_iter().filter(|text| text != sent);
        differing.map(|text| vec![(Piece::Body, text.into_bytes())]).collect::<Vec<Vec<Change>>>()
    };
    Changes { common: changes(texts.common), rest: changes(texts.rest) }
}

/// What the texts of a request can be made of.
pub(super) fn hints<'a>(context: Context<'a>, fields: &'a [WrittenField<'a>]) -> Hints<'a> {
    let nonce_field = match &context.mismatch.recipe.nonce {
        Some(NoncePlace::Body(field) | NoncePlace::Query(field)) => field.as_str(),
        _ => "nonce",
    };
    Hints {
        nonce_field,
        nonce: context.sent.text(Piece::Nonce),
        fields,
        params: context.mismatch.evidence.params,
        variables: context.mismatch.evidence.variables,
    }
}

/// The text with its variables filled in.
pub(super) fn resolved(text: &str, variables: &[(String, String)]) -> String {
    let mut resolved = text.to_owned();
    // Values can have variables in them; Postman goes deeper, but scripts do not.
    for _ in 0..3 {
        for (name, value) in variables {
            let placeholder = format!("{{{{{name}}}}}");
            if resolved.contains(&placeholder) {
                resolved = resolved.replace(&placeholder, value);
            }
        }
    }
    resolved
}

/// What becomes of any text by accident.
fn odd(sent: &str) -> Vec<String> {
    let mut odd = vec![
        format!("{sent}\n"),
        format!("{sent}\r\n"),
        sent.trim().to_owned(),
        sent.replace("\r\n", "\n"),
        sent.replace('\n', "\r\n"),
        format!("\u{feff}{sent}"),
        json::quoted(sent),
        percent::component(sent),
        percent::uri(sent),
        "{}".to_owned(),
        "null".to_owned(),
        "undefined".to_owned(),
        "[object Object]".to_owned(),
    ];
    odd.retain(|text| text != sent);
    odd
}
