//! Where a request goes: its base URL, as far as it is known, and the path below it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::path::Path;
use crate::collection::{Field, List, PathSegment, TextOr, Url, Variable};

/// Postman replaces variables within variables this often, and no more.
const PASSES: usize = 19;
/// No base URL is longer, in bytes; variables that refer to each other can grow without end.
const LONGEST: usize = 64 * 1024;

/// Where a request goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// What the path is below of.
    pub(super) base: Base,
    /// The path, with the part of it that the base URL holds.
    pub(super) path: Path,
    /// The path with the collection's variables filled in, if that is another one.
    pub(super) filled: Option<Path>,
}

/// A base URL.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Base {
    /// There is none.
    #[default]
    None,
    /// Scheme and authority: `https://api.kraken.com`.
    Known(String),
    /// A text with variables that the collection does not set.
    Unknown(String),
}

/// The texts of the variables that a collection sets.
#[derive(Debug, Default)]
pub(super) struct Variables<'a>(BTreeMap<&'a str, String>);

impl<'a> Variables<'a> {
    /// Those of a collection's list; of two with one name, the last that is on counts.
    pub(super) fn of(list: &'a Field<List<Variable>>) -> Self {
        let on = list.iter().filter(|variable| !variable.disabled.is_true());
        let texts = on.filter_map(|variable| {
            let key = variable.key.text().or(variable.id.text())?;
            Some((key, text(variable.value.get()?)?))
        });
        Self(texts.collect())
    }

    /// A text with the variables that are known filled in.
    fn filled(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for _ in 0..PASSES {
            match self.filled_once(&filled) {
                Some(further) if further.len() < LONGEST => filled = further,
                _ => break,
            }
        }
        filled
    }

    /// As [`filled`](Self::filled), without what the values themselves refer to; none if there is
    /// nothing to fill in.
    fn filled_once(&self, text: &str) -> Option<String> {
        let mut filled = String::new();
        let mut rest = text;
        let mut has_any = false;
        while let Some((before, after)) = rest.split_once("}}") {
            let known = before
                .rsplit_once("{{")
                .and_then(|(before, name)| Some((before, self.0.get(name)?.as_str())));
            let (before, value) = known.unwrap_or((before, "}}"));
            filled.push_str(before);
            filled.push_str(value);
            has_any |= known.is_some();
            rest = after;
        }
        filled.push_str(rest);
        has_any.then_some(filled)
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

impl Address {
    /// The address that a request's `url` gives.
    pub(super) fn of(url: &Field<TextOr<Box<Url>>>, variables: &Variables<'_>) -> Self {
        match url.get() {
            Some(TextOr::Text(text)) => Self::of_text(text, variables),
            Some(TextOr::Full(url)) => Self::of_parts(url, variables),
            None => Self::default(),
        }
    }

    fn of_parts(url: &Url, variables: &Variables<'_>) -> Self {
        let host = host(url);
        let segments = segments(url);
        if host.is_empty() && segments.is_empty() {
            // Postman cannot send it, but it says what is meant.
            return Self::of_text(url.raw.text().unwrap_or_default(), variables);
        }
        let protocol = url.protocol.text().map(|it| format!("{it}://")).unwrap_or_default();
        let port = url.port.text().map(|it| format!(":{it}")).unwrap_or_default();
        Self::new(&format!("{protocol}{host}{port}"), &segments, variables)
    }

    fn of_text(url: &str, variables: &Variables<'_>) -> Self {
        let url = url.trim_start();
        let url = url.split_once('#').map_or(url, |(before, _)| before);
        let url = url.split_once('?').map_or(url, |(before, _)| before);
        let (base, path) = split_authority(url);
        Self::new(base, &path.split('/').collect::<Vec<_>>(), variables)
    }

    fn new(base: &str, segments: &[&str], variables: &Variables<'_>) -> Self {
        let filled_base = variables.filled(base);
        let (authority, within) = split_authority(&filled_base);
        let within = Path::read(within.split(['?', '#']).next().unwrap_or_default());
        let path = Path::of(segments.iter().copied());
        let written = segments.join("/");
        let filled = written.contains("{{").then(|| Path::read(&variables.filled(&written)));
        Self {
            base: Base::of(authority),
            filled: filled.filter(|filled| *filled != path).map(|filled| filled.below(&within)),
            path: path.below(&within),
        }
    }
}

impl Base {
    fn of(authority: &str) -> Self {
        if authority.is_empty() {
            return Self::None;
        }
        if authority.contains("{{") {
            return Self::Unknown(authority.to_owned());
        }
        let authority = authority.to_lowercase();
        Self::Known(if authority.contains("://") {
            authority
        } else {
            format!("http://{authority}")
        })
    }

    /// Whether the base may hold the first segments of the path.
    pub(super) fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }
}

/// A URL's scheme and authority, and what follows, which is empty or begins with a slash.
pub(super) fn split_authority(url: &str) -> (&str, &str) {
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url.get(start..).and_then(|rest| rest.find('/')).map_or(url.len(), |at| start + at);
    url.split_at(end)
}

fn host(url: &Url) -> String {
    match url.host.get() {
        Some(TextOr::Text(text)) => text.clone(),
        Some(TextOr::Full(labels)) => {
            labels.iter().map(String::as_str).collect::<Vec<_>>().join(".")
        }
        None => String::new(),
    }
}

/// The segments of a URL's path, as they are written.
pub(super) fn segments(url: &Url) -> Vec<&str> {
    match url.path.get() {
        Some(TextOr::Text(text)) => text.split('/').collect(),
        Some(TextOr::Full(list)) => list.iter().filter_map(segment_text).collect(),
        None => Vec::new(),
    }
}

fn segment_text(segment: &TextOr<Box<PathSegment>>) -> Option<&str> {
    segment.text().or_else(|| segment.full()?.value.text())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::collection::Collection;

    fn address(url: &Value, variables: &Value) -> (Base, String) {
        let text = json!({"variable": variables, "item": [{"request": {"url": url}}]}).to_string();
        let collection = Collection::from_json(&text).unwrap();
        let variables = Variables::of(&collection.variable);
        let place = collection.requests().next().unwrap();
        let request = place.item.request.full().unwrap();
        let Address { base, path, filled } = Address::of(&request.url, &variables);
        let filled = filled.map(|filled| format!(" = {filled}")).unwrap_or_default();
        (base, format!("{path}{filled}"))
    }

    fn known(base: &str, path: &str) -> (Base, String) {
        (Base::Known(base.to_owned()), path.to_owned())
    }

    fn unknown(base: &str, path: &str) -> (Base, String) {
        (Base::Unknown(base.to_owned()), path.to_owned())
    }

    #[test]
    fn texts_and_parts_give_the_same() {
        let none = json!([]);
        let expected = known("https://api.kraken.com", "/0/public/Time");
        let parts = json!({"protocol": "https", "host": ["api", "kraken", "com"], "path": ["0", "public", "Time"]});
        for url in [
            json!("https://api.kraken.com/0/public/Time"),
            json!("HTTPS://API.Kraken.com//0/public/Time/?a=/b#c"),
            json!({"raw": "https://api.kraken.com/0/public/Time?x=1"}),
            json!({"raw": "other", "protocol": "https", "host": "api.kraken.com", "path": "/0/public/Time"}),
            parts,
        ] {
            assert_eq!(address(&url, &none), expected, "{url}");
        }
    }

    #[test]
    fn the_base_may_be_a_variable_with_or_without_a_path_in_it() {
        let set = |value: &str| json!([{"key": "base_url", "value": value}]);
        let url = json!({"host": ["{{base_url}}"], "path": ["0", "public", "Time"]});
        let expected = known("https://api.kraken.com", "/0/public/Time");
        assert_eq!(address(&url, &set("https://api.kraken.com")), expected);
        assert_eq!(address(&url, &set("https://api.kraken.com/")), expected);
        assert_eq!(address(&url, &json!([])), unknown("{{base_url}}", "/0/public/Time"));
        let short = json!("{{base_url}}/public/Time");
        assert_eq!(address(&short, &set("https://api.kraken.com/0/")), expected);
        assert_eq!(address(&short, &set("{{host}}/0")), unknown("{{host}}", "/0/public/Time"));
        let off = json!([{"key": "base_url", "value": "https://x", "disabled": true}]);
        assert_eq!(address(&short, &off), unknown("{{base_url}}", "/public/Time"));
    }

    #[test]
    fn variables_in_the_path_stay_and_are_filled_in_besides() {
        let set = json!([{"key": "version", "value": 0}, {"key": "loop", "value": "x{{loop}}"}]);
        let url = json!("https://h/{{version}}/:a/{{b}}");
        assert_eq!(address(&url, &set), known("https://h", "/{version}/{a}/{b} = /0/{a}/{b}"));
        assert!(address(&json!("https://h/{{loop}}"), &set).1.starts_with("/{loop} = "));
    }

    #[test]
    fn odd_urls_have_an_address_too() {
        for (url, base, path) in [
            (json!(""), Base::None, "/"),
            (json!(null), Base::None, "/"),
            (json!(5), Base::None, "/"),
            (json!({}), Base::None, "/"),
            (json!("/a/b"), Base::None, "/a/b"),
            (json!("{{url}}"), Base::Unknown("{{url}}".to_owned()), "/"),
            (json!("h/a"), Base::Known("http://h".to_owned()), "/a"),
        ] {
            assert_eq!(address(&url, &json!([])), (base, path.to_owned()), "{url}");
        }
    }
}
