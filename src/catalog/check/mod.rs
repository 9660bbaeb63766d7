//! Whether a value is one that a param can have: type, words, limits, entries, properties.
//!
//! The loader checks examples and defaults with it, a mock the requests that it gets. What a text
//! has to look like ([`Param::format`]) is not checked, save for the words of a comma list.

mod json;
mod text;
mod value;

use std::fmt;

use super::model::{Items, Param, ParamType};
use super::step::{Step, Steps};
use crate::source::toml_file::{either, quoted};

/// Why a param cannot have a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Where in the value: empty for the value itself.
    pub steps: Vec<Step>,
    /// What is wrong there.
    pub reason: Reason,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// It has another type.
    #[error("found {found}, expected {}", types(expected))]
    Type {
        /// What it is, in words: `the string "1"`.
        found: String,
        /// What it can be.
        expected: Vec<ParamType>,
    },
    /// It is not among the words (or numbers) that there are.
    #[error("found {}, expected {}", quoted(found), either(expected))]
    Word {
        /// The word.
        found: String,
        /// All there are.
        expected: Vec<String>,
    },
    /// A number is below the smallest.
    #[error("found `{found}`, expected at least `{min}`")]
    TooSmall {
        /// The number as text.
        found: String,
        /// The smallest.
        min: i64,
    },
    /// A number is above the largest.
    #[error("found `{found}`, expected at most `{max}`")]
    TooLarge {
        /// The number as text.
        found: String,
        /// The largest.
        max: i64,
    },
    /// A text has too few characters.
    #[error("found {found} characters, expected at least {min}")]
    TooShort {
        /// How many it has.
        found: usize,
        /// How many it needs.
        min: u32,
    },
    /// A text has too many characters.
    #[error("found {found} characters, expected at most {max}")]
    TooLong {
        /// How many it has.
        found: usize,
        /// How many it can have.
        max: u32,
    },
    /// An array has too few entries.
    #[error("found {found} entries, expected at least {min}")]
    TooFew {
        /// How many it has.
        found: usize,
        /// How many it needs.
        min: i64,
    },
    /// An array has too many entries.
    #[error("found {found} entries, expected at most {max}")]
    TooMany {
        /// How many it has.
        found: usize,
        /// How many it can have.
        max: i64,
    },
    /// An object lacks a property.
    #[error("found no {}, expected it", quoted(name))]
    Missing {
        /// The property's name.
        name: String,
    },
    /// An object has a property that nobody documents.
    #[error("found the unknown property {}, expected {}", quoted(name), either(expected))]
    Unknown {
        /// The property's name.
        name: String,
        /// The properties there are.
        expected: Vec<String>,
    },
}

impl Refusal {
    fn here(reason: Reason) -> Self {
        Self { steps: Vec::new(), reason }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.steps.is_empty() {
            write!(f, "{}", self.reason)
        } else {
            write!(f, "{} at `{}`", self.reason, Steps(&self.steps))
        }
    }
}

impl std::error::Error for Refusal {}

impl Param {
    /// Checks a JSON value.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it; properties that are not documented come last.
    pub fn check(&self, value: &serde_json::Value) -> Result<(), Refusal> {
        json::check(&Rule::from(self), value)
    }

    /// Checks the text of a form field, a query or a path value.
    ///
    /// Numbers are decimal digits, booleans `true` or `false`. An array travels as one field an
    /// entry, so the text is checked as an entry; an object is checked as JSON text.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn check_text(&self, text: &str) -> Result<(), Refusal> {
        text::check(&Rule::from(self), text)
    }

    /// Whether [`Param::check`] has nothing against `value`.
    pub fn allows(&self, value: &serde_json::Value) -> bool {
        self.check(value).is_ok()
    }
}

/// Checks a word of a param's `enum`: everything but whether it is such a word.
pub(super) fn check_word(param: &Param, word: &serde_json::Value) -> Result<(), Refusal> {
    json::check(&Rule { values: &[], ..Rule::from(param) }, word)
}

/// Checks a word of the `enum` of an array's entries.
pub(super) fn check_item_word(items: &Items, word: &serde_json::Value) -> Result<(), Refusal> {
    json::check(&Rule { values: &[], ..Rule::from(items) }, word)
}

/// What a param, or an entry of an array param, can be.
#[derive(Debug, Clone, Copy)]
struct Rule<'a> {
    kind: ParamType,
    also_accepts: &'a [ParamType],
    nullable: bool,
    format: Option<&'a str>,
    values: &'a [serde_json::Value],
    min: Option<i64>,
    max: Option<i64>,
    min_length: Option<u32>,
    max_length: Option<u32>,
    items: Option<&'a Items>,
    properties: &'a [Param],
}

impl<'a> From<&'a Param> for Rule<'a> {
    fn from(param: &'a Param) -> Self {
        Self {
            kind: param.kind,
            also_accepts: &param.also_accepts,
            nullable: param.nullable,
            format: param.format.as_deref(),
            values: &param.values,
            min: param.min,
            max: param.max,
            min_length: param.min_length,
            max_length: param.max_length,
            items: param.items.as_ref(),
            properties: &param.properties,
        }
    }
}

impl<'a> From<&'a Items> for Rule<'a> {
    fn from(items: &'a Items) -> Self {
        Self {
            kind: items.kind,
            also_accepts: &items.also_accepts,
            nullable: false,
            format: items.format.as_deref(),
            values: &items.values,
            min: None,
            max: None,
            min_length: None,
            max_length: None,
            items: None,
            properties: &items.properties,
        }
    }
}

impl Rule<'_> {
    fn kinds(&self) -> Vec<ParamType> {
        let mut kinds = vec![self.kind];
        kinds.extend_from_slice(self.also_accepts);
        kinds
    }

    fn takes(&self, kind: ParamType) -> bool {
        self.kind == kind || self.also_accepts.contains(&kind)
    }

    /// Whether a text is a list of words with commas between them.
    fn is_comma_list(&self) -> bool {
        self.format == Some("csv")
    }
}

fn types(kinds: &[ParamType]) -> String {
    let names: Vec<_> = kinds.iter().map(|kind| kind.article()).collect();
    names.join(" or ")
}
