//! Signing recipes: headers that can be sent, and pieces that the request has.

use super::super::finding::{File, Findings};
use super::super::step::Trail;
use crate::signing::{NoncePlace, Piece, Recipe, Recipes};
use crate::source::toml_file::quoted;

pub(super) fn check(recipes: &Recipes, findings: &mut Findings) {
    let signing = Trail::Root.key("signing");
    for (name, recipe) in recipes {
        one(recipe, &signing.key(name), findings);
    }
}

fn one(recipe: &Recipe, at: &Trail<'_>, findings: &mut Findings) {
    header(&recipe.signature.header, &at.key("signature").key("header"), findings);
    header(&recipe.api_key.header, &at.key("api_key").key("header"), findings);
    carried(recipe.nonce.as_ref(), Piece::Nonce, recipe, at, findings);
    carried(recipe.timestamp.as_ref(), Piece::Timestamp, recipe, at, findings);
    if recipe.message.is_empty() {
        let message = "found no parts, expected at least one".to_owned();
        findings.value(File::Api, &at.key("message"), message);
    }
    if let Some(prefix) = recipe.strip_prefix.as_ref().filter(|prefix| !prefix.starts_with('/')) {
        let message = format!("found {}, expected a path that starts with `/`", quoted(prefix));
        findings.value(File::Api, &at.key("strip_prefix"), message);
    }
}

/// A nonce or timestamp that is signed has to travel too.
fn carried(
    place: Option<&NoncePlace>,
    piece: Piece,
    recipe: &Recipe,
    at: &Trail<'_>,
    findings: &mut Findings,
) {
    let name = piece.name();
    match place {
        Some(NoncePlace::Header(found)) => header(found, &at.key(name).key("header"), findings),
        Some(NoncePlace::Body(field)) if field.is_empty() => {
            let message = format!("found an empty field name, expected the {name}'s");
            findings.value(File::Api, &at.key(name).key("body"), message);
        }
        Some(NoncePlace::Query(field)) if field.is_empty() => {
            let message = format!("found an empty param name, expected the {name}'s");
            findings.value(File::Api, &at.key(name).key("query"), message);
        }
        None if recipe.covers(piece) => {
            let message = format!(
                "the message has `{name}`, expected a key `{name}` that says where it travels"
            );
            findings.value(File::Api, &at.key("message"), message);
        }
        Some(NoncePlace::Body(_) | NoncePlace::Query(_)) | None => {}
    }
}

/// Whether a header can have the name: header names are tokens (RFC 9110, section 5.6.2).
pub(super) fn is_header_name(name: &str) -> bool {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(token)
}

fn header(name: &str, at: &Trail<'_>, findings: &mut Findings) {
    if !is_header_name(name) {
        let message = format!("found {}, expected a header name such as `API-Sign`", quoted(name));
        findings.value(File::Api, at, message);
    }
}
