//! The params of a request: what stands in its path, query and body.

use std::borrow::Cow;

use indexmap::map::Entry;
use indexmap::{IndexMap, IndexSet};

use super::operation::Operation;
use super::path::Segment;
use crate::catalog::Place;
use crate::collection::{
    Body, Description, Field, FormParameter, Header, QueryParam, Request, TextOr, Url,
    UrlEncodedParameter,
};
use crate::text::{json, percent};

/// A param of a request, with all rows that have its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Param {
    /// Where it travels.
    pub(super) place: Place,
    /// The key, as it is written.
    pub(super) name: String,
    /// The values of the rows that are on; of all rows, if all are off.
    pub(super) values: Vec<String>,
    /// Whether any of its rows is sent.
    pub(super) is_on: bool,
    /// What it is for; empty if nothing says it.
    pub(super) description: String,
}

/// One row of a query, form or header list.
struct Row {
    place: Place,
    name: String,
    value: String,
    is_on: bool,
    description: String,
}

impl Param {
    /// Those of path, query and body, in this order.
    pub(super) fn all(operation: &Operation<'_>) -> Vec<Self> {
        let mut rows = path_rows(operation);
        match operation.item.request.get() {
            Some(TextOr::Text(url)) => rows.extend(text_rows(url)),
            Some(TextOr::Full(request)) => {
                rows.extend(query_rows(request));
                rows.extend(
                    request.body.get().into_iter().flat_map(|body| body_rows(request, body)),
                );
            }
            None => {}
        }
        merged(rows)
    }

    /// The headers; their names as they are written.
    pub(super) fn headers(operation: &Operation<'_>) -> Vec<Self> {
        merged(operation.request().map(header_rows).unwrap_or_default())
    }

    /// Whether this is the param of that place and name.
    pub(super) fn is(&self, place: Place, name: &str) -> bool {
        self.place == place && folded(place, &self.name) == folded(place, name)
    }

    fn add(&mut self, row: Row) {
        if row.is_on && !self.is_on {
            self.values.clear();
            self.is_on = true;
        }
        if row.is_on == self.is_on {
            self.values.push(row.value);
        }
        if self.description.is_empty() {
            self.description = row.description;
        }
    }
}

impl From<Row> for Param {
    fn from(row: Row) -> Self {
        let Row { place, name, value, is_on, description } = row;
        Self { place, name, values: vec![value], is_on, description }
    }
}

/// A name as it is compared: upper and lower case are the same in a header.
pub(super) fn folded(place: Place, name: &str) -> Cow<'_, str> {
    if place == Place::Header { name.to_ascii_lowercase().into() } else { name.into() }
}

/// One param a name, in the order of the first rows.
fn merged(rows: Vec<Row>) -> Vec<Param> {
    let mut params: IndexMap<(Place, String), Param> = IndexMap::with_capacity(rows.len());
    for row in rows {
        match params.entry((row.place, folded(row.place, &row.name).into_owned())) {
            Entry::Vacant(entry) => {
                entry.insert(row.into());
            }
            Entry::Occupied(mut entry) => entry.get_mut().add(row),
        }
    }
    params.into_values().collect()
}

fn path_rows(operation: &Operation<'_>) -> Vec<Row> {
    let url = operation.request().and_then(|request| request.url.full());
    let names = operation.address.path.segments().iter().filter_map(|segment| match segment {
        Segment::Variable(name) => Some(name),
        Segment::Text(_) => None,
    });
    let row = |name: &String| {
        let mut variables = url.into_iter().flat_map(|url| url.variable.iter());
        let variable = variables.find(|it| it.key.text().or(it.id.text()) == Some(name));
        Row {
            place: Place::Path,
            name: name.clone(),
            value: variable.and_then(|it| it.value.get()).map(plain).unwrap_or_default(),
            is_on: true,
            description: variable.map(|it| description(&it.description)).unwrap_or_default(),
        }
    };
    // A name that comes twice is filled in twice, with one value.
    names.collect::<IndexSet<_>>().into_iter().map(row).collect()
}

/// The rows of a URL that is written as one text.
fn text_rows(url: &str) -> Vec<Row> {
    let url = url.split_once('#').map_or(url, |(before, _)| before);
    url.split_once('?').map(|(_, query)| pairs(query, Place::Query)).unwrap_or_default()
}

/// The rows that `a=b&c=d` stands for.
fn pairs(text: &str, place: Place) -> Vec<Row> {
    let row = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Row {
            place,
            name: percent::decoded(name).into_owned(),
            value: percent::decoded(value).into_owned(),
            is_on: true,
            description: String::new(),
        }
    };
    text.split('&').filter(|pair| !pair.is_empty()).map(row).collect()
}

fn query_rows(request: &Request) -> Vec<Row> {
    match request.url.get() {
        Some(TextOr::Text(url)) => text_rows(url),
        Some(TextOr::Full(url)) if is_raw_only(url) => {
            text_rows(url.raw.text().unwrap_or_default())
        }
        Some(TextOr::Full(url)) => url.query.iter().map(query_row).collect(),
        None => Vec::new(),
    }
}

fn is_raw_only(url: &Url) -> bool {
    url.host.get().is_none() && url.path.get().is_none() && url.query.get().is_none()
}

fn query_row(row: &QueryParam) -> Row {
    Row {
        place: Place::Query,
        name: text(&row.key),
        value: text(&row.value),
        is_on: !row.disabled.is_true(),
        description: description(&row.description),
    }
}

fn body_rows(request: &Request, body: &Body) -> Vec<Row> {
    match body.mode.text() {
        Some("urlencoded") => body.urlencoded.iter().map(form_row).collect(),
        Some("formdata") => body.formdata.iter().map(part_row).collect(),
        Some("raw") => raw_rows(request, body),
        _ => Vec::new(),
    }
}

/// The keys of a raw body that is a JSON object, or the fields of one that is a form.
fn raw_rows(request: &Request, body: &Body) -> Vec<Row> {
    let is_form =
        content_type(request).is_some_and(|it| it.to_lowercase().contains("x-www-form-urlencoded"));
    match (is_form, body.raw.text()) {
        (true, Some(text)) => pairs(text, Place::Body),
        _ => json_body(request, body).map(json_rows).unwrap_or_default(),
    }
}

fn form_row(row: &UrlEncodedParameter) -> Row {
    Row {
        place: Place::Body,
        name: text(&row.key),
        value: text(&row.value),
        is_on: !row.disabled.is_true(),
        description: description(&row.description),
    }
}

fn part_row(part: &FormParameter) -> Row {
    let file = match part.src.get() {
        Some(TextOr::Text(path)) => Some(path.clone()),
        Some(TextOr::Full(paths)) => Some(paths.iter().map(plain).collect::<Vec<_>>().join(", ")),
        None => None,
    };
    Row {
        place: Place::Body,
        name: text(&part.key),
        value: file.unwrap_or_else(|| text(&part.value)),
        is_on: !part.disabled.is_true(),
        description: description(&part.description),
    }
}

fn json_rows(body: json::Object) -> Vec<Row> {
    let row = |member: json::Member| Row {
        place: Place::Body,
        name: member.key,
        value: json::canonical(&member.value),
        is_on: member.is_on,
        description: String::new(),
    };
    body.members.into_iter().map(row).collect()
}

/// A raw body that is a JSON object; `None` if it is none or goes out as something else.
pub(super) fn json_body(request: &Request, body: &Body) -> Option<json::Object> {
    let text = body.raw.text()?;
    let raw_options = body.options.get().and_then(|options| options.raw.get());
    let language = raw_options.and_then(|raw| raw.language.text());
    let is_json = match language {
        Some(language) => language == "json",
        None => content_type(request).is_none_or(|it| it.to_lowercase().contains("json")),
    };
    json::Object::read(text).filter(|object| is_json && !object.members.is_empty())
}

fn content_type(request: &Request) -> Option<String> {
    let mut rows = header_rows(request).into_iter();
    rows.find(|row| row.is_on && row.name.eq_ignore_ascii_case("content-type")).map(|row| row.value)
}

fn header_rows(request: &Request) -> Vec<Row> {
    match request.header.get() {
        Some(TextOr::Full(list)) => list.iter().map(header_row).collect(),
        Some(TextOr::Text(text)) => text.lines().filter_map(header_line).collect(),
        None => Vec::new(),
    }
}

fn header_row(header: &Header) -> Row {
    Row {
        place: Place::Header,
        name: text(&header.key),
        value: text(&header.value),
        is_on: !header.disabled.is_true(),
        description: description(&header.description),
    }
}

fn header_line(line: &str) -> Option<Row> {
    let (name, value) = line.split_once(':')?;
    Some(Row {
        place: Place::Header,
        name: name.trim().to_owned(),
        value: value.trim().to_owned(),
        is_on: true,
        description: String::new(),
    })
}

/// The text of a description, however it is written.
pub(super) fn description(field: &Field<TextOr<Box<Description>>>) -> String {
    let text = match field.get() {
        Some(TextOr::Text(text)) => Some(text.as_str()),
        Some(TextOr::Full(full)) => full.content.text(),
        None => None,
    };
    text.unwrap_or_default().replace("\r\n", "\n").trim().to_owned()
}

/// The text of a field; what is no text, as JSON.
fn text(field: &Field<String>) -> String {
    match (field.text(), field.other()) {
        (Some(text), _) => text.to_owned(),
        (None, Some(other)) => other.to_string(),
        (None, None) => String::new(),
    }
}

/// A value as it is typed into a field.
fn plain(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
