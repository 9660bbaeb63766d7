//! URLs: from a definition to text, from text to parts, and from parts to what is sent.

mod definition;
mod parse;
mod path;
mod sent;
mod written;

pub(crate) use definition::Url;
pub(crate) use parse::parts_as_json;
pub use sent::SentUrl;
pub(crate) use written::WrittenUrl;
