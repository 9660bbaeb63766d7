//! JSON texts that may have comments in them and variables instead of values.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

/// Lines that hold a member behind `//`, by index, with the member's name.
pub(crate) fn commented_members(text: &str) -> impl Iterator<Item = (usize, String)> {
    text.split('\n').enumerate().filter_map(|(index, line)| {
        let member = line.trim_start().strip_prefix("//")?.trim_start().strip_prefix('"')?;
        let (name, rest) = member.split_once('"')?;
        rest.trim_start().starts_with(':').then(|| (index, name.to_owned()))
    })
}

/// The text with these lines switched on.
pub(crate) fn uncommented(text: &str, lines: &[usize]) -> String {
    let kept = text.split('\n').enumerate().map(|(index, line)| {
        if !lines.contains(&index) {
            return line.to_owned();
        }
        let (indent, member) = line.split_once("//").unwrap_or(("", line));
        format!("{indent}{}", member.strip_prefix(' ').unwrap_or(member))
    });
    kept.collect::<Vec<_>>().join("\n")
}

/// Whether the text is JSON once its comments are cut out and its variables filled in.
pub(crate) fn is_json(text: &str) -> bool {
    let mut plain = String::with_capacity(text.len());
    for token in Tokens::of(text) {
        match token {
            Token::Comment(_) => {}
            Token::Text(quoted) => plain.push_str(&quoted.replace(['{', '}'], "")),
            Token::Other(other) => plain.push_str(other),
        }
    }
    serde_json::from_str::<serde::de::IgnoredAny>(&filled(&plain)).is_ok()
}

/// The text with `0` in place of each variable.
fn filled(text: &str) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        filled.push('0');
        rest = after.split_once("}}").map_or("", |(_, after)| after);
    }
    filled + rest
}

/// The text with `replacement` in place of each text value, but for that of the member `kept` and
/// those that hold a variable.
pub(crate) fn with_texts(text: &str, replacement: &str, kept: Option<&str>) -> String {
    let quoted = serde_json::Value::from(replacement).to_string();
    let mut edited = String::with_capacity(text.len());
    let mut key = "";
    let mut tokens = Tokens::of(text).peekable();
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) if is_key(&mut tokens, &mut edited, text) => key = text,
            Token::Text(text) if text.contains("{{") || is_named(key, kept) || text == "\"\"" => {
                edited.push_str(text);
            }
            Token::Text(_) => edited.push_str(&quoted),
            Token::Comment(text) | Token::Other(text) => edited.push_str(text),
        }
    }
    edited
}

/// The comments of a text, of either kind, by their bytes.
pub(crate) fn comments(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Tokens::of(text);
    let mut found = Vec::new();
    while let Some(token) = tokens.next() {
        if let Token::Comment(comment) = token {
            found.push(tokens.at - comment.len()..tokens.at);
        }
    }
    found
}

/// A member of the outermost object, by its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    /// The key with its quotes.
    pub(crate) key: Range<usize>,
    /// The value without white space around it.
    pub(crate) value: Range<usize>,
}

/// The last member with such a name in the outermost object; one in a comment is none.
pub(crate) fn member_like(text: &str, is_it: &dyn Fn(&str) -> bool) -> Option<Member> {
    let mut depth = 0_usize;
    let mut last_text = 0..0;
    let mut open: Option<Member> = None;
    let mut found = None;
    for (at, piece) in pieces(text) {
        let end = at + piece.len();
        match piece {
            ":" if depth == 1 && is_quoted(text, &last_text, is_it) => {
                open = Some(Member { key: last_text.clone(), value: end..end });
            }
            "," if depth == 1 => found = open.take().or(found),
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return open.or(found);
                }
                extend(open.as_mut(), at, end);
            }
            _ => {
                depth += usize::from(matches!(piece, "{" | "["));
                extend(open.as_mut(), at, end);
                last_text = at..end;
            }
        }
    }
    open.or(found)
}

fn extend(member: Option<&mut Member>, start: usize, end: usize) {
    if let Some(member) = member {
        if member.value.is_empty() {
            member.value.start = start;
        }
        member.value.end = end;
    }
}

fn is_quoted(text: &str, at: &Range<usize>, is_it: &dyn Fn(&str) -> bool) -> bool {
    let quoted = text.get(at.clone()).unwrap_or_default();
    serde_json::from_str::<String>(quoted).is_ok_and(|key| is_it(&key))
}

/// Texts, and the characters between them that are neither white space nor comments, each with its
/// byte.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    Tokens::of(text).flat_map(move |token| {
        let (whole, start) = match token {
            Token::Text(text) | Token::Comment(text) | Token::Other(text) => (text, at),
        };
        at += whole.len();
        let singles = match token {
            Token::Text(_) => vec![(start, whole)],
            Token::Comment(_) => Vec::new(),
            Token::Other(other) => {
                let characters = other.char_indices().filter(|(_, it)| !it.is_whitespace());
                let piece = |(index, it): (usize, char)| {
                    Some((start + index, other.get(index..index + it.len_utf8())?))
                };
                characters.filter_map(piece).collect()
            }
        };
        singles.into_iter()
    })
}

/// Whether a text is followed by a colon; if so, it is written out.
fn is_key(tokens: &mut Peekable<Tokens<'_>>, edited: &mut String, text: &str) -> bool {
    let is_key =
        matches!(tokens.peek(), Some(Token::Other(next)) if next.trim_start().starts_with(':'));
    if is_key {
        edited.push_str(text);
    }
    is_key
}

fn is_named(key: &str, name: Option<&str>) -> bool {
    name.is_some_and(|name| key.trim_matches('"') == name)
}

#[derive(Clone, Copy)]
enum Token<'t> {
    /// A text with its quotes.
    Text(&'t str),
    /// A comment of either kind.
    Comment(&'t str),
    /// Anything between them.
    Other(&'t str),
}

struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Tokens<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The rest of the text up to the end of what begins here.
    fn end(&self) -> usize {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut characters = rest.char_indices();
        let length = match rest.as_bytes() {
            [b'"', ..] => end_of_text(&mut characters),
            [b'/', b'/', ..] => rest.find('\n'),
            [b'/', b'*', ..] => rest.find("*/").map(|end| end + 2),
            _ => characters.skip(1).find(|(at, _)| begins_token(rest, *at)).map(|(at, _)| at),
        };
        self.at + length.unwrap_or(rest.len())
    }
}

fn begins_token(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| {
        rest.starts_with('"') || rest.starts_with("//") || rest.starts_with("/*")
    })
}

fn end_of_text(characters: &mut CharIndices<'_>) -> Option<usize> {
    characters.next();
    let mut is_escaped = false;
    characters.find_map(|(at, character)| {
        let is_end = character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        is_end.then_some(at + 1)
    })
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let end = self.end();
        let token = self.text.get(self.at..end).filter(|token| !token.is_empty())?;
        self.at = end;
        Some(match token.as_bytes() {
            [b'"', ..] => Token::Text(token),
            [b'/', b'/' | b'*', ..] => Token::Comment(token),
            _ => Token::Other(token),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_values_and_neither_keys_nor_comments() {
        let text = r#"{"nonce": "1", "a": "b // c", // "d": "e"
            "f": ["g\"", {"h": "{{i}}"}, ""], "j": 5 /* "k" */}"#;
        assert_eq!(
            with_texts(text, "é\"", Some("nonce")),
            r#"{"nonce": "1", "a": "é\"", // "d": "e"
            "f": ["é\"", {"h": "{{i}}"}, ""], "j": 5 /* "k" */}"#
        );
    }

    #[test]
    fn members_of_the_outermost_object_are_found() {
        let text = r#"{ "a": {"b": 1}, // "b": 2
            "b" : [{{x}}, "é,"] , "a" : "last"}"#;
        let member = |text, name: &str| member_like(text, &|key| key == name);
        let value = |name| member(text, name).and_then(|member| text.get(member.value));
        assert_eq!(value("a"), Some("\"last\""));
        assert_eq!(value("b"), Some("[{{x}}, \"é,\"]"));
        assert_eq!(value("c"), None);
        let key = member(text, "b").and_then(|member| text.get(member.key));
        assert_eq!(key, Some("\"b\""));
        assert_eq!(member("{\"a\"", "a"), None);
        assert_eq!(member("{\"a\": ", "a").map(|member| member.value), Some(5..5));
    }

    #[test]
    fn comments_are_found_outside_of_texts() {
        let text = "{\"a\": \"//\", // b\n /* c */ \"d\": 1}";
        let found: Vec<_> = comments(text).into_iter().map(|range| text.get(range)).collect();
        assert_eq!(found, [Some("// b"), Some("/* c */")]);
    }

    #[test]
    fn survives_texts_and_comments_without_an_end() {
        for text in ["", "\"a", "/* a", "// a", "{\"a\\", "é\"é"] {
            let tokens = Tokens::of(text).map(|token| match token {
                Token::Text(text) | Token::Comment(text) | Token::Other(text) => text,
            });
            assert_eq!(tokens.collect::<String>(), text);
        }
    }

    #[test]
    fn knows_json_with_variables_and_comments() {
        assert!(is_json(r#"{"a": {{b}}, "c": "{{d}}" /* e */ }"#));
        assert!(!is_json(r#"{"a": 1 "b": 2}"#));
        assert!(!is_json("{\"a\": 1,\n // \"b\": 2\n}"));
    }
}
