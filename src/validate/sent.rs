//! An outgoing request as it is shown to people and programs.

use crate::runtime::Outgoing;
use crate::secrecy::{Mask, Place};

/// What goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sent {
    /// The method.
    pub method: String,
    /// The URL as sent.
    pub url: String,
    /// Header lines in order: name and value.
    pub headers: Vec<(String, String)>,
    /// The body: text, or bytes that are none.
    pub body: Body,
}

/// A body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// There is none.
    None,
    /// Text in UTF-8.
    Text(String),
    /// Bytes that are no UTF-8.
    Bytes(Vec<u8>),
}

/// Where in a request secrets stand that are known by their names.
pub(crate) fn places(outgoing: &Outgoing, mask: &Mask) -> Vec<Place> {
    let mut places = mask.places_in_url(&outgoing.url.to_string());
    if let Ok(body) = std::str::from_utf8(&outgoing.body) {
        places.extend(mask.places_in_body(body));
    }
    places
}

impl Sent {
    /// The request with its secrets hidden.
    pub fn of(outgoing: &Outgoing, mask: &Mask) -> Self {
        let headers = outgoing.headers.iter();
        Self {
            method: outgoing.method.clone(),
            url: mask.url(&outgoing.url.to_string()).to_string(),
            headers: headers
                .map(|it| (it.name.clone(), mask.value_of(&it.name, &it.value).to_string()))
                .collect(),
            body: match std::str::from_utf8(&outgoing.body) {
                Ok("") => Body::None,
                Ok(text) => Body::Text(mask.body(text).to_string()),
                Err(_) => Body::Bytes(mask.bytes(&outgoing.body)),
            },
        }
    }
}
