//! An outgoing request in the pieces that a recipe signs.

use crate::runtime::Outgoing;
use crate::signing::{
    self, BodyFormat, NoncePlace, Recipe, form_fields, nonces_in_body, sign_with_key,
};

/// An outgoing request with the texts that its signature covers.
pub(super) struct Message<'a> {
    outgoing: &'a Outgoing,
    url: String,
    path_and_query: String,
    nonce: Option<String>,
    timestamp: Option<String>,
    api_key: &'a str,
}

impl<'a> Message<'a> {
    /// The pieces of a request; an error, in words, where the nonce cannot be read.
    pub(super) fn of(recipe: &Recipe, outgoing: &'a Outgoing) -> Result<Self, String> {
        Ok(Self {
            outgoing,
            url: outgoing.url.to_string(),
            path_and_query: outgoing.url.path_and_query(),
            nonce: value_at(recipe.nonce.as_ref(), outgoing)?,
            timestamp: value_at(recipe.timestamp.as_ref(), outgoing)?,
            api_key: outgoing.header(&recipe.api_key.header).unwrap_or_default(),
        })
    }

    pub(super) fn path(&self) -> &str {
        signing::split_target(&self.path_and_query).0
    }

    /// The nonce as it is sent.
    pub(super) fn nonce(&self) -> Option<&str> {
        self.nonce.as_deref()
    }

    /// The public key as it is sent.
    pub(super) fn api_key(&self) -> &'a str {
        self.api_key
    }

    pub(super) fn outgoing(&self) -> signing::Outgoing<'_> {
        let (path, query) = signing::split_target(&self.path_and_query);
        signing::Outgoing {
            method: &self.outgoing.method,
            url: &self.url,
            path,
            query,
            body: &self.outgoing.body,
            nonce: self.nonce.as_deref(),
            timestamp: self.timestamp.as_deref(),
        }
    }

    pub(super) fn signed(&self, recipe: &Recipe, key: &[u8]) -> Result<signing::Signed, String> {
        let signed = sign_with_key(recipe, key, self.api_key, &self.outgoing());
        signed.map_err(|error| error.to_string())
    }
}

/// The last value at a place, as it is sent.
fn value_at(place: Option<&NoncePlace>, outgoing: &Outgoing) -> Result<Option<String>, String> {
    Ok(match place {
        None => None,
        Some(NoncePlace::Header(name)) => outgoing.header(name).map(str::to_owned),
        Some(NoncePlace::Query(name)) => {
            let query = outgoing.url.query.as_deref().unwrap_or_default();
            form_fields(query).filter(|field| field.0 == *name).last().map(|field| field.1)
        }
        Some(NoncePlace::Body(name)) => {
            let kind = outgoing.header("content-type").and_then(BodyFormat::of_content_type);
            let format = kind.unwrap_or_else(|| BodyFormat::guess(&outgoing.body));
            let nonces = nonces_in_body(&outgoing.body, format, name);
            nonces.map_err(|error| error.to_string())?.pop()
        }
    })
}
