//! From a request's definition to what goes out.
//!
//! The order is Postman's: the URL is written out with its path variables and its variables are
//! replaced in that text; the variables of all other parts are replaced; comments are cut out of
//! JSON bodies; the auth helper adds to headers or query; then come Postman's own headers; and last
//! everything is encoded.

mod draft;
mod send;

use serde_json::Value;

use super::headers::SentHeader;
use super::url::SentUrl;
use super::{Behaviour, NotSent, Warning, auth};
use crate::variables::{Resolver, Scopes, VariableUse};
use crate::world::World;
use draft::Draft;

/// What Postman puts on the wire for a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Outgoing {
    /// The method, upper case.
    pub method: String,
    /// The URL as it is sent.
    pub url: SentUrl,
    /// The header lines in their order.
    pub headers: Vec<SentHeader>,
    /// The body, without any chunked framing; empty if there is none.
    pub body: Vec<u8>,
    /// The variables that were used, in the order of their first use.
    pub variables: Vec<VariableUse>,
    /// What may differ from Postman.
    pub warnings: Vec<Warning>,
    /// Whether request line and headers go out as UTF-8, which they do in one piece with a text body
    /// or with an `Expect` header; else they are Latin-1.
    pub head_is_utf8: bool,
}

impl Outgoing {
    /// The value of the first header of that name, in any case of letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let named = self.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        named.map(|header| header.value.as_str())
    }

    /// The bytes of a text that stands in the request line or in a header.
    pub fn head_bytes(&self, text: &str) -> Vec<u8> {
        if self.head_is_utf8 {
            return text.as_bytes().to_vec();
        }
        text.chars().map(|character| u8::try_from(character).unwrap_or(b'?')).collect()
    }
}

/// Works out what Postman sends for a request.
///
/// The request is loose JSON as Postman's JavaScript sees it: as the collection defines it, or as a
/// script left it. The inherited auth is that of the nearest folder, or of the collection, that has
/// one; see [`crate::runtime::PlannedRequest`].
///
/// # Errors
///
/// When Postman would not send the request; the error says why.
pub fn outgoing(
    request: &Value,
    inherited_auth: Option<&Value>,
    behaviour: &Behaviour,
    scopes: &Scopes,
    world: &mut World,
) -> Result<Outgoing, NotSent> {
    let mut draft = Draft::read(request, behaviour, Resolver::new(scopes, world));
    draft.cut_comments();
    let own_auth = request.get("auth").into_iter().chain(inherited_auth);
    draft.authorise(auth::nearest(own_auth));
    send::send(draft, behaviour)
}
