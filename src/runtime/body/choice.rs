//! Which part of a body definition counts, and what becomes of it.

use serde_json::Value;

use super::multipart::{self, Part};
use super::{form, graphql, media_type};
use crate::runtime::headers::{HeaderList, Table};
use crate::runtime::param::{self, Param};
use crate::runtime::{NotSent, Warning};
use crate::text::{base64, blank, coercion, json, surrogate};
use crate::variables::Resolver;
use crate::world::World;

const CONTENT_TYPE: &str = "Content-Type";
const FORM_TYPE: &str = "application/x-www-form-urlencoded";

/// A body with its variables replaced.
#[derive(Debug, Clone)]
pub(crate) enum Body {
    /// Text, with the language that the user chose for it.
    Raw {
        /// The text; a JSON value is written out.
        text: String,
        /// The language, if any.
        language: Option<Value>,
    },
    /// Rows of a form, to be percent-encoded.
    Form(Vec<Param>),
    /// Parts of a form, to be sent as they are.
    Multipart(Vec<Part>),
    /// GraphQL, as JSON.
    GraphQl(String),
    /// The content of a file, with its name if it was read.
    File(Vec<u8>, Option<String>),
}

/// The bytes of a body and what they ask of the headers.
#[derive(Debug)]
pub(crate) struct Payload {
    pub(crate) bytes: Vec<u8>,
    /// Whether Node is handed text: it then writes the header lines as UTF-8 too.
    pub(crate) is_text: bool,
    /// The type that is named after the length, as for files.
    pub(crate) late_type: Option<String>,
    /// The length that is announced.
    pub(crate) length: usize,
}

impl Body {
    /// Reads the `body` of a request; none if there is nothing to send.
    pub(crate) fn read(
        definition: &Value,
        resolver: &mut Resolver<'_>,
        warnings: &mut Vec<Warning>,
    ) -> Option<Self> {
        if let Value::String(text) = definition {
            return raw(&Value::from(text.as_str()), None, resolver);
        }
        let mode = definition.get("mode").filter(|mode| coercion::is_truthy(mode))?;
        if coercion::has_truthy(definition, "disabled") {
            return None;
        }
        let part = |name: &str| definition.get(name).unwrap_or(&Value::Null);
        match coercion::text(mode).to_lowercase().as_str() {
            "urlencoded" => rows(part("urlencoded"), resolver),
            "formdata" => {
                let parts = multipart::parts(part("formdata"), resolver, warnings);
                Some(Self::Multipart(parts))
                    .filter(|_| coercion::has_truthy(definition, "formdata"))
            }
            "graphql" => Some(Self::GraphQl(graphql::json(&resolver.value(part("graphql"))))),
            "file" => file(&resolver.value(part("file")), resolver.world(), warnings),
            _ => raw(part("raw"), definition.pointer("/options/raw/language"), resolver),
        }
        .filter(|body| !body.is_empty())
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Raw { text, .. } => text.is_empty(),
            Self::Form(rows) => rows.iter().all(|row| row.disabled),
            Self::Multipart(parts) => parts.is_empty(),
            Self::GraphQl(_) | Self::File(..) => false,
        }
    }

    /// Cuts the comments out of a JSON body. Looking at it, Postman also adds the `Content-Type`
    /// that is missing, which is why that stands before the headers of auth helpers. None if
    /// nothing is left.
    pub(crate) fn without_comments(self, headers: &mut HeaderList) -> Option<Self> {
        match self {
            Self::Raw { text, language } if is_json(language.as_ref(), headers) => {
                add_raw_type(language.as_ref(), headers);
                let has_any = json::may_have_comments(&text);
                let text = if has_any { json::without_comments(&text) } else { text };
                Some(Self::Raw { text, language }).filter(|body| !body.is_empty())
            }
            other => Some(other),
        }
    }

    /// Adds the `Content-Type` that text bodies get if the user names none.
    pub(crate) fn add_type(&self, headers: &mut HeaderList) {
        match self {
            Self::Raw { language, .. } => add_raw_type(language.as_ref(), headers),
            Self::GraphQl(_) => add_if_missing("application/json", headers),
            Self::Form(_) | Self::Multipart(_) | Self::File(..) => {}
        }
    }

    /// The bytes. Form bodies put their own `Content-Type` into the table, over a user's other one
    /// unless that is protected.
    ///
    /// # Errors
    ///
    /// When a form ends in half a character, or the content of a file decodes to nothing.
    pub(crate) fn into_payload(
        self,
        table: &mut Table,
        keeps_users_type: bool,
        world: &mut World,
    ) -> Result<Payload, NotSent> {
        let users_type = table.get(CONTENT_TYPE).filter(|value| coercion::is_truthy(value));
        let replaces_type = users_type.is_none() || !keeps_users_type;
        let users_type =
            users_type.map(|value| coercion::text(value).into_owned()).unwrap_or_default();
        match self {
            Self::Raw { text, .. } | Self::GraphQl(text) => Ok(Payload::text(&text)),
            Self::Form(rows) => {
                let text = form::encoded(&rows)?;
                if replaces_type && !is_form_type(&users_type) {
                    table.set(CONTENT_TYPE, FORM_TYPE);
                }
                Ok(Payload::text(&text))
            }
            Self::Multipart(parts) => {
                let is_single = !matches!(table.get(CONTENT_TYPE), Some(Value::Array(_)));
                let users = multipart::users_boundary(&users_type).filter(|_| is_single);
                let boundary = users.map_or_else(|| multipart::boundary(world), str::to_owned);
                if replaces_type && users.is_none() {
                    table.set(CONTENT_TYPE, &format!("multipart/form-data; boundary={boundary}"));
                }
                let (bytes, length) = multipart::joined(&parts, &boundary);
                Ok(Payload { bytes, is_text: true, late_type: None, length })
            }
            Self::File(bytes, None) if bytes.is_empty() => Err(NotSent::EmptyContent),
            Self::File(bytes, name) => {
                let media_type =
                    |name: String| media_type::of(&name).unwrap_or(media_type::UNKNOWN);
                let late_type = name.map(|name| media_type(name).to_owned());
                Ok(Payload { length: bytes.len(), bytes, is_text: false, late_type })
            }
        }
    }
}

impl Payload {
    fn text(text: &str) -> Self {
        let bytes = surrogate::utf8(text).into_owned();
        Self { length: bytes.len(), bytes, is_text: true, late_type: None }
    }
}

fn raw(raw: &Value, language: Option<&Value>, resolver: &mut Resolver<'_>) -> Option<Body> {
    let text = match raw {
        Value::String(text) => resolver.text(text).into_owned(),
        Value::Array(list) if !list.is_empty() => json::stringify(&resolver.value(raw)),
        Value::Object(map) if !map.is_empty() => json::stringify(&resolver.value(raw)),
        _ => return None,
    };
    let language = language.map(|language| resolver.value(language));
    Some(Body::Raw { text, language }).filter(|body| !body.is_empty())
}

fn rows(definition: &Value, resolver: &mut Resolver<'_>) -> Option<Body> {
    if !coercion::is_truthy(definition) {
        return None;
    }
    let mut rows = param::read(definition);
    for row in rows.iter_mut().filter(|row| !row.disabled) {
        for part in [&mut row.key, &mut row.value].into_iter().flatten() {
            resolver.fill(part);
        }
    }
    Some(Body::Form(rows))
}

/// The file of a file body: base64 in the definition itself, or a file that it names. What cannot
/// be read is no body.
fn file(definition: &Value, world: &World, warnings: &mut Vec<Warning>) -> Option<Body> {
    let source = if definition.is_string() { Some(definition) } else { definition.get("src") };
    let content = definition.get("content").filter(|content| coercion::is_truthy(content));
    match (source.filter(|source| coercion::is_truthy(source)), content) {
        (None, Some(Value::String(content))) => {
            Some(Body::File(base64::decode_as_node(content), None))
        }
        (Some(Value::String(source)), _) => {
            let Ok(bytes) = world.files.read(source) else {
                warnings.push(Warning::FileNotRead { file: source.clone() });
                return None;
            };
            Some(Body::File(bytes, Some(source.clone())))
        }
        _ => None,
    }
}

/// Whether comments are cut out: the language says JSON, or there is none and a `Content-Type` says
/// so. Of several types the first enabled one counts, a single one even if it is disabled.
fn is_json(language: Option<&Value>, headers: &HeaderList) -> bool {
    if let Some(language) = language.filter(|language| coercion::is_truthy(language)) {
        return language == "json";
    }
    let types: Vec<_> = headers.named("content-type").collect();
    let decisive = match types.as_slice() {
        [] => return false,
        [single] => Some(single),
        several => several.iter().find(|header| !header.is_disabled()),
    };
    decisive.and_then(|header| header.text()).is_none_or(is_json_type)
}

/// Whether a type begins as `application/json` or `application/…+json`.
fn is_json_type(media_type: &str) -> bool {
    let Some(subtype) = media_type.strip_prefix("application/") else { return false };
    let word = subtype.split(blank::is_blank).next().unwrap_or_default();
    subtype.starts_with("json") || word.match_indices("+json").any(|(at, _)| at > 0)
}

fn is_form_type(media_type: &str) -> bool {
    let after = media_type.strip_prefix(FORM_TYPE).map(|rest| rest.chars().next());
    after.is_some_and(|next| next.is_none_or(|c| !(c.is_ascii_alphanumeric() || c == '_')))
}

fn add_raw_type(language: Option<&Value>, headers: &mut HeaderList) {
    let media_type = match language.and_then(Value::as_str) {
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        Some("html") => "text/html",
        Some("javascript") => "application/javascript",
        _ => "text/plain",
    };
    add_if_missing(media_type, headers);
}

fn add_if_missing(media_type: &str, headers: &mut HeaderList) {
    if headers.enabled("content-type").is_none() {
        headers.add_system(CONTENT_TYPE, media_type);
    }
}
