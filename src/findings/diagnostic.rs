//! One finding: the rule that made it, where, how bad, and what to do.

use std::fmt;
use std::ops::Range;

use super::Fix;
use crate::causes::Explanation;
use crate::source::{Lines, Pointer};

/// The id of a rule, such as `duplicate-key`: in kebab case, and it names the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(&'static str);

impl RuleId {
    /// The id as it is written in reports and settings.
    pub const fn new(id: &'static str) -> Self {
        Self(id)
    }

    /// The id as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// How bad a finding is; the worse is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing has to change.
    Note,
    /// Postman takes it, but perhaps not as it is meant.
    Warning,
    /// Postman or the exchange refuses it.
    Error,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A file of a run, by its index in the order in which the files were handed in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub usize);

/// Which part of a member or entry a finding speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Its key; its value if it is an entry of a list.
    Key,
    /// Its value.
    Value,
    /// These bytes of the text that the value stands for, counted after escapes are resolved.
    Inside(Range<usize>),
    /// Lines and columns that were known beforehand, for what no pointer can name: the first of two
    /// equal keys.
    Known(Lines),
}

/// A place in a file of a run, spoken of by pointer; lines and columns come when a report is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The member or entry.
    pub pointer: Pointer,
    /// The part of it.
    pub part: Part,
}

impl Location {
    /// The value at a pointer.
    pub fn value(file: FileId, pointer: Pointer) -> Self {
        Self { file, pointer, part: Part::Value }
    }

    /// The key at a pointer.
    pub fn key(file: FileId, pointer: Pointer) -> Self {
        Self { file, pointer, part: Part::Key }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The rule that made it.
    pub rule: RuleId,
    /// How bad it is.
    pub severity: Severity,
    /// One line, lower case, without full stop: what was found, then what was expected.
    pub message: String,
    /// What to do about it, as one line.
    pub help: Option<String>,
    /// The mistake behind it, as an id in kebab case, where the rule knows several.
    pub cause: Option<&'static str>,
    /// The place that it speaks of.
    pub primary: Location,
    /// Other places that matter, each with what is there.
    pub related: Vec<(Location, String)>,
    /// Two texts that should be the same.
    pub compared: Option<Compared>,
    /// A change that mends it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding without help and other places.
    pub fn new(
        rule: RuleId,
        severity: Severity,
        primary: Location,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
            help: None,
            cause: None,
            primary,
            related: Vec::new(),
            compared: None,
            fix: None,
        }
    }
}

/// A text that a script signed, and the one that Postman sends in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The text that was signed.
    pub signed: String,
    /// The text that is sent.
    pub sent: String,
    /// The first character, counted from 0, in which they differ.
    pub differs_at: usize,
}

impl Compared {
    /// The texts of an explanation, if it is one of texts that differ.
    pub fn of(explanation: &Explanation) -> Option<Self> {
        Some(Self {
            signed: explanation.signed.clone()?,
            sent: explanation.sent.clone()?,
            differs_at: explanation.differs_at?,
        })
    }
}
