//! Paths as they are compared: texts and variables, whatever the variables are written as.

use std::fmt;

use crate::text::percent;

/// A path in segments. Empty ones are left out: neither a slash at the end nor one too many between
/// base URL and path asks for another endpoint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Path(Vec<Segment>);

/// A part of a path between two slashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Segment {
    /// A text, decoded.
    Text(String),
    /// Something to fill in: `:id`, `{{id}}` or `{id}`, by its name.
    Variable(String),
}

impl Path {
    /// Reads a path, with or without a slash before it.
    pub(super) fn read(text: &str) -> Self {
        Self::of(text.split('/'))
    }

    /// The path of these segments, as they are written.
    pub(super) fn of<'a>(segments: impl IntoIterator<Item = &'a str>) -> Self {
        let segments = segments.into_iter().filter(|segment| !segment.is_empty());
        Self(segments.map(Segment::read).collect())
    }

    /// The segments.
    pub(super) fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// This path below another.
    pub(super) fn below(self, parent: &Self) -> Self {
        Self(parent.0.iter().cloned().chain(self.0).collect())
    }

    /// A text that is the same for all paths that differ in the names of variables only.
    pub(super) fn key(&self) -> String {
        let mut key = String::new();
        for segment in &self.0 {
            key.push('/');
            match segment {
                Segment::Text(text) => key.push_str(text),
                // No decoded text has a slash before a brace.
                Segment::Variable(_) => key.push_str("/{}"),
            }
        }
        key
    }

    /// How many segments are a text in one path and a variable in the other; none if the two cannot
    /// mean the same.
    pub(super) fn distance(&self, other: &Self) -> Option<usize> {
        (self.0.len() == other.0.len()).then_some(())?;
        distance(&self.0, &other.0)
    }

    /// The segments from the last to the first.
    pub(super) fn reversed(&self) -> Self {
        Self(self.0.iter().rev().cloned().collect())
    }

    /// Whether anything of it is a text.
    pub(super) fn has_text(&self) -> bool {
        self.0.iter().any(|segment| matches!(segment, Segment::Text(_)))
    }

    /// Whether the two could differ in the last segment only.
    pub(super) fn is_sibling_of(&self, other: &Self) -> bool {
        match (self.0.split_last(), other.0.split_last()) {
            (Some((_, one)), Some((_, other))) => {
                one.len() == other.len() && distance(one, other).is_some()
            }
            _ => false,
        }
    }

    /// The last segment, if it is a text.
    pub(super) fn last_text(&self) -> Option<&str> {
        match self.0.last()? {
            Segment::Text(text) => Some(text),
            Segment::Variable(_) => None,
        }
    }
}

fn distance(one: &[Segment], other: &[Segment]) -> Option<usize> {
    let pairs = one.iter().zip(other);
    pairs.map(|(one, other)| one.distance(other)).sum()
}

impl Segment {
    fn read(written: &str) -> Self {
        let within = |open, close| written.strip_prefix(open)?.strip_suffix(close);
        let name = within("{{", "}}").or_else(|| within("{", "}")).or_else(|| {
            written.strip_prefix(':').filter(|name| !name.is_empty() && !name.contains("{{"))
        });
        match name {
            Some(name) => Self::Variable(name.to_owned()),
            None if written.contains("{{") => Self::Variable(written.to_owned()),
            None => Self::Text(percent::decoded(written).into_owned()),
        }
    }

    /// 0 if both mean the same, 1 if they could; none if they cannot.
    pub(super) fn distance(&self, other: &Self) -> Option<usize> {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => (one == other).then_some(0),
            (Self::Variable(_), Self::Variable(_)) => Some(0),
            _ => Some(1),
        }
    }
}

/// As the catalogue writes it: `/funding/v1/addresses/{id}`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("/");
        }
        self.0.iter().try_for_each(|segment| write!(f, "/{segment}"))
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Variable(name) => write!(f, "{{{name}}}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(one: &str, other: &str) -> Option<usize> {
        let (one, other) = (Path::read(one), Path::read(other));
        assert_eq!(one.distance(&other), other.distance(&one));
        assert_eq!(one.distance(&other) == Some(0), one.key() == other.key());
        one.distance(&other)
    }

    #[test]
    fn variables_are_the_same_however_they_are_written() {
        assert_eq!(distance("/a/:id/b", "a/{{other}}/b/"), Some(0));
        assert_eq!(distance("/a/{id}", "/a//:id"), Some(0));
        assert_eq!(distance("/a/{id}", "/a/{}"), Some(0));
        assert_eq!(distance("/a/x-{{id}}", "/a/:id"), Some(0));
    }

    #[test]
    fn a_value_can_stand_for_a_variable() {
        assert_eq!(distance("/a/17", "/a/:id"), Some(1));
        assert_eq!(distance("/a/17", "/a/18"), None);
        assert_eq!(distance("/a", "/a/:id"), None);
        assert_eq!(distance("/%61/b", "/a/b"), Some(0));
        assert_eq!(distance("/:", "/a"), None);
    }

    #[test]
    fn is_shown_as_the_catalogue_writes_it() {
        assert_eq!(Path::read("a/{{x}}/:y/%C3%A9/").to_string(), "/a/{x}/{y}/é");
        assert_eq!(Path::read("").to_string(), "/");
    }
}
