//! Whether a request comes from who holds the keys.

use crate::signing::{
    BodyFormat, Credentials, NoncePlace, Outgoing, Recipe, Signed, form_fields, nonces_in_body,
    sign, split_target,
};

use super::answer::Refused;
use super::exchange::Request;
use super::wording::Fault;

/// Checks key, presence of the nonce, and signature; returns the nonce.
///
/// The caller checks that the nonce grows, so that a wrong signature uses none up.
pub(super) fn authenticate(
    recipe: &Recipe,
    credentials: &Credentials,
    request: &Request<'_>,
    format: Option<BodyFormat>,
) -> Result<Option<u64>, Refused> {
    check_key(recipe, credentials, request)?;
    let nonce = nonce(recipe, request, format)?;
    check_signature(recipe, credentials, request, format, nonce.as_deref())?;
    nonce.map(|text| number(&text)).transpose()
}

fn check_key(
    recipe: &Recipe,
    credentials: &Credentials,
    request: &Request<'_>,
) -> Result<(), Refused> {
    let header = &recipe.api_key.header;
    match request.header(header) {
        Some(key) if key == credentials.api_key => Ok(()),
        Some(key) => Err(Refused::new(Fault::Key, wrong_header(header, &key, "another key"))),
        None => Err(Refused::new(Fault::Key, format!("there is no header `{header}`"))),
    }
}

fn nonce(
    recipe: &Recipe,
    request: &Request<'_>,
    format: Option<BodyFormat>,
) -> Result<Option<String>, Refused> {
    let Some(place) = &recipe.nonce else { return Ok(None) };
    match value_at(place, request, format) {
        Ok(Some(text)) => number(&text).map(|_| Some(text)),
        Ok(None) if recipe.nonce_optional => Ok(None),
        Ok(None) => {
            Err(Refused::new(Fault::NonceMissing, format!("there is no {}", in_words(place))))
        }
        Err(hint) => Err(Refused::new(Fault::NonceMissing, hint)),
    }
}

fn number(text: &str) -> Result<u64, Refused> {
    let digits_only = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits_only).ok_or_else(|| {
        let hint = format!("the nonce is `{text}`, expected a whole number below 2^64");
        Refused::new(Fault::NonceMissing, hint)
    })
}

/// The last value at `place`, as the signature covers it.
fn value_at(
    place: &NoncePlace,
    request: &Request<'_>,
    format: Option<BodyFormat>,
) -> Result<Option<String>, String> {
    match place {
        NoncePlace::Header(name) => Ok(request.header(name)),
        NoncePlace::Query(name) => {
            let query = split_target(request.target).1.unwrap_or_default();
            Ok(form_fields(query).filter(|field| field.0 == *name).last().map(|field| field.1))
        }
        NoncePlace::Body(name) => {
            let Some(format) = format else { return Ok(None) };
            let mut nonces =
                nonces_in_body(request.body, format, name).map_err(|error| error.to_string())?;
            Ok(nonces.pop())
        }
    }
}

fn in_words(place: &NoncePlace) -> String {
    match place {
        NoncePlace::Header(name) => format!("header `{name}`"),
        NoncePlace::Query(name) => format!("query param `{name}`"),
        NoncePlace::Body(name) => format!("field `{name}` in the body"),
    }
}

fn check_signature(
    recipe: &Recipe,
    credentials: &Credentials,
    request: &Request<'_>,
    format: Option<BodyFormat>,
    nonce: Option<&str>,
) -> Result<(), Refused> {
    let wrong = |hint: String| Refused::new(Fault::Signature, hint);
    let timestamp = match &recipe.timestamp {
        Some(place) => value_at(place, request, format).map_err(wrong)?,
        None => None,
    };
    let (path, query) = split_target(request.target);
    let outgoing = Outgoing {
        method: request.method,
        url: request.url,
        path,
        query,
        body: request.body,
        nonce,
        timestamp: timestamp.as_deref(),
    };
    let signed = sign(recipe, credentials, &outgoing).map_err(|error| wrong(error.to_string()))?;
    let header = &recipe.signature.header;
    match request.header(header) {
        Some(signature) if signature == signed.signature => Ok(()),
        Some(signature) => {
            let mut refused = wrong(wrong_header(header, &signature, "another signature"));
            refused.hints.extend(what_is_signed(&signed));
            Err(refused)
        }
        None => Err(wrong(format!("there is no header `{header}`"))),
    }
}

/// The steps up to the message: what the script should have signed.
fn what_is_signed(signed: &Signed) -> impl Iterator<Item = String> {
    let steps = signed.steps.iter().take_while(|step| step.name != "message");
    steps.map(|step| format!("signed here: {} `{}`", step.name, step.value))
}

fn wrong_header(name: &str, value: &str, otherwise: &str) -> String {
    let what = match value {
        "" => "is empty",
        value if value.contains("{{") => "holds a variable that was not resolved",
        _ => return format!("the header `{name}` holds {otherwise} than expected"),
    };
    format!("the header `{name}` {what}")
}
