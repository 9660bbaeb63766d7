//! A request with its variables replaced, before it is encoded.

use serde_json::Value;

use crate::runtime::auth::Auth;
use crate::runtime::body::Body;
use crate::runtime::headers::HeaderList;
use crate::runtime::url::Url;
use crate::runtime::{Behaviour, Warning};
use crate::text::coercion;
use crate::variables::{Place, Resolver};

/// Methods that have no body, unless the behaviour says otherwise.
const WITHOUT_BODY: [&str; 5] = ["GET", "HEAD", "COPY", "PURGE", "UNLOCK"];

/// A request on its way out.
pub(super) struct Draft<'a> {
    pub(super) method: String,
    pub(super) url: Url,
    pub(super) headers: HeaderList,
    pub(super) body: Option<Body>,
    pub(super) warnings: Vec<Warning>,
    pub(super) resolver: Resolver<'a>,
}

impl<'a> Draft<'a> {
    /// Reads a request and replaces its variables.
    pub(super) fn read(request: &Value, behaviour: &Behaviour, mut resolver: Resolver<'a>) -> Self {
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
        if coercion::is_truthy(part("proxy")) {
            warnings.push(Warning::ProxyIgnored);
        }
        Self { method, url, headers, body, warnings, resolver }
    }

    /// Cuts the comments out of a JSON body.
    pub(super) fn cut_comments(&mut self) {
        self.body = self.body.take().and_then(|body| body.without_comments(&mut self.headers));
    }

    /// Lets the auth helper add to headers or query.
    pub(super) fn authorise(&mut self, auth: Option<&Value>) {
        self.resolver.enter(Place::Auth);
        if let Some(auth) = auth.and_then(|auth| Auth::read(auth, &mut self.resolver)) {
            auth.sign(&mut self.headers, &mut self.url, &mut self.warnings);
        }
    }
}

fn method(definition: &Value) -> String {
    if definition.is_null() { "GET".to_owned() } else { coercion::text(definition).to_uppercase() }
}
