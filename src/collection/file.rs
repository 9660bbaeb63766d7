//! Reading and writing of whole files.

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use super::{Collection, Environment};

/// Why a file could not be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The text is not JSON, is nested more than 127 levels deep, or is no JSON object.
    #[error("failed to read {what}")]
    Json {
        /// `a collection` or `an environment`.
        what: &'static str,
        /// What is wrong, with line and column.
        #[source]
        source: serde_json::Error,
    },
}

macro_rules! file {
    ($name:ident, $what:literal) => {
        impl $name {
            #[doc = concat!("Reads ", $what, " from JSON text; a byte order mark is skipped.")]
            ///
            /// # Errors
            ///
            /// When the text is not JSON, is nested too deep, or is no JSON object.
            pub fn from_json(text: &str) -> Result<Self, ReadError> {
                Self::from_slice(text.as_bytes())
            }

            #[doc = concat!("Reads ", $what, " from the bytes of a file in UTF-8.")]
            ///
            /// # Errors
            ///
            /// As [`from_json`](Self::from_json), and when the bytes are not UTF-8.
            pub fn from_slice(bytes: &[u8]) -> Result<Self, ReadError> {
                read(bytes).map_err(|source| ReadError::Json { what: $what, source })
            }

            /// The file as text: two spaces a level, a newline at the end.
            pub fn to_json_pretty(&self) -> String {
                write(self)
            }
        }
    };
}

file!(Collection, "a collection");
file!(Environment, "an environment");

fn read<T: DeserializeOwned>(bytes: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))
}

fn write(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value)
        .expect("the keys are texts and the writer is a string in memory");
    text.push('\n');
    text
}
