//! How bad the findings of a rule are to be.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use crate::findings::Severity;

/// How bad the findings of a rule are to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Word")]
pub enum Level {
    /// The rule does not look.
    Off,
    /// Its findings have this severity.
    As(Severity),
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Off,
    Note,
    Warning,
    Error,
}

impl From<Word> for Level {
    fn from(word: Word) -> Self {
        match word {
            Word::Off => Self::Off,
            Word::Note => Self::As(Severity::Note),
            Word::Warning => Self::As(Severity::Warning),
            Word::Error => Self::As(Severity::Error),
        }
    }
}

impl Level {
    /// The word in settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::As(severity) => severity.as_str(),
        }
    }
}

impl JsonSchema for Level {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"oneOf": [
            {"type": "string", "const": "off", "description": "The rule does not look"},
            {"type": "string", "const": "note", "description": "Worth knowing; nothing has to change"},
            {"type": "string", "const": "warning",
             "description": "Postman takes it, but perhaps not as it is meant"},
            {"type": "string", "const": "error", "description": "Postman or the exchange refuses it"},
        ]})
    }
}
