//! A JSON file as text: its value, the position of every key and value, and edits that keep all else.
//!
//! A [`Document`] is parsed once. Positions are worked out only when somebody asks for one, so a
//! file that has nothing to report costs little more than its parse.
//!
//! ```
//! use countersign::source::{Document, Pointer};
//!
//! let document = Document::read(r#"{ "info": { "name": "é" } }"#.as_bytes())?;
//! let name = document.place(&Pointer::parse("/info/name")?).expect("it is there");
//! assert_eq!(document.lines(name.value).start.column, 21);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod document;
mod edit;
mod error;
pub(crate) mod excerpt;
mod kind;
mod pointer;
mod position;
mod spans;
mod step;
#[cfg(test)]
mod tests;
pub(crate) mod toml_file;
mod tree;
mod yaml;

pub use document::{Document, DuplicateKey};
pub use edit::{EditError, Edits};
pub use error::ReadError;
pub use kind::Kind;
pub use pointer::{Pointer, PointerError};
pub use position::{Lines, Position};
pub use spans::{Place, Span};
pub(crate) use step::Step;
