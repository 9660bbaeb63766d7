//! The members of a JSON object as people edit it, those in comments too.
//!
//! Postman cuts comments out of a JSON body before it sends it, so a member in a comment is a param
//! that is off.

use std::ops::Range;

use super::comments::inside;
use super::piece::{Kind, Piece, pieces};
use super::values::unquoted;

/// A JSON object as a text has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Object {
    /// The members in the order of the text.
    pub(crate) members: Vec<Member>,
    /// The offset just behind the object's opening brace.
    pub(crate) start: usize,
}

/// A member of the outermost object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    /// The key.
    pub(crate) key: String,
    /// The value as text, without white space and comments.
    pub(crate) value: String,
    /// Whether it is outside of comments.
    pub(crate) is_on: bool,
    /// The bytes of the key with its quotes.
    pub(crate) key_range: Range<usize>,
    /// The bytes of the value, without white space around it.
    pub(crate) value_range: Range<usize>,
}

impl Object {
    /// Reads a text; `None` if it is no object. What is no JSON is read as far as its brackets and
    /// quotes go.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut found = Found::default();
        found.read(text);
        let first = found.on.first().filter(|piece| piece.is("{"))?;
        let start = first.range().end;
        let mut members = members_of(&found.on[1..], true);
        members.extend(members_of(&found.within, false));
        // A comment around the object holds an object of its own.
        let brace = found.around.iter().position(|piece| piece.is("{"));
        let around = brace.and_then(|at| found.around.get(at + 1..)).unwrap_or_default();
        members.extend(members_of(around, false));
        members.sort_by_key(|member| member.key_range.start);
        Some(Self { members, start })
    }

    /// The last member with such a key that is on.
    pub(crate) fn last(&self, is_it: impl Fn(&str) -> bool) -> Option<&Member> {
        self.members.iter().rev().find(|member| member.is_on && is_it(&member.key))
    }
}

/// The pieces of a text that are no white space.
#[derive(Default)]
struct Found<'t> {
    /// Those outside of comments.
    on: Vec<Piece<'t>>,
    /// Those in comments between the members of the outermost object.
    within: Vec<Piece<'t>>,
    /// Those in comments outside of all brackets.
    around: Vec<Piece<'t>>,
}

impl<'t> Found<'t> {
    fn read(&mut self, text: &'t str) {
        let mut depth = 0_usize;
        for piece in pieces(text) {
            match piece.kind {
                Kind::Comment if depth == 0 => add_inner(&piece, &mut self.around),
                Kind::Comment if depth == 1 => add_inner(&piece, &mut self.within),
                Kind::Blank | Kind::Comment => {}
                _ => {
                    depth = depth.saturating_add_signed(piece.opens());
                    self.on.push(piece);
                }
            }
        }
    }
}

/// The pieces of a comment, whose own comment marks are as good as white space.
fn add_inner<'t>(comment: &Piece<'t>, found: &mut Vec<Piece<'t>>) {
    for piece in pieces(inside(comment)) {
        let piece = Piece { start: comment.start + 2 + piece.start, ..piece };
        match piece.kind {
            Kind::Blank => {}
            Kind::Comment => add_inner(&piece, found),
            _ => found.push(piece),
        }
    }
}

/// The members of an object whose pieces follow its opening brace; a text without a colon is none.
fn members_of(pieces: &[Piece<'_>], is_on: bool) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut key = None;
    let mut depth = 0_usize;
    let mut is_value = false;
    for piece in pieces {
        if depth == 0 && piece.opens() < 0 {
            break;
        } else if depth == 0 && piece.is(",") {
            is_value = false;
            key = None;
        } else if depth == 0 && !is_value && piece.is(":") {
            is_value = key.is_some();
            let end = piece.range().end;
            members.extend(key.take().map(|(key, key_range)| Member {
                key,
                value: String::new(),
                is_on,
                key_range,
                value_range: end..end,
            }));
        } else if let (true, Some(member)) = (is_value, members.last_mut()) {
            depth = depth.saturating_add_signed(piece.opens());
            if member.value.is_empty() {
                member.value_range.start = piece.start;
            }
            member.value_range.end = piece.range().end;
            member.value.push_str(piece.text);
        } else {
            key = unquoted(piece.text).map(|key| (key, piece.range())).or(key);
        }
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<(String, String, bool)>> {
        let object = Object::read(text)?;
        assert_eq!(text.as_bytes()[object.start - 1], b'{');
        let members = object.members.into_iter();
        Some(members.map(|member| (member.key, member.value, member.is_on)).collect())
    }

    fn member(key: &str, value: &str, is_on: bool) -> (String, String, bool) {
        (key.to_owned(), value.to_owned(), is_on)
    }

    #[test]
    fn keys_in_comments_are_off() {
        let text = "{\n    // \"a\": 1,\n    \"b\": [1, \"x // y\"], /* \"c\": {\"d\": 2}, */\n    \"e\": null\n}";
        let expected = [
            member("a", "1", false),
            member("b", "[1,\"x // y\"]", true),
            member("c", "{\"d\":2}", false),
            member("e", "null", true),
        ];
        assert_eq!(read(text), Some(expected.to_vec()));
    }

    #[test]
    fn a_value_can_be_commented_out_over_several_lines() {
        let text = "{\n// \"a\": [\n//     {\n//     // \"x\": 1,\n//     \"y\": 2\n//     }\n// ],\n\"b\": {\n// \"z\": 3,\n\"w\": 4\n}\n}";
        let expected = [member("a", "[{\"x\":1,\"y\":2}]", false), member("b", "{\"w\":4}", true)];
        assert_eq!(read(text), Some(expected.to_vec()));
    }

    #[test]
    fn a_comment_behind_the_object_has_one_of_its_own() {
        let text = "{\"a\":1}/* also: {\"b\":[2],\"c\":{}} */";
        let expected =
            [member("a", "1", true), member("b", "[2]", false), member("c", "{}", false)];
        assert_eq!(read(text), Some(expected.to_vec()));
    }

    #[test]
    fn words_in_a_comment_are_no_members() {
        assert_eq!(read("{ // say \"please\"\n\"a\": 1}"), Some(vec![member("a", "1", true)]));
    }

    #[test]
    fn variables_may_stand_for_values() {
        let text = "{\"a\": {{x}}, \"b\": \"{{y}}\", \"c\": {{z}}}";
        let expected = [
            member("a", "{{x}}", true),
            member("b", "\"{{y}}\"", true),
            member("c", "{{z}}", true),
        ];
        assert_eq!(read(text), Some(expected.to_vec()));
    }

    #[test]
    fn what_is_no_object_has_no_members() {
        for text in ["", "  ", "[1]", "\"{\"", "a=b", "// {\"a\": 1}", "<a>{}</a>", "{{body}}x"] {
            let members = read(text).map(|members| members.len());
            assert!(members.is_none_or(|members| members == 0), "{text}: {members:?}");
        }
        for text in
            ["{", "{\"a", "{\"a\":", "{\"a\":}}", "{]", "{/*", "{//", "{\"é\\", "{,:,}", "{/ /"]
        {
            read(text);
        }
    }

    #[test]
    fn the_last_member_that_is_on_is_found_by_its_bytes() {
        let text = r#"{ "a": {"b": 1}, // "b": 2
            "b" : [{{x}}, "é,"] , "a" : "last"}"#;
        let value = |text: &str, name: &str| {
            let object = Object::read(text)?;
            let member = object.last(|key| key == name)?;
            text.get(member.value_range.clone()).map(str::to_owned)
        };
        assert_eq!(value(text, "a").as_deref(), Some("\"last\""));
        assert_eq!(value(text, "b").as_deref(), Some("[{{x}}, \"é,\"]"));
        assert_eq!(value(text, "c"), None);
        let object = Object::read(text).unwrap();
        assert_eq!(
            object.last(|key| key == "b").and_then(|it| text.get(it.key_range.clone())),
            Some("\"b\"")
        );
        assert_eq!(value("{\"a\"", "a"), None);
        assert_eq!(value("{\"a\": ", "a").as_deref(), Some(""));
    }
}
