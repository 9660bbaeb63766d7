//! An outgoing request as it is shown to people and programs.

use crate::countersign::credentials::is_made_up;
use crate::runtime::Outgoing;
use crate::secrecy::Mask;
use crate::secrecy::names_secret;

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

impl Sent {
    /// The request with its secrets hidden.
    pub fn of(outgoing: &Outgoing, mask: &Mask) -> Self {
        let headers = outgoing.headers.iter();
        Self {
            method: outgoing.method.clone(),
            url: mask.hidden(outgoing.url.to_string()),
            headers: headers.map(|it| (it.name.clone(), mask.hidden(it.value.as_str()))).collect(),
            body: match String::from_utf8(outgoing.body.clone()) {
                Ok(text) if text.is_empty() => Body::None,
                Ok(text) => Body::Text(mask.hidden(text)),
                Err(error) => Body::Bytes(error.into_bytes()),
            },
        }
    }

    /// The same without the values of headers such as `API-Key` and `Authorization`, unless they are
    /// the test values of this program.
    #[must_use]
    pub fn without_credentials(mut self) -> Self {
        for (name, value) in &mut self.headers {
            if names_secret(name) && !is_made_up(value) {
                "***".clone_into(value);
            }
        }
        self
    }
}
