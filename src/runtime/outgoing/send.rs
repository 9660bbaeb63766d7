//! The last steps of a request: Postman's own headers, encoding, and what Node's HTTP client does.

use super::Outgoing;
use super::draft::Draft;
use crate::runtime::body::Payload;
use crate::runtime::headers::{HeaderList, HeadersOut, Table, is_token};
use crate::runtime::url::SentUrl;
use crate::runtime::{Behaviour, NotSent};
use crate::text::{base64, percent};
use crate::world::World;

const ACCEPT_ENCODING: &str = "gzip, deflate, br";

/// Methods that announce no length when they have no body.
const WITHOUT_LENGTH: [&str; 6] = ["GET", "HEAD", "TRACE", "DELETE", "CONNECT", "OPTIONS"];

/// Postman's own headers that are taken out as late as in the HTTP client.
const LATE: [&str; 4] = ["content-type", "content-length", "accept-encoding", "connection"];

/// Encodes a request whose variables are replaced.
pub(super) fn send(mut draft: Draft<'_>, behaviour: &Behaviour) -> Result<Outgoing, NotSent> {
    let url = sent_url(&draft, behaviour)?;
    let method = sent_method(&draft.method)?;
    if let Some(body) = &draft.body {
        body.add_type(&mut draft.headers);
    }
    add_system_headers(&mut draft.headers, &url, behaviour, draft.resolver.world());
    let sets_host = !behaviour.leaves_out("host") || draft.headers.has_users("host");
    let removed = late_removals(&mut draft.headers, behaviour);
    let mut table = std::mem::take(&mut draft.headers).into_table();
    let payload = filled(&mut table, &mut draft, behaviour)?;
    announce(&mut table, payload.as_ref(), &method);
    let mut headers = table.into_outgoing()?;
    name_host(&mut headers, sets_host.then_some(&url))?;
    take_out(&mut headers, &removed)?;
    Ok(Outgoing {
        method,
        url,
        head_is_utf8: head_is_utf8(&headers, payload.as_ref()),
        headers: headers.lines(),
        body: payload.map(|payload| payload.bytes).unwrap_or_default(),
        variables: draft.resolver.into_uses(),
        warnings: draft.warnings,
    })
}

fn sent_url(draft: &Draft<'_>, behaviour: &Behaviour) -> Result<SentUrl, NotSent> {
    if draft.resolver.is_too_long() {
        return Err(NotSent::EndlessVariables);
    }
    if draft.url.is_blank() {
        return Err(NotSent::EmptyUrl);
    }
    SentUrl::of(&draft.url, behaviour.sends_url_as_written())
}

fn sent_method(method: &str) -> Result<String, NotSent> {
    let method = if method.is_empty() { "GET" } else { method }.to_owned();
    if is_token(&method) { Ok(method) } else { Err(NotSent::Method { method }) }
}

fn add_system_headers(
    headers: &mut HeaderList,
    url: &SentUrl,
    behaviour: &Behaviour,
    world: &mut World,
) {
    let user_agent = format!("PostmanRuntime/{}", world.engine.runtime_version());
    let system = [
        ("User-Agent", "user-agent", user_agent.as_str()),
        ("Accept", "accept", "*/*"),
        ("Cache-Control", "cache-control", "no-cache"),
        ("Postman-Token", "postman-token", &world.random.uuid()),
        ("Host", "host", &url.authority()),
        ("Accept-Encoding", "accept-encoding", ACCEPT_ENCODING),
        ("Connection", "connection", "keep-alive"),
    ];
    for (name, lower, value) in system {
        if !behaviour.leaves_out(lower) && headers.enabled(lower).is_none() {
            headers.add_system(name, value);
        }
    }
}

/// The headers that the HTTP client is told to take out: those that are to be left out and that the
/// user did not write.
fn late_removals(headers: &mut HeaderList, behaviour: &Behaviour) -> Vec<&'static str> {
    let mut removed = Vec::new();
    for name in LATE.into_iter().filter(|name| behaviour.leaves_out(name)) {
        if !headers.has_users(name) {
            headers.disable_system(name);
            removed.push(name);
        }
        if name == "content-length" && !headers.has_users("transfer-encoding") {
            removed.push("transfer-encoding");
        }
    }
    removed
}

/// The body, and the headers that come with it and with the URL; none if there are no bytes.
fn filled(
    table: &mut Table,
    draft: &mut Draft<'_>,
    behaviour: &Behaviour,
) -> Result<Option<Payload>, NotSent> {
    let keeps_type = behaviour.leaves_out("content-type");
    let body = draft.body.take();
    let world = draft.resolver.world();
    let payload = body.map(|body| body.into_payload(table, keeps_type, world)).transpose()?;
    if !table.has("accept-encoding") {
        table.set("Accept-Encoding", ACCEPT_ENCODING);
    }
    add_userinfo(table, draft.url.sent_userinfo(behaviour.sends_url_as_written()));
    Ok(payload.filter(|payload| !(payload.is_text && payload.bytes.is_empty())))
}

/// `user:password@` before the host becomes a Basic header.
fn add_userinfo(table: &mut Table, userinfo: Option<String>) {
    let Some(userinfo) = userinfo.filter(|userinfo| !userinfo.is_empty()) else { return };
    if table.has("authorization") {
        return;
    }
    let (user, password) = userinfo.split_once(':').unwrap_or((&userinfo, ""));
    let pair = format!("{}:{}", percent::decoded(user), percent::decoded(password));
    table.set("Authorization", &format!("Basic {}", base64::encode(pair)));
}

fn announce(table: &mut Table, payload: Option<&Payload>, method: &str) {
    let length = match payload {
        Some(payload) => Some(payload.length),
        None => Some(0).filter(|_| !WITHOUT_LENGTH.contains(&method)),
    };
    if let Some(length) = length.filter(|_| !table.has("content-length")) {
        table.set("Content-Length", &length.to_string());
    }
    if let Some(late_type) = payload.and_then(|payload| payload.late_type.as_deref())
        && !table.has("content-type")
    {
        table.set("Content-Type", late_type);
    }
}

/// Node names the host itself if the user's header is empty.
fn name_host(headers: &mut HeadersOut, url: Option<&SentUrl>) -> Result<(), NotSent> {
    match url.filter(|_| !headers.has_value("host")) {
        Some(url) => headers.set("Host", &url.default_authority()),
        None if headers.has_value("host") && !headers.is_text("host") => Err(NotSent::HostNotText),
        None => Ok(()),
    }
}

/// Takes out what is to be left out, but for a request with `Expect`, whose lines are written before.
/// Node adds the `Connection` that is then missing.
fn take_out(headers: &mut HeadersOut, removed: &[&str]) -> Result<(), NotSent> {
    let removed = if headers.has_value("expect") { &[] } else { removed };
    for name in removed {
        headers.remove(name);
    }
    if !headers.has_line("connection") && !removed.contains(&"connection") {
        headers.remove("connection");
        headers.set("Connection", "keep-alive")?;
    }
    Ok(())
}

/// Whether Node writes request line and headers in one piece with a text.
fn head_is_utf8(headers: &HeadersOut, payload: Option<&Payload>) -> bool {
    let is_chunked = headers.has_word("transfer-encoding", "chunked");
    let is_one_text = payload.is_some_and(|payload| payload.is_text) && !is_chunked;
    is_one_text || headers.has_line("expect")
}
