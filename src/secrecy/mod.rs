//! What is secret, and keeping it out of what is shown.

pub(crate) mod found;
mod mask;
mod name;

pub use mask::Mask;
pub(crate) use name::names_secret;
