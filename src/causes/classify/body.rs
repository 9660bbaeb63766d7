//! Another body than the one that is sent.

use super::super::Cause;
use super::super::fault::Fault;
use super::super::json_body::is_document;
use super::{Context, form, json, placeholder};
use crate::text::json::without_comments;

pub(super) fn fault(signed: &str, sent: &str, context: Context<'_>) -> Fault {
    let differs = |detail: &str| Fault::new(Cause::BodyDiffers, detail);
    if signed.is_empty() {
        return differs("no body was signed, but one is sent");
    }
    if sent.is_empty() {
        return differs("a body was signed, but none is sent");
    }
    if placeholder::is_unresolved(signed, sent) {
        return placeholder::unresolved(signed);
    }
    let is_json = |body: &str| is_document(&without_comments(body));
    match (is_json(signed), is_json(sent)) {
        (true, false) => {
            Fault::new(Cause::JsonSignedFormSent, "json was signed, the body sent is a form")
        }
        (false, true) if !signed.trim_start().starts_with('{') => {
            let is_form = signed.contains('=') && !signed.contains(['"', '{', '\n']);
            let what = if is_form { "a form" } else { "a text that is no json" };
            differs(&format!("{what} was signed, the body sent is json"))
        }
        (_, true) => json::fault(signed, sent, context),
        (false, false) => {
            form::fault(signed, sent, context.mismatch.evidence.written.fields, context)
        }
    }
}
