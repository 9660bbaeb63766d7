//! Why a file is not JSON, where, and what to do about it.

use super::Position;
use super::position::LineIndex;

/// How deep lists and objects may nest.
pub(super) const DEPTH_LIMIT: usize = 128;

/// Why bytes could not be read as a JSON document. The text says where; [`ReadError::help`] says
/// what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is nothing, or nothing but white space.
    #[error("{at}: the file is empty, expected JSON")]
    Empty {
        /// The end of the file.
        at: Position,
    },
    /// The bytes are UTF-16.
    #[error("{at}: the file is UTF-16 ({}), expected UTF-8", if *has_mark { "its byte order mark says so" } else { "every other byte is zero" })]
    Utf16 {
        /// The start of the file.
        at: Position,
        /// Whether a byte order mark says so; else the zero bytes do.
        has_mark: bool,
    },
    /// The bytes are no UTF-8.
    #[error("{at}: byte 0x{byte:02x} is not UTF-8")]
    NotUtf8 {
        /// The place of the byte.
        at: Position,
        /// The byte.
        byte: u8,
    },
    /// The text is YAML.
    #[error("{at}: the file is YAML, expected JSON")]
    Yaml {
        /// The start of the file.
        at: Position,
        /// Whether it looks like a part of a Collection v3 folder.
        is_collection_v3: bool,
    },
    /// The text ends before the value does.
    #[error("{at}: the file ends {inside}, it seems to be cut off")]
    Truncated {
        /// The end of the file.
        at: Position,
        /// What the text ends in, as "in the middle of a string".
        inside: &'static str,
    },
    /// Lists and objects nest too deep.
    #[error("{at}: lists and objects nest deeper than {DEPTH_LIMIT} levels")]
    TooDeep {
        /// The place of the first bracket that is too deep.
        at: Position,
    },
    /// Anything else that is no JSON.
    #[error("{at}: {what}")]
    Syntax {
        /// The place of the first character that does not fit.
        at: Position,
        /// What was found and what was expected.
        what: String,
    },
}

impl ReadError {
    /// The place of the fault.
    pub fn at(&self) -> Position {
        match self {
            Self::Empty { at }
            | Self::Utf16 { at, .. }
            | Self::NotUtf8 { at, .. }
            | Self::Yaml { at, .. }
            | Self::Truncated { at, .. }
            | Self::TooDeep { at }
            | Self::Syntax { at, .. } => *at,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Empty { .. } | Self::Truncated { .. } => "export or download the file again",
            Self::Utf16 { .. } | Self::NotUtf8 { .. } => {
                "save the file as UTF-8, or export it from Postman again"
            }
            Self::Yaml { is_collection_v3: true, .. } => {
                "this is a part of a Collection v3 folder; export the collection as Collection v2.1 JSON"
            }
            Self::Yaml { .. } => "export the collection from Postman as Collection v2.1 JSON",
            Self::TooDeep { .. } => "put what is nested so deep into a text value",
            Self::Syntax { .. } => "correct the JSON, or export the file from Postman again",
        }
    }

    pub(super) fn of_json(error: &serde_json::Error, text: &str, lines: &LineIndex) -> Self {
        let end = lines.position(text, text.len());
        let offset = lines.offset(error.line(), error.column()).saturating_sub(1);
        let at = lines.position(text, offset);
        let what = reason(error);
        match what.as_str() {
            _ if error.is_eof() => Self::Truncated { at: end, inside: unfinished(&what) },
            "recursion limit exceeded" => Self::TooDeep { at },
            _ => Self::Syntax { at, what: with_found(&what, text, offset) },
        }
    }
}

/// `serde_json`'s message without the position that it ends with.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rfind(" at line ") {
        Some(end) => message.get(..end).unwrap_or_default().to_owned(),
        None => message,
    }
}

fn unfinished(reason: &str) -> &'static str {
    match reason {
        "EOF while parsing a string" => "in the middle of a string",
        "EOF while parsing a list" => "in the middle of a list",
        "EOF while parsing an object" => "in the middle of an object",
        _ => "where a value should stand",
    }
}

fn with_found(reason: &str, text: &str, offset: usize) -> String {
    let found = text.get(offset..).and_then(|rest| rest.chars().next());
    match found {
        Some(found) if reason.starts_with("expected") && !found.is_control() => {
            format!("found `{found}`, {reason}")
        }
        _ => reason.to_owned(),
    }
}
