//! How a file is laid out, and how a value is written so that it fits in.

use serde_json::Value;

use super::super::spans::Spans;
use crate::text::json;

/// The white space of a file, as far as new values need it.
#[derive(Debug)]
pub(super) struct Layout<'d> {
    pub(super) text: &'d str,
    pub(super) spans: &'d Spans,
    /// What ends a line.
    line_end: &'static str,
    /// What indents a level more than the one around it.
    unit: &'d str,
    /// What stands between a key and its value, the colon included.
    colon: &'d str,
    /// What stands between a comma and what follows on the same line.
    gap: &'d str,
    /// What stands inside the braces of an object on one line.
    padding: &'d str,
}

impl<'d> Layout<'d> {
    /// The layout that the first places of a text show; where they show nothing, that of
    /// JavaScript's `JSON.stringify`.
    pub(super) fn of(text: &'d str, spans: &'d Spans) -> Self {
        let mut layout =
            Self { text, spans, line_end: "\n", unit: "  ", colon: ": ", gap: " ", padding: "" };
        let feed = text.find('\n').and_then(|feed| text.get(..feed));
        if feed.is_some_and(|line| line.ends_with('\r')) {
            layout.line_end = "\r\n";
        }
        layout.unit = layout.first_unit().unwrap_or(layout.unit);
        layout.colon = layout.first_colon().unwrap_or(layout.colon);
        layout.gap = layout.first_gap().unwrap_or(if layout.colon == ":" { "" } else { " " });
        layout.padding = layout.first_padding().unwrap_or_default();
        layout
    }

    /// The white space before a child: behind the bracket, or behind the comma.
    pub(super) fn lead(&self, parent: usize, index: usize) -> &'d str {
        let children = self.spans.children(parent);
        let start = match index.checked_sub(1) {
            Some(before) => self.spans.place_of(children[before]).value.end,
            None => self.spans.place_of(parent).value.start + 1,
        };
        let gap = self.text.get(start..self.start(children[index])).unwrap_or_default();
        gap.rsplit_once(',').map_or(gap, |(_, lead)| lead)
    }

    /// The white space before the closing bracket of a list or object that is not empty.
    pub(super) fn tail(&self, parent: usize) -> &'d str {
        let last = self.spans.children(parent).last();
        let start = last.map_or(0, |last| self.spans.place_of(*last).value.end);
        let end = self.spans.place_of(parent).value.end.saturating_sub(1);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Where a child begins: at its key, if it has one.
    pub(super) fn start(&self, node: usize) -> usize {
        let place = self.spans.place_of(node);
        place.key.map_or(place.value.start, |key| key.start)
    }

    /// The indentation of the line on which the last node of a trail begins; none if it shares its
    /// line with what is before it.
    pub(super) fn line_of(&self, trail: &[usize]) -> Option<String> {
        let [.., parent, node] = trail else {
            let whole = self.spans.place_of(*trail.first()?).value;
            let is_spread = self.text.get(whole.start..whole.end)?.contains('\n');
            return is_spread.then(String::new);
        };
        let index = self.spans.children(*parent).binary_search(node).ok()?;
        indent(self.lead(*parent, index)).map(str::to_owned)
    }

    /// What stands between a comma and the next value: a new line with this indentation, or what
    /// the file has on one line.
    pub(super) fn separator(&self, line: Option<&str>) -> String {
        line.map_or_else(|| self.gap.to_owned(), |indent| format!("{}{indent}", self.line_end))
    }

    /// The indentation of what is inside a list or object that begins on a line of its own.
    pub(super) fn deeper(&self, line: &str) -> String {
        format!("{line}{}", self.unit)
    }

    /// What stands inside the brackets of a list or object on one line.
    pub(super) fn padding(&self, is_object: bool) -> &'d str {
        if is_object { self.padding } else { "" }
    }

    /// A value as the file would have it on a line of this indentation; on one line if there is
    /// none.
    pub(super) fn written(&self, value: &Value, line: Option<&str>) -> String {
        let mut text = String::new();
        self.write(value, line, &mut text);
        text
    }

    /// A member as the file would have it.
    pub(super) fn member(&self, key: Option<&str>, value: &Value, line: Option<&str>) -> String {
        let mut text = key.map(|key| json::quoted(key) + self.colon).unwrap_or_default();
        self.write(value, line, &mut text);
        text
    }

    fn write(&self, value: &Value, line: Option<&str>, to: &mut String) {
        match value {
            Value::Object(map) => {
                let members = map.iter().map(|(key, value)| (Some(key.as_str()), value));
                self.write_all(members.collect(), ('{', '}'), line, to);
            }
            Value::Array(list) => {
                let entries = list.iter().map(|value| (None, value));
                self.write_all(entries.collect(), ('[', ']'), line, to);
            }
            Value::String(text) => to.push_str(&json::quoted(text)),
            other => to.push_str(&other.to_string()),
        }
    }

    fn write_all(
        &self,
        members: Vec<(Option<&str>, &Value)>,
        (open, close): (char, char),
        line: Option<&str>,
        to: &mut String,
    ) {
        to.push(open);
        if !members.is_empty() {
            let inner = line.map(|line| self.deeper(line));
            let padding = self.padding(open == '{');
            let edge = |line: Option<&str>| match line {
                Some(_) => self.separator(line),
                None => padding.to_owned(),
            };
            to.push_str(&edge(inner.as_deref()));
            for (index, (key, value)) in members.into_iter().enumerate() {
                if index > 0 {
                    to.push(',');
                    to.push_str(&self.separator(inner.as_deref()));
                }
                to.push_str(&self.member(key, value, inner.as_deref()));
            }
            to.push_str(&edge(line));
        }
        to.push(close);
    }

    /// The indentation of the first line that has one: what is before it is outermost.
    fn first_unit(&self) -> Option<&'d str> {
        let mut node = self.spans.root();
        while let Some(first) = self.spans.children(node).first() {
            if let Some(indent) = indent(self.lead(node, 0)) {
                return Some(indent);
            }
            node = *first;
        }
        None
    }

    fn first_colon(&self) -> Option<&'d str> {
        let with_key =
            |node| Some((self.spans.place_of(node).key?, self.spans.place_of(node).value));
        let (key, value) = self.spans.all().find_map(with_key)?;
        self.text.get(key.end..value.start)
    }

    fn first_gap(&self) -> Option<&'d str> {
        let second = |node: &usize| self.spans.children(*node).len() > 1;
        let mut leads = self.spans.all().filter(second).map(|node| self.lead(node, 1));
        leads.find(|lead| !lead.contains('\n'))
    }

    fn first_padding(&self) -> Option<&'d str> {
        let has_members = |node: &usize| {
            let first = self.spans.children(*node).first();
            first.is_some_and(|first| self.spans.place_of(*first).key.is_some())
        };
        let mut leads = self.spans.all().filter(has_members).map(|node| self.lead(node, 0));
        leads.find(|lead| !lead.contains('\n'))
    }
}

/// The indentation that white space ends with; none if it has no line end.
pub(super) fn indent(white: &str) -> Option<&str> {
    white.rsplit_once('\n').map(|(_, indent)| indent)
}
