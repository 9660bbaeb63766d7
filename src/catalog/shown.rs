//! What a catalogue says to people: words, and the values that stand for a param.

use serde_json::{Value, json};

use super::model::{ErrorReplies, Param, ParamType};

impl ErrorReplies {
    /// The body of a reply that says what went wrong.
    ///
    /// Kraken documents [`ErrorReplies::Envelope`] (Spot REST, 2026-05) and [`ErrorReplies::Result`]
    /// (Futures REST, 2026-06). Of [`ErrorReplies::Status`] it shows none; this form is the one that
    /// clients of the funding API expect.
    pub fn body(self, code: &str) -> Value {
        match self {
            Self::Envelope => json!({ "error": [code] }),
            Self::Status => json!({ "error": code }),
            Self::Result => json!({ "result": "error", "error": code }),
        }
    }
}

impl ParamType {
    /// The type as the documentation and JSON schema word it.
    pub fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Object => "object",
            Self::Array => "array",
        }
    }
}

impl Param {
    /// Whether a generated request sends it.
    pub fn is_on(&self) -> bool {
        self.required || self.enabled
    }
}
