//! Headers: as a collection defines them, and as they go out.

mod definition;
mod list;
mod sent;

pub(super) use list::{Header, HeaderList};
pub use sent::SentHeader;
pub(super) use sent::{HeadersOut, Table, is_token};
