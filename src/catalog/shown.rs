//! What a catalogue says to people: words, and the values that stand for a param.

use serde_json::{Map, Value, json};

use super::model::{ErrorReplies, Param, ParamType};

impl ErrorReplies {
    /// The body of a reply that says what went wrong.
    ///
    /// Kraken documents [`ErrorReplies::Envelope`] (Spot REST, 2026-05) and [`ErrorReplies::Result`]
    /// (Futures REST, 2026-06). Of [`ErrorReplies::Status`] it says that the object has a type, and
    /// shows none: the key `type` is ours.
    pub fn body(self, code: &str) -> Value {
        match self {
            Self::Envelope => json!({ "error": [code] }),
            Self::Status => json!({ "type": code }),
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

    /// A value to show: the example, else the default, else the first allowed one, else an empty one.
    pub fn shown(&self) -> Value {
        let known = self.example.as_ref().or(self.default.as_ref()).or(self.values.first());
        known.cloned().unwrap_or_else(|| match self.kind {
            ParamType::String => Value::from(""),
            ParamType::Integer | ParamType::Number => Value::from(self.min.unwrap_or(0)),
            ParamType::Boolean => Value::from(false),
            ParamType::Object => self.shown_object(),
            ParamType::Array => Value::Array(Vec::new()),
        })
    }

    /// An object that has what is required, or everything if nothing is.
    fn shown_object(&self) -> Value {
        let required = self.properties.iter().any(Param::is_on);
        let shown = self.properties.iter().filter(|it| it.is_on() || !required);
        shown.map(|it| (it.name.clone(), it.shown())).collect::<Map<_, _>>().into()
    }
}
