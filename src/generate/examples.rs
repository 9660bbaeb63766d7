//! Saved examples: what the api answers when all is well, and when something is wrong.

use super::body::Signed;
use super::ids::id;
use crate::catalog::{Endpoint, ErrorReplies};
use crate::collection::{Field, Header, List, Request, Response, TextOr};

/// One example of success, one of an error.
pub(super) fn responses(signed: &Signed<'_>, request: &Request, name: &str) -> Vec<Response> {
    let request = original(request);
    vec![success(signed.endpoint, &request, name), error(signed, &request, name)]
}

fn success(endpoint: &Endpoint, request: &Request, name: &str) -> Response {
    let media_type = endpoint.response.content_type.as_deref();
    Response {
        id: id(&format!("{name}/success")).into(),
        name: "Success".into(),
        original_request: request.clone().into(),
        status: "OK".into(),
        code: 200.into(),
        postman_previewlanguage: if media_type.is_none() { "json" } else { "text" }.into(),
        header: content_type(media_type.unwrap_or("application/json")).into(),
        cookie: List::default().into(),
        body: endpoint.response.example.trim_end().into(),
        ..Response::default()
    }
}

/// The first error that the catalogue names for the endpoint, else what is most likely to go wrong.
fn error(signed: &Signed<'_>, request: &Request, name: &str) -> Response {
    let likely = if signed.recipe.is_some() {
        "EAPI:Invalid signature"
    } else {
        "EGeneral:Invalid arguments"
    };
    let code = signed.endpoint.errors.first().map_or(likely, String::as_str);
    let (status, reason) = match signed.error_replies {
        ErrorReplies::Envelope | ErrorReplies::Result => (200, "OK"),
        ErrorReplies::Status => (401, "Unauthorized"),
    };
    Response {
        id: id(&format!("{name}/error")).into(),
        name: format!("Error: {code}").into(),
        original_request: request.clone().into(),
        status: reason.into(),
        code: status.into(),
        postman_previewlanguage: "json".into(),
        header: content_type("application/json").into(),
        cookie: List::default().into(),
        body: format!("{:#}", signed.error_replies.body(code)).into(),
        ..Response::default()
    }
}

/// The request of an example, without what only the request itself needs.
fn original(request: &Request) -> Request {
    let mut original =
        Request { auth: Field::Absent, description: Field::Absent, ..request.clone() };
    if let Some(TextOr::Full(headers)) = original.header.get_mut() {
        headers.iter_mut().for_each(|it| it.description = Field::Absent);
    }
    if let Some(TextOr::Full(url)) = original.url.get_mut() {
        url.query.iter_mut().for_each(|it| it.description = Field::Absent);
        url.variable.iter_mut().for_each(|it| it.description = Field::Absent);
    }
    if let Some(body) = original.body.get_mut() {
        body.urlencoded.iter_mut().for_each(|it| it.description = Field::Absent);
    }
    original
}

fn content_type(media_type: &str) -> Vec<Header> {
    vec![Header { key: "Content-Type".into(), value: media_type.into(), ..Header::default() }]
}
