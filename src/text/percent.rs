//! Percent-encoding: which characters each place and each function escapes, and how it is undone.
//!
//! What Postman sends was measured with Newman 6.2.2 and postman-runtime 7.56.1: a raw socket
//! recorded every printable ASCII character in each place. Bytes above 0x7F and control characters
//! are escaped everywhere, `%` only in form bodies, so that what is already escaped stays as it is.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, percent_encode};

use crate::text::surrogate::utf8;

/// In a path that Postman sends.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'#')
    .add(b'?')
    .add(b'{')
    .add(b'}');

/// In a query that Postman sends; `&` and, in keys, `=` have been escaped before.
const QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'\'').add(b'<').add(b'>');

/// In the user name and password of a URL that Postman sends.
const USER: &AsciiSet = &PATH
    .add(b'/')
    .add(b':')
    .add(b';')
    .add(b'=')
    .add(b'@')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'|');

/// In a form body that Postman sends: all but the unreserved characters of RFC 3986, section 2.3.
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// `encodeURIComponent` (ECMA-262, section 19.2.6.5).
const COMPONENT: &AsciiSet =
    &FORM.remove(b'!').remove(b'\'').remove(b'(').remove(b')').remove(b'*');

/// `encodeURI` (ECMA-262, section 19.2.6.4).
const URI: &AsciiSet = &COMPONENT
    .remove(b';')
    .remove(b',')
    .remove(b'/')
    .remove(b'?')
    .remove(b':')
    .remove(b'@')
    .remove(b'&')
    .remove(b'=')
    .remove(b'+')
    .remove(b'$')
    .remove(b'#');

/// `URLSearchParams` (WHATWG URL, application/x-www-form-urlencoded), less the space.
const SEARCH_PARAMS: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'*').remove(b'-').remove(b'.').remove(b'_').remove(b' ');

/// What the path of a URI may not have (RFC 3986, section 3.3), for names of files.
const NOT_IN_URI_PATH: &AsciiSet =
    &PATH.add(b'%').add(b'[').add(b'\\').add(b']').add(b'^').add(b'|');

/// A path as Postman sends it.
pub(crate) fn path(text: &str) -> String {
    escaped(text, PATH)
}

/// A segment of a path as Postman sends it, with what would end the segment escaped.
pub(crate) fn path_segment(text: &str) -> String {
    escaped(text, const { &PATH.add(b'/') })
}

/// A query as Postman sends it.
pub(crate) fn query(text: &str) -> String {
    escaped(text, QUERY)
}

/// A key or value of a query as Postman sends it, with what would end it escaped.
pub(crate) fn query_part(text: &str) -> String {
    escaped(text, const { &QUERY.add(b'&') })
}

/// A user name or password as Postman sends it in a URL.
pub(crate) fn user(text: &str) -> String {
    escaped(text, USER)
}

/// A key or value of a form body as Postman sends it.
pub(crate) fn form(text: &str) -> String {
    escaped(text, FORM)
}

/// The same of bytes, in pieces.
pub(crate) fn form_bytes(bytes: &[u8]) -> impl Iterator<Item = &str> {
    percent_encode(bytes, FORM)
}

/// As [`form`], with `+` for a space.
pub(crate) fn form_plus(text: &str) -> String {
    form(text).replace("%20", "+")
}

/// `encodeURIComponent`.
pub(crate) fn component(text: &str) -> String {
    escaped(text, COMPONENT)
}

/// As [`component`], with `+` for a space, as jQuery and Python's `quote_plus` nearly do.
pub(crate) fn component_plus(text: &str) -> String {
    component(text).replace("%20", "+")
}

/// `encodeURI`.
pub(crate) fn uri(text: &str) -> String {
    escaped(text, URI)
}

/// What `URLSearchParams` makes of a key or value.
pub(crate) fn search_params(text: &str) -> String {
    escaped(text, SEARCH_PARAMS).replace(' ', "+")
}

/// The name of a file as the path of a URI.
pub(crate) fn uri_path(text: &str) -> String {
    escaped(text, NOT_IN_URI_PATH)
}

/// With everything escaped that can be: all but ASCII letters and digits.
pub(crate) fn everything(text: &str) -> String {
    escaped(text, NON_ALPHANUMERIC)
}

/// What `pm.request.body.urlencoded.toString()` makes of a value.
pub(crate) fn postman_text_value(text: &str) -> String {
    text.replace('&', "%26").replace('#', "%23")
}

/// What `pm.request.body.urlencoded.toString()` makes of a key.
pub(crate) fn postman_text_key(text: &str) -> String {
    postman_text_value(text).replace('=', "%3D")
}

fn escaped(text: &str, set: &'static AsciiSet) -> String {
    percent_encode(&utf8(text), set).to_string()
}

/// The text with its escapes undone; bytes that are no UTF-8 become U+FFFD.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// The same of a form or a query, where `+` is a space.
pub(crate) fn form_decoded(text: &str) -> String {
    decoded(&text.replace('+', " ")).into_owned()
}

/// The text with `%2f` for `%2F`.
pub(crate) fn with_lower_escapes(text: &str) -> String {
    let mut left = 0;
    let lowered = text.chars().map(|c| {
        if c == '%' {
            left = 2;
            return c;
        }
        let in_escape = left > 0 && c.is_ascii_hexdigit();
        left = if in_escape { left - 1 } else { 0 };
        if in_escape { c.to_ascii_lowercase() } else { c }
    });
    lowered.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The printable ASCII characters that a place escapes.
    fn escaped_by(escape: impl Fn(&str) -> String) -> String {
        let printable = (' '..='~').filter(|character| escape(&character.to_string()).len() == 3);
        printable.collect()
    }

    #[test]
    fn each_place_has_its_own_table() {
        assert_eq!(escaped_by(path), " \"#<>?`{}");
        assert_eq!(escaped_by(path_segment), " \"#/<>?`{}");
        assert_eq!(escaped_by(query), " \"#'<>");
        assert_eq!(escaped_by(query_part), " \"#&'<>");
        assert_eq!(escaped_by(user), " \"#/:;<=>?@[\\]^`{|}");
        assert_eq!(escaped_by(uri_path), " \"#%<>?[\\]^`{|}");
        assert_eq!(escaped_by(form), " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}");
        assert_eq!(escaped_by(component), " \"#$%&+,/:;<=>?@[\\]^`{|}");
        assert_eq!(escaped_by(uri), " \"%<>[\\]^`{|}");
        assert_eq!(escaped_by(search_params), "!\"#$%&'()+,/:;<=>?@[\\]^`{|}~");
        assert_eq!(escaped_by(everything), " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
    }

    #[test]
    fn controls_and_non_ascii_are_escaped_everywhere() {
        for escape in [path, query, user, form, component, uri, search_params, uri_path, everything]
        {
            assert_eq!(escape("\0\t\u{7f}é漢😀"), "%00%09%7F%C3%A9%E6%BC%A2%F0%9F%98%80");
            assert_eq!(escape("\u{10d83d}"), "%EF%BF%BD");
        }
        for escape in [path, query, user] {
            assert_eq!(escape("%2C%zz%"), "%2C%zz%");
        }
    }

    #[test]
    fn a_space_may_be_a_plus() {
        assert_eq!([search_params, component_plus, form_plus].map(|to| to("a b")), ["a+b"; 3]);
        assert_eq!(form_decoded("a+b%2Bc"), "a b+c");
        assert_eq!(decoded("a+b%2Bc%ff"), "a+b+c\u{fffd}");
    }

    #[test]
    fn only_escapes_are_lowered() {
        assert_eq!(with_lower_escapes("A%2FB%C3%A9%%2"), "A%2fB%c3%a9%%2");
    }
}
