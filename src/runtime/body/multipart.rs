//! `multipart/form-data` bodies.

use serde_json::Value;

use super::media_type;
use crate::runtime::Warning;
use crate::text::{base64, blank, coercion, json, percent, surrogate};
use crate::variables::Resolver;
use crate::world::World;

/// One part of a form.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    name: String,
    content: Vec<u8>,
    file_name: Option<String>,
    content_type: Option<String>,
}

/// A row of a form as the definition has it, variables replaced.
struct Row {
    name: String,
    value: Value,
    is_file: bool,
    source: Value,
    content_type: Option<String>,
    file_name: Option<String>,
}

/// Reads the rows of a form and the files that they name; a row whose file is missing is left out.
pub(super) fn parts(
    rows: &Value,
    resolver: &mut Resolver<'_>,
    warnings: &mut Vec<Warning>,
) -> Vec<Part> {
    let one = std::slice::from_ref(rows);
    let list = if rows.is_string() { &[] } else { rows.as_array().map_or(one, Vec::as_slice) };
    let enabled =
        list.iter().filter(|row| !row.is_null() && !coercion::has_truthy(row, "disabled"));
    let mut parts = Vec::new();
    for definition in enabled {
        let row = Row::read(definition, resolver);
        if row.is_file {
            parts.extend(row.into_files(resolver.world(), warnings));
        } else {
            parts.push(row.into_text());
        }
    }
    parts
}

impl Row {
    fn read(definition: &Value, resolver: &mut Resolver<'_>) -> Self {
        let mut member = |name: &str| {
            let value = definition.get(name).filter(|value| coercion::is_truthy(value))?;
            Some(resolver.value(value)).filter(coercion::is_truthy)
        };
        let text = |value: Option<Value>| value.and_then(|value| value.as_str().map(str::to_owned));
        let name = member("key").map(|key| coercion::text(&key).into_owned()).unwrap_or_default();
        let value = member("value").unwrap_or(Value::from(""));
        let is_file = member("type").is_some_and(|kind| kind == "file");
        let source = member("src").unwrap_or_default();
        let content_type = text(member("contentType"));
        // An empty file name is a file name.
        let file_name = text(definition.get("fileName").map(|name| resolver.value(name)));
        Self { name, value, is_file, source, content_type, file_name }
    }

    fn into_text(self) -> Part {
        let content = match &self.value {
            Value::String(text) => surrogate::utf8(text).into_owned(),
            other => surrogate::utf8(&json::stringify(other)).into_owned(),
        };
        let content_type = self.content_type.or_else(|| typed(self.file_name.as_deref()));
        Part { name: self.name, content, file_name: self.file_name, content_type }
    }

    fn into_files(self, world: &World, warnings: &mut Vec<Warning>) -> Vec<Part> {
        match &self.source {
            Value::Array(sources) if !sources.is_empty() => {
                sources.iter().filter_map(|source| self.file(source, world, warnings)).collect()
            }
            Value::Null | Value::Array(_) => vec![self.into_inline()],
            source => self.file(source, world, warnings).into_iter().collect(),
        }
    }

    /// A file that stands in the row itself: its content as base64, or as it is where the row has
    /// an empty list of sources.
    fn into_inline(self) -> Part {
        let text = self.value.as_str().unwrap_or_default();
        let (content, default_name, default_type) = match text {
            "" => (Vec::new(), Some(String::new()), None),
            text if self.source.is_null() => {
                (base64::decode_as_node(text), None, Some(media_type::UNKNOWN.to_owned()))
            }
            text => (surrogate::utf8(text).into_owned(), None, None),
        };
        let file_name = self.file_name.or(default_name);
        let content_type =
            self.content_type.or_else(|| typed(file_name.as_deref())).or(default_type);
        Part { name: self.name, content, file_name, content_type }
    }

    fn file(&self, source: &Value, world: &World, warnings: &mut Vec<Warning>) -> Option<Part> {
        let source = source.as_str()?;
        let Ok(content) = world.files.read(source) else {
            warnings.push(Warning::FileNotRead { file: source.to_owned() });
            return None;
        };
        let file_name = self.file_name.clone().unwrap_or_else(|| source.to_owned());
        let own = self.content_type.clone();
        let content_type = own.or_else(|| typed(Some(source))).or_else(|| typed(Some(&file_name)));
        Some(Part {
            name: self.name.clone(),
            content,
            content_type: content_type.or_else(|| Some(media_type::UNKNOWN.to_owned())),
            file_name: Some(file_name),
        })
    }
}

fn typed(name: Option<&str>) -> Option<String> {
    name.and_then(media_type::of).map(str::to_owned)
}

/// The boundary that a user's `Content-Type` names, if it is one for forms.
pub(super) fn users_boundary(content_type: &str) -> Option<&str> {
    let parameters = content_type.strip_prefix("multipart/form-data;")?;
    let line = parameters.split(blank::LINE_ENDS).next()?;
    let (at, _) = line.rmatch_indices("boundary=").find(|(at, found)| {
        line.get(at + found.len()..)
            .is_some_and(|value| !value.is_empty() && !value.starts_with(';'))
    })?;
    let value = parameters.get(at + "boundary=".len()..)?;
    let quoted = value.strip_prefix('"').and_then(|quoted| quoted.split_once('"'));
    match quoted {
        Some((inside, _)) if !inside.is_empty() => Some(inside),
        _ => value.split(';').next(),
    }
}

/// A boundary as Postman makes it: 26 hyphens and 24 digits.
pub(super) fn boundary(world: &mut World) -> String {
    format!("{}{}", "-".repeat(26), world.random.text("0123456789", 24))
}

/// The parts with their headers, and the length that Postman announces for them.
pub(super) fn joined(parts: &[Part], boundary: &str) -> (Vec<u8>, usize) {
    let mut body = Vec::new();
    for part in parts {
        body.extend_from_slice(&surrogate::utf8(&head(part, boundary)));
        body.extend_from_slice(&part.content);
        body.extend_from_slice(b"\r\n");
    }
    let last = format!("--{boundary}--\r\n");
    // The last boundary is counted in characters, all else in bytes.
    let announced = body.len() + last.encode_utf16().count();
    body.extend_from_slice(&surrogate::utf8(&last));
    (body, announced)
}

/// Names are not escaped: quotes and line ends go out as they are.
fn head(part: &Part, boundary: &str) -> String {
    let file_name = part.file_name.as_deref().map(base_name).map(file_name).unwrap_or_default();
    let content_type = part.content_type.as_deref();
    let content_type =
        content_type.map(|text| format!("Content-Type: {text}\r\n")).unwrap_or_default();
    let name = &part.name;
    format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{file_name}\r\n{content_type}\r\n"
    )
}

/// The file name of a part, a second time in an encoded form if it is beyond Latin-1.
fn file_name(name: &str) -> String {
    let is_latin = name.chars().all(|c| matches!(c, '\t' | ' '..='~' | '\u{80}'..='\u{ff}'));
    let extended =
        if is_latin { String::new() } else { format!("; filename*=UTF-8''{}", extended(name)) };
    format!("; filename=\"{name}\"{extended}")
}

fn base_name(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// A file name for `filename*` (RFC 8187), with lower-case escapes where Postman makes them itself.
fn extended(name: &str) -> String {
    let escaped = |character: char| match character {
        '!' | '|' | '`' | '^' => character.to_string(),
        '\'' | '(' | ')' | '*' => format!("%{:x}", u32::from(character)),
        other => percent::form(other.encode_utf8(&mut [0; 4])),
    };
    name.chars().map(escaped).collect()
}
