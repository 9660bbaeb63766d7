//! What goes back to the client, and what the person at the terminal gets to see of it.

use super::wording::{Fault, Wording};

/// A reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Media type of the body.
    pub content_type: String,
    /// The `Allow` header of a reply to a wrong method.
    pub allow: Option<String>,
    /// The body.
    pub body: String,
    /// The same for a log.
    pub event: Event,
}

/// A request and what became of it, for a log.
///
/// No text here holds the private key or a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The method as sent.
    pub method: String,
    /// The path as sent, without the query.
    pub path: String,
    /// HTTP status of the reply.
    pub status: u16,
    /// The error code of the reply; none if the request was accepted.
    pub refused: Option<String>,
    /// What may help to put things right, a line each: what was found, what was expected.
    pub hints: Vec<String>,
}

/// Why a request is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) fault: Fault,
    pub(super) hints: Vec<String>,
}

impl Refused {
    pub(super) fn new(fault: Fault, hint: impl Into<String>) -> Self {
        Self { fault, hints: vec![hint.into()] }
    }
}

impl Answer {
    pub(super) fn accepted(content_type: &str, body: &str) -> Self {
        Self {
            status: 200,
            content_type: content_type.to_owned(),
            allow: None,
            body: body.to_owned(),
            event: Event {
                method: String::new(),
                path: String::new(),
                status: 200,
                refused: None,
                hints: Vec::new(),
            },
        }
    }

    pub(super) fn refused(wording: &Wording, refused: Refused) -> Self {
        let (status, code, body) = wording.reply(&refused.fault);
        let allow = match refused.fault {
            Fault::WrongMethod(allowed) => Some(allowed),
            _ => None,
        };
        let mut answer = Self::accepted("application/json", &body.to_string());
        answer.status = status;
        answer.allow = allow;
        answer.event.status = status;
        answer.event.refused = Some(code);
        answer.event.hints = refused.hints;
        answer
    }
}
