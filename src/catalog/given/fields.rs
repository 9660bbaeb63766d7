//! The fields of a body, as a server reads them.

use std::str;

use serde_json::{Map, Value};

use crate::signing::{BodyFormat, form_fields};

/// What a body says.
#[derive(Debug, PartialEq)]
pub(crate) enum Fields {
    /// There is no body.
    None,
    /// Names and values of a form, decoded.
    Form(Vec<(String, String)>),
    /// The members of a JSON object; the last of those with one name.
    Json(Map<String, Value>),
}

impl Fields {
    /// How the body of a request says its fields; none if there is no body.
    ///
    /// # Errors
    ///
    /// With a sentence for the log, when the `Content-Type` is missing or another.
    pub(crate) fn format(
        content_type: Option<&str>,
        body: &[u8],
    ) -> Result<Option<BodyFormat>, String> {
        if body.is_empty() {
            return Ok(None);
        }
        let Some(content_type) = content_type else {
            return Err("the request has a body but no `Content-Type`".into());
        };
        BodyFormat::of_content_type(content_type).map(Some).ok_or_else(|| {
            format!(
                "the `Content-Type` is `{content_type}`, expected \
                 `application/x-www-form-urlencoded` or `application/json`"
            )
        })
    }

    /// Reads the fields of `body`.
    ///
    /// # Errors
    ///
    /// With a sentence for the log, when the body is not of the format.
    pub(crate) fn read(format: Option<BodyFormat>, body: &[u8]) -> Result<Self, String> {
        match format {
            None => Ok(Self::None),
            Some(BodyFormat::Form) => str::from_utf8(body)
                .map(|text| Self::Form(form_fields(text).collect()))
                .map_err(|_| "the form is not UTF-8 text".into()),
            Some(BodyFormat::Json) => serde_json::from_slice(body)
                .map(Self::Json)
                .map_err(|error| format!("the body is not a JSON object: {error}")),
        }
    }
}
