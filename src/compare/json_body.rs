//! The keys of a JSON body as people edit it: with comments, with variables in place of values.
//!
//! Postman cuts comments out of a JSON body before it sends it, so a key in a comment is a param
//! that is off.

use serde_json::Value;

/// The keys of a JSON body that is an object.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct JsonBody {
    /// The keys in the order of the text.
    pub(super) entries: Vec<Entry>,
    /// The offset just behind the object's opening brace.
    pub(super) start: usize,
}

/// A key of the outermost object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The key.
    pub(super) key: String,
    /// The value as text, without white space and comments.
    pub(super) value: String,
    /// Whether it is outside of comments.
    pub(super) is_on: bool,
    /// The offset of the key's opening quote.
    pub(super) offset: usize,
}

impl JsonBody {
    /// Reads a body; none if it is no object.
    ///
    /// What is no JSON is read as far as its brackets and quotes go.
    pub(super) fn read(text: &str) -> Option<Self> {
        let tokens = tokens(text);
        let in_comments = |depth| -> Vec<&Token<'_>> {
            tokens.iter().filter(|token| token.comment_depth == depth).collect()
        };
        let on = in_comments(None);
        let first = on.first().filter(|token| token.text == "{")?;
        let mut entries = entries_of(&on[1..], true);
        entries.extend(entries_of(&in_comments(Some(1)), false));
        // A comment around the object holds an object of its own.
        let around = in_comments(Some(0));
        let brace = around.iter().position(|token| token.text == "{");
        entries.extend(entries_of(&around[brace.map_or(around.len(), |at| at + 1)..], false));
        entries.sort_by_key(|entry| entry.offset);
        Some(Self { entries, start: first.offset + 1 })
    }
}

/// A text as JSON without white space and without an order of keys, if it is JSON.
pub(super) fn canonical(text: &str) -> String {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => sorted(value).to_string(),
        Err(_) => text.to_owned(),
    }
}

fn sorted(mut value: Value) -> Value {
    value.sort_all_objects();
    value
}

/// A quoted text, a punctuation mark, or anything else up to the next of these or white space.
#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    text: &'t str,
    offset: usize,
    /// How many brackets are open where the comment begins that the token is in; none outside.
    comment_depth: Option<usize>,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut scanner = Scanner { text, at: 0, depth: 0, found: Vec::new() };
    scanner.scan();
    scanner.found
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    found: Vec<Token<'t>>,
}

impl<'t> Scanner<'t> {
    fn scan(&mut self) {
        while let Some(rest) = self.rest().filter(|rest| !rest.is_empty()) {
            if rest.starts_with("//") {
                let end = rest.find('\n').unwrap_or(rest.len());
                self.comment(self.at + 2, self.at + end);
                self.at += end;
            } else if rest.starts_with("/*") {
                let inside = rest.get(2..).unwrap_or_default();
                let end = inside.find("*/").unwrap_or(inside.len());
                self.comment(self.at + 2, self.at + 2 + end);
                self.at = (self.at + end + 4).min(self.text.len());
            } else {
                self.token(self.text.len(), None);
            }
        }
    }

    fn rest(&self) -> Option<&'t str> {
        self.text.get(self.at..)
    }

    /// The tokens of a comment, whose own comment marks are as good as white space.
    fn comment(&mut self, start: usize, end: usize) {
        let before = std::mem::replace(&mut self.at, start);
        while self.at < end {
            match self.text.get(self.at..end) {
                Some(rest) if rest.starts_with("//") => self.at += 2,
                _ => self.token(end, Some(self.depth)),
            }
        }
        self.at = before;
    }

    /// Takes the next token, if white space is not next.
    fn token(&mut self, end: usize, comment_depth: Option<usize>) {
        let Some(rest) = self.text.get(self.at..end) else {
            self.at = end;
            return;
        };
        let Some(first) = rest.chars().next() else { return };
        let length = match first {
            '"' => quoted_length(rest),
            '{' | '}' | '[' | ']' | ':' | ',' => 1,
            blank if blank.is_whitespace() => {
                self.at += blank.len_utf8();
                return;
            }
            _ => word_length(rest),
        };
        if comment_depth.is_none() {
            match first {
                '{' | '[' => self.depth += 1,
                '}' | ']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        let text = rest.get(..length).unwrap_or(rest);
        self.found.push(Token { text, offset: self.at, comment_depth });
        self.at += text.len();
    }
}

/// How long the quoted text is that a text begins with.
fn quoted_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !is_escaped => return at + 1,
            b'\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

fn word_length(text: &str) -> usize {
    let is_end = |character: char| {
        character.is_whitespace()
            || matches!(character, '"' | '{' | '}' | '[' | ']' | ':' | ',' | '/')
    };
    let first = text.chars().next().map_or(1, char::len_utf8);
    let rest = text.get(first..).unwrap_or_default();
    first + rest.find(is_end).unwrap_or(rest.len())
}

/// The entries of an object whose tokens follow its opening brace.
fn entries_of(tokens: &[&Token<'_>], is_on: bool) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut depth = 0_usize;
    let mut is_value = false;
    for token in tokens {
        match token.text {
            "}" | "]" if depth == 0 => break,
            "," if depth == 0 => is_value = false,
            ":" if depth == 0 && !is_value => is_value = !entries.is_empty(),
            text if is_value => {
                match text {
                    "{" | "[" => depth += 1,
                    "}" | "]" => depth -= 1,
                    _ => {}
                }
                if let Some(entry) = entries.last_mut() {
                    entry.value.push_str(text);
                }
            }
            text => entries.extend(unquoted(text).map(|key| Entry {
                key,
                value: String::new(),
                is_on,
                offset: token.offset,
            })),
        }
    }
    entries
}

fn unquoted(text: &str) -> Option<String> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<(String, String, bool)>> {
        let body = JsonBody::read(text)?;
        assert_eq!(text.as_bytes()[body.start - 1], b'{');
        let entries = body.entries.into_iter();
        Some(entries.map(|entry| (entry.key, entry.value, entry.is_on)).collect())
    }

    fn entry(key: &str, value: &str, is_on: bool) -> (String, String, bool) {
        (key.to_owned(), value.to_owned(), is_on)
    }

    #[test]
    fn keys_in_comments_are_off() {
        let text = "{\n    // \"a\": 1,\n    \"b\": [1, \"x // y\"], /* \"c\": {\"d\": 2}, */\n    \"e\": null\n}";
        let expected = [
            entry("a", "1", false),
            entry("b", "[1,\"x // y\"]", true),
            entry("c", "{\"d\":2}", false),
            entry("e", "null", true),
        ];
        assert_eq!(read(text), Some(expected.to_vec()));
    }

    #[test]
    fn a_value_can_be_commented_out_over_several_lines() {
        let text = "{\n// \"a\": [\n//     {\n//     // \"x\": 1,\n//     \"y\": 2\n//     }\n// ],\n\"b\": {\n// \"z\": 3,\n\"w\": 4\n}\n}";
        let expected = [entry("a", "[{\"x\":1,\"y\":2}]", false), entry("b", "{\"w\":4}", true)];
        assert_eq!(read(text), Some(expected.to_vec()));
    }

    #[test]
    fn a_comment_behind_the_object_has_one_of_its_own() {
        let text = "{\"a\":1}/* also: {\"b\":[2],\"c\":{}} */";
        let expected = [entry("a", "1", true), entry("b", "[2]", false), entry("c", "{}", false)];
        assert_eq!(read(text), Some(expected.to_vec()));
    }

    #[test]
    fn variables_may_stand_for_values() {
        let text = "{\"a\": {{x}}, \"b\": \"{{y}}\", \"c\": {{z}}}";
        let expected =
            [entry("a", "{{x}}", true), entry("b", "\"{{y}}\"", true), entry("c", "{{z}}", true)];
        assert_eq!(read(text), Some(expected.to_vec()));
    }

    #[test]
    fn what_is_no_object_has_no_keys() {
        for text in ["", "  ", "[1]", "\"{\"", "a=b", "// {\"a\": 1}", "<a>{}</a>", "{{body}}x"] {
            let keys = read(text).map(|entries| entries.len());
            assert!(keys.is_none_or(|keys| keys == 0), "{text}: {keys:?}");
        }
        for text in
            ["{", "{\"a", "{\"a\":", "{\"a\":}}", "{]", "{/*", "{//", "{\"é\\", "{,:,}", "{/ /"]
        {
            assert!(read(text).is_some(), "{text}");
        }
    }

    #[test]
    fn the_order_of_keys_does_not_count() {
        assert_eq!(
            canonical("{\"b\": 1, \"a\": {\"d\": 1.50, \"c\": []}}"),
            canonical("{\"a\":{\"c\":[],\"d\":1.5},\"b\":1}")
        );
        assert_eq!(canonical("{{x}}"), "{{x}}");
    }
}
