//! The pairs of a form or a query.

use crate::text::percent;

/// A pair as written, and as meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    /// As written: `pair=XBT%2FUSD`.
    pub(super) raw: String,
    pub(super) key: String,
    pub(super) value: String,
    /// Whether there is an equals sign.
    pub(super) has_value: bool,
}

impl Pair {
    pub(super) fn parse(raw: &str) -> Self {
        let (key, value) = raw.split_once('=').unwrap_or((raw, ""));
        Self {
            raw: raw.to_owned(),
            key: percent::form_decoded(key),
            value: percent::form_decoded(value),
            has_value: raw.contains('='),
        }
    }

    pub(super) fn new(key: &str, value: &str) -> Self {
        let raw = format!("{}={}", percent::form(key), percent::form(value));
        Self { raw, key: key.to_owned(), value: value.to_owned(), has_value: true }
    }

    /// The same pair, encoded in another way.
    pub(super) fn encoded(&self, encoding: Encoding) -> String {
        let key = encoding.key(&self.key);
        if self.has_value { format!("{key}={}", encoding.value(&self.value)) } else { key }
    }
}

pub(super) fn pairs(text: &str) -> Vec<Pair> {
    text.split('&').filter(|raw| !raw.is_empty()).map(Pair::parse).collect()
}

pub(super) fn joined<'a>(pairs: impl IntoIterator<Item = &'a Pair>) -> String {
    pairs.into_iter().map(|pair| pair.raw.as_str()).collect::<Vec<_>>().join("&")
}

/// A way in which scripts write keys and values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Typed,
    PostmanText,
    Component,
    Uri,
    UrlSearchParams,
    ComponentPlus,
    StrictPlus,
    Strict,
}

impl Encoding {
    pub(super) const ALL: [Self; 8] = [
        Self::Typed,
        Self::PostmanText,
        Self::Component,
        Self::Uri,
        Self::UrlSearchParams,
        Self::ComponentPlus,
        Self::StrictPlus,
        Self::Strict,
    ];

    fn key(self, text: &str) -> String {
        match self {
            Self::PostmanText => percent::postman_text_key(text),
            _ => self.value(text),
        }
    }

    pub(super) fn value(self, text: &str) -> String {
        match self {
            Self::Typed => text.to_owned(),
            Self::PostmanText => percent::postman_text_value(text),
            Self::Component => percent::component(text),
            Self::Uri => percent::uri(text),
            Self::UrlSearchParams => percent::search_params(text),
            Self::ComponentPlus => percent::component_plus(text),
            Self::StrictPlus => percent::form_plus(text),
            Self::Strict => percent::form(text),
        }
    }
}

impl Encoding {
    /// Whether a space becomes `+`.
    pub(super) fn makes_plus(self) -> bool {
        matches!(self, Self::UrlSearchParams | Self::ComponentPlus | Self::StrictPlus)
    }
}
