//! From a request's definition to what goes out.
//!
//! The order is Postman's: the URL is written out with its path variables and its variables are
//! replaced in that text; the variables of all other parts are replaced; comments are cut out of
//! JSON bodies; the auth helper adds to headers or query; then come Postman's own headers; and last
//! everything is encoded.

use ::base64::Engine as _;
use ::base64::prelude::BASE64_STANDARD;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::auth::Auth;
use super::body::{Body, Payload};
use super::headers::{HeaderList, HeadersOut, SentHeader, Table, is_token};
use super::url::{SentUrl, Url};
use super::{Behaviour, NotSent, Place, Resolver, Scopes, VariableUse, Warning, World, js};

/// Methods that have no body, unless the behaviour says otherwise.
const WITHOUT_BODY: [&str; 5] = ["GET", "HEAD", "COPY", "PURGE", "UNLOCK"];

/// Methods that announce no length when they have no body.
const WITHOUT_LENGTH: [&str; 6] = ["GET", "HEAD", "TRACE", "DELETE", "CONNECT", "OPTIONS"];

/// Postman's own headers that are taken out as late as in the HTTP client.
const LATE: [&str; 4] = ["content-type", "content-length", "accept-encoding", "connection"];

const ACCEPT_ENCODING: &str = "gzip, deflate, br";

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
    draft.authorise(super::auth::nearest(own_auth));
    draft.send(behaviour)
}

/// A request whose variables are replaced, on its way out.
struct Draft<'a> {
    method: String,
    url: Url,
    headers: HeaderList,
    body: Option<Body>,
    warnings: Vec<Warning>,
    resolver: Resolver<'a>,
}

impl<'a> Draft<'a> {
    fn read(request: &Value, behaviour: &Behaviour, mut resolver: Resolver<'a>) -> Self {
        let part = |name: &str| request.get(name).unwrap_or(&Value::Null);
        let mut warnings = Vec::new();
        resolver.enter(Place::Url);
        let url = Url::read(if request.is_string() { request } else { part("url") });
        let url = url.resolved(&mut resolver);
        resolver.enter(Place::Method);
        let method = resolver.text(&method(part("method"))).to_uppercase();
        resolver.enter(Place::Headers);
        let mut headers = HeaderList::read(part("header"));
        headers.resolve(&mut resolver);
        resolver.enter(Place::Body);
        let is_pruned = WITHOUT_BODY.contains(&method.as_str()) && !behaviour.keeps_body();
        let body =
            if is_pruned { None } else { Body::read(part("body"), &mut resolver, &mut warnings) };
        if js::is_truthy(part("proxy")) {
            warnings.push(Warning::ProxyIgnored);
        }
        Self { method, url, headers, body, warnings, resolver }
    }

    fn cut_comments(&mut self) {
        self.body = self.body.take().and_then(|body| body.without_comments(&mut self.headers));
    }

    fn authorise(&mut self, auth: Option<&Value>) {
        self.resolver.enter(Place::Auth);
        if let Some(auth) = auth.and_then(|auth| Auth::read(auth, &mut self.resolver)) {
            auth.sign(&mut self.headers, &mut self.url, &mut self.warnings);
        }
    }

    fn send(mut self, behaviour: &Behaviour) -> Result<Outgoing, NotSent> {
        if self.resolver.is_too_long() {
            return Err(NotSent::EndlessVariables);
        }
        if self.url.is_blank() {
            return Err(NotSent::EmptyUrl);
        }
        let as_written = behaviour.sends_url_as_written();
        let url = SentUrl::of(&self.url, as_written)?;
        let method = if self.method.is_empty() { "GET".to_owned() } else { self.method };
        if !is_token(&method) {
            return Err(NotSent::Method { method });
        }
        if let Some(body) = &self.body {
            body.add_type(&mut self.headers);
        }
        add_system_headers(&mut self.headers, &url, behaviour, self.resolver.world());
        let sets_host = !behaviour.leaves_out("host") || self.headers.has_users("host");
        let removed = late_removals(&mut self.headers, behaviour);
        let mut table = self.headers.into_table();
        let keeps_type = behaviour.leaves_out("content-type");
        let into_payload =
            |body: Body| body.into_payload(&mut table, keeps_type, self.resolver.world());
        let payload = self.body.map(into_payload).transpose()?;
        if !table.has("accept-encoding") {
            table.set("Accept-Encoding", ACCEPT_ENCODING);
        }
        add_userinfo(&mut table, self.url.sent_userinfo(as_written));
        let payload = payload.filter(|payload| !(payload.is_text && payload.bytes.is_empty()));
        announce(&mut table, payload.as_ref(), &method);
        let mut headers = table.into_outgoing()?;
        name_host(&mut headers, sets_host.then_some(&url))?;
        // The lines of a request with `Expect` are written before anything is taken out.
        let removed = if headers.has_value("expect") { Vec::new() } else { removed };
        for name in &removed {
            headers.remove(name);
        }
        if !headers.has_line("connection") && !removed.contains(&"connection") {
            headers.remove("connection");
            headers.set("Connection", "keep-alive")?;
        }
        let is_one_text = payload.as_ref().is_some_and(|payload| payload.is_text)
            && !headers.has_word("transfer-encoding", "chunked");
        let head_is_utf8 = is_one_text || headers.has_line("expect");
        Ok(Outgoing {
            method,
            url,
            headers: headers.lines(),
            head_is_utf8,
            body: payload.map(|payload| payload.bytes).unwrap_or_default(),
            variables: self.resolver.into_uses(),
            warnings: self.warnings,
        })
    }
}

fn method(definition: &Value) -> String {
    if definition.is_null() { "GET".to_owned() } else { js::text(definition).to_uppercase() }
}

fn add_system_headers(
    headers: &mut HeaderList,
    url: &SentUrl,
    behaviour: &Behaviour,
    world: &mut World,
) {
    let system = [
        ("User-Agent", format!("PostmanRuntime/{}", world.engine.runtime_version())),
        ("Accept", "*/*".to_owned()),
        ("Cache-Control", "no-cache".to_owned()),
        ("Postman-Token", world.random.uuid()),
        ("Host", url.authority()),
        ("Accept-Encoding", ACCEPT_ENCODING.to_owned()),
        ("Connection", "keep-alive".to_owned()),
    ];
    for (name, value) in system {
        let lower = name.to_lowercase();
        if !behaviour.leaves_out(&lower) && headers.enabled(&lower).is_none() {
            headers.add_system(name, &value);
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

/// `user:password@` before the host becomes a Basic header.
fn add_userinfo(table: &mut Table, userinfo: Option<String>) {
    let Some(userinfo) = userinfo.filter(|userinfo| !userinfo.is_empty()) else { return };
    if table.has("authorization") {
        return;
    }
    let (user, password) = userinfo.split_once(':').unwrap_or((&userinfo, ""));
    let decoded = |part| percent_decode_str(part).decode_utf8_lossy();
    let pair = format!("{}:{}", decoded(user), decoded(password));
    table.set("Authorization", &format!("Basic {}", BASE64_STANDARD.encode(pair)));
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
