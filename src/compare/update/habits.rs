//! How a collection does things, so that what is added does them alike.

use std::collections::BTreeMap;

use super::super::address::Base;
use super::super::operation::Operation;
use super::super::path::Path;
use super::super::scripts::sources;
use crate::catalog::{Api, Endpoint};
use crate::collection::{Collection, Event, Field, List, TextOr, Url};
use crate::compare::{KnownScripts, SigningForm};
use crate::generate::{BaseUrl, NonceUnit, ScriptStyle};

/// How a collection does things.
#[derive(Debug)]
pub(super) struct Habits {
    pub(super) style: ScriptStyle,
    pub(super) unit: NonceUnit,
    /// Base URLs, the most frequent first.
    bases: Vec<BaseUrl>,
    /// Whether the collection has the variable `base_url`.
    has_base_url: bool,
}

/// A request of the collection and the endpoint that it calls.
pub(super) type Call<'a> = (&'a Operation<'a>, &'a Endpoint);

impl Habits {
    /// Those that the requests of an api show; where they show nothing, those of a generated
    /// collection.
    pub(super) fn of(known: &KnownScripts, collection: &Collection, calls: &[Call<'_>]) -> Self {
        let shared: Vec<_> = before_request(&collection.event).collect();
        let own = calls.iter().flat_map(|(call, _)| before_request(&call.item.event));
        let all = own.chain(shared.iter().cloned());
        let forms: Vec<_> = all.filter_map(|script| known.form(&script)).collect();
        let variables = collection.variable.iter();
        Self {
            style: style(calls, &forms, shared.iter().any(|script| !script.trim().is_empty())),
            unit: most(forms.iter().map(SigningForm::unit)).unwrap_or_default(),
            bases: bases(calls),
            has_base_url: variables.map(|it| it.key.text()).any(|key| key == Some("base_url")),
        }
    }

    /// What the URL of an endpoint's request begins with: what most others do that can.
    pub(super) fn base(&self, api: &Api, endpoint: &Endpoint) -> BaseUrl {
        let used = self.bases.iter().find(|base| base.fits(&endpoint.path));
        used.cloned().unwrap_or_else(|| match self.style {
            ScriptStyle::Classic => BaseUrl::literal(&api.base_url),
            _ if self.bases.is_empty() => BaseUrl::variable(),
            _ => BaseUrl::literal(&api.base_url),
        })
    }

    /// Whether requests that are added need the variable `base_url`, and it is not there.
    pub(super) fn needs_base_url(&self) -> bool {
        self.bases.is_empty() && !self.has_base_url && self.style != ScriptStyle::Classic
    }
}

/// The sources of the scripts of a list that run before a request.
fn before_request(events: &Field<List<Event>>) -> impl Iterator<Item = String> {
    let all = sources(events).into_iter();
    all.filter(|(listen, _)| listen == "prerequest").map(|(_, source)| source)
}

/// Where requests are signed: on the collection if it has our script, or any while no private request
/// has one of its own.
fn style(calls: &[Call<'_>], forms: &[SigningForm], has_shared: bool) -> ScriptStyle {
    if forms.iter().any(|form| matches!(form, SigningForm::Collection { .. })) {
        return ScriptStyle::Collection;
    }
    let mut private = calls.iter().filter(|(_, endpoint)| endpoint.auth.is_some()).peekable();
    let is_any = private.peek().is_some();
    if has_shared
        && is_any
        && private.all(|(it, _)| before_request(&it.item.event).next().is_none())
    {
        return ScriptStyle::Collection;
    }
    let classic = forms.iter().filter(|form| matches!(form, SigningForm::Classic { .. })).count();
    if classic * 2 > forms.len() { ScriptStyle::Classic } else { ScriptStyle::Request }
}

/// The base URLs of requests, the most frequent first.
fn bases(calls: &[Call<'_>]) -> Vec<BaseUrl> {
    let mut counts: BTreeMap<BaseUrl, usize> = BTreeMap::new();
    for (call, endpoint) in calls {
        if let Some(base) = base_of(call, endpoint) {
            *counts.entry(base).or_default() += 1;
        }
    }
    let mut bases: Vec<_> = counts.into_iter().collect();
    bases.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    bases.into_iter().map(|(base, _)| base).collect()
}

fn base_of(call: &Operation<'_>, endpoint: &Endpoint) -> Option<BaseUrl> {
    if call.address.base == Base::None {
        return None;
    }
    let (mut base, written) = match call.request()?.url.get()? {
        TextOr::Full(url) => of_parts(url)?,
        TextOr::Text(text) => of_text(text),
    };
    let whole: Vec<_> = endpoint.path.split('/').filter(|segment| !segment.is_empty()).collect();
    let within = whole.len().checked_sub(written)?;
    base.within = whole[..within].iter().map(|segment| (*segment).to_owned()).collect();
    Some(base)
}

/// The base of a URL in parts, and how many segments its path has.
fn of_parts(url: &Url) -> Option<(BaseUrl, usize)> {
    let host: Vec<String> = match url.host.get()? {
        TextOr::Text(text) => vec![text.clone()],
        TextOr::Full(labels) => labels.iter().cloned().collect(),
    };
    let text = |field: &Field<String>| field.text().map(str::to_owned);
    let (protocol, port) = (text(&url.protocol), text(&url.port));
    let before = protocol.as_ref().map(|it| format!("{it}://")).unwrap_or_default();
    let behind = port.as_ref().map(|it| format!(":{it}")).unwrap_or_default();
    let raw = format!("{before}{}{behind}", host.join("."));
    let written = Path::of(super::super::address::segments(url)).segments().len();
    Some((BaseUrl { raw, protocol, host, port, within: Vec::new() }, written))
}

/// The same of a URL in one text.
fn of_text(url: &str) -> (BaseUrl, usize) {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let (authority, path) = super::super::address::split_authority(url);
    let written = Path::read(path).segments().len();
    if authority.contains("://") {
        return (BaseUrl::literal(authority), written);
    }
    let host = vec![authority.to_owned()];
    let raw = authority.to_owned();
    (BaseUrl { raw, protocol: None, host, port: None, within: Vec::new() }, written)
}

/// The most frequent one; of several, the first in order.
fn most<T: Ord>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(one, _)| one)
}
