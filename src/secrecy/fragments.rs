//! Names with their values in URLs and bodies, whatever these are written in.

use std::ops::Range;

use crate::text::percent;

/// A name and the place of its value in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fragment {
    /// The name, decoded.
    pub(crate) name: String,
    /// Where the name begins, with whatever quote it has.
    pub(crate) start: usize,
    /// The bytes of the value, without its quotes.
    pub(crate) value: Range<usize>,
}

/// Those in the query and behind the `#` of a URL.
pub(crate) fn of_url(url: &str) -> Vec<Fragment> {
    let Some(start) = url.find(['?', '#']) else { return Vec::new() };
    pairs(url, start + 1..url.len(), &['&', '#', '?'])
}

/// Those of a body: a form, parts of form-data, JSON and what looks like it, or XML.
pub(crate) fn of_body(body: &str) -> Vec<Fragment> {
    if body.contains("Content-Disposition: form-data") {
        return parts(body);
    }
    let is_form = !body.starts_with(['{', '[', '<', '"'])
        && body.contains('=')
        && !body.trim_end().contains(['\n', '"']);
    if is_form { pairs(body, 0..body.len(), &['&']) } else { members(body) }
}

/// `name=value` with one of these characters between two of them.
fn pairs(text: &str, within: Range<usize>, between: &[char]) -> Vec<Fragment> {
    let mut start = within.start;
    let pieces = text.get(within).unwrap_or_default().split(between);
    let fragments = pieces.filter_map(|piece| {
        let at = start;
        start += piece.len() + 1;
        let (name, value) = piece.split_once('=')?;
        let value_start = at + name.len() + 1;
        let name = percent::form_decoded(name);
        Some(Fragment { name, start: at, value: value_start..value_start + value.len() })
    });
    fragments.collect()
}

/// The parts of form-data.
fn parts(text: &str) -> Vec<Fragment> {
    const NAME: &str = "; name=\"";
    let found = text.match_indices(NAME).filter_map(|(at, _)| {
        let start = at + NAME.len();
        let name = text.get(start..)?.split('"').next()?;
        let value = start + text.get(start..)?.find("\r\n\r\n")? + 4;
        let length = text.get(value..)?.find("\r\n--")?;
        Some(Fragment { name: name.to_owned(), start, value: value..value + length })
    });
    found.collect()
}

/// `"name": "value"`, `name: \"value\"`, `name = value` and `<name>value</name>`.
fn members(text: &str) -> Vec<Fragment> {
    let bytes = text.as_bytes();
    let marks = memchr::memchr3_iter(b':', b'=', b'>', bytes);
    marks.filter_map(|mark| member(text, bytes, mark)).collect()
}

fn member(text: &str, bytes: &[u8], mark: usize) -> Option<Fragment> {
    let is_tag = bytes.get(mark) == Some(&b'>');
    let before = bytes.get(..mark)?;
    let blanks = before.iter().rev().take_while(|byte| byte.is_ascii_whitespace()).count();
    let quote = mark - blanks;
    let quotes = before.get(..quote)?.iter().rev().take_while(|byte| is_quote(**byte)).count();
    let end = quote - quotes;
    let length = before.get(..end)?.iter().rev().take_while(|byte| is_of_name(**byte)).count();
    let name = text.get(end - length..end).filter(|name| !name.is_empty())?;
    let start = end - length;
    let value = if is_tag {
        let is_open = start.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'<');
        if !is_open {
            return None;
        }
        let value = mark + 1;
        value..value + text.get(value..)?.find("</")?
    } else {
        value_behind(text, bytes, mark)?
    };
    Some(Fragment { name: name.to_owned(), start: start - quotes.min(start), value })
}

/// The value behind `:` or `=`; `None` if it is an object or a list.
fn value_behind(text: &str, bytes: &[u8], mark: usize) -> Option<Range<usize>> {
    let rest = bytes.get(mark + 1..)?;
    let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let start = mark + 1 + blanks;
    let slashes = bytes.get(start..)?.iter().take_while(|byte| **byte == b'\\').count();
    match bytes.get(start + slashes)? {
        quote @ (b'"' | b'\'' | b'`') => {
            let start = start + slashes + 1;
            Some(start..start + quoted_length(bytes.get(start..)?, *quote, slashes))
        }
        b'{' if text.get(start..)?.starts_with("{{") => {
            Some(start..start + text.get(start..)?.find("}}")? + 2)
        }
        b'{' | b'[' => None,
        _ => {
            let ends = |c: char| {
                c.is_whitespace()
                    || matches!(c, '&' | ',' | ';' | ')' | ']' | '"' | '\'' | '<' | '>')
            };
            let rest = text.get(start..)?;
            let value = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
            Some(start..start + value.trim_end_matches('}').len())
        }
    }
}

/// How far it is to the quote that ends a text: the next with as many backslashes before it.
fn quoted_length(rest: &[u8], quote: u8, slashes: usize) -> usize {
    let mut backslashes = 0;
    for (at, byte) in rest.iter().enumerate() {
        match *byte {
            b'\\' => backslashes += 1,
            byte if byte == quote && backslashes == slashes => return at - slashes,
            // An escaped backslash before the quote is one of the text's own.
            byte if byte == quote && slashes == 0 && backslashes % 2 == 0 => return at,
            _ => backslashes = 0,
        }
    }
    rest.len()
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | b'\\')
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, found: &[Fragment]) -> Vec<String> {
        let value = |it: &Fragment| text.get(it.value.clone()).unwrap_or("?").to_owned();
        found.iter().map(|it| format!("{} is {}", it.name, value(it))).collect()
    }

    #[test]
    fn of_urls() {
        let url = "https://a.b/c?api%5Fkey=1&b=x=y&d&e=#access_token=t";
        let expected = ["api_key is 1", "b is x=y", "e is ", "access_token is t"];
        assert_eq!(shown(url, &of_url(url)), expected);
    }

    #[test]
    fn of_bodies() {
        for (body, expected) in [
            ("nonce=1&otp=12 3,4", &["nonce is 1", "otp is 12 3,4"][..]),
            (
                r#"{"a": "x\"y", "pin":12, "o": {"b": 'c'}}"#,
                &[r#"a is x\"y"#, "pin is 12", "b is c"],
            ),
            (
                r#"{"query": "{ login(password: \"x y\", n: 1) }"}"#,
                &[r#"query is { login(password: \"x y\", n: 1) }"#, "password is x y", "n is 1"],
            ),
            ("<a><password>x</password></a>", &["a is <password>x", "password is x"]),
            (
                "--b\r\nContent-Disposition: form-data; name=\"otp\"\r\n\r\n12\r\n--b--",
                &["otp is 12"],
            ),
            ("{\"a\": {{x}}}", &["a is {{x}}"]),
            ("password = x\nuser: me", &["password is x", "user is me"]),
        ] {
            assert_eq!(shown(body, &of_body(body)), expected, "{body}");
        }
    }
}
