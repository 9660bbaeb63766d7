//! A URL as a collection defines it, and the text that Postman makes of it.

use std::borrow::Cow;

use serde_json::Value;

use super::{parse, path};
use crate::runtime::param::{self, Param};
use crate::text::{coercion, key_order};
use crate::variables::{Kind, Resolver};

/// The parts of a URL, each as loose as the definition has it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Url {
    pub(crate) protocol: Option<Value>,
    pub(crate) user: Option<String>,
    pub(crate) password: Option<String>,
    pub(crate) host: Option<Value>,
    pub(crate) port: Option<Value>,
    pub(crate) path: Option<Value>,
    pub(in crate::runtime) query: Vec<Param>,
    pub(crate) hash: Option<String>,
    /// The path variables: name and value, if that is text.
    pub(crate) variables: Vec<(String, Option<String>)>,
}

impl Url {
    /// Reads the `url` of a request, a text or an object. `raw` is never looked at.
    pub(crate) fn read(definition: &Value) -> Self {
        match definition {
            Value::String(text) => Self::parse(text),
            Value::Object(_) => Self::of_parts(definition),
            _ => Self::default(),
        }
    }

    /// Takes a URL text apart.
    pub(crate) fn parse(text: &str) -> Self {
        let parts = parse::parts(text);
        Self {
            protocol: parts.protocol.map(Value::from),
            user: parts.user,
            password: parts.password,
            host: parts.host.map(Value::from),
            port: parts.port.map(Value::from),
            path: parts.path.map(Value::from),
            query: parts.query.as_deref().map(param::of_pieces).unwrap_or_default(),
            hash: parts.hash,
            variables: Vec::new(),
        }
    }

    fn of_parts(definition: &Value) -> Self {
        let part = |name: &str| definition.get(name).filter(|part| !part.is_null()).cloned();
        let text = |part: Option<&Value>| part.and_then(Value::as_str).map(str::to_owned);
        let auth = definition.get("auth");
        Self {
            protocol: part("protocol"),
            user: text(auth.and_then(|auth| auth.get("user"))),
            password: text(auth.and_then(|auth| auth.get("password"))),
            host: part("host").filter(coercion::is_truthy),
            port: part("port"),
            path: part("path").and_then(path::expanded),
            query: query(definition.get("query").unwrap_or(&Value::Null)),
            hash: text(definition.get("hash")),
            variables: variables(definition.get("variable").unwrap_or(&Value::Null)),
        }
    }

    /// The URL written out, with the values of its path variables in place.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        if let Some(protocol) =
            self.protocol.as_ref().filter(|protocol| coercion::is_truthy(protocol))
        {
            let protocol = coercion::text(protocol);
            text.push_str(&protocol);
            text.push_str(if protocol.ends_with("://") { "" } else { "://" });
        }
        if let Some(userinfo) = self.userinfo(|part| Cow::Borrowed(part)) {
            text.push_str(&userinfo);
            text.push('@');
        }
        text.push_str(&self.host_text());
        if let Some(port) = &self.port {
            text.push(':');
            text.push_str(&coercion::text(port));
        }
        if self.path.is_some() {
            text.push_str(&self.path_text());
        }
        if let Some(query) = self.query_text() {
            text.push('?');
            text.push_str(&query);
        }
        if let Some(hash) = &self.hash {
            text.push('#');
            text.push_str(hash);
        }
        text
    }

    /// Replaces the variables in the text of the URL and takes that apart anew, so that a value may
    /// hold any part of a URL. Where nothing is left of the text, each part stands for itself.
    pub(crate) fn resolved(self, resolver: &mut Resolver<'_>) -> Self {
        let text = self.text();
        match resolver.text(&text).as_ref() {
            "" => self.resolved_by_part(resolver),
            text => Self::parse(text),
        }
    }

    fn resolved_by_part(mut self, resolver: &mut Resolver<'_>) -> Self {
        let values = [&mut self.protocol, &mut self.host, &mut self.port, &mut self.path];
        let rows = self.query.iter_mut().flat_map(|row| [&mut row.key, &mut row.value]);
        for value in values.into_iter().chain(rows).flatten() {
            resolver.fill(value);
        }
        let texts = [&mut self.user, &mut self.password, &mut self.hash];
        let variables = self.variables.iter_mut().map(|(_, value)| value);
        for text in texts.into_iter().chain(variables).flatten() {
            *text = resolver.text(text).into_owned();
        }
        self
    }

    /// Whether there is nothing that could be written out.
    pub(crate) fn is_blank(&self) -> bool {
        let has_protocol = self.protocol.as_ref().is_some_and(coercion::is_truthy);
        let has_query = self.query.iter().any(|row| !row.disabled);
        let has_more = self.user.is_some() || self.password.is_some() || self.hash.is_some();
        let has_path = self.path.is_some() || self.port.is_some();
        !(has_protocol || has_query || has_more || has_path || !self.host_text().is_empty())
    }

    /// User name and password as they stand before the host.
    pub(crate) fn userinfo(&self, encode: impl Fn(&str) -> Cow<'_, str>) -> Option<String> {
        let user = self.user.as_deref().map(&encode);
        let Some(password) = self.password.as_deref().map(&encode) else {
            return user.map(Cow::into_owned);
        };
        Some(format!("{}:{password}", user.unwrap_or_default()))
    }

    pub(crate) fn host_text(&self) -> Cow<'_, str> {
        match &self.host {
            Some(Value::Array(labels)) => Cow::Owned(coercion::joined(labels, ".")),
            Some(host) => coercion::text(host),
            None => Cow::Borrowed(""),
        }
    }

    pub(crate) fn path_text(&self) -> String {
        path::text(self.path.as_ref(), &self.variables)
    }

    /// The query; none if there are no rows or all are disabled.
    pub(crate) fn query_text(&self) -> Option<String> {
        let has_enabled = self.query.iter().any(|row| !row.disabled);
        has_enabled.then(|| param::text(&self.query))
    }
}

fn query(definition: &Value) -> Vec<Param> {
    match definition {
        query if !coercion::is_truthy(query) => Vec::new(),
        Value::Object(map) if !map.is_empty() => {
            let row = |(key, value): (&String, &Value)| Param {
                key: Some(Value::from(key.as_str())),
                value: Some(value.clone()),
                disabled: false,
            };
            key_order::members(map).into_iter().map(row).collect()
        }
        other => param::read(other),
    }
}

/// The path variables. Only a value that is text is put in; an older form names them by `id`.
fn variables(definition: &Value) -> Vec<(String, Option<String>)> {
    let one = std::slice::from_ref(definition);
    let list = definition.as_array().map_or(one, Vec::as_slice);
    let named = list.iter().filter_map(|variable| {
        let key = variable.get("key").filter(|key| coercion::is_truthy(key));
        let key = key.or_else(|| variable.get("id").filter(|_| definition.is_array()))?;
        let kind = variable.get("type").and_then(Kind::named).unwrap_or_default();
        let stored = variable.get("value").map(|value| kind.stored(value));
        let value = kind.read(stored.as_ref());
        Some((
            coercion::text(key).into_owned(),
            value.and_then(|value| value.as_str().map(str::to_owned)),
        ))
    });
    named.collect()
}
