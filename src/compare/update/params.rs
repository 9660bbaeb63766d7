//! Params that a request lacks, put into it switched off.

use serde_json::{Value, json};

use super::super::operation::Operation;
use super::super::params::{Param, folded, json_body};
use super::json_text::with_commented;
use super::known;
use super::plan::Why;
use super::rows::{Rows, keys};
use crate::catalog::{self, BodyKind, Endpoint, Place};
use crate::collection::{Body, Request, TextOr, Url};
use crate::compare::Parts;
use crate::source::{EditError, Edits, Pointer};

/// An edit of a request that adds params.
#[derive(Debug)]
pub(super) enum Addition {
    /// Rows for a list.
    Rows(Pointer, Rows),
    /// A member behind another, such as a list that is not there yet.
    Member { object: Pointer, after: &'static str, key: &'static str, value: Value },
    /// Another value in the place of one.
    Replace(Pointer, Value),
}

impl Addition {
    /// Asks for the edit.
    ///
    /// # Errors
    ///
    /// When the document is another one.
    pub(super) fn ask(&self, edits: &mut Edits<'_>) -> Result<(), EditError> {
        match self {
            Self::Rows(list, rows) => rows
                .iter()
                .try_for_each(|(index, row)| edits.insert_entry(list, *index, row.clone())),
            Self::Member { object, after, key, value } => {
                edits.insert_member(object, Some(after), key, value.clone())
            }
            Self::Replace(at, value) => edits.replace(at, value),
        }
    }
}

/// What a request lacks.
#[derive(Debug, Default)]
pub(super) struct Lack {
    /// The edits that add what it lacks.
    pub(super) additions: Vec<Addition>,
    /// The names of the params that they add.
    pub(super) added: Vec<String>,
    /// Whether one of them puts comments into a JSON body.
    pub(super) has_comments: bool,
    /// What cannot be added, with the reason.
    pub(super) left: Vec<(Why, Vec<String>)>,
}

impl Lack {
    /// Adds nothing, for a reason.
    pub(super) fn give_up(&mut self, why: Why) {
        self.additions.clear();
        self.left.push((why, std::mem::take(&mut self.added)));
    }
}

/// The params of an endpoint that a request lacks, and how to add them.
pub(super) fn lack<'a>(call: &Operation<'_>, endpoint: &'a Endpoint, parts: &'a Parts<'a>) -> Lack {
    let mut lack = Lack::default();
    let params = parts.params(endpoint);
    let missing = missing(call, endpoint, &params);
    if missing.is_empty() {
        return lack;
    }
    let Some(request) = call.request() else {
        lack.left.push((Why::OneText, names(&missing)));
        return lack;
    };
    let pointer = known(&call.pointer).join("request");
    let finder = Finder { parts, endpoint, request, pointer, params };
    for place in [Place::Header, Place::Query, Place::Body] {
        let here = missing.iter().filter(|param| endpoint.place(param) == place);
        let here: Vec<_> = here.copied().collect();
        if here.is_empty() {
            continue;
        }
        match finder.addition(place, &here) {
            Ok(addition) => {
                lack.has_comments |= matches!(addition, Addition::Replace(_, Value::String(_)));
                lack.additions.push(addition);
                lack.added.extend(names(&here));
            }
            Err(why) => lack.left.push((why, names(&here))),
        }
    }
    lack
}

/// The params that are not in a request; those of the path are, since it would not be a request of
/// the endpoint without them.
fn missing<'a>(
    call: &Operation<'_>,
    endpoint: &Endpoint,
    params: &[&'a catalog::Param],
) -> Vec<&'a catalog::Param> {
    let mut found = Param::all(call);
    found.extend(Param::headers(call));
    let is_missing = |param: &&&catalog::Param| {
        let place = endpoint.place(param);
        place != Place::Path && !found.iter().any(|found| found.is(place, &param.name))
    };
    params.iter().filter(is_missing).copied().collect()
}

fn names(params: &[&catalog::Param]) -> Vec<String> {
    params.iter().map(|param| param.name.clone()).collect()
}

/// One request and what it should have.
struct Finder<'a> {
    parts: &'a Parts<'a>,
    endpoint: &'a Endpoint,
    request: &'a Request,
    /// The place of the request.
    pointer: Pointer,
    /// All params of the endpoint, in order.
    params: Vec<&'a catalog::Param>,
}

impl Finder<'_> {
    fn addition(&self, place: Place, missing: &[&catalog::Param]) -> Result<Addition, Why> {
        match place {
            Place::Header => self.to_headers(missing),
            Place::Query => self.to_query(missing),
            Place::Body | Place::Path => self.to_body(missing),
        }
    }

    fn to_headers(&self, missing: &[&catalog::Param]) -> Result<Addition, Why> {
        match self.request.header.get() {
            Some(TextOr::Full(list)) => {
                let keys = keys(list, |header| header.key.text());
                let rows = self.rows(Place::Header, &keys, missing);
                Ok(Addition::Rows(self.pointer.join("header"), rows))
            }
            None if self.request.header.is_absent() => {
                Ok(self.new_list(self.pointer.clone(), "method", "header", missing))
            }
            None if self.request.header.is_null() => {
                let rows = self.all_rows(missing).into();
                Ok(Addition::Replace(self.pointer.join("header"), rows))
            }
            _ => Err(Why::OneText),
        }
    }

    fn to_query(&self, missing: &[&catalog::Param]) -> Result<Addition, Why> {
        let url = self.request.url.full().filter(|url| has_parts(url)).ok_or(Why::OneText)?;
        let at = self.pointer.join("url");
        match url.query.get() {
            Some(list) => {
                let keys = keys(list, |row| row.key.text());
                Ok(Addition::Rows(at.join("query"), self.rows(Place::Query, &keys, missing)))
            }
            None if url.query.is_absent() => Ok(self.new_list(at, "path", "query", missing)),
            None if url.query.is_null() => {
                Ok(Addition::Replace(at.join("query"), self.all_rows(missing).into()))
            }
            None => Err(Why::OneText),
        }
    }

    fn to_body(&self, missing: &[&catalog::Param]) -> Result<Addition, Why> {
        let at = self.pointer.join("body");
        let is_form = self.endpoint.body == BodyKind::Form;
        let new_form = || json!({"mode": "urlencoded", "urlencoded": self.all_rows(missing)});
        let Some(body) = self.request.body.get() else {
            return match &self.request.body {
                field if is_form && field.is_absent() => Ok(Addition::Member {
                    object: self.pointer.clone(),
                    after: "header",
                    key: "body",
                    value: new_form(),
                }),
                field if is_form && field.is_null() => Ok(Addition::Replace(at, new_form())),
                _ => Err(Why::OtherBody),
            };
        };
        match body.mode.text() {
            Some("urlencoded") if is_form => self.to_form(body, &at, missing),
            Some("formdata") if is_form => self.to_parts(body, &at, missing),
            Some("raw") if !is_form => self.to_json(body, &at, missing),
            _ => Err(Why::OtherBody),
        }
    }

    fn to_form(
        &self,
        body: &Body,
        at: &Pointer,
        missing: &[&catalog::Param],
    ) -> Result<Addition, Why> {
        match body.urlencoded.get() {
            Some(list) => {
                let keys = keys(list, |row| row.key.text());
                Ok(Addition::Rows(at.join("urlencoded"), self.rows(Place::Body, &keys, missing)))
            }
            None if body.urlencoded.is_absent() => {
                Ok(self.new_list(at.clone(), "mode", "urlencoded", missing))
            }
            None => Err(Why::OtherBody),
        }
    }

    fn to_parts(
        &self,
        body: &Body,
        at: &Pointer,
        missing: &[&catalog::Param],
    ) -> Result<Addition, Why> {
        let list = body.formdata.get().ok_or(Why::OtherBody)?;
        let keys = keys(list, |row| row.key.text());
        Ok(Addition::Rows(at.join("formdata"), self.rows(Place::Body, &keys, missing)))
    }

    fn to_json(
        &self,
        body: &Body,
        at: &Pointer,
        missing: &[&catalog::Param],
    ) -> Result<Addition, Why> {
        let text = body.raw.text().unwrap_or_default();
        let found = json_body(self.request, body).ok_or(Why::OtherBody)?;
        let lines = |param: &&catalog::Param| self.parts.json_lines(self.endpoint, param);
        let members: Vec<_> = missing.iter().map(lines).collect();
        let text = with_commented(text, &found, &members);
        Ok(Addition::Replace(at.join("raw"), text.into()))
    }

    /// The rows of params, each with the index before which it belongs in a list with these keys:
    /// behind the params that the documentation has before it.
    fn rows(&self, place: Place, keys: &[String], missing: &[&catalog::Param]) -> Rows {
        let of_place = self.params.iter().filter(|it| self.endpoint.place(it) == place);
        let order: Vec<_> = of_place.map(|param| param.name.as_str()).collect();
        let is_key = |key: &String, name: &str| folded(place, key) == folded(place, name);
        let first = |name: &str| keys.iter().position(|key| is_key(key, name));
        let behind = |name: &str| keys.iter().rposition(|key| is_key(key, name)).map(|at| at + 1);
        let index = |name: &str| {
            let at = order.iter().position(|other| *other == name).unwrap_or(order.len());
            let (before, after) = order.split_at(at);
            let before = before.iter().rev().find_map(|name| behind(name));
            before.or_else(|| after.iter().find_map(|name| first(name))).unwrap_or(keys.len())
        };
        let with_index = |param: &&catalog::Param| {
            let index = index(&param.name);
            self.parts.rows(self.endpoint, param).into_iter().map(move |row| (index, row))
        };
        missing.iter().flat_map(with_index).collect()
    }

    fn all_rows(&self, missing: &[&catalog::Param]) -> Vec<Value> {
        missing.iter().flat_map(|param| self.parts.rows(self.endpoint, param)).collect()
    }

    fn new_list(
        &self,
        object: Pointer,
        after: &'static str,
        key: &'static str,
        missing: &[&catalog::Param],
    ) -> Addition {
        Addition::Member { object, after, key, value: self.all_rows(missing).into() }
    }
}

/// Whether Postman makes the request of the URL's parts, as it does not where there is `raw` only.
fn has_parts(url: &Url) -> bool {
    url.host.get().is_some() || url.path.get().is_some()
}
