//! One endpoint as an item of a collection.

use super::body::{Signed, body, headers};
use super::ids::id;
use super::script::Templates;
use super::{BaseUrl, GenerateError, ScriptStyle, classic, describe, examples, url};
use crate::catalog::{Api, Endpoint, ErrorReplies};
use crate::collection::{Auth, Event, Field, Item, Request, Script};

/// The item of an endpoint: request, scripts, saved examples.
pub(crate) fn item(
    api: &Api,
    endpoint: &Endpoint,
    (style, base): (ScriptStyle, &BaseUrl),
    templates: &Templates<'_>,
) -> Result<Item, GenerateError> {
    let signed = Signed::new(api, endpoint);
    let name = format!("{}/{}", api.name, endpoint.name);
    if style == ScriptStyle::Classic {
        return classic::item(&signed, (&name, base), templates);
    }
    let request = request(&signed, base);
    let response = examples::responses(&signed, &request, &name);
    Ok(Item {
        name: endpoint.name.as_str().into(),
        event: events(&signed, style, &name, templates)?.into(),
        request: request.into(),
        response: response.into(),
        ..Item::default()
    })
}

fn request(signed: &Signed<'_>, base: &BaseUrl) -> Request {
    Request {
        auth: no_auth(),
        method: signed.endpoint.method.as_str().into(),
        header: headers(signed).into(),
        body: body(signed).map_or(Field::Absent, Into::into),
        url: url::url(base, signed).into(),
        description: describe::request(signed.endpoint, &signed.params).into(),
        ..Request::default()
    }
}

/// The script before the request, where it is not on the collection, and the one after the reply.
fn events(
    signed: &Signed<'_>,
    style: ScriptStyle,
    name: &str,
    templates: &Templates<'_>,
) -> Result<Vec<Event>, GenerateError> {
    let mut events = Vec::new();
    if style == ScriptStyle::Request && signed.recipe.is_some() {
        let lines = templates.sign(signed.nonce_header(), false)?;
        events.push(event("prerequest", lines, name));
    }
    let enveloped = signed.error_replies == ErrorReplies::Envelope;
    let json = signed.endpoint.response.content_type.is_none();
    events.push(event("test", templates.test(enveloped, json)?, name));
    Ok(events)
}

/// A script that runs when `listen` says.
pub(crate) fn event(listen: &str, lines: Vec<String>, name: &str) -> Event {
    Event {
        listen: listen.into(),
        script: Script {
            id: id(&format!("{name}/{listen}")).into(),
            exec: lines.into(),
            r#type: "text/javascript".into(),
            ..Script::default()
        }
        .into(),
        ..Event::default()
    }
}

/// Postman adds no authorization of its own, whatever the folder or collection says.
pub(crate) fn no_auth() -> Field<Box<Auth>> {
    Auth { r#type: "noauth".into(), ..Auth::default() }.into()
}
