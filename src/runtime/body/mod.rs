//! Request bodies: which part of a definition counts, and the bytes that it becomes.

mod choice;
mod form;
mod graphql;
mod media_type;
mod multipart;

pub(super) use choice::{Body, Payload};
pub use form::sent_order;
