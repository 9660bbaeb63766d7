//! Requests in Kraken's own literal form: endpoint and params are written out in the script.

use serde_json::{Map, Value};

use super::body::{Signed, form, headers, raw_json, rows};
use super::request::{event, no_auth};
use super::script::Templates;
use super::{BaseUrl, GenerateError, url};
use crate::catalog::{BodyKind, Param, Place};
use crate::collection::{Body, Field, Item, List, Request, UrlEncodedParameter};
use crate::text::percent;

/// Stands for the nonce until the script's text is written.
const NONCE: &str = "{{api_nonce}}";

/// The item of an endpoint, as in the collections that Kraken publishes.
pub(super) fn item(
    signed: &Signed<'_>,
    (name, base): (&str, &BaseUrl),
    templates: &Templates<'_>,
) -> Result<Item, GenerateError> {
    let mut event_list = Vec::new();
    if signed.recipe.is_some() {
        let endpoint = javascript_text(&signed_uri(signed));
        let post = javascript_text(&signed_body(signed));
        event_list.push(event("prerequest", templates.classic(&endpoint, &post)?, name));
    }
    let request = Request {
        auth: no_auth(),
        method: signed.endpoint.method.as_str().into(),
        header: headers(signed).into(),
        body: body(signed).map_or(Field::Absent, Into::into),
        url: url::url(base, signed).into(),
        ..Request::default()
    };
    Ok(Item {
        name: signed.endpoint.name.as_str().into(),
        event: if event_list.is_empty() { Field::Absent } else { event_list.into() },
        request: request.into(),
        response: List::default().into(),
        ..Item::default()
    })
}

/// The body; in JSON the params that are off stand in a comment behind it, which is not sent.
fn body(signed: &Signed<'_>) -> Option<Body> {
    match signed.endpoint.body {
        BodyKind::None => None,
        BodyKind::Form => {
            // A literal script has no place for what all endpoints share, nor has Kraken's.
            let own = signed.endpoint.params_in(Place::Body);
            let rows = own.flat_map(|param| rows(signed, param));
            let rows = rows.map(|row| UrlEncodedParameter { description: Field::Absent, ..row });
            Some(form(rows.collect()))
        }
        BodyKind::Json => {
            let (_, off) = json_params(signed);
            let comment = if off.is_empty() {
                String::new()
            } else {
                format!("/* also: {} */", Value::Object(off).to_string().replace("*/", "*\\/"))
            };
            Some(raw_json(signed_body(signed) + &comment))
        }
    }
}

/// Path and query as sent, with the examples in place.
fn signed_uri(signed: &Signed<'_>) -> String {
    let mut uri = signed.endpoint.path.clone();
    for param in signed.params_in(Place::Path) {
        let value = percent::path_segment(&signed.text_value(param));
        uri = uri.replace(&format!("{{{}}}", param.name), &value);
    }
    let query = pairs(signed, signed.params_in(Place::Query), percent::query_part);
    if query.is_empty() { uri } else { format!("{uri}?{query}") }
}

/// The body as sent.
fn signed_body(signed: &Signed<'_>) -> String {
    match signed.endpoint.body {
        BodyKind::None => String::new(),
        BodyKind::Form => pairs(signed, signed.endpoint.params_in(Place::Body), percent::form),
        BodyKind::Json => Value::Object(json_params(signed).0).to_string(),
    }
}

/// The params of a JSON body that are on, and those that are off.
fn json_params(signed: &Signed<'_>) -> (Map<String, Value>, Map<String, Value>) {
    let (mut on, mut off) = (Map::new(), Map::new());
    for param in signed.params_in(Place::Body) {
        let (value, is_on) = signed.json_value(param);
        if is_on { &mut on } else { &mut off }.insert(param.name.clone(), value);
    }
    (on, off)
}

/// `key=value&…` of the params that are on.
fn pairs<'a>(
    signed: &Signed<'_>,
    params: impl Iterator<Item = &'a Param>,
    encoded: fn(&str) -> String,
) -> String {
    let on = params.filter(|param| signed.json_value(param).1);
    let pairs = on.flat_map(|param| {
        let key = encoded(&param.name);
        // The nonce is put in by the script, so its braces stay.
        let value = |text: String| if text == NONCE { text } else { encoded(&text) };
        let texts = signed.text_values(param).into_iter();
        texts.map(move |text| format!("{key}={}", value(text))).collect::<Vec<_>>()
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// A JavaScript expression for a text, with the script's nonce in the places of [`NONCE`].
fn javascript_text(text: &str) -> String {
    let pieces: Vec<_> = text.split(NONCE).map(|piece| Value::from(piece).to_string()).collect();
    let expression = pieces.join(" + api_nonce + ");
    match expression.strip_suffix(" + \"\"") {
        Some(rest) => rest.to_owned(),
        None => expression,
    }
}

#[cfg(test)]
mod tests {
    use super::javascript_text;

    #[test]
    fn writes_the_nonce_as_the_scripts_variable() {
        assert_eq!(javascript_text("nonce={{api_nonce}}"), r#""nonce=" + api_nonce"#);
        assert_eq!(javascript_text("nonce={{api_nonce}}&a=b"), r#""nonce=" + api_nonce + "&a=b""#);
        assert_eq!(javascript_text("a\"b"), r#""a\"b""#);
        assert_eq!(javascript_text(""), r#""""#);
    }
}
