//! Percent-encoding, place by place.
//!
//! Bytes above 0x7F and control characters are encoded everywhere, `%` nowhere but in form bodies,
//! so that what is already encoded stays as it is.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_encode};

use crate::text::coercion;

/// Encoded in a path.
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

/// Encoded in a query; `&` and, in keys, `=` have been escaped before.
const QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'\'').add(b'<').add(b'>');

/// Encoded in the user name and password of a URL.
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

/// Encoded in a form body: all but the unreserved characters of RFC 3986.
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A path as it is sent.
pub(crate) fn path(text: &str) -> String {
    percent_encode(&coercion::utf8(text), PATH).to_string()
}

/// A query as it is sent.
pub(crate) fn query(text: &str) -> String {
    percent_encode(&coercion::utf8(text), QUERY).to_string()
}

/// A user name or password as it stands in a URL.
pub(crate) fn user(text: &str) -> String {
    percent_encode(&coercion::utf8(text), USER).to_string()
}

/// The pieces of a key or value of a form body as it is sent.
pub(crate) fn form(bytes: &[u8]) -> impl Iterator<Item = &str> {
    percent_encode(bytes, FORM)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The printable ASCII characters that a place encodes.
    fn encoded_by(encode: impl Fn(&str) -> String) -> String {
        let printable = (' '..='~').filter(|character| encode(&character.to_string()).len() == 3);
        printable.collect()
    }

    #[test]
    fn each_place_has_its_own_table() {
        assert_eq!(encoded_by(path), " \"#<>?`{}");
        assert_eq!(encoded_by(query), " \"#'<>");
        assert_eq!(encoded_by(user), " \"#/:;<=>?@[\\]^`{|}");
        let unreserved = |c: &char| c.is_ascii_alphanumeric() || "-_.~".contains(*c);
        let others: String = (' '..='~').filter(|c| !unreserved(c)).collect();
        assert_eq!(encoded_by(|text| form(text.as_bytes()).collect()), others);
    }

    #[test]
    fn controls_and_non_ascii_are_encoded_everywhere() {
        for encode in [path, query, user] {
            assert_eq!(encode("\0\t\u{7f}é漢😀"), "%00%09%7F%C3%A9%E6%BC%A2%F0%9F%98%80");
            assert_eq!(encode("%2C%zz%"), "%2C%zz%");
            assert_eq!(encode("\u{10d83d}"), "%EF%BF%BD");
        }
    }
}
