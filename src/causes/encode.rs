//! How scripts percent-encode, and how it is undone.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// RFC 3986's unreserved characters stay, as Postman sends forms.
const STRICT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
/// ECMA-262, `encodeURIComponent`.
const COMPONENT: &AsciiSet =
    &STRICT.remove(b'!').remove(b'\'').remove(b'(').remove(b')').remove(b'*');
/// ECMA-262, `encodeURI`.
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
/// WHATWG URL, the form-urlencoded percent-encode set, less the space.
const FORM: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'*').remove(b'-').remove(b'.').remove(b'_').remove(b' ');

/// As Postman sends the keys and values of a form.
pub(super) fn strict(text: &str) -> String {
    utf8_percent_encode(text, STRICT).to_string()
}

/// `encodeURIComponent`.
pub(super) fn component(text: &str) -> String {
    utf8_percent_encode(text, COMPONENT).to_string()
}

/// `encodeURI`.
pub(super) fn uri(text: &str) -> String {
    utf8_percent_encode(text, URI).to_string()
}

/// `URLSearchParams`.
pub(super) fn form(text: &str) -> String {
    utf8_percent_encode(text, FORM).to_string().replace(' ', "+")
}

/// `encodeURIComponent` with `+` for a space, as jQuery and Python's `quote_plus` nearly do.
pub(super) fn component_plus(text: &str) -> String {
    component(text).replace("%20", "+")
}

/// Strict, with `+` for a space.
pub(super) fn strict_plus(text: &str) -> String {
    strict(text).replace("%20", "+")
}

/// What `pm.request.body.urlencoded.toString()` escapes in a value.
pub(super) fn postman_value(text: &str) -> String {
    text.replace('&', "%26").replace('#', "%23")
}

/// What `pm.request.body.urlencoded.toString()` escapes in a key.
pub(super) fn postman_key(text: &str) -> String {
    postman_value(text).replace('=', "%3D")
}

/// Escapes undone; bytes that are no UTF-8 become replacement characters.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Escapes undone, and `+` read as a space.
pub(super) fn form_decoded(text: &str) -> String {
    decoded(&text.replace('+', " "))
}

/// `%2F` as `%2f`.
pub(super) fn lower_escapes(text: &str) -> String {
    let mut left = 0;
    text.chars()
        .map(|c| {
            if c == '%' {
                left = 2;
                return c;
            }
            let in_escape = left > 0 && c.is_ascii_hexdigit();
            left = if in_escape { left - 1 } else { 0 };
            if in_escape { c.to_ascii_lowercase() } else { c }
        })
        .collect()
}
