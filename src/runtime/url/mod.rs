//! URLs: from a definition to text, from text to parts, and from parts to what is sent.

mod definition;
mod parse;
mod path;
mod sent;
mod written;

pub(super) use definition::Url;
pub(super) use parse::parts_as_json;
pub use sent::SentUrl;
pub(crate) use written::WrittenUrl;
