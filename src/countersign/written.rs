//! A request before its variables are filled in, in the texts that a person sees in Postman.

use serde_json::Value;

use crate::causes::{Written, WrittenField};
use crate::signing::{NoncePlace, Recipe};

/// A request as written.
#[derive(Debug)]
pub(super) struct AsWritten<'a> {
    url: Option<&'a str>,
    body: Option<&'a str>,
    rows: &'a [Value],
    nonce: Option<&'a str>,
    signature: Option<&'a str>,
}

impl<'a> AsWritten<'a> {
    /// The texts of a request's definition.
    pub(super) fn of(request: &'a Value, recipe: &Recipe) -> Self {
        let url = request.get("url").unwrap_or(request);
        let body = request.get("body");
        let in_body = |key: &str| body.and_then(|body| body.get(key));
        let nonce = match &recipe.nonce {
            Some(NoncePlace::Header(name)) => header(request, name),
            _ => None,
        };
        Self {
            url: url.as_str().or_else(|| url.get("raw")?.as_str()),
            body: in_body("raw").and_then(Value::as_str),
            rows: in_body("urlencoded").and_then(Value::as_array).map_or(&[], Vec::as_slice),
            nonce,
            signature: header(request, &recipe.signature.header),
        }
    }

    /// The rows of a form, disabled ones too.
    pub(super) fn fields(&self) -> Vec<WrittenField<'a>> {
        let rows = self.rows.iter().map(|row| {
            let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
            let disabled = row.get("disabled").is_some_and(|it| *it != Value::Bool(false));
            WrittenField { key: text("key"), value: text("value"), disabled }
        });
        rows.collect()
    }

    /// All of it, with the rows from [`AsWritten::fields`].
    pub(super) fn written<'b>(&self, fields: &'b [WrittenField<'b>]) -> Written<'b>
    where
        'a: 'b,
    {
        Written {
            url: self.url,
            body: self.body,
            fields,
            nonce: self.nonce,
            signature: self.signature,
        }
    }
}

fn header<'a>(request: &'a Value, name: &str) -> Option<&'a str> {
    let headers = request.get("header")?.as_array()?;
    let named = |header: &&Value| {
        header.get("key").and_then(Value::as_str).is_some_and(|key| key.eq_ignore_ascii_case(name))
    };
    headers.iter().find(named)?.get("value")?.as_str()
}
