//! Finding the nonce in a body, exactly as it is written there.

use std::fmt;
use std::str;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::text::percent;

/// How a body writes its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyFormat {
    /// `application/x-www-form-urlencoded`.
    Form,
    /// A JSON object.
    Json,
}

/// Why a body has no nonce that can be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NonceError {
    /// No field of that name at the top level.
    #[error("the body has no field `{field}`")]
    Missing {
        /// The field's name.
        field: String,
    },
    /// The field is there, but not at the top level.
    #[error("the field `{field}` is at `{pointer}`, expected at the top level of the body")]
    Nested {
        /// The field's name.
        field: String,
        /// Where it is, as a JSON pointer.
        pointer: String,
    },
    /// Several fields of that name.
    #[error("the body has {count} fields `{field}`, expected one")]
    Duplicate {
        /// The field's name.
        field: String,
        /// How many there are.
        count: usize,
    },
    /// The field is neither a string nor a number.
    #[error("the field `{field}` is {found}, expected a number or a string")]
    WrongType {
        /// The field's name.
        field: String,
        /// `an object`, `null` and so on.
        found: &'static str,
    },
    /// The body cannot be read as what it claims to be.
    #[error("the body is not {expected}: {reason}")]
    Malformed {
        /// `UTF-8 text` or `a JSON object`.
        expected: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

impl BodyFormat {
    /// The format that a `Content-Type` header announces; none if it is another or there is none.
    pub fn of_content_type(content_type: &str) -> Option<Self> {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/json") {
            Some(Self::Json)
        } else if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            Some(Self::Form)
        } else {
            None
        }
    }

    /// The format that a body looks like: JSON if it begins with a brace, otherwise a form.
    pub fn guess(body: &[u8]) -> Self {
        match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{') => Self::Json,
            _ => Self::Form,
        }
    }
}

/// The text of the nonce in `body`.
///
/// A form value is percent-decoded, a JSON string is unescaped, and a JSON number keeps its digits:
/// `1616492376594123456` stays that, though no double can hold it.
///
/// # Errors
///
/// When there is no such field, there are several, it holds something else than a string or a
/// number, or the body cannot be read.
pub fn nonce_in_body(body: &[u8], format: BodyFormat, field: &str) -> Result<String, NonceError> {
    let mut nonces = nonces_in_body(body, format, field)?;
    match (nonces.len(), nonces.pop()) {
        (1, Some(nonce)) => Ok(nonce),
        (0, _) | (_, None) => Err(NonceError::Missing { field: field.to_owned() }),
        (count, _) => Err(NonceError::Duplicate { field: field.to_owned(), count }),
    }
}

/// The texts of all nonces in `body`, in order, for those who can choose among several.
///
/// # Errors
///
/// As [`nonce_in_body`], except that several are no error, and none is one only where the field is
/// nested.
pub fn nonces_in_body(
    body: &[u8],
    format: BodyFormat,
    field: &str,
) -> Result<Vec<String>, NonceError> {
    let text = str::from_utf8(body).map_err(|error| NonceError::Malformed {
        expected: "UTF-8 text",
        reason: format!("byte {} begins no character", error.valid_up_to() + 1),
    })?;
    match format {
        BodyFormat::Form => Ok(nonces_in_form(text, field)),
        BodyFormat::Json => nonces_in_json(text, field),
    }
}

fn nonces_in_form(text: &str, field: &str) -> Vec<String> {
    form_fields(text).filter(|(name, _)| name == field).map(|(_, value)| value).collect()
}

/// The names and values of a form or a query, decoded, in the order of `text`.
///
/// Bytes that are no UTF-8 once decoded become replacement characters.
pub fn form_fields(text: &str) -> impl Iterator<Item = (String, String)> {
    text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (percent::form_decoded(name), percent::form_decoded(value))
    })
}

fn nonces_in_json(text: &str, field: &str) -> Result<Vec<String>, NonceError> {
    let members = members(text).map_err(|error| NonceError::Malformed {
        expected: "a JSON object",
        reason: error.to_string(),
    })?;
    let nonces: Vec<_> = members
        .iter()
        .filter(|(key, _)| key == field)
        .map(|(_, value)| json_text(value.get(), field))
        .collect::<Result<_, _>>()?;
    match pointer_to_nested(text, field) {
        Some(pointer) if nonces.is_empty() => {
            Err(NonceError::Nested { field: field.to_owned(), pointer })
        }
        _ => Ok(nonces),
    }
}

fn json_text(value: &str, field: &str) -> Result<String, NonceError> {
    let found = match value.as_bytes().first() {
        Some(b'"') => match serde_json::from_str(value) {
            Ok(text) => return Ok(text),
            Err(_) => "text that is not Unicode",
        },
        Some(b'-' | b'0'..=b'9') => return Ok(value.to_owned()),
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'n') => "null",
        _ => "a boolean",
    };
    Err(NonceError::WrongType { field: field.to_owned(), found })
}

/// The members of the outermost object, repeated ones too, each value as written.
fn members(text: &str) -> Result<Vec<(String, Box<RawValue>)>, serde_json::Error> {
    struct Members;

    impl<'de> Visitor<'de> for Members {
        type Value = Vec<(String, Box<RawValue>)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some(member) = map.next_entry()? {
                members.push(member);
            }
            Ok(members)
        }
    }

    let mut deserializer = serde_json::Deserializer::from_str(text);
    let members = deserializer.deserialize_map(Members)?;
    deserializer.end()?;
    Ok(members)
}

fn pointer_to_nested(text: &str, field: &str) -> Option<String> {
    fn search(value: &serde_json::Value, field: &str, pointer: &str) -> Option<String> {
        let below: Vec<(String, &serde_json::Value)> = match value {
            serde_json::Value::Object(members) => {
                members.iter().map(|(key, value)| (key.clone(), value)).collect()
            }
            serde_json::Value::Array(values) => {
                values.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
            }
            _ => return None,
        };
        below.into_iter().find_map(|(key, value)| {
            let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
            if key == field {
                return Some(pointer);
            }
            search(value, field, &pointer)
        })
    }
    search(&serde_json::from_str(text).ok()?, field, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(body: &str) -> Result<String, NonceError> {
        nonce_in_body(body.as_bytes(), BodyFormat::Form, "nonce")
    }

    fn json(body: &str) -> Result<String, NonceError> {
        nonce_in_body(body.as_bytes(), BodyFormat::Json, "nonce")
    }

    fn message(found: Result<String, NonceError>) -> String {
        found.expect_err("there is no nonce").to_string()
    }

    #[test]
    fn keeps_the_digits_of_a_json_number() {
        assert_eq!(json(r#"{"nonce": 1616492376594123457 }"#), Ok("1616492376594123457".into()));
        assert_eq!(json(r#"{"nonce":18446744073709551615}"#), Ok("18446744073709551615".into()));
        assert_eq!(json(r#"{"nonce":1.50e3}"#), Ok("1.50e3".into()));
        assert_eq!(json(r#"{"a":{"nonce":1},"nonce":"16\u0031"}"#), Ok("161".into()));
    }

    #[test]
    fn reads_a_form_as_the_server_does() {
        assert_eq!(form("a=1&nonce=0161&b=2"), Ok("0161".into()));
        assert_eq!(form("%6eonce=1+%32"), Ok("1 2".into()));
        assert_eq!(form("nonce"), Ok(String::new()));
        assert_eq!(form("&&nonce=5&"), Ok("5".into()));
    }

    #[test]
    fn says_why_there_is_no_nonce() {
        insta::assert_snapshot!(message(form("")), @"the body has no field `nonce`");
        insta::assert_snapshot!(message(form("x_nonce=1")), @"the body has no field `nonce`");
        insta::assert_snapshot!(message(form("nonce=1&nonce=1")), @"the body has 2 fields `nonce`, expected one");
        insta::assert_snapshot!(message(json("{}")), @"the body has no field `nonce`");
        insta::assert_snapshot!(message(json(r#"{"nonce":1,"nonce":2,"nonce":3}"#)), @"the body has 3 fields `nonce`, expected one");
        insta::assert_snapshot!(message(json(r#"{"a/b":[{"nonce":1}]}"#)), @"the field `nonce` is at `/a~1b/0/nonce`, expected at the top level of the body");
        insta::assert_snapshot!(message(json(r#"{"nonce":[1]}"#)), @"the field `nonce` is an array, expected a number or a string");
        insta::assert_snapshot!(message(json(r#"{"nonce":null}"#)), @"the field `nonce` is null, expected a number or a string");
        insta::assert_snapshot!(message(json(r#"{"nonce":true}"#)), @"the field `nonce` is a boolean, expected a number or a string");
        insta::assert_snapshot!(message(json("[1]")), @"the body is not a JSON object: invalid type: sequence, expected an object at line 1 column 0");
        insta::assert_snapshot!(message(json(r#"{"nonce":1"#)), @"the body is not a JSON object: EOF while parsing an object at line 1 column 10");
        let bytes = nonce_in_body(b"nonce=1&a=\xff", BodyFormat::Form, "nonce");
        insta::assert_snapshot!(message(bytes), @"the body is not UTF-8 text: byte 11 begins no character");
    }

    #[test]
    fn recognises_a_format() {
        let of = BodyFormat::of_content_type;
        assert_eq!(of("application/JSON; charset=utf-8"), Some(BodyFormat::Json));
        assert_eq!(of("application/x-www-form-urlencoded"), Some(BodyFormat::Form));
        assert_eq!(of("text/plain"), None);
        assert_eq!(BodyFormat::guess(b" \n{}"), BodyFormat::Json);
        assert_eq!(BodyFormat::guess(b"nonce=1"), BodyFormat::Form);
        assert_eq!(BodyFormat::guess(b""), BodyFormat::Form);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(body: Vec<u8>, is_json: bool) {
            let format = if is_json { BodyFormat::Json } else { BodyFormat::Form };
            let _ = nonce_in_body(&body, format, "nonce");
        }

        #[test]
        fn finds_any_whole_number(nonce: u64) {
            let expected = nonce.to_string();
            proptest::prop_assert_eq!(&form(&format!("a=b&nonce={nonce}")), &Ok(expected.clone()));
            proptest::prop_assert_eq!(&json(&format!(r#"{{"nonce":{nonce}}}"#)), &Ok(expected.clone()));
            proptest::prop_assert_eq!(&json(&format!(r#"{{"nonce":"{nonce}"}}"#)), &Ok(expected));
        }
    }
}
