//! Bytes to a document, and what can be asked of it.

use std::sync::OnceLock;

use serde_json::Value;

use super::error::ReadError;
use super::position::LineIndex;
use super::spans::Spans;
use super::{Kind, Lines, Place, Pointer, Position, Span, tree, yaml};
use crate::text::surrogate;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A JSON file: its text, its value, and on demand the position of everything in it.
#[derive(Debug)]
pub struct Document {
    text: String,
    has_byte_order_mark: bool,
    value: Value,
    has_duplicates: bool,
    spans: OnceLock<Spans>,
    lines: OnceLock<LineIndex>,
}

/// A key that stands twice in one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateKey {
    /// The place that both name.
    pub pointer: Pointer,
    /// The earlier key, whose value is lost.
    pub first: Lines,
    /// The later key, whose value counts.
    pub second: Lines,
}

impl Document {
    /// Reads a file's bytes: UTF-8 with or without byte order mark, lines ended by LF or CRLF.
    ///
    /// Of two equal keys in one object the last counts, as in JavaScript; they are reported by
    /// [`Document::duplicate_keys`]. A lone surrogate escape, which a Rust text cannot hold, is read
    /// as a private-use character that stands for it.
    ///
    /// # Errors
    ///
    /// When the bytes are empty, not UTF-8, cut off, nested too deep or otherwise no JSON; each with
    /// the place and with what to do.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        Self::from_bytes(bytes.to_vec())
    }

    /// The same of bytes that nobody else needs, which are not copied.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, ReadError> {
        let mut text = decoded(bytes)?;
        let has_byte_order_mark = text.starts_with(BYTE_ORDER_MARK);
        if has_byte_order_mark {
            text.remove(0);
        }
        let (value, has_duplicates) = parsed(&text)?;
        Ok(Self {
            text,
            has_byte_order_mark,
            value,
            has_duplicates,
            spans: OnceLock::new(),
            lines: OnceLock::new(),
        })
    }

    /// The value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The text without its byte order mark; all offsets count from its start.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the file began with a byte order mark.
    pub fn has_byte_order_mark(&self) -> bool {
        self.has_byte_order_mark
    }

    /// What kind of file this is.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.value)
    }

    /// Where a value and its key stand; none if the pointer names nothing.
    pub fn place(&self, pointer: &Pointer) -> Option<Place> {
        self.spans().place(&self.text, pointer)
    }

    /// Where a value stands, or the nearest enclosing one that there is.
    pub fn nearest_place(&self, pointer: &Pointer) -> Place {
        let mut at = pointer.clone();
        loop {
            if let Some(place) = self.place(&at) {
                return place;
            }
            at = at.parent().unwrap_or_default();
        }
    }

    /// The lines and columns of a span.
    pub fn lines(&self, span: Span) -> Lines {
        self.line_index().lines(&self.text, span)
    }

    /// The line and column of a byte.
    pub fn position(&self, offset: usize) -> Position {
        self.line_index().position(&self.text, offset)
    }

    /// Every key that stands twice in one object, in the order of the text.
    pub fn duplicate_keys(&self) -> Vec<DuplicateKey> {
        if !self.has_duplicates {
            return Vec::new();
        }
        let in_lines = |(pointer, first, second)| DuplicateKey {
            pointer,
            first: self.lines(first),
            second: self.lines(second),
        };
        self.spans().duplicates(&self.text).into_iter().map(in_lines).collect()
    }

    pub(super) fn spans(&self) -> &Spans {
        self.spans.get_or_init(|| Spans::of(&self.text))
    }

    fn line_index(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }
}

fn decoded(bytes: Vec<u8>) -> Result<String, ReadError> {
    let start = Position { line: 1, column: 1 };
    if let Some(has_mark) = utf16(&bytes) {
        return Err(ReadError::Utf16 { at: start, has_mark });
    }
    String::from_utf8(bytes).map_err(|error| {
        let (valid, rest) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        let before = std::str::from_utf8(valid).unwrap_or_default();
        let before = before.strip_prefix(BYTE_ORDER_MARK).unwrap_or(before);
        let at = LineIndex::new(before).position(before, before.len());
        ReadError::NotUtf8 { at, byte: rest.first().copied().unwrap_or_default() }
    })
}

/// Whether the bytes are UTF-16, and if so whether a byte order mark says it. JSON begins with an
/// ASCII character, so without a mark the second or the first byte is zero.
fn utf16(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(true),
        [0, (1..), ..] | [(1..), 0, ..] => Some(false),
        _ => None,
    }
}

fn parsed(text: &str) -> Result<(Value, bool), ReadError> {
    let error = match tree::parse(text) {
        Ok(parsed) => return Ok(parsed),
        Err(error) => error,
    };
    if let Some(rewritten) = surrogate::without_lone(text)
        && let Ok(parsed) = tree::parse(&rewritten)
    {
        return Ok(parsed);
    }
    let lines = LineIndex::new(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty { at: lines.position(text, text.len()) });
    }
    if let Some(is_collection_v3) = yaml::detected(text) {
        return Err(ReadError::Yaml { at: lines.position(text, 0), is_collection_v3 });
    }
    Err(ReadError::of_json(&error, text, &lines))
}
