//! The rows, headers and bodies of a generated request.

use serde_json::{Value, json};

use super::describe::{meaning, plain};
use super::json_body::json_body;
use super::url::{disabled, nonempty};
use crate::catalog::{Api, BodyKind, Endpoint, ErrorReplies, Param, Place};
use crate::collection::{Body, BodyOptions, Header, RawOptions, UrlEncodedParameter};
use crate::signing::{NoncePlace, Recipe};

/// An endpoint with what is true of all endpoints that are signed alike.
#[derive(Debug, Clone)]
pub(crate) struct Signed<'a> {
    /// The endpoint.
    pub(crate) endpoint: &'a Endpoint,
    /// How it is signed; none if it is public.
    pub(crate) recipe: Option<&'a Recipe>,
    /// How it says that something went wrong.
    pub(crate) error_replies: ErrorReplies,
    /// Its own params, then those that all endpoints of its recipe share.
    pub(crate) params: Vec<&'a Param>,
}

impl<'a> Signed<'a> {
    /// The endpoint as the api signs it.
    pub(crate) fn new(api: &'a Api, endpoint: &'a Endpoint) -> Self {
        let auth = endpoint.auth.as_ref();
        let shared = auth.and_then(|name| api.shared_params.get(name)).into_iter().flatten();
        let own = &endpoint.params;
        let shared = shared.filter(|param| own.iter().all(|it| it.name != param.name));
        Self {
            endpoint,
            recipe: auth.and_then(|name| api.recipes.get(name)),
            error_replies: api.error_replies(endpoint),
            params: own.iter().chain(shared).collect(),
        }
    }

    /// Its params in one place.
    pub(crate) fn params_in(&self, place: Place) -> impl Iterator<Item = &'a Param> {
        let endpoint = self.endpoint;
        self.params.iter().copied().filter(move |param| endpoint.place(param) == place)
    }

    /// The header of the nonce, if it travels in one.
    pub(crate) fn nonce_header(&self) -> Option<&'a str> {
        match self.recipe?.nonce.as_ref()? {
            NoncePlace::Header(name) => Some(name),
            NoncePlace::Body(_) | NoncePlace::Query(_) => None,
        }
    }

    /// Whether `param` is the nonce.
    pub(crate) fn is_nonce(&self, param: &Param) -> bool {
        let nonce = self.recipe.and_then(|recipe| recipe.nonce.as_ref());
        matches!(nonce, Some(NoncePlace::Body(name) | NoncePlace::Query(name)) if *name == param.name)
    }

    /// What a param holds and whether it is on, in a JSON body.
    pub(crate) fn json_value(&self, param: &Param) -> (Value, bool) {
        if self.is_nonce(param) {
            return (json!("{{api_nonce}}"), true);
        }
        (sample(param), param.is_on())
    }

    /// The text that a param holds where it can stand but once, as in a path or header.
    pub(crate) fn text_value(&self, param: &Param) -> String {
        plain(&self.json_value(param).0)
    }

    /// The texts of a param in a form or query, which has a row for each entry of an array.
    pub(crate) fn text_values(&self, param: &Param) -> Vec<String> {
        match self.json_value(param).0 {
            Value::Array(entries) => entries.iter().map(plain).collect(),
            value => vec![plain(&value)],
        }
    }
}

/// A realistic value; nothing is known of what has none.
pub(crate) fn sample(param: &Param) -> Value {
    param.sample().unwrap_or_else(|| "".into())
}

/// The headers that carry key, signature and nonce, and those that are params.
pub(crate) fn headers(signed: &Signed<'_>) -> Vec<Header> {
    let mut headers = Vec::new();
    if let Some(recipe) = signed.recipe {
        headers.push(header(&recipe.api_key.header, "{{api_key}}"));
        headers.push(header(&recipe.signature.header, "{{api_signature}}"));
        headers.extend(signed.nonce_header().map(|name| header(name, "{{api_nonce}}")));
    }
    headers.extend(signed.params_in(Place::Header).map(|param| param_header(signed, param)));
    headers
}

/// The header that is a param.
pub(crate) fn param_header(signed: &Signed<'_>, param: &Param) -> Header {
    Header {
        description: nonempty(meaning(param)),
        disabled: disabled(param),
        ..header(&param.name, &signed.text_value(param))
    }
}

fn header(key: &str, value: &str) -> Header {
    Header { key: key.into(), r#type: "text".into(), value: value.into(), ..Header::default() }
}

/// The body as the endpoint documents it.
pub(crate) fn body(signed: &Signed<'_>) -> Option<Body> {
    let params = || signed.params_in(Place::Body);
    match signed.endpoint.body {
        BodyKind::None => None,
        BodyKind::Form => Some(form(params().flat_map(|param| rows(signed, param)).collect())),
        BodyKind::Json => Some(raw_json(json_body(params(), |param| signed.json_value(param)))),
    }
}

/// A form body.
pub(crate) fn form(rows: Vec<UrlEncodedParameter>) -> Body {
    Body { mode: "urlencoded".into(), urlencoded: rows.into(), ..Body::default() }
}

/// A raw body that Postman shows and sends as JSON.
pub(crate) fn raw_json(text: String) -> Body {
    Body {
        mode: "raw".into(),
        raw: text.into(),
        options: BodyOptions {
            raw: RawOptions { language: "json".into(), ..RawOptions::default() }.into(),
            ..BodyOptions::default()
        }
        .into(),
        ..Body::default()
    }
}

/// The rows of a param in a form.
pub(crate) fn rows(signed: &Signed<'_>, param: &Param) -> Vec<UrlEncodedParameter> {
    let row = |value: String| UrlEncodedParameter {
        key: param.name.as_str().into(),
        value: value.into(),
        r#type: "text".into(),
        description: nonempty(meaning(param)),
        disabled: disabled(param),
        ..UrlEncodedParameter::default()
    };
    signed.text_values(param).into_iter().map(row).collect()
}
