//! Where a param stands in the file.

use std::ops::Range;

use serde_json::Value;

use super::ApiRequest;
use crate::catalog::{Param, Place};
use crate::findings::{FileId, Location, Part};
use crate::source::Pointer;
use crate::text::json;

/// The place of a param in a request's definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Spot {
    /// A row of a list, with `key` and `value`.
    Row(Pointer),
    /// A value by itself.
    Whole(Pointer),
    /// Bytes of a text: the name, and the value.
    Inside(Pointer, Range<usize>, Range<usize>),
}

impl Spot {
    /// The row, if it is one.
    pub(crate) fn row(&self) -> Option<&Pointer> {
        match self {
            Self::Row(row) => Some(row),
            _ => None,
        }
    }

    /// Where its name stands.
    pub(crate) fn name(&self, file: FileId) -> Location {
        match self {
            Self::Row(row) => Location::value(file, row.join("key")),
            Self::Whole(at) => Location::value(file, at.clone()),
            Self::Inside(at, name, _) => inside(file, at, name),
        }
    }

    /// Where its value stands.
    pub(crate) fn value(&self, file: FileId) -> Location {
        match self {
            Self::Row(row) => Location::value(file, row.join("value")),
            Self::Whole(at) => Location::value(file, at.clone()),
            Self::Inside(at, _, value) => inside(file, at, value),
        }
    }
}

fn inside(file: FileId, at: &Pointer, range: &Range<usize>) -> Location {
    Location { file, pointer: at.clone(), part: Part::Inside(range.clone()) }
}

impl ApiRequest<'_> {
    /// Where a param stands that is sent, or, if it is switched off, would be.
    pub(crate) fn spot(&self, param: &Param, place: Place) -> Option<Spot> {
        match place {
            Place::Path => self.path_spot(&param.name),
            Place::Query => self.query_spot(&|name| param.is_named(name)),
            Place::Header => {
                self.row(&["header"], &|name| name.eq_ignore_ascii_case(&param.name)).map(Spot::Row)
            }
            Place::Body => self.body_spot(&|name| param.is_named(name)),
        }
    }

    /// Where the field of a query stands.
    pub(crate) fn query_spot(&self, is_it: &dyn Fn(&str) -> bool) -> Option<Spot> {
        let row = self.row(&["url", "query"], is_it).map(Spot::Row);
        row.or_else(|| {
            let (at, text) = self.url_text()?;
            let (name, value) = field(text, is_it)?;
            Some(Spot::Inside(at, name, value))
        })
    }

    /// Where the field of a form, or the member of a JSON body, stands.
    pub(crate) fn body_spot(&self, is_it: &dyn Fn(&str) -> bool) -> Option<Spot> {
        let mode = self.definition().pointer("/body/mode").and_then(Value::as_str);
        if mode != Some("raw") {
            return self.row(&["body", "urlencoded"], is_it).map(Spot::Row);
        }
        let text = self.definition().pointer("/body/raw")?.as_str()?;
        let object = json::Object::read(text)?;
        let member = object.last(is_it)?;
        let at = self.place().join("body").join("raw");
        Some(Spot::Inside(at, member.key_range.clone(), member.value_range.clone()))
    }

    /// The request in the file.
    pub(crate) fn definition(&self) -> &Value {
        self.trial.ran.planned.request()
    }

    /// The place of the request.
    pub(crate) fn place(&self) -> Pointer {
        self.trial.ran.planned.pointer().join("request")
    }

    /// The URL, if it is one text.
    fn url_text(&self) -> Option<(Pointer, &str)> {
        let definition = self.definition();
        match definition.get("url") {
            None => Some((self.place(), definition.as_str()?)),
            Some(url) => Some((self.place().join("url"), url.as_str()?)),
        }
    }

    /// The last row of a list with such a key, one that is switched on before one that is not.
    fn row(&self, list: &[&str], is_it: &dyn Fn(&str) -> bool) -> Option<Pointer> {
        let (mut at, mut found) = (self.place(), self.definition());
        for step in list {
            (at, found) = (at.join(step), found.get(step)?);
        }
        let has_key = |row: &Value| row.get("key").and_then(Value::as_str).is_some_and(is_it);
        let rows = found.as_array()?.iter().enumerate().filter(|(_, row)| has_key(row));
        let (index, _) = rows.max_by_key(|(index, row)| (!is_off(row), *index))?;
        Some(at.index(index))
    }

    /// The segment of the path that holds a param, or the path variable that it names.
    fn path_spot(&self, name: &str) -> Option<Spot> {
        let wanted = format!("{{{name}}}");
        let segments: Vec<_> = self.endpoint()?.path.split('/').collect();
        let from_end = segments.iter().rev().position(|segment| *segment == wanted)?;
        let path = self.definition().pointer("/url/path")?.as_array()?;
        let index = path.len().checked_sub(from_end + 1)?;
        let variable = path.get(index)?.as_str()?.strip_prefix(':');
        let row =
            variable.and_then(|variable| self.row(&["url", "variable"], &|key| key == variable));
        let segment = || Spot::Whole(self.place().join("url").join("path").index(index));
        Some(row.map_or_else(segment, Spot::Row))
    }
}

/// Whether a row is switched off.
pub(crate) fn is_off(row: &Value) -> bool {
    row.get("disabled").is_some_and(|it| *it != Value::Bool(false))
}

/// The last field with such a name in the query of a URL.
fn field(url: &str, is_it: &dyn Fn(&str) -> bool) -> Option<(Range<usize>, Range<usize>)> {
    let query = url.find('?')? + 1;
    let text = url.get(query..)?.split('#').next()?;
    let mut start = query;
    let mut found = None;
    for field in text.split('&') {
        let name = field.split('=').next().unwrap_or_default();
        if is_it(name) {
            let end = start + field.len();
            found = Some((start..start + name.len(), (start + name.len() + 1).min(end)..end));
        }
        start += field.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn fields_of_a_query_are_found_in_a_url() {
        let url = "https://h/p?a=1&b=c&a&é=d#?a=2";
        let found = |wanted: &str| {
            let (name, value) = field(url, &|name| name == wanted)?;
            Some((url.get(name)?, url.get(value)?))
        };
        assert_eq!(found("a"), Some(("a", "")));
        assert_eq!(found("b"), Some(("b", "c")));
        assert_eq!(found("é"), Some(("é", "d")));
        assert_eq!(found("c"), None);
    }
}
